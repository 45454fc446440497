import { findExtraction, listFields, lockExtraction, toStoredField } from '#agents/extraction/extractions.repository.ts';
import { afterChanges } from '#agents/extraction/merge-fields.ts';
import { storedForm } from '#agents/forms/form-schema.ts';
import { lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { HeldExtraction } from './change-fields.ts';

/** Locks the conversation and then the extraction, which is the order of everybody; undefined when there is none. */
export async function holdExtraction(tx: TenantTransaction, extractionId: string): Promise<HeldExtraction | undefined> {
  const found = await findExtraction(tx, extractionId);
  const conversation = found && (await lockConversation(tx, found.conversationId));
  const extraction = conversation && (await lockExtraction(tx, extractionId));
  if (!conversation || !extraction) return undefined;
  const form = storedForm(extraction.formSchema);
  const known = afterChanges(form, (await listFields(tx, extractionId)).map(toStoredField), []);
  return { extraction, form, known, contactId: conversation.contactId };
}
