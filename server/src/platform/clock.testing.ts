import type { Cancel, Clock } from './clock.ts';

export interface FakeClock extends Clock {
  /** Moves time on, running what falls due in order, and lets promises settle in between. */
  advance(ms: number): Promise<void>;
  /** How many timers wait; a test can see that nothing was left behind. */
  pendingTimers(): number;
}

interface Timer {
  dueMs: number;
  run: () => void;
  intervalMs?: number;
}

export function createFakeClock(start: Date = new Date('2026-03-02T09:00:00Z')): FakeClock {
  let elapsedMs = 0;
  const timers = new Set<Timer>();

  const schedule = (timer: Timer): Cancel => {
    timers.add(timer);
    return () => timers.delete(timer);
  };
  const next = (untilMs: number): Timer | undefined =>
    [...timers].filter((timer) => timer.dueMs <= untilMs).sort((a, b) => a.dueMs - b.dueMs)[0];

  return {
    now: () => new Date(start.getTime() + elapsedMs),
    monotonicMs: () => elapsedMs,
    after: (delayMs, run) => schedule({ dueMs: elapsedMs + delayMs, run }),
    every: (intervalMs, run) => schedule({ dueMs: elapsedMs + intervalMs, run, intervalMs }),
    sleep: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const cancel = schedule({ dueMs: elapsedMs + delayMs, run: resolve });
        signal?.addEventListener('abort', () => {
          cancel();
          reject(signal.reason);
        });
      }),
    advance: async (ms) => {
      const untilMs = elapsedMs + ms;
      await settle();
      for (let timer = next(untilMs); timer !== undefined; timer = next(untilMs)) {
        elapsedMs = Math.max(elapsedMs, timer.dueMs);
        if (timer.intervalMs === undefined) timers.delete(timer);
        else timer.dueMs += timer.intervalMs;
        timer.run();
        await settle();
      }
      elapsedMs = untilMs;
      await settle();
    },
    pendingTimers: () => timers.size,
  };
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
