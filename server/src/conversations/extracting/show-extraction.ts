import type { ExtractionRow } from '#agents/extraction/extractions.repository.ts';
import type { StoredField } from '#agents/extraction/merge-fields.ts';
import type { KnownField } from '#agents/forms/known-field.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { postUpdate } from '#messaging/messages/post-update.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';

/** Shows clients what is known, and says that it has changed. The caller holds the conversation's lock. */
export async function showExtraction(
  tx: TenantTransaction,
  live: LiveConversations,
  contactId: string,
  extraction: ExtractionRow,
  known: readonly StoredField[],
  change: { by: 'engine' | 'visitor' | 'team'; fieldNames: readonly string[] },
): Promise<void> {
  const { id: extractionId, conversationId, formType, status, overallConfidence } = extraction;
  const data = { extractionId, formType, fields: known.map(toUpdate), extractionStatus: status, overallConfidence };
  await postUpdate(tx, live, conversationId, { kind: 'extraction_update', data });
  tx.emit({ type: 'extraction.updated', subject: { extractionId, conversationId, contactId }, data: { formType, status, ...change } });
}

const toUpdate = ({ fieldName, value, confidence, status, evidence }: KnownField) => ({ fieldName, value, confidence, status, evidence });
