import type { Conversation } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { postUpdate } from '#messaging/messages/post-update.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { EscalationRow } from './escalations.repository.ts';

/** Shows visitors how it stands; nothing in a conversation that has ended. The caller holds the conversation's lock. */
export async function showEscalation(
  tx: TenantTransaction,
  live: LiveConversations,
  { id: conversationId, endedAt }: Pick<Conversation, 'id' | 'endedAt'>,
  { id: escalationId, urgency, status }: Pick<EscalationRow, 'id' | 'urgency' | 'status'>,
  message?: string,
): Promise<void> {
  if (endedAt) return;
  const data = { escalationId, urgency, status, ...(message !== undefined && { message }) };
  await postUpdate(tx, live, conversationId, { kind: 'escalation', data });
}
