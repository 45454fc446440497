import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import { afterFrame, type Conversation, EMPTY } from './conversation.ts';

/** All durable frames that have come, each once, in whatever order they came. */
export interface FrameRecord {
  /** False for one that was known. */
  add(frame: DurableFrame): boolean;
  conversation(): Conversation;
  /** Up to where none is missing. */
  knownSeq(): number;
  has(seq: number): boolean;
  clear(): void;
}

export function createFrameRecord(): FrameRecord {
  const frames = new Map<number, DurableFrame>();
  let conversation = EMPTY;
  let knownSeq = 0;

  return {
    add: (frame) => {
      const { seq } = frame;
      const isNew = !frames.has(seq);
      // Addresses of files hold for a while only: those that come later are the better ones.
      if (!isNew && !(frame.type === 'message' && frame.attachments)) return false;
      frames.set(seq, frame);
      while (frames.has(knownSeq + 1)) knownSeq++;
      if (seq > conversation.lastSeq) conversation = afterFrame(conversation, frame);
      else conversation = [...frames.values()].toSorted((one, other) => one.seq - other.seq).reduce(afterFrame, EMPTY);
      return isNew;
    },
    conversation: () => conversation,
    knownSeq: () => knownSeq,
    has: (seq) => frames.has(seq),
    clear: () => {
      frames.clear();
      conversation = EMPTY;
      knownSeq = 0;
    },
  };
}
