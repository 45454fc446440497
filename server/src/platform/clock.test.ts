import { describe, expect, test } from 'vitest';
import { createFakeClock } from './clock.testing.ts';

describe('the fake clock', () => {
  test('runs what falls due in order of time, intervals included', async () => {
    const clock = createFakeClock();
    const seen: string[] = [];
    clock.after(30, () => seen.push('thirty'));
    clock.after(10, () => seen.push('ten'));
    const stop = clock.every(20, () => seen.push('twenty'));

    await clock.advance(40);
    stop();
    await clock.advance(100);

    expect(seen).toEqual(['ten', 'twenty', 'thirty', 'twenty']);
    expect(clock.pendingTimers()).toBe(0);
  });

  test('an aborted sleep rejects with the reason and leaves no timer', async () => {
    const clock = createFakeClock();
    const controller = new AbortController();
    const sleeping = clock.sleep(1000, controller.signal);
    controller.abort(new Error('no longer needed'));

    await expect(sleeping).rejects.toThrow('no longer needed');
    expect(clock.pendingTimers()).toBe(0);
  });
});
