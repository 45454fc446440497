import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';
import type { Clock } from '#platform/clock.ts';
import { ModelError } from './model-error.ts';
import { modelErrorOf } from './wire-errors.ts';

/** What OpenAI's client threw, in our words. */
export function toModelError(thrown: unknown, streaming: boolean, clock: Clock): ModelError {
  if (thrown instanceof ModelError) return thrown;
  if (thrown instanceof APIError && !(thrown instanceof APIConnectionError)) {
    const { status, code, type, requestID, headers } = thrown;
    return modelErrorOf({ what: 'refusal', status, words: [code, type, requestID], headers }, streaming, clock);
  }
  return modelErrorOf({ what: 'connection', thrown, timedOut: thrown instanceof APIConnectionTimeoutError }, streaming, clock);
}
