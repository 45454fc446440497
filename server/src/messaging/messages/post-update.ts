import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import {
  type Conversation,
  type ConversationUpdate,
  insertConversationUpdate,
  takeNextSeq,
} from '../conversations/conversations.repository.ts';
import type { LiveConversations } from '../live-conversation.ts';
import { updateFrame } from './durable-frames.ts';

/**
 * Shows visitors something durable that is no message, and changes the conversation in the same breath. Undefined when there is no such
 * conversation.
 */
export async function postUpdate(
  tx: TenantTransaction,
  live: LiveConversations,
  conversationId: string,
  { kind, data }: Pick<ConversationUpdate, 'kind' | 'data'>,
  changes: Parameters<typeof takeNextSeq>[2] = {},
): Promise<Conversation | undefined> {
  const conversation = await takeNextSeq(tx, conversationId, changes);
  if (!conversation) return undefined;
  const update = await insertConversationUpdate(tx, { conversationId, seq: conversation.lastSeq, kind, data });
  tx.afterCommit(() => live.publish(conversationId, { kind: 'durable', seq: update.seq, frame: updateFrame(update) }));
  return conversation;
}
