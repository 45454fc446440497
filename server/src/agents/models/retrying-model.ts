import type { Clock } from '#platform/clock.ts';
import type { ChatModel, ChatRequest, ModelEvent } from './chat-model.ts';
import { ModelError } from './model-error.ts';

export interface RetryPolicy {
  /** The first one included. */
  attempts: number;
  /** Doubled with every attempt, unless the provider names a time. */
  firstDelayMs: number;
  /** A visitor waits: when the provider asks for more than this, we give up at once. */
  maxDelayMs: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = { attempts: 3, firstDelayMs: 500, maxDelayMs: 10_000 };

/** Asks again after a passing failure, as long as nothing of the answer was passed on: words cannot be taken back here. */
export function withRetries(model: ChatModel, clock: Clock, policy: RetryPolicy = DEFAULT_RETRY_POLICY): ChatModel {
  async function* answer(first: AsyncIterable<ModelEvent>, request: ChatRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    for (let attempt = 1; ; attempt += 1) {
      let begun = false;
      try {
        for await (const event of attempt === 1 ? first : model.stream(request, signal)) {
          begun = true;
          yield event;
        }
        return;
      } catch (error) {
        const delayMs = begun ? undefined : delayBeforeRetry(error, attempt, policy);
        if (delayMs === undefined) throw error;
        await pause(clock, delayMs, signal);
      }
    }
  }

  return { ...model, stream: (request, signal) => answer(model.stream(request, signal), request, signal) };
}

function delayBeforeRetry(error: unknown, attempt: number, policy: RetryPolicy): number | undefined {
  // A time-out has already used up the visitor's patience.
  if (!(error instanceof ModelError) || !error.retryable || error.kind === 'timeout') return undefined;
  if (attempt >= policy.attempts) return undefined;
  const delayMs = error.retryAfterMs ?? policy.firstDelayMs * 2 ** (attempt - 1);
  return delayMs <= policy.maxDelayMs ? delayMs : undefined;
}

async function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  try {
    await clock.sleep(delayMs, signal);
  } catch {
    throw new ModelError('cancelled');
  }
}
