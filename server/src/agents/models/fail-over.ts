import type { Clock } from '#platform/clock.ts';
import { assertOutsideUnitOfWork } from '#platform/db/unit-of-work.ts';
import type { ChatModel, ChatRequest, ModelEvent } from './chat-model.ts';
import type { CircuitBreaker, Permit } from './circuit-breaker.ts';
import { ModelError } from './model-error.ts';

/** One of the models that may answer. */
export interface Candidate {
  model: ChatModel;
  /** The model's name at its provider; the provider's own default when left out. Another candidate's name never goes to it. */
  modelName?: string;
  breaker: CircuitBreaker;
  /** It answers, but not the question. */
  isLastResort?: true;
}

/** A visitor waits: so long at most for a rest to end when nobody else can be asked. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Asks the candidates in order until one begins to answer. Words cannot be taken back here: what fails after the first of them is
 * reported, and says whether another candidate is left for a new attempt.
 */
export function withFailOver(candidates: readonly [Candidate, ...Candidate[]], clock: Clock): ChatModel {
  const [first] = candidates;
  const hasAlternatives = candidates.filter(({ isLastResort }) => !isLastResort).length > 1;

  async function* answer(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const waitUntilMs = clock.monotonicMs() + LONGEST_WAIT_MS;
    for (;;) {
      let shortestRestMs = Number.POSITIVE_INFINITY;
      let failure: ModelError | undefined;
      for (const candidate of candidates) {
        const asked = candidate.breaker.ask();
        if ('restsMs' in asked) {
          shortestRestMs = Math.min(shortestRestMs, asked.restsMs);
          continue;
        }
        const ended = yield* tryOne(candidate, asked.permit, request, signal);
        if (!ended) return;
        failure = ended;
      }
      if (failure) throw failure;
      if (clock.monotonicMs() + shortestRestMs > waitUntilMs) throw new ModelError('resting', { retryAfterMs: shortestRestMs });
      await pause(clock, shortestRestMs, signal);
    }
  }

  /** The failure, when it came before anything of the answer. */
  async function* tryOne(
    { model, modelName }: Candidate,
    permit: Permit,
    { settings: { model: _, ...settings }, ...request }: ChatRequest,
    signal: AbortSignal,
  ): AsyncGenerator<ModelEvent, ModelError | undefined> {
    let begun = false;
    try {
      const own = { ...request, settings: { ...settings, ...(modelName !== undefined && { model: modelName }) } };
      for await (const event of model.stream(own, signal)) {
        if (!begun) permit.begun();
        begun = true;
        if (event.type === 'finish') permit.succeeded();
        yield event.type === 'finish' ? { by: model.id, ...event } : event;
      }
      return undefined;
    } catch (error) {
      if (!(error instanceof ModelError) || error.kind === 'cancelled') throw error;
      permit.failed(error);
      if (!begun) return error;
      throw hasAlternatives ? error.withOthersLeft() : error;
    } finally {
      permit.withdrawn();
    }
  }

  return {
    id: first.model.id,
    capabilities: first.model.capabilities,
    stream: (request, signal) => {
      assertOutsideUnitOfWork('A language model');
      return answer(request, signal);
    },
  };
}

async function pause(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  try {
    await clock.sleep(delayMs, signal);
  } catch {
    throw new ModelError('cancelled');
  }
}
