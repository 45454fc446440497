import { type Conversation, updateConversation } from '#messaging/conversations/conversations.repository.ts';
import type { MessageRedFlags } from '#messaging/messages/messages.tables.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { higherUrgency } from './rule.ts';

/** Says what was found in a message of the conversation, whose urgency only ever goes up. The caller holds the conversation's lock. */
export async function noteRedFlags(
  tx: TenantTransaction,
  { id: conversationId, contactId, urgency: before }: Pick<Conversation, 'id' | 'contactId' | 'urgency'>,
  messageId: string,
  { urgency, matches }: MessageRedFlags,
): Promise<void> {
  if (higherUrgency(before, urgency) !== before) await updateConversation(tx, conversationId, { urgency });
  tx.emit({
    type: 'safety.flagged',
    subject: { conversationId, messageId, contactId },
    data: {
      urgency,
      categories: [...new Set(matches.map(({ category }) => category))],
      ruleIds: [...new Set(matches.map(({ ruleId }) => ruleId))],
    },
  });
}
