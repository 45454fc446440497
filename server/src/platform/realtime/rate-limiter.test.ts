import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFakeClock } from '../clock.testing.ts';
import { unavailable } from '../errors.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import { createMemoryEphemeralStore } from './memory-ephemeral-store.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { retryAfterMs, slidingCount } from './sliding-window.ts';

function arrange() {
  const clock = createFakeClock(new Date('2026-11-20T10:00:00Z'));
  const limiter = createRateLimiter(createMemoryEphemeralStore({ clock }), clock);
  return { clock, limiter };
}

describe('the rate limiter', () => {
  test('allows as many as the limit says, counts down, and then says how long to wait', async () => {
    const { limiter } = arrange();
    expect(await limiter.take('ana', 2, 60)).toEqual({ allowed: true, remaining: 1, retryAfterSeconds: 0 });
    expect(await limiter.take('ana', 2, 60)).toEqual({ allowed: true, remaining: 0, retryAfterSeconds: 0 });
    const refused = await limiter.take('ana', 2, 60);

    expect(refused).toMatchObject({ allowed: false, remaining: 0 });
    expect(refused.retryAfterSeconds).toBeGreaterThan(60);
    expect(await limiter.take('eva', 2, 60)).toMatchObject({ allowed: true });
    expect(await limiter.take('ana', 2, 3600)).toMatchObject({ allowed: true });
  });

  test('whoever waits as long as told gets in, also after having tried in vain', async () => {
    const { clock, limiter } = arrange();
    for (let index = 0; index < 10; index++) await limiter.take('ana', 5, 60);
    for (let round = 0; round < 20; round++) {
      const refused = await limiter.take('ana', 5, 60);
      expect(refused.allowed).toBe(false);
      await clock.advance(refused.retryAfterSeconds * 1000);
      expect((await limiter.take('ana', 5, 60)).allowed).toBe(true);
    }
  });

  test('whoever keeps knocking gets in as often as the limit says, neither more nor never', async () => {
    const { clock, limiter } = arrange();
    let allowed = 0;
    for (let second = 0; second < 600; second++) {
      if ((await limiter.take('ana', 6, 60)).allowed) allowed += 1;
      await clock.advance(1_000);
    }
    expect(allowed).toBeGreaterThan(50);
    expect(allowed).toBeLessThanOrEqual(66);
  });

  test('a burst at the end of one window does not get a second one at the start of the next', async () => {
    const { clock, limiter } = arrange();
    await clock.advance(59_000);
    for (let index = 0; index < 5; index++) expect((await limiter.take('ana', 5, 60)).allowed).toBe(true);
    await clock.advance(2_000);
    expect((await limiter.take('ana', 5, 60)).allowed).toBe(false);
  });

  test('keeps limiting on its own while the shared store is away', async () => {
    const clock = createFakeClock();
    const away = async () => Promise.reject(unavailable('EPHEMERAL_STORE_UNAVAILABLE', 'Away.'));
    const store: EphemeralStore = { increment: away, get: away, set: away, delete: away, close: async () => undefined };
    const limiter = createRateLimiter(store, clock);

    expect((await limiter.take('ana', 1, 60)).allowed).toBe(true);
    expect((await limiter.take('ana', 1, 60)).allowed).toBe(false);
  });
});

describe('the sliding window', () => {
  const state = fc
    .record({
      previous: fc.nat(100),
      current: fc.nat(100),
      windowMs: fc.integer({ min: 1000, max: 3_600_000 }),
      part: fc.double({ min: 0, max: 0.99, noNaN: true }),
    })
    .map(({ part, ...rest }) => ({ ...rest, elapsedMs: rest.windowMs * part }));

  test('after the wait that it asks for one more use fits, and not much earlier', () => {
    fc.assert(
      fc.property(state, fc.integer({ min: 1, max: 100 }), (now, limit) => {
        fc.pre(slidingCount(now) + 1 > limit);
        const waitMs = retryAfterMs(now, limit);
        expect(slidingCount(later(now, waitMs + 0.01)) + 1).toBeLessThanOrEqual(limit + 1e-6);
        if (waitMs > 1) expect(slidingCount(later(now, waitMs - 1)) + 1).toBeGreaterThan(limit - 1e-6);
      }),
    );
  });

  function later(now: { previous: number; current: number; elapsedMs: number; windowMs: number }, ms: number) {
    const elapsedMs = now.elapsedMs + ms;
    if (elapsedMs < now.windowMs) return { ...now, elapsedMs };
    if (elapsedMs < 2 * now.windowMs) return { ...now, previous: now.current, current: 0, elapsedMs: elapsedMs - now.windowMs };
    return { ...now, previous: 0, current: 0, elapsedMs: elapsedMs % now.windowMs };
  }
});
