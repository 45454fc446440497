import { isDeepStrictEqual } from 'node:util';
import { checkValue } from '#agents/extraction/checks/check-value.ts';
import { wantReading } from '#agents/extraction/extraction.jobs.ts';
import { findOrInsertExtraction, listFields, toStoredField } from '#agents/extraction/extractions.repository.ts';
import type { StoredField } from '#agents/extraction/merge-fields.ts';
import { type FormSchema, storedForm } from '#agents/forms/form-schema.ts';
import { lockConversation, updateConversation } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { changeFields } from './change-fields.ts';

export interface OpenedForm {
  formType: string;
  /** Somebody has checked that it can be used. */
  formSchema: Record<string, unknown>;
}

/**
 * A page wants a form filled in: from now on the conversation is read for it. Each type of form is an extraction of its own; where the
 * schema of a type has changed, what still fits stays.
 */
export async function openForm(
  tx: TenantTransaction,
  { live, clock }: { live: LiveConversations; clock: Clock },
  conversationId: string,
  { formType, formSchema }: OpenedForm,
): Promise<void> {
  const conversation = await lockConversation(tx, conversationId);
  if (!conversation) throw new Error('A form was opened in a conversation that is gone.');
  const { extraction, isNew } = await findOrInsertExtraction(tx, { conversationId, formType, formSchema });
  const extractionId = extraction.id;
  if (conversation.extractionId !== extractionId) await updateConversation(tx, conversationId, { extractionId });

  const isChanged = !isNew && !isDeepStrictEqual(extraction.formSchema, formSchema);
  if (isChanged) {
    const form = storedForm(formSchema);
    const stored = (await listFields(tx, extractionId)).map(toStoredField);
    const dropped = stored.filter((field) => !stillFits(form, field));
    await changeFields(
      tx,
      live,
      { extraction, form, known: stored, contactId: conversation.contactId },
      {
        changes: [],
        dropped,
        author: { changedBy: 'visitor', changedByPersonId: null, changedAt: clock.now() },
        // What was said before may say something about the new fields.
        alsoSet: { formSchema, formVersion: extraction.formVersion + 1, readSeq: 0 },
      },
    );
  }
  const hasUnread = conversation.lastSeq > 0 && (isNew || isChanged || conversation.extractionId !== extractionId);
  if (hasUnread) await wantReading(tx, { extractionId });
}

function stillFits(form: FormSchema, { fieldName, value }: StoredField): boolean {
  const field = form.fields.find(({ name }) => name === fieldName);
  return field !== undefined && (value === null || checkValue(field, value).ok);
}
