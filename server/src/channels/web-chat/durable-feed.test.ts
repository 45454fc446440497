import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDurableFeed } from './durable-feed.ts';

const frameOf = (seq: number): DurableFrame => ({
  type: 'read',
  seq,
  createdAt: '2026-01-01T00:00:00.000Z',
  upToSeq: 0,
  role: 'user',
});
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A conversation in a database that answers when it is told to, and a connection that watches it. */
function arrange({ stored = 0, startSeq = 0 } = {}) {
  let lastSeq = stored;
  const shown: number[] = [];
  const errors: unknown[] = [];
  let readAgain = () => {};
  const reads: { afterSeq: number; answer: (how?: Error) => void }[] = [];
  const feed = createDurableFeed(startSeq, {
    read: (afterSeq, limit) =>
      new Promise((resolve, reject) => {
        // What is committed after it was asked is not in the answer.
        const seqs = Array.from({ length: Math.min(limit, Math.max(0, lastSeq - afterSeq)) }, (_, index) => afterSeq + index + 1);
        const answer = (error?: Error) => {
          return error ? reject(error) : resolve(seqs.map(frameOf));
        };
        reads.push({ afterSeq, answer });
      }),
    show: ({ seq }) => shown.push(seq),
    room: async () => {},
    onError: (error, again) => {
      errors.push(error);
      readAgain = again;
    },
  });
  return {
    feed,
    shown,
    errors,
    readAgain: () => readAgain(),
    commit: () => {
      lastSeq += 1;
      return lastSeq;
    },
    /** Lets reads be answered until nothing is read any more. */
    answerAll: async () => {
      for (;;) {
        await settled();
        const read = reads.shift();
        if (!read) return;
        read.answer();
      }
    },
    answerNext: async (error?: Error) => {
      await settled();
      reads.shift()?.answer(error);
      await settled();
    },
  };
}

describe('durable frames', () => {
  test('that follow on one another are shown without asking the database', () => {
    const { feed, shown } = arrange();
    for (const seq of [1, 2, 3]) feed.signal(seq, frameOf(seq));
    expect(shown).toEqual([1, 2, 3]);
  });

  test('that come twice are shown once', () => {
    const { feed, shown } = arrange();
    for (const seq of [1, 1, 2, 1, 2]) feed.signal(seq, frameOf(seq));
    expect(shown).toEqual([1, 2]);
  });

  test('without their content, or after a gap, are fetched with those before them', async () => {
    const { feed, shown, answerAll } = arrange({ stored: 4 });
    feed.signal(1);
    feed.signal(4, frameOf(4));
    await answerAll();
    expect(shown).toEqual([1, 2, 3, 4]);
  });

  test('that are committed while others are being read come after them', async () => {
    const { feed, shown, commit, answerNext, answerAll } = arrange({ stored: 2 });
    feed.signal(2, frameOf(2));
    feed.signal(commit(), frameOf(3));
    await answerNext();
    feed.signal(commit(), frameOf(4));
    await answerAll();
    expect(shown).toEqual([1, 2, 3, 4]);
  });

  test('before the start belong to a resume, which shows them again and then goes on', async () => {
    const { feed, shown, commit, answerAll } = arrange({ stored: 3, startSeq: 3 });
    const replayed = feed.replay(1);
    feed.signal(commit(), frameOf(4));
    await answerAll();
    // What comes while it reads follows after its end.
    expect(await replayed).toBe(3);
    expect(shown).toEqual([2, 3, 4]);
  });

  test('fill more than one page', async () => {
    const { feed, shown, answerAll } = arrange({ stored: 450 });
    feed.catchUp();
    await answerAll();
    expect(shown).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
  });

  test('that cannot be read are read a little later; a resume says so to whoever asked', async () => {
    const { feed, shown, errors, commit, readAgain, answerNext, answerAll } = arrange({ stored: 2 });
    feed.catchUp();
    await answerNext(new Error('away'));
    expect([shown, errors.length]).toEqual([[], 1]);
    readAgain();
    await answerAll();
    expect(shown).toEqual([1, 2]);

    const replay = feed.replay(0).catch((error: Error) => error.message);
    await answerNext(new Error('still away'));
    expect(await replay).toBe('still away');

    feed.signal(commit());
    await answerAll();
    expect(shown).toEqual([1, 2, 3]);
  });

  test('are not shown any more once the connection is gone', async () => {
    const { feed, shown, answerAll } = arrange({ stored: 2 });
    feed.catchUp();
    feed.stop();
    feed.signal(1, frameOf(1));
    await answerAll();
    expect(shown).toEqual([]);
  });

  test('are each shown once and in order, whatever order commits, signals and answers come in', async () => {
    const steps = fc.array(fc.constantFrom('commit', 'commit-silently', 'signal-old', 'answer', 'fail', 'catch-up'), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        const { feed, shown, commit, answerNext, answerAll } = arrange();
        let last = 0;
        for (const step of script) {
          if (step === 'commit') {
            last = commit();
            feed.signal(last, frameOf(last));
          } else if (step === 'commit-silently') last = commit();
          else if (step === 'signal-old') feed.signal(Math.max(1, last - 1));
          else if (step === 'catch-up') feed.catchUp();
          else await answerNext(step === 'fail' ? new Error('away') : undefined);
        }
        await answerAll();
        feed.catchUp();
        await answerAll();
        expect(shown).toEqual(Array.from({ length: last }, (_, index) => index + 1));
      }),
    );
  });
});
