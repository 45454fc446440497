import { checkValue } from '#agents/extraction/checks/check-value.ts';
import type { Author } from '#agents/extraction/extractions.repository.ts';
import { isSameValue, type StoredField } from '#agents/extraction/merge-fields.ts';
import type { FieldValue } from '#agents/forms/known-field.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { changeFields, type HeldExtraction } from './change-fields.ts';
import { fieldEmpty, fieldNotFound, valueRefused } from './extractions.errors.ts';

/** What a person says about a field. `set` with the value that is known confirms it, and with another one corrects it. */
export type Verdict = { kind: 'confirm' } | { kind: 'set'; value: unknown } | { kind: 'reject' };

/**
 * A person's word about a field; no engine touches it again. Saying the same twice changes nothing.
 * @throws {AppError} EXTRACTION_FIELD_NOT_FOUND, EXTRACTION_FIELD_EMPTY, VALIDATION_FAILED
 */
export async function judgeField(
  tx: TenantTransaction,
  live: LiveConversations,
  held: HeldExtraction,
  fieldName: string,
  verdict: Verdict,
  author: Author,
): Promise<void> {
  const before = held.known.find((field) => field.fieldName === fieldName);
  const value = valueSaid(held, fieldName, verdict, before);
  const isConfirmed = before !== undefined && value !== null && isSameValue(before.value, value);
  // A value that somebody has corrected is not made less theirs by somebody who agrees.
  const isKnown = isConfirmed && before.status !== 'suggested';
  if (isKnown || (value === null && before?.status === 'rejected')) return;
  const after: StoredField = {
    fieldName,
    value,
    status: value === null ? 'rejected' : isConfirmed ? 'confirmed' : 'corrected',
    confidence: value === null ? 0 : 1,
    rawConfidence: null,
    isCalibrated: false,
    evidence: isConfirmed ? before.evidence : [],
  };
  await changeFields(tx, live, held, { changes: [{ before, after }], author, judgement: isConfirmed ? 'right' : 'wrong' });
}

function valueSaid({ form }: HeldExtraction, fieldName: string, verdict: Verdict, before: StoredField | undefined): FieldValue | null {
  const field = form.fields.find(({ name }) => name === fieldName);
  if (!field) throw fieldNotFound(fieldName);
  if (verdict.kind === 'reject') return null;
  if (verdict.kind === 'confirm') {
    if (!before || before.value === null) throw fieldEmpty(fieldName);
    return before.value;
  }
  const checked = checkValue(field, verdict.value);
  if (!checked.ok) throw valueRefused(checked.message);
  return checked.value;
}
