import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';

/**
 * Lets every durable frame through once and in order. A client of server-sent events remembers the id of the last event and nothing
 * else: a frame that came before an earlier one would make it lose that one.
 */
export interface SeqGate {
  lets(frame: ServerFrame): boolean;
  /** What comes next is what follows on `seq`. `untilCaughtUp`: later frames are held off, because a replay brings them in their turn. */
  startAfter(seq: number, options?: { untilCaughtUp: boolean }): void;
  caughtUp(): void;
  position(): number;
}

export function createSeqGate(): SeqGate {
  let position = 0;
  let isReplaying = false;
  return {
    lets: (frame) => {
      const seq = durableSeq(frame);
      if (seq === undefined) return true;
      if (seq <= position || (isReplaying && seq > position + 1)) return false;
      position = seq;
      return true;
    },
    startAfter: (seq, { untilCaughtUp } = { untilCaughtUp: false }) => {
      position = seq;
      isReplaying = untilCaughtUp;
    },
    caughtUp: () => {
      isReplaying = false;
    },
    position: () => position,
  };
}

/** The `seq` of a durable frame; an acknowledgement names one, and is none. */
export const durableSeq = (frame: ServerFrame): number | undefined =>
  'seq' in frame && frame.type !== 'message_ack' ? frame.seq : undefined;
