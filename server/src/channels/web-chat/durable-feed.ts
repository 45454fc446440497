import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';

export interface DurableFeedParts {
  /** The frames after `afterSeq` in order, at most `limit`, from the database. */
  read(afterSeq: number, limit: number): Promise<DurableFrame[]>;
  /** `isReplay`: the client asked for it, so it is shown even what it sent itself. */
  show(frame: DurableFrame, isReplay: boolean): void;
  /** Resolves once the client has taken most of what was sent: a long past is shown at the pace of whoever reads it. */
  room(): Promise<void>;
  /** What was signalled could not be read: `readAgain` is to be called a little later. */
  onError(error: unknown, readAgain: () => void): void;
}

/** The durable frames of one connection: each once, in order of `seq`, none missing, whatever order the signals come in. */
export interface DurableFeed {
  /** A frame has been committed. One that does not follow on the last is fetched with those before it. */
  signal(seq: number, frame?: DurableFrame): void;
  /** Shows every frame after `afterSeq`; resolves with the last `seq` shown. */
  replay(afterSeq: number): Promise<number>;
  /** How far the client has been shown everything. */
  lastSeq(): number;
  /** Signals may have been missed: reads what has come since. */
  catchUp(): void;
  stop(): void;
}

const PAGE = 200;

export function createDurableFeed(startSeq: number, parts: DurableFeedParts): DurableFeed {
  let cursor = startSeq;
  let reading: Promise<void> | undefined;
  let wanted = false;
  let stopped = false;

  return {
    signal: (seq, frame) => {
      if (stopped || seq <= cursor) return;
      if (!reading && frame && seq === cursor + 1) {
        cursor = seq;
        parts.show(frame, false);
        return;
      }
      fetchMore();
    },
    replay: async (afterSeq) => {
      while (reading) await reading;
      const replaying = readFrom(afterSeq, true);
      reading = replaying.catch(() => {}).finally(settle);
      await replaying;
      return cursor;
    },
    lastSeq: () => cursor,
    catchUp: fetchMore,
    stop: () => {
      stopped = true;
    },
  };

  function fetchMore(): void {
    wanted = true;
    if (reading || stopped) return;
    wanted = false;
    reading = readFrom(cursor, false)
      .catch((error: unknown) => parts.onError(error, fetchMore))
      .finally(settle);
  }

  function settle(): void {
    reading = undefined;
    if (wanted) fetchMore();
  }

  async function readFrom(afterSeq: number, isReplay: boolean): Promise<void> {
    for (let seq = afterSeq; !stopped; ) {
      const frames = await parts.read(seq, PAGE);
      for (const frame of frames) {
        await parts.room();
        if (stopped) return;
        seq = frame.seq;
        // A replay repeats what was shown before; what is newer than the cursor is shown for the first time.
        if (isReplay || seq > cursor) parts.show(frame, isReplay);
        cursor = Math.max(cursor, seq);
      }
      if (frames.length < PAGE) return;
    }
  }
}
