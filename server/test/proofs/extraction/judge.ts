import type { ExtractionEngine, ProposedField } from '#agents/extraction/extraction-engine.ts';
import type { FieldScalar, FieldValue } from '#agents/forms/known-field.ts';
import type { FieldLabel, LabelledDialogue, Trap } from './labels.ts';

export type Outcome = 'right' | 'wrong' | 'invented' | 'missed' | 'neither';

/** What became of one field of one dialogue. */
export interface Judgement {
  dialogue: LabelledDialogue;
  fieldName: string;
  fieldType: string;
  outcome: Outcome;
  label: FieldLabel | undefined;
  proposed: ProposedField | undefined;
  /** The tempting mistake that it made. */
  trap: Trap | undefined;
  quotes: number;
  validQuotes: number;
}

const NOON_UTC = 'T12:00:00Z';

/** Lets the engine fill in the forms of all dialogues and compares what it proposes with the labels. */
export async function judgeEngine(engine: ExtractionEngine, dialogues: readonly LabelledDialogue[]): Promise<Judgement[]> {
  const judged: Judgement[] = [];
  for (const dialogue of dialogues) {
    const { fields } = await engine.extract(
      {
        formType: dialogue.form,
        form: dialogue.schema,
        messages: dialogue.messages,
        language: dialogue.language,
        now: new Date(`${dialogue.today}${NOON_UTC}`),
        timeZone: 'UTC',
      },
      new AbortController().signal,
    );
    for (const field of dialogue.schema.fields) {
      const label = dialogue.fields.find((one) => one.name === field.name);
      const proposed = fields.find((one) => one.fieldName === field.name);
      const outcome = outcomeOf(label, proposed);
      const quotes = proposed?.evidence ?? [];
      judged.push({
        dialogue,
        fieldName: field.name,
        fieldType: field.isList ? 'list' : field.enum ? 'choice' : (field.format ?? field.type),
        outcome,
        label,
        proposed,
        trap: outcome === 'wrong' || outcome === 'invented' ? dialogue.traps.find((trap) => proposed && isTrap(trap, proposed)) : undefined,
        quotes: proposed ? Math.max(1, quotes.length) : 0,
        validQuotes: quotes.filter(
          ({ messageId, quote }) => quote !== '' && dialogue.messages.find(({ id }) => id === messageId)?.content.includes(quote),
        ).length,
      });
    }
  }
  return judged;
}

function outcomeOf(label: FieldLabel | undefined, proposed: ProposedField | undefined): Outcome {
  if (!label) return proposed ? 'invented' : 'neither';
  if (label.optional) return 'neither';
  if (!proposed) return 'missed';
  return isRight(label, proposed.value) ? 'right' : 'wrong';
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function isRight(label: FieldLabel, value: FieldValue): boolean {
  if (label.accept) return label.accept.some((wording) => fold(String(value)).includes(fold(wording)));
  return label.value !== undefined && isSame(label.value, value, label.tolerance ?? 0);
}

function isSame(wanted: FieldValue, value: FieldValue, tolerance: number): boolean {
  if (isListed(wanted)) return isListed(value) && wanted.length === value.length && wanted.every((one) => value.includes(one));
  if (typeof wanted === 'number') return typeof value === 'number' && Math.abs(wanted - value) <= tolerance + 1e-9;
  return typeof wanted === 'string' ? fold(wanted) === fold(String(value)) : wanted === value;
}

const isListed = (value: FieldValue): value is readonly FieldScalar[] => Array.isArray(value);

function isTrap(trap: Trap, proposed: ProposedField): boolean {
  if (trap.name !== proposed.fieldName) return false;
  const tempting = trap.value ?? trap.wrong;
  return tempting === undefined || (trap.value === undefined && trap.wrong === true) || isSame(tempting, proposed.value, 0);
}
