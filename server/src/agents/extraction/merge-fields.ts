import { isDeepStrictEqual } from 'node:util';
import type { FormSchema } from '../forms/form-schema.ts';
import type { Evidence, FieldStatus, FieldValue, KnownField } from '../forms/known-field.ts';
import type { ProposedField } from './extraction-engine.ts';

/** A field as it is stored: with what the engine and its checks made of it before anything was calibrated. */
export interface StoredField extends KnownField {
  /** Null for what no engine has found. */
  rawConfidence: number | null;
  isCalibrated: boolean;
}

/** One field became another; `before` is undefined for one that nobody had found yet. */
export interface FieldChange {
  before: StoredField | undefined;
  after: StoredField;
}

export type ExtractionStatus = 'partial' | 'complete' | 'failed';

export type Calibrator = (fieldName: string, confidence: number) => { confidence: number; isCalibrated: boolean };

/** Less than this is no news. */
const CONFIDENCE_STEP = 0.05;

export const isByPerson = (status: FieldStatus): boolean => status !== 'suggested';

/**
 * What an engine has found beside what is known. What a person has confirmed, corrected or rejected stays; what the engine does not
 * propose any more still stands in the messages and stays; what rests on later words replaces what rests on earlier ones.
 * @param seqOf where a message stands in the conversation
 */
export function mergeFields(
  known: readonly StoredField[],
  proposed: readonly ProposedField[],
  { seqOf, calibrate }: { seqOf: (messageId: string) => number; calibrate: Calibrator },
): FieldChange[] {
  return proposed.flatMap(({ fieldName, value, confidence: raw, evidence }) => {
    const before = known.find((field) => field.fieldName === fieldName);
    if (before && (isByPerson(before.status) || latest(evidence, seqOf) < latest(before.evidence, seqOf))) return [];
    const after: StoredField = { fieldName, value, status: 'suggested', evidence, rawConfidence: raw, ...calibrate(fieldName, raw) };
    return before && isNoNews(before, after) ? [] : [{ before, after }];
  });
}

function isNoNews(before: StoredField, after: StoredField): boolean {
  if (!isSameValue(before.value, after.value)) return false;
  // The same value on other words is the same; on more words it is told again.
  const hasNewWords = after.evidence.some((item) => !before.evidence.some((known) => isDeepStrictEqual(known, item)));
  return !hasNewWords && Math.abs(before.confidence - after.confidence) < CONFIDENCE_STEP;
}

/** Lists are sets. */
export function isSameValue(one: FieldValue | null, other: FieldValue | null): boolean {
  const sorted = (value: FieldValue | null) => (Array.isArray(value) ? [...value].sort() : value);
  return isDeepStrictEqual(sorted(one), sorted(other));
}

const latest = (evidence: readonly Evidence[], seqOf: (messageId: string) => number): number =>
  Math.max(0, ...evidence.map(({ messageId }) => seqOf(messageId)));

/** The known fields after some have changed, in the order of the form. */
export function afterChanges(form: FormSchema, known: readonly StoredField[], changes: readonly FieldChange[]): StoredField[] {
  const byName = new Map([...known, ...changes.map(({ after }) => after)].map((field) => [field.fieldName, field]));
  return form.fields.flatMap(({ name }) => byName.get(name) ?? []);
}

/** Fields of the form that have no value, the required ones alone where there are any. */
export function missingFields({ fields }: FormSchema, known: readonly Pick<KnownField, 'fieldName' | 'value'>[]) {
  const has = new Set(known.flatMap(({ fieldName, value }) => (value === null ? [] : [fieldName])));
  const wanted = fields.some(({ isRequired }) => isRequired) ? fields.filter(({ isRequired }) => isRequired) : fields;
  return wanted.filter(({ name }) => !has.has(name));
}

export const statusOf = (form: FormSchema, known: readonly KnownField[]): ExtractionStatus =>
  missingFields(form, known).length === 0 ? 'complete' : 'partial';

/** The mean over what has a value; 0 while nothing has. */
export function overallConfidence(known: readonly KnownField[]): number {
  const held = known.filter(({ value }) => value !== null);
  if (held.length === 0) return 0;
  return Math.round((held.reduce((sum, { confidence }) => sum + confidence, 0) / held.length) * 1000) / 1000;
}
