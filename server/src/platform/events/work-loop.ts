import type { Clock } from '../clock.ts';

export interface WorkLoop {
  /** Work soon: at once when idle, once more when already working. Any number of calls in between count as one. */
  wake(): void;
  /** Lets the work in hand finish and starts no more. */
  stop(): Promise<void>;
}

export interface WorkLoopOptions {
  clock: Clock;
  /** Does what there is to do and says when to look again without being woken. */
  work(): Promise<{ againInMs: number }>;
  /** Told what `work` threw; the loop goes on after `retryInMs`. */
  onError(error: unknown): void;
  retryInMs: number;
}

/** One piece of background work that runs when woken and otherwise from time to time, never twice at once. Starts at once. */
export function startWorkLoop({ clock, work, onError, retryInMs }: WorkLoopOptions): WorkLoop {
  let stopped = false;
  let woken = false;
  let interrupt = () => {};

  const pause = (delayMs: number) =>
    new Promise<void>((resolve) => {
      if (woken || stopped) return resolve();
      const cancel = clock.after(delayMs, resolve);
      interrupt = () => {
        cancel();
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      let delayMs = retryInMs;
      try {
        delayMs = (await work()).againInMs;
      } catch (error) {
        onError(error);
        // What woke us is not lost, but a database that is away is not asked in a tight loop either.
        woken = false;
      }
      await pause(delayMs);
    }
  };
  const running = run();

  return {
    wake: () => {
      woken = true;
      interrupt();
    },
    stop: () => {
      stopped = true;
      interrupt();
      return running;
    },
  };
}
