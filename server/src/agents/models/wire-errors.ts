import type { Clock } from '#platform/clock.ts';
import { ModelError, type ModelErrorKind } from './model-error.ts';

/**
 * What a vendor's client threw, as far as it may be known. The vendor's own text stays behind, because it may quote the conversation or
 * part of the key; what is left are the status and the codes.
 */
export type WireFailure =
  | { what: 'connection'; thrown: unknown; timedOut: boolean }
  | {
      what: 'refusal';
      /** Undefined for an error inside a stream. */
      status: number | undefined;
      /** What the vendor calls it: codes and types, never sentences. */
      words: readonly unknown[];
      headers: Headers | undefined;
    };

/** @param streaming the response had begun, so the provider was reached */
export function modelErrorOf(failure: WireFailure, streaming: boolean, clock: Clock): ModelError {
  if (failure.what === 'connection') {
    const cause = new Error(`The connection failed: ${networkCode(failure.thrown) ?? 'no code was given'}.`);
    const kind = failure.timedOut ? 'timeout' : streaming ? 'broken-stream' : 'unreachable';
    return new ModelError(kind, { cause });
  }
  const words = [failure.status, ...failure.words].filter(isCodeLike);
  const retryAfterMs = readRetryAfterMs(failure.headers, clock);
  return new ModelError(kindOf(failure.status ?? statusInsideStream(failure.words)), {
    cause: new Error(`The endpoint answered ${words.join(' ') || 'with an error'}.`),
    ...(isOutOfCredit(words) && { retryable: false }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function kindOf(status: number | undefined): ModelErrorKind {
  if (status === undefined) return 'broken-stream';
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'overloaded' : 'rejected';
}

/** An error event has no status of its own: some servers put a number into a code, others a word into a code or a type. */
function statusInsideStream(words: readonly unknown[]): number | undefined {
  const number = words.map(Number).find((value) => value >= 400 && value < 600);
  if (number !== undefined) return number;
  const text = words.join(' ');
  if (/rate_limit|insufficient_quota/.test(text)) return 429;
  if (/server_error|overloaded|api_error/.test(text)) return 503;
  if (/timeout_error/.test(text)) return 408;
  if (/authentication_error|permission_error|billing_error/.test(text)) return 403;
  return /invalid_request_error|not_found_error/.test(text) ? 400 : undefined;
}

/** An empty account is answered like a busy one, but waiting does not fill it. */
const isOutOfCredit = (words: readonly unknown[]) => words.some((word) => word === 'insufficient_quota' || word === 'billing_error');

function readRetryAfterMs(headers: Headers | undefined, clock: Clock): number | undefined {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (milliseconds >= 0) return milliseconds;
  const value = headers?.get('retry-after') ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const untilMs = Date.parse(value) - clock.now().getTime();
  return untilMs >= 0 ? untilMs : undefined;
}

/** Only what looks like a code is kept, so that no sentence of the vendor's slips through. */
const isCodeLike = (word: unknown) => /^[\w.-]{1,64}$/.test(String(word ?? ''));

function networkCode(thrown: unknown, depth = 0): string | undefined {
  if (!(thrown instanceof Error) || depth > 4) return undefined;
  const code = 'code' in thrown && isCodeLike(thrown.code) ? String(thrown.code) : undefined;
  return networkCode(thrown.cause, depth + 1) ?? code;
}
