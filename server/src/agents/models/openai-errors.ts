import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import type { Clock } from '#platform/clock.ts';
import { ModelError, type ModelErrorKind } from './model-error.ts';

/**
 * What the client threw, in our words. The vendor's own text stays behind, because it may quote the conversation or
 * part of the key; the cause keeps the status and the codes.
 * @param streaming the response had begun, so the provider was reached
 */
export function toModelError(thrown: unknown, streaming: boolean, clock: Clock): ModelError {
  if (thrown instanceof ModelError) return thrown;
  if (thrown instanceof APIConnectionTimeoutError) return new ModelError('timeout', { cause: describe(thrown) });
  if (thrown instanceof APIConnectionError) return new ModelError('unreachable', { cause: describe(thrown) });
  if (!(thrown instanceof APIError)) return new ModelError(streaming ? 'broken-stream' : 'unreachable', { cause: describe(thrown) });

  const kind = kindOf(thrown);
  const retryAfterMs = readRetryAfterMs(thrown.headers, clock);
  return new ModelError(kind, {
    cause: describe(thrown),
    ...(isOutOfCredit(thrown) && { retryable: false }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

function kindOf(error: APIError): ModelErrorKind {
  const status = error.status ?? statusInsideStream(error);
  if (status === undefined) return 'broken-stream';
  if (status === 401 || status === 403) return 'unauthorized';
  if (status === 429) return 'rate-limited';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'overloaded' : 'rejected';
}

/** An error event has no status of its own: some servers put a number into `code`, others a word into `code` or `type`. */
function statusInsideStream({ code, type }: APIError): number | undefined {
  const number = Number(code ?? Number.NaN);
  if (number >= 400 && number < 600) return number;
  const words = `${code} ${type}`;
  if (/rate_limit|insufficient_quota/.test(words)) return 429;
  return /server_error|overloaded/.test(words) ? 503 : undefined;
}

/** An empty account is answered like a busy one, but waiting does not fill it. */
const isOutOfCredit = ({ code, type }: APIError) => code === 'insufficient_quota' || type === 'insufficient_quota';

function readRetryAfterMs(headers: Headers | undefined, clock: Clock): number | undefined {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (milliseconds >= 0) return milliseconds;
  const value = headers?.get('retry-after') ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const untilMs = Date.parse(value) - clock.now().getTime();
  return untilMs >= 0 ? untilMs : undefined;
}

function describe(thrown: unknown): Error {
  if (thrown instanceof APIError && !(thrown instanceof APIConnectionError)) {
    const words = [thrown.status, thrown.code, thrown.type, thrown.requestID].filter(isCodeLike);
    return new Error(`The endpoint answered ${words.join(' ') || 'with an error'}.`);
  }
  return new Error(`The connection failed: ${networkCode(thrown) ?? 'no code was given'}.`);
}

/** Only what looks like a code is kept, so that no sentence of the vendor's slips through. */
const isCodeLike = (word: unknown) => /^[\w.-]{1,64}$/.test(String(word ?? ''));

function networkCode(thrown: unknown, depth = 0): string | undefined {
  if (!(thrown instanceof Error) || depth > 4) return undefined;
  const code = 'code' in thrown && isCodeLike(thrown.code) ? String(thrown.code) : undefined;
  return networkCode(thrown.cause, depth + 1) ?? code;
}
