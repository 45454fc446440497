import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../clock.testing.ts';
import { startWorkLoop } from './work-loop.ts';

describe('background work', () => {
  test('runs at the start, from time to time, and once more for any number of wakes while it works', async () => {
    const { clock, loop, runs, finish } = arrange();
    loop.wake();
    loop.wake();
    await finish();
    await finish();
    expect(runs()).toBe(2);

    await clock.advance(999);
    expect(runs()).toBe(2);
    await clock.advance(1);
    expect(runs()).toBe(3);
    await finish();
    loop.wake();
    await clock.advance(0);
    expect(runs()).toBe(4);
  });

  test('goes on after an error, later, however often it is woken meanwhile', async () => {
    const { clock, loop, runs, fail, errors } = arrange();
    loop.wake();
    await fail(new Error('no database'));
    expect(errors).toEqual(['no database']);
    expect(runs()).toBe(1);
    await clock.advance(5_000);
    expect(runs()).toBe(2);
  });

  test('stops when the work in hand is done and leaves no timer', async () => {
    const { clock, loop, runs, finish } = arrange();
    let stopped = false;
    const stopping = loop.stop().then(() => {
      stopped = true;
    });
    await clock.advance(0);
    expect(stopped).toBe(false);
    await finish();
    await stopping;
    loop.wake();
    await clock.advance(10_000);
    expect(runs()).toBe(1);
    expect(clock.pendingTimers()).toBe(0);
  });
});

function arrange() {
  const clock = createFakeClock();
  const errors: string[] = [];
  let count = 0;
  let current = Promise.withResolvers<{ againInMs: number }>();
  const loop = startWorkLoop({
    clock,
    retryInMs: 5_000,
    onError: (error) => errors.push(error instanceof Error ? error.message : 'not an error'),
    work: () => {
      count += 1;
      current = Promise.withResolvers();
      return current.promise;
    },
  });
  const finish = async () => {
    current.resolve({ againInMs: 1_000 });
    await clock.advance(0);
  };
  const fail = async (error: Error) => {
    current.reject(error);
    await clock.advance(0);
  };
  return { clock, loop, runs: () => count, finish, fail, errors };
}
