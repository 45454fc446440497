import type { Clock } from '#platform/clock.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { type Conversation, takeNextSeq } from '../conversations/conversations.repository.ts';
import type { LiveConversations } from '../live-conversation.ts';
import { messageFrame } from './durable-frames.ts';
import { insertMessage, type Message } from './messages.repository.ts';

/** Says something in the product's own name, and changes who holds the conversation in the same breath. */
export async function postSystemMessage(
  tx: TenantTransaction,
  { live, clock }: { live: LiveConversations; clock: Clock },
  conversationId: string,
  text: (conversation: Conversation) => string,
  changes: Partial<Pick<Conversation, 'holder' | 'status' | 'handedOverByTurnId'>> = {},
): Promise<Message | undefined> {
  const conversation = await takeNextSeq(tx, conversationId, { ...changes, lastMessageAt: clock.now() });
  if (!conversation) return undefined;
  const message = await insertMessage(tx, {
    conversationId,
    seq: conversation.lastSeq,
    direction: 'outbound',
    role: 'system',
    content: text(conversation),
  });
  tx.emit({
    type: 'message.created',
    subject: { conversationId, messageId: message.id, contactId: conversation.contactId },
    data: { direction: 'outbound', role: 'system', channel: conversation.channel },
  });
  tx.afterCommit(() => live.publish(conversationId, { kind: 'durable', seq: message.seq, frame: messageFrame(message) }));
  return message;
}
