import type { Cancel, Clock } from '#platform/clock.ts';

/** How long an answer may take, part by part, in milliseconds. */
export interface ModelTimeLimits {
  /** From the request to the response's headers. Servers that load a model first answer late. */
  headersMs: number;
  /** From the headers to the first piece of the answer. Models that think first are silent for long. */
  firstTokenMs: number;
  /** Between two pieces. Only time spent waiting for the provider counts. */
  idleMs: number;
  /** After the finish reason, for the token counts that may follow; the answer is whole by then. */
  trailerMs: number;
  /** For everything together. */
  totalMs: number;
}

export const DEFAULT_TIME_LIMITS: ModelTimeLimits = {
  headersMs: 30_000,
  firstTokenMs: 60_000,
  idleMs: 30_000,
  trailerMs: 2_000,
  totalMs: 180_000,
};

/** Holds one request to its limits: aborts `signal` when one runs out or when the caller cancels. */
export interface TimeWatch {
  readonly signal: AbortSignal;
  readonly expired: boolean;
  /** From now on we wait for the provider, at most this long. */
  waitAtMost(limitMs: number): void;
  /** We do not wait for the provider but work, or the caller does. */
  pause(): void;
  /** Ends the watch and, where it still runs, the request. */
  end(): void;
}

export function watchTime(clock: Clock, limits: ModelTimeLimits, cancellation: AbortSignal): TimeWatch {
  const controller = new AbortController();
  let expired = false;
  let cancelWait: Cancel | undefined;

  const expire = () => {
    expired = true;
    controller.abort();
  };
  const cancel = () => controller.abort();
  const cancelTotal = clock.after(limits.totalMs, expire);
  if (cancellation.aborted) cancel();
  cancellation.addEventListener('abort', cancel, { once: true });

  const pause = () => {
    cancelWait?.();
    cancelWait = undefined;
  };
  return {
    signal: controller.signal,
    get expired() {
      return expired;
    },
    waitAtMost: (limitMs) => {
      pause();
      cancelWait = clock.after(limitMs, expire);
    },
    pause,
    end: () => {
      pause();
      cancelTotal();
      cancellation.removeEventListener('abort', cancel);
      controller.abort();
    },
  };
}
