import type { Clock } from '#platform/clock.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import type { ChatModel, ChatRequest, ModelEvent } from './chat-model.ts';
import { ModelError } from './model-error.ts';

/** Who watches over providers: each request is told once, with how it ended. */
export interface ModelWatch {
  /** @param outcome `answered`, or the kind of error */
  ended(provider: string, outcome: string): void;
  firstPiece(provider: string, seconds: number): void;
  spent(provider: string, inputTokens: number, outputTokens: number): void;
  rested(provider: string, isResting: boolean): void;
}

/** Figures of every provider for `/metrics`. Model names come from tenants and have no end, so they are no label. */
export function createModelWatch(metrics: Metrics): ModelWatch {
  const answers = metrics.counter('foyer_model_answers_total', 'Requests to model providers, by how they ended.', ['provider', 'outcome']);
  const tokens = metrics.counter('foyer_model_tokens_total', 'Tokens, as providers count them.', ['provider', 'direction']);
  const first = metrics.histogram('foyer_model_first_piece_seconds', 'From a request to the first piece of its answer.', ['provider']);
  const resting = metrics.gauge('foyer_model_provider_resting', '1 while a provider that failed is not asked.', ['provider']);
  return {
    ended: (provider, outcome) => answers.increase({ provider, outcome }),
    firstPiece: (provider, seconds) => first.observe({ provider }, seconds),
    spent: (provider, inputTokens, outputTokens) => {
      tokens.increase({ provider, direction: 'input' }, inputTokens);
      tokens.increase({ provider, direction: 'output' }, outputTokens);
    },
    rested: (provider, isResting) => resting.set({ provider }, isResting ? 1 : 0),
  };
}

/** The same model, with somebody watching. */
export function watched(model: ChatModel, watch: ModelWatch, clock: Clock): ChatModel {
  async function* pass(events: AsyncIterable<ModelEvent>): AsyncGenerator<ModelEvent> {
    const startedMs = clock.monotonicMs();
    let hasBegun = false;
    let outcome = 'cancelled';
    try {
      for await (const event of events) {
        if (!hasBegun) watch.firstPiece(model.id, (clock.monotonicMs() - startedMs) / 1000);
        hasBegun = true;
        if (event.type === 'finish') outcome = 'answered';
        yield event;
      }
    } catch (error) {
      outcome = error instanceof ModelError ? error.kind : 'error';
      throw error;
    } finally {
      watch.ended(model.id, outcome);
    }
  }

  return {
    ...model,
    stream: (request, signal) => {
      const onSpent: ChatRequest['onSpent'] = (spent) => {
        watch.spent(model.id, spent.inputTokens, spent.outputTokens);
        request.onSpent?.(spent);
      };
      return pass(model.stream({ ...request, onSpent }, signal));
    },
  };
}
