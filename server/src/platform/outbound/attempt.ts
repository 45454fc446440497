import type { Clock } from '../clock.ts';
import { OutboundError } from './outbound-error.ts';

/** One attempt at a request: its deadline, the caller's signal, and how far it got, which decides what an error means. */
export interface Attempt {
  signal: AbortSignal;
  /** From here on something may have reached the peer. */
  connected(): void;
  /** For what cannot be cancelled itself. */
  unlessStopped<Result>(result: Promise<Result>): Promise<Result>;
  explain(error: unknown): OutboundError;
  end(): void;
}

export interface AttemptOptions {
  clock: Clock;
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

export function startAttempt({ clock, timeoutMs, signal }: AttemptOptions): Attempt {
  const stop = new AbortController();
  let mayHaveArrived = false;
  let stoppedBy: 'caller' | 'deadline' | undefined;

  const stopBy = (who: 'caller' | 'deadline') => {
    stoppedBy ??= who;
    stop.abort();
  };
  const onAbort = () => stopBy('caller');
  const cancelDeadline = clock.after(timeoutMs, () => stopBy('deadline'));
  signal?.addEventListener('abort', onAbort, { once: true });
  if (signal?.aborted) onAbort();

  return {
    signal: stop.signal,
    connected: () => {
      mayHaveArrived = true;
    },

    unlessStopped: (result) =>
      new Promise((resolve, reject) => {
        const onStop = () => reject(stop.signal.reason);
        if (stop.signal.aborted) onStop();
        stop.signal.addEventListener('abort', onStop, { once: true });
        result.then(resolve, reject);
      }),

    explain(error) {
      if (error instanceof OutboundError) return error;
      if (stoppedBy === 'caller') return new OutboundError('aborted', 'The request was given up.', { mayHaveArrived });
      const why = stoppedBy === 'deadline' ? `no answer within ${timeoutMs} ms` : codeOf(error);
      if (!mayHaveArrived)
        return new OutboundError('not-sent', `The address could not be reached (${why}).`, { mayHaveArrived, cause: error });
      return new OutboundError('unknown-outcome', `The request was sent, but its answer did not arrive whole (${why}).`, {
        mayHaveArrived,
        cause: error,
      });
    },

    end() {
      cancelDeadline();
      signal?.removeEventListener('abort', onAbort);
    },
  };
}

/** Codes such as ECONNREFUSED or CERT_HAS_EXPIRED; messages could say more about our network than the reader should know. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
