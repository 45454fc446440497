import {
  type Author,
  deleteFields,
  type ExtractionRow,
  insertHistory,
  saveField,
  updateExtraction,
} from '#agents/extraction/extractions.repository.ts';
import { afterChanges, type FieldChange, overallConfidence, type StoredField, statusOf } from '#agents/extraction/merge-fields.ts';
import type { FormSchema } from '#agents/forms/form-schema.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { showExtraction } from './show-extraction.ts';

/** An extraction whose lock and whose conversation's lock the caller holds. */
export interface HeldExtraction {
  extraction: ExtractionRow;
  form: FormSchema;
  known: readonly StoredField[];
  contactId: string;
}

export interface FieldChanges {
  changes: readonly FieldChange[];
  /** Fields that are in the form no more. */
  dropped?: readonly StoredField[];
  author: Author;
  engineId?: string;
  /** The reading gave nothing. */
  isFailed?: boolean;
  /** What a person's word says about a suggestion. */
  judgement?: 'right' | 'wrong';
  /** What else is noted with it. */
  alsoSet?: Partial<Pick<ExtractionRow, 'notes' | 'engineId' | 'readSeq' | 'formSchema' | 'formVersion'>>;
}

/** Writes changes of fields down with their history, and shows what is known now where that is different from before. */
export async function changeFields(
  tx: TenantTransaction,
  live: LiveConversations,
  { extraction, form, known, contactId }: HeldExtraction,
  { changes, dropped = [], author, engineId, isFailed = false, judgement, alsoSet = {} }: FieldChanges,
): Promise<void> {
  for (const { after } of changes) await saveField(tx, extraction.id, after, author);
  await deleteFields(
    tx,
    extraction.id,
    dropped.map(({ fieldName }) => fieldName),
  );
  const common = { extractionId: extraction.id, engineId: engineId ?? null, ...author };
  await insertHistory(tx, [
    ...changes.map(({ before, after }) => ({
      ...common,
      name: after.fieldName,
      oldValue: before?.value ?? null,
      newValue: after.value,
      oldStatus: before?.status ?? null,
      newStatus: after.status,
      confidence: after.confidence,
      evidence: [...after.evidence],
      ...(judgement !== undefined &&
        before?.status === 'suggested' &&
        before.rawConfidence !== null && { judgement, judgedConfidence: before.rawConfidence }),
    })),
    ...dropped.map((field) => ({
      ...common,
      name: field.fieldName,
      oldValue: field.value,
      newValue: null,
      oldStatus: field.status,
      newStatus: null,
      evidence: [...field.evidence],
    })),
  ]);

  const droppedNames = new Set(dropped.map(({ fieldName }) => fieldName));
  const now = afterChanges(
    form,
    known.filter(({ fieldName }) => !droppedNames.has(fieldName)),
    changes,
  );
  const status = isFailed ? 'failed' : statusOf(form, now);
  const isVisible = changes.length + dropped.length > 0 || status !== extraction.status;
  const updated = await updateExtraction(tx, extraction.id, {
    ...alsoSet,
    status,
    overallConfidence: overallConfidence(now),
    revision: extraction.revision + (isVisible ? 1 : 0),
    updatedAt: isVisible ? author.changedAt : extraction.updatedAt,
  });
  if (!isVisible) return;
  const fieldNames = [...changes.map(({ after }) => after.fieldName), ...droppedNames];
  await showExtraction(tx, live, contactId, updated, now, { by: author.changedBy, fieldNames });
}
