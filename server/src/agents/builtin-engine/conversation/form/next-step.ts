import type { FormField } from '../../../forms/form-field.ts';
import type { FormSchema } from '../../../forms/form-schema.ts';
import type { ReplyLanguage } from '../../../prompts/reply-language.ts';
import { REPLIES } from '../replies/replies.ts';
import { questionsOf } from './ask-field.ts';
import { statedLabel } from './field-label.ts';
import { inAskingOrder, isPointless } from './form-order.ts';
import type { KnownValues } from './known-values.ts';
import type { Progress } from './progress.ts';
import { showValue } from './show-value.ts';

export interface FormState {
  form: FormSchema;
  progress: Progress;
  known: KnownValues;
  language: ReplyLanguage;
  /** The visitor writes for somebody else: a mother, a child. */
  isForAnother: boolean;
}

/** The next question, or the summary where nothing is left to ask. @param settled what is left out from now on */
export function nextStep({ form, progress, known, language, isForAnother }: FormState, settled?: FormField): string {
  const texts = REPLIES[language].form;
  const leftOut = new Set([...progress.settled, ...known.rejected, ...(settled ? [settled.name] : [])]);
  const isOpen = ({ name }: FormField) => !known.after.has(name) && !leftOut.has(name);
  const next = inAskingOrder(form).find((field) => isOpen(field) && !isPointless(field, form, known.after, leftOut));
  if (!next) return summary({ form, known, language });
  const begins = progress.hasBegun ? [] : [texts.begin, ...(isForAnother ? [texts.aboutAnother] : [])];
  const hasRequired = form.fields.some(({ isRequired }) => isRequired);
  const becomesOptional = progress.hasBegun && hasRequired && !next.isRequired && !progress.toldOptional ? texts.optional : undefined;
  return [...begins, becomesOptional, questionFor(form, next, language)].filter((part) => part !== undefined).join(' ');
}

export const questionFor = (form: FormSchema, field: FormField, language: ReplyLanguage): string =>
  questionsOf(form, language).get(field.name) ?? '';

export function summary({ form, known, language }: Pick<FormState, 'form' | 'known' | 'language'>): string {
  const texts = REPLIES[language].form;
  const lines = form.fields.flatMap((field) => {
    const value = known.after.get(field.name);
    return value === undefined ? [] : [`${statedLabel(field)}: ${showValue(field, value, language)}`];
  });
  return lines.length === 0 ? texts.nothingNoted : `${texts.summary(lines)}\n\n${texts.isRight}`;
}
