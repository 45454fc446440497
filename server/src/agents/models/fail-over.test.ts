import { describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { assertOutsideUnitOfWork } from '#platform/db/unit-of-work.ts';
import { chatModelContract, collect, question, textOf } from './chat-model.contract.ts';
import type { ChatModel, ModelEvent } from './chat-model.ts';
import { createCircuitBreaker, DEFAULT_BREAKER_POLICY } from './circuit-breaker.ts';
import { type Candidate, withFailOver } from './fail-over.ts';
import { ModelError } from './model-error.ts';

type Does = ModelError | string[] | (() => ModelError | string[]);

function scripted(id: string, does: Does): ChatModel & { asked: number } {
  const model = {
    id,
    asked: 0,
    capabilities: { tools: true, images: false, documents: false },
    stream: (_request: unknown, signal: AbortSignal) => {
      assertOutsideUnitOfWork('A scripted model');
      model.asked += 1;
      return answer(signal);
    },
  };
  async function* answer(signal: AbortSignal): AsyncGenerator<ModelEvent> {
    const now = typeof does === 'function' ? does() : does;
    if (now instanceof ModelError) throw now;
    for (const delta of now) {
      if (signal.aborted) throw new ModelError('cancelled');
      yield { type: 'text-delta', delta };
    }
    yield { type: 'finish', reason: 'stop' };
  }
  return model;
}

const away = new ModelError('unreachable');

function arrange(...does: Does[]) {
  const clock = createFakeClock();
  const models = does.map((each, index) => scripted(`model-${index}`, each));
  const candidates = models.map((model): Candidate => ({ model, breaker: createCircuitBreaker(clock) }));
  const [first, ...others] = candidates;
  if (!first) throw new Error('Nobody to ask.');
  return { clock, models, candidates, model: withFailOver([first, ...others], clock) };
}

chatModelContract('a model with others in its place', async () => arrange(away, ['At ', 'eight.']));

describe('a list of models', () => {
  test('the reason of the last one is given when nobody answers', async () => {
    const { model } = arrange(away, new ModelError('unauthorized'));
    await expect(collect(model)).rejects.toMatchObject({ kind: 'unauthorized', othersLeft: false });
  });

  test('who cancels is not answered by the next one', async () => {
    const { model, models } = arrange(new ModelError('cancelled'), ['Eight.']);
    await expect(collect(model)).rejects.toMatchObject({ kind: 'cancelled' });
    expect(models[1]?.asked).toBe(0);
  });

  test('a mistake of ours is not covered up by the next one', async () => {
    const { model, models } = arrange(() => {
      throw new TypeError('Oh.');
    }, ['Eight.']);
    await expect(collect(model)).rejects.toThrow(TypeError);
    expect(models[1]?.asked).toBe(0);
  });

  test('cancelling a trial before it came to anything lets somebody else try', async () => {
    const outcomes: (ModelError | string[])[] = [new ModelError('cancelled'), ['At ', 'eight.']];
    const { clock, model, candidates } = arrange(() => outcomes.shift() ?? []);
    const breaker = candidates[0]?.breaker;
    for (let count = 0; count < DEFAULT_BREAKER_POLICY.failures; count += 1) {
      const asked = breaker?.ask();
      if (asked && 'permit' in asked) asked.permit.failed(away);
    }
    await clock.advance(DEFAULT_BREAKER_POLICY.firstRestMs);
    await expect(collect(model)).rejects.toMatchObject({ kind: 'cancelled' });
    expect(textOf(await collect(model))).toBe('At eight.');
  });
});

describe('when everybody rests', () => {
  async function resting() {
    let isBack = false;
    const arranged = arrange(() => (isBack ? ['Back.'] : away));
    for (let count = 0; count < DEFAULT_BREAKER_POLICY.failures; count += 1) await collect(arranged.model).catch(() => {});
    return {
      ...arranged,
      comeBack: () => {
        isBack = true;
      },
    };
  }

  test('a short rest is waited out', async () => {
    const { model, clock, comeBack } = await resting();
    comeBack();
    const reading = collect(model);
    await clock.advance(DEFAULT_BREAKER_POLICY.firstRestMs);
    expect(textOf(await reading)).toBe('Back.');
  });

  test('a long one is reported at once, with its end', async () => {
    const { model, models, clock } = await resting();
    for (const restMs of [5_000, 10_000]) {
      await clock.advance(restMs);
      await expect(collect(model)).rejects.toMatchObject({ kind: 'unreachable' });
    }
    const asked = models[0]?.asked;
    await expect(collect(model)).rejects.toMatchObject({ kind: 'resting', retryAfterMs: 20_000, retryable: true });
    expect(models[0]?.asked).toBe(asked);
  });

  test('waiting ends when the visitor leaves', async () => {
    const { model } = await resting();
    const controller = new AbortController();
    const failing = expect(collect(model, question, controller.signal)).rejects.toMatchObject({ kind: 'cancelled' });
    await Promise.resolve();
    controller.abort();
    await failing;
  });
});
