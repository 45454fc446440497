import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import type { Chat, ChatEvent } from './chat.ts';

export type MessageFrame = Extract<DurableFrame, { type: 'message' }>;

/** What the durable frames of a conversation come to, one after the other. */
export interface Conversation {
  /** In their order. */
  readonly entries: readonly (MessageFrame | ChatEvent)[];
  /** Of the last frame that is in here. */
  readonly lastSeq: number;
  readonly holder: Chat['holder']['value'];
  readonly extraction: Extract<DurableFrame, { type: 'extraction_update' }> | undefined;
  /** How far the other side has read. */
  readonly readSeq: number;
  /** How far the visitor has read, on whatever device. */
  readonly visitorReadSeq: number;
  /** What escalations have said, by their ids: the same is not said twice. */
  readonly escalations: Readonly<Record<string, string>>;
}

export const EMPTY: Conversation = {
  entries: [],
  lastSeq: 0,
  holder: { kind: 'agent' },
  extraction: undefined,
  readSeq: 0,
  visitorReadSeq: 0,
  escalations: {},
};

const EVENTS = {
  handoff_requested: 'handoff-requested',
  agent_joined: 'agent-joined',
  agent_left: 'agent-left',
  session_ended: 'session-ended',
} as const;

/** The conversation after the frame that follows on its last. A kind of frame that nobody knows takes its place and changes nothing else. */
export function afterFrame(conversation: Conversation, frame: DurableFrame): Conversation {
  const next = { ...conversation, lastSeq: frame.seq };
  const add = (entry: MessageFrame | ChatEvent) => [...conversation.entries, entry];
  switch (frame.type) {
    case 'message':
      return { ...next, entries: add(frame), ...(frame.role === 'agent' && { holder: { kind: 'person', name: frame.author?.name } }) };
    case 'status':
      if (!(frame.status in EVENTS)) return next;
      return {
        ...next,
        entries: add(eventOf(frame, EVENTS[frame.status], { name: frame.author?.name })),
        holder: holderAfter(conversation.holder, frame),
      };
    case 'escalation': {
      const { escalationId, message } = frame;
      if (message === undefined || conversation.escalations[escalationId] === message) return next;
      return {
        ...next,
        entries: add(eventOf(frame, 'escalation', { text: message })),
        escalations: { ...conversation.escalations, [escalationId]: message },
      };
    }
    case 'extraction_update':
      return { ...next, extraction: frame };
    case 'read':
      return frame.role === 'user'
        ? { ...next, visitorReadSeq: Math.max(conversation.visitorReadSeq, frame.upToSeq) }
        : { ...next, readSeq: Math.max(conversation.readSeq, frame.upToSeq) };
    default:
      return next;
  }
}

function holderAfter(
  holder: Conversation['holder'],
  { status, author }: Extract<DurableFrame, { type: 'status' }>,
): Conversation['holder'] {
  if (status === 'handoff_requested') return holder.kind === 'person' ? holder : { kind: 'waiting' };
  if (status === 'agent_joined') return { kind: 'person', name: author?.name };
  return status === 'agent_left' ? { kind: 'agent' } : holder;
}

const eventOf = (
  { seq, createdAt }: DurableFrame,
  kind: ChatEvent['kind'],
  { name, text }: { name?: string | undefined; text?: string | undefined },
): ChatEvent => ({ kind, key: `event-${seq}`, at: momentOf(createdAt), seq, name, text });

/** In milliseconds since 1970. */
export const momentOf = (createdAt: string): number => Date.parse(createdAt);

/** How many messages of others nobody has seen who has seen everything up to `seenSeq`. */
export const countUnread = ({ entries, visitorReadSeq }: Conversation, seenSeq: number): number =>
  entries.filter((entry) => 'role' in entry && entry.role !== 'user' && entry.seq > Math.max(seenSeq, visitorReadSeq)).length;
