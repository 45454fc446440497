import type { DurableFrame, EphemeralFrame } from '@foyer/contracts/chat-socket.ts';
import type { LiveHub, LiveMessage, Unsubscribe } from '#platform/realtime/live-hub.ts';

/** What goes to everybody who watches a conversation, on this node and on others. */
export type LiveSignal =
  /** A durable frame was committed. Without a frame (a hub that carries ids alone), it is read from the database. */
  | { kind: 'durable'; seq: number; frame?: DurableFrame /** The connection that already knows. */; origin?: string }
  | { kind: 'token'; messageId: string; delta: string; offset: number }
  | { kind: 'ephemeral'; frame: EphemeralFrame; origin?: string }
  /** A message tells of an emergency, which was found only after it was stored. Each connection has the tenant's text to show for it. */
  | { kind: 'emergency'; messageId: string; language: 'en' | 'es'; categories: string[] }
  /** For the process that runs the turn: it is no longer wanted. */
  | { kind: 'turn-ended'; turnId: string }
  /** A connection has an answer only from the middle on and asks its process for what came before. */
  | { kind: 'prefix-wanted'; messageId: string };

export interface LiveConversations {
  publish(conversationId: string, signal: LiveSignal): void;
  subscribe(conversationId: string, listener: (signal: LiveSignal) => void): Unsubscribe;
}

const channelOf = (conversationId: string) => `conversation:${conversationId}`;

/** The conversations' channels of the hub, with their own vocabulary. */
export function createLiveConversations(hub: LiveHub): LiveConversations {
  return {
    publish: (conversationId, signal) => hub.publish(channelOf(conversationId), toMessage(signal)),
    subscribe: (conversationId, listener) => hub.subscribe(channelOf(conversationId), (message) => listener(fromMessage(message))),
  };
}

function toMessage(signal: LiveSignal): LiveMessage {
  if (signal.kind === 'durable') {
    const { seq, ...body } = signal;
    return { type: 'durable', durable: true, ids: { seq }, body };
  }
  if (signal.kind === 'turn-ended') return { type: 'turn-ended', durable: true, ids: { turnId: signal.turnId } };
  if (signal.kind === 'emergency') {
    // Recorded with the message: it has to reach every node, and what it carries says nothing of what was written.
    const { messageId, language, categories } = signal;
    return { type: 'emergency', durable: true, ids: { messageId, language, categories: categories.join(',') } };
  }
  if (signal.kind === 'ephemeral' && signal.frame.type === 'message_reset') {
    // Recorded with the attempt that it voids: every node hears of it, because whoever has seen the text may be on any of them by now.
    return { type: 'message-reset', durable: true, ids: { messageId: signal.frame.messageId } };
  }
  if (signal.kind === 'ephemeral' && signal.frame.type === 'status' && signal.frame.status !== 'reconnect') {
    // Recorded with the conversation: whoever is connected to another node is told too.
    return { type: 'quality', durable: true, ids: { status: signal.frame.status } };
  }
  return { type: signal.kind, durable: false, ids: {}, body: signal };
}

function fromMessage({ type, ids, body }: LiveMessage): LiveSignal {
  if (type === 'durable') return { ...(body as object), kind: 'durable', seq: Number(ids.seq) };
  if (type === 'turn-ended') return { kind: 'turn-ended', turnId: String(ids.turnId) };
  if (type === 'emergency') {
    const { messageId, language, categories } = ids;
    const found = String(categories).split(',');
    return { kind: 'emergency', messageId: String(messageId), language: language === 'es' ? 'es' : 'en', categories: found };
  }
  if (type === 'message-reset') return { kind: 'ephemeral', frame: { type: 'message_reset', messageId: String(ids.messageId) } };
  if (type === 'quality') {
    return { kind: 'ephemeral', frame: { type: 'status', status: ids.status === 'degraded' ? 'degraded' : 'restored' } };
  }
  return body as LiveSignal;
}
