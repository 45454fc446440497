import { lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { postUpdate } from '#messaging/messages/post-update.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { endSessions } from './widget-sessions.repository.ts';

/** Ends a conversation from outside, and tells whoever is in it. Nothing happens to one that has ended. */
export async function endConversation(
  tx: TenantTransaction,
  { live, clock }: { live: LiveConversations; clock: Clock },
  conversationId: string,
): Promise<void> {
  const conversation = await lockConversation(tx, conversationId);
  if (!conversation) return;
  await endSessions(tx, conversationId);
  if (conversation.endedAt) return;
  await postUpdate(tx, live, conversationId, { kind: 'status', data: { status: 'session_ended' } }, { endedAt: clock.now() });
}
