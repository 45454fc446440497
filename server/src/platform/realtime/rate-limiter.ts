import type { Clock } from '../clock.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import { createMemoryEphemeralStore } from './memory-ephemeral-store.ts';
import { retryAfterMs, slidingCount } from './sliding-window.ts';

export interface RateLimitDecision {
  allowed: boolean;
  /** How many more would be allowed right now. */
  remaining: number;
  /** 0 when allowed. */
  retryAfterSeconds: number;
}

export interface RateLimiter {
  /** Counts one use of `key`, of which `limit` are allowed in any `windowSeconds`. A refused use does not count. */
  take(key: string, limit: number, windowSeconds: number): Promise<RateLimitDecision>;
}

/** While the shared store is away each node counts on its own: a limit that lets through too much is better than none, or than refusing all. */
export function createRateLimiter(store: EphemeralStore, clock: Clock): RateLimiter {
  const fallback = createMemoryEphemeralStore({ clock, maximumEntries: 20_000 });

  return {
    async take(key, limit, windowSeconds) {
      try {
        return await takeFrom(store, clock, key, limit, windowSeconds);
      } catch {
        return takeFrom(fallback, clock, key, limit, windowSeconds);
      }
    },
  };
}

async function takeFrom(
  store: EphemeralStore,
  clock: Clock,
  key: string,
  limit: number,
  windowSeconds: number,
): Promise<RateLimitDecision> {
  const windowMs = windowSeconds * 1000;
  const nowMs = clock.now().getTime();
  const window = Math.floor(nowMs / windowMs);
  const keyOf = (index: number) => `rate:${windowSeconds}:${index}:${key}`;

  const [before, counted] = await Promise.all([store.get(keyOf(window - 1)), store.increment(keyOf(window), windowMs * 2)]);
  const state = { previous: Number(before ?? 0), current: counted, elapsedMs: nowMs - window * windowMs, windowMs };
  const count = slidingCount(state);
  if (count <= limit) return { allowed: true, remaining: Math.floor(limit - count), retryAfterSeconds: 0 };

  // Given back: otherwise somebody who keeps trying would never get in again.
  const current = await store.increment(keyOf(window), windowMs * 2, -1);
  return { allowed: false, remaining: 0, retryAfterSeconds: Math.max(1, Math.ceil(retryAfterMs({ ...state, current }, limit) / 1000)) };
}
