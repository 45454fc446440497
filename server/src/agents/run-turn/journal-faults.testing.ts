import type { TurnJournal } from './turn-journal.ts';

/** What a process that dies looks like from inside: it goes no further. */
export class Crash extends Error {
  override name = 'Crash';
}

type Write = keyof TurnJournal;

/** Runs `interfere` around every write of a journal, with its number from 0 on. */
export function aroundWrites(
  journal: TurnJournal,
  interfere: (write: Write, number: number, go: () => Promise<unknown>) => Promise<unknown>,
): TurnJournal {
  let count = 0;
  const around = <Args extends unknown[], Result>(write: Write, method: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      const number = count;
      count += 1;
      let result: { value: Result } | undefined;
      await interfere(write, number, async () => {
        result = { value: await method(...args) };
      });
      if (!result) throw new Error('A write of the journal was left out.');
      return result.value;
    };
  };
  return {
    recordStep: around('recordStep', journal.recordStep),
    runDatabaseTool: around('runDatabaseTool', journal.runDatabaseTool),
    startRemoteCall: around('startRemoteCall', journal.startRemoteCall),
    finishCall: around('finishCall', journal.finishCall),
  };
}

export interface CrashPoint {
  write: number;
  when: 'before' | 'after';
}

/** Dies before or after one write. */
export const crashAt = (point: CrashPoint | undefined) => (journal: TurnJournal) =>
  aroundWrites(journal, async (_write, number, go) => {
    if (point?.write === number && point.when === 'before') throw new Crash();
    await go();
    if (point?.write === number) throw new Crash();
  });

/** Does something once, just before one write. */
export const beforeWrite = (wanted: number, act: (write: Write) => Promise<void>) => (journal: TurnJournal) =>
  aroundWrites(journal, async (write, number, go) => {
    if (number === wanted) await act(write);
    await go();
  });
