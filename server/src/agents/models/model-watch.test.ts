import { describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { collect, question } from './chat-model.contract.ts';
import type { ChatModel, ModelEvent, SpentTokens } from './chat-model.ts';
import { ModelError } from './model-error.ts';
import { createModelWatch, watched } from './model-watch.ts';

const spent: SpentTokens = { id: '1', provider: 'p', model: 'm', outcome: 'answered', inputTokens: 11, outputTokens: 3 };

function arrange(answer: () => Iterable<ModelEvent>) {
  const clock = createFakeClock();
  const metrics = createMetrics({ ofProcess: false });
  const watch = createModelWatch(metrics);
  const model: ChatModel = {
    id: 'p',
    capabilities: { tools: true, images: false, documents: false },
    stream: async function* (request) {
      await clock.advance(250);
      request.onSpent?.(spent);
      yield* answer();
    },
  };
  const figures = async () =>
    (await metrics.render()).split('\n').filter((line) => line.startsWith('foyer_model_') && !line.includes('_bucket'));
  return { model: watched(model, watch, clock), watch, figures };
}

const answered: ModelEvent[] = [
  { type: 'text-delta', delta: 'Eight.' },
  { type: 'finish', reason: 'stop' },
];

describe('the figures of a provider', () => {
  test('count an answer, its tokens and how long it took to begin, and whoever asked is told the same', async () => {
    const { model, figures } = arrange(() => answered);
    const told: SpentTokens[] = [];
    await collect(model, { ...question, onSpent: (tokens) => told.push(tokens) });
    expect(await figures()).toEqual([
      'foyer_model_answers_total{provider="p",outcome="answered"} 1',
      'foyer_model_tokens_total{provider="p",direction="input"} 11',
      'foyer_model_tokens_total{provider="p",direction="output"} 3',
      'foyer_model_first_piece_seconds_sum{provider="p"} 0.25',
      'foyer_model_first_piece_seconds_count{provider="p"} 1',
    ]);
    expect(told).toEqual([spent]);
  });

  test('tell failures by their kind, and answers that nobody waited for', async () => {
    let fails = true;
    const { model, figures } = arrange(() => {
      if (fails) throw new ModelError('overloaded');
      return answered;
    });
    await expect(collect(model)).rejects.toMatchObject({ kind: 'overloaded' });
    fails = false;
    for await (const _event of model.stream(question, new AbortController().signal)) break;
    expect(await figures()).toEqual(
      expect.arrayContaining([
        'foyer_model_answers_total{provider="p",outcome="overloaded"} 1',
        'foyer_model_answers_total{provider="p",outcome="cancelled"} 1',
      ]),
    );
  });

  test('say whether it is given a rest', async () => {
    const { watch, figures } = arrange(() => answered);
    watch.rested('p', true);
    expect(await figures()).toContain('foyer_model_provider_resting{provider="p"} 1');
    watch.rested('p', false);
    expect(await figures()).toContain('foyer_model_provider_resting{provider="p"} 0');
  });
});
