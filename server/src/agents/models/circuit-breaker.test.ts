import { describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { createCircuitBreaker, DEFAULT_BREAKER_POLICY, type Permit } from './circuit-breaker.ts';
import { ModelError, type ModelErrorKind } from './model-error.ts';

const { failures, firstRestMs, longestRestMs, windowMs } = DEFAULT_BREAKER_POLICY;

function arrange() {
  const clock = createFakeClock();
  const changes: boolean[] = [];
  const breaker = createCircuitBreaker(clock, (isResting) => changes.push(isResting));
  const ask = (): Permit => {
    const asked = breaker.ask();
    if ('restsMs' in asked) throw new Error(`It rests for ${asked.restsMs} ms.`);
    return asked.permit;
  };
  const fail = (times: number, kind: ModelErrorKind = 'overloaded', retryAfterMs?: number) => {
    for (let count = 0; count < times; count += 1) ask().failed(new ModelError(kind, retryAfterMs === undefined ? {} : { retryAfterMs }));
  };
  return { clock, breaker, ask, fail, changes };
}

describe('a provider that fails', () => {
  test('is asked until it has failed often enough, then it rests', () => {
    const { breaker, fail, changes } = arrange();
    fail(failures - 1);
    expect(breaker.isResting).toBe(false);
    fail(1);
    expect(breaker.ask()).toEqual({ restsMs: firstRestMs });
    expect(changes).toEqual([true]);
  });

  test('is not held to failures before an answer, or from long ago', async () => {
    const { clock, breaker, ask, fail } = arrange();
    fail(failures - 1);
    ask().succeeded();
    fail(failures - 1);
    await clock.advance(windowMs);
    fail(failures - 1);
    expect(breaker.isResting).toBe(false);
  });

  test.each<ModelErrorKind>(['rejected', 'cancelled', 'resting'])('is not blamed for what is not its fault: %s', (kind) => {
    const { breaker, fail } = arrange();
    fail(failures * 2, kind);
    expect(breaker.isResting).toBe(false);
  });

  test('rests at once for as long as it asks for, with an end', async () => {
    const { clock, breaker, fail } = arrange();
    fail(1, 'rate-limited', 60_000);
    expect(breaker.ask()).toEqual({ restsMs: 60_000 });
    await clock.advance(60_000);
    fail(1, 'rate-limited', 86_400_000);
    expect(breaker.ask()).toEqual({ restsMs: DEFAULT_BREAKER_POLICY.longestWishMs });
  });

  test('a wish that its own answer can wait out is not everybody’s business', () => {
    const { breaker, fail } = arrange();
    fail(1, 'rate-limited', 1_000);
    expect(breaker.isResting).toBe(false);
  });
});

describe('after its rest', () => {
  test('one tries it, and the others look again soon', async () => {
    const { clock, breaker, ask, fail } = arrange();
    fail(failures);
    await clock.advance(firstRestMs);
    const trial = ask();
    expect(breaker.ask()).toHaveProperty('restsMs');
    trial.begun();
    expect(breaker.ask()).toHaveProperty('permit');
  });

  test('a trial that fails doubles the rest, to a limit', async () => {
    const { clock, breaker, fail } = arrange();
    fail(failures);
    let restMs = firstRestMs;
    for (let round = 0; round < 10; round += 1) {
      await clock.advance(restMs);
      fail(1);
      restMs = Math.min(restMs * 2, longestRestMs);
      expect(breaker.ask()).toEqual({ restsMs: restMs });
    }
  });

  test('a trial that says nothing about the provider leaves room for another one', async () => {
    const { clock, ask, fail } = arrange();
    fail(failures);
    await clock.advance(firstRestMs);
    ask().withdrawn();
    ask().failed(new ModelError('rejected'));
    expect(ask()).toBeDefined();
  });

  test('an answer ends it, also when the one who asked has been told before', async () => {
    const { clock, breaker, ask, fail, changes } = arrange();
    fail(failures);
    await clock.advance(firstRestMs);
    const trial = ask();
    trial.begun();
    trial.succeeded();
    trial.failed(new ModelError('overloaded'));
    fail(failures - 1);
    expect(breaker.isResting).toBe(false);
    expect(changes).toEqual([true, false]);
  });

  test('an answer that began before it asked for the rest does not end it', () => {
    const { breaker, ask, fail } = arrange();
    const earlier = ask();
    fail(1, 'rate-limited', 60_000);
    earlier.succeeded();
    expect(breaker.isResting).toBe(true);
  });
});
