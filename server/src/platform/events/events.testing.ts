import { createFakeClock, type FakeClock } from '../clock.testing.ts';
import type { Database } from '../db/database.ts';
import type { TransactionPorts } from '../db/unit-of-work.ts';
import { numberEvents } from './events.repository.ts';
import { createEventRecorder } from './record-events.ts';

/** The ports of a unit of work whose events go into the log. */
export const eventPorts = (clock: FakeClock = createFakeClock()): Pick<TransactionPorts, 'recordEvents'> => ({
  recordEvents: createEventRecorder(clock),
});

/** Numbers what is committed, without the loop. */
export async function numberAllEvents(database: Database): Promise<number> {
  for (;;) {
    const { numbered, lastPosition } = await numberEvents(database, 1_000);
    if (numbered === 0) return lastPosition;
  }
}

/** A random number generator that repeats itself for the same seed (mulberry32), and prints which seed it has. */
export function seededRandom(seed: number = Date.now() % 2 ** 31): () => number {
  process.stdout.write(`seed ${seed}\n`);
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
