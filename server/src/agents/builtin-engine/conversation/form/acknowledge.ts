import type { FormField } from '../../../forms/form-field.ts';
import type { FormSchema } from '../../../forms/form-schema.ts';
import type { FieldValue } from '../../../forms/known-field.ts';
import type { ReplyLanguage } from '../../../prompts/reply-language.ts';
import { meaningOf } from '../../form-filling/fields/field-meaning.ts';
import { REPLIES } from '../replies/replies.ts';
import { labelInside, statedLabel } from './field-label.ts';
import { topicOf } from './form-order.ts';
import type { KnownValues } from './known-values.ts';
import { showValue } from './show-value.ts';

/** UTF-16 units. */
const LONGEST_SAID = 60;

export interface Change {
  field: FormField;
  value: FieldValue;
  /** It was known before as something else. */
  isCorrection: boolean;
}

export function changesOf({ fields }: FormSchema, { before, after }: KnownValues): Change[] {
  return fields.flatMap((field): Change[] => {
    const value = after.get(field.name);
    const earlier = before.get(field.name);
    if (value === undefined || String(value) === String(earlier)) return [];
    return [{ field, value, isCorrection: earlier !== undefined }];
  });
}

/** Says in short what was understood, so that a mistake is seen at once. */
export function acknowledge(
  changes: readonly Change[],
  { asked, isForAnother }: { asked: FormField | undefined; isForAnother: boolean },
  language: ReplyLanguage,
): string[] {
  const texts = REPLIES[language].form;
  const corrected = changes.filter(({ isCorrection }) => isCorrection);
  const fresh = changes.filter(({ isCorrection }) => !isCorrection);
  const [only, ...more] = fresh;
  const name = isForAnother ? undefined : fresh.find(({ field }) => topicOf(field) === 'name' && field === asked);
  const others = name === undefined ? fresh : fresh.filter((change) => change !== name);
  const lines: string[] = [];
  if (name) lines.push(texts.thanksTo(firstNameIn(String(name.value))));
  if (only && more.length === 0 && only.field === asked && !name) lines.push(notedAlone(only, language));
  else if (others.length > 0) {
    lines.push(
      texts.notedSeveral(others.map(({ field, value }) => `${labelInside(field)}: ${inShort(showValue(field, value, language))}`)),
    );
  }
  for (const { field, value } of corrected) lines.push(texts.changed(statedLabel(field), showValue(field, value, language)));
  return lines.map((line) => line.replace(/…\.$/, '…'));
}

/** What was just asked needs no name; a whole sentence is not said again. */
function notedAlone({ field, value }: Change, language: ReplyLanguage): string {
  const texts = REPLIES[language].form;
  const { kind } = meaningOf(field);
  const isPlain = kind === 'text' && topicOf(field) === 'reason';
  const shown = showValue(field, value, language);
  return isPlain || shown.length > LONGEST_SAID ? texts.notedShort : texts.noted(shown.replace(/\.$/, ''));
}

/** A long text is not said again whole. */
const inShort = (text: string): string =>
  text.length <= LONGEST_SAID ? text.replace(/\.$/, '') : `${text.slice(0, text.lastIndexOf(' ', LONGEST_SAID))} …`;

const firstNameIn = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
