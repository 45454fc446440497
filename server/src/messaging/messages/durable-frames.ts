import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { type ConversationUpdate, listUpdatesAfter } from '../conversations/conversations.repository.ts';
import { listMessagesAfter, type Message } from './messages.repository.ts';

/** A message as a visitor sees it. */
export function messageFrame(message: Message): DurableFrame & { type: 'message' } {
  return {
    type: 'message',
    messageId: message.id,
    role: message.role,
    content: message.content,
    seq: message.seq,
    createdAt: message.createdAt.toISOString(),
    ...(message.role === 'user' && message.externalId !== null && { clientMessageId: message.externalId }),
    ...(message.authorName !== null && { author: { name: message.authorName } }),
    ...(message.finishReason !== null && { finishReason: message.finishReason }),
    ...(message.sources !== null && { sources: message.sources }),
    ...(message.attachments !== null && { attachments: message.attachments }),
  };
}

/** A status, read mark or escalation as a visitor sees it; `data` was written in the form of the frame. */
export const updateFrame = ({ kind, seq, createdAt, data }: ConversationUpdate): DurableFrame =>
  ({ type: kind, seq, createdAt: createdAt.toISOString(), ...data }) as DurableFrame;

/** Every durable frame after `afterSeq`, in order of `seq`, at most `limit`. */
export async function readDurableFrames(
  tx: TenantTransaction,
  conversationId: string,
  afterSeq: number,
  limit: number,
): Promise<DurableFrame[]> {
  const stored = await listMessagesAfter(tx, conversationId, afterSeq, limit);
  const updates = await listUpdatesAfter(tx, conversationId, afterSeq, limit);
  const frames = [...stored.map(messageFrame), ...updates.map(updateFrame)];
  return frames.sort((a, b) => a.seq - b.seq).slice(0, limit);
}
