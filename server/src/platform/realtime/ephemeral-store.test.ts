import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createFakeClock } from '../clock.testing.ts';
import { type Clock, systemClock } from '../clock.ts';
import { newId } from '../ids.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { ephemeralStoreContract } from './ephemeral-store.contract.ts';
import { createMemoryEphemeralStore } from './memory-ephemeral-store.ts';
import { createRedisEphemeralStore } from './redis-ephemeral-store.ts';
import { startTestRedis, type TestRedis } from './redis-server.testing.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.dispose());

async function openRedisStore(clock: Clock = systemClock) {
  const store = createRedisEphemeralStore({ url: redis.url, clock, logger: silentLogger, keyPrefix: `test-${newId()}:` });
  onTestFinished(() => store.close());
  await vi.waitFor(() => store.get('connected'));
  return store;
}

ephemeralStoreContract('memory', async () => {
  const clock = createFakeClock();
  return { store: createMemoryEphemeralStore({ clock }), passTime: (ms) => clock.advance(ms) };
});

// Redis keeps its own time, which no clock of ours can move.
ephemeralStoreContract('redis', async () => ({ store: await openRedisStore(), passTime: (ms) => systemClock.sleep(ms) }));

describe('the memory store', () => {
  test('stays within its bound: what has expired goes first, then the oldest', async () => {
    const clock = createFakeClock();
    const store = createMemoryEphemeralStore({ clock, maximumEntries: 3 });
    await store.set('oldest', 'a', 60_000);
    await store.set('brief', 'b', 1_000);
    await store.set('third', 'c', 60_000);
    await clock.advance(2_000);

    await store.set('fourth', 'd', 60_000);
    expect(await store.get('oldest')).toBe('a');
    await store.set('fifth', 'e', 60_000);
    expect(await store.get('oldest')).toBeUndefined();
    expect([await store.get('third'), await store.get('fourth'), await store.get('fifth')]).toEqual(['c', 'd', 'e']);
  });
});

describe('the redis store', () => {
  test('says so while Redis is away, and works again afterwards', async () => {
    const store = await openRedisStore();
    await redis.stop();
    await expect(store.set('typing', 'ana', 60_000)).rejects.toMatchObject({ code: 'EPHEMERAL_STORE_UNAVAILABLE', status: 503 });
    await redis.start();
    await vi.waitFor(() => store.set('typing', 'ana', 60_000), 10_000);
    expect(await store.get('typing')).toBe('ana');
  });

  test('does not wait for ever for a Redis that does not answer', async () => {
    // No heartbeat comes to the rescue on a clock that stands still.
    const store = await openRedisStore(createFakeClock());
    redis.freeze();
    onTestFinished(() => redis.thaw());
    await expect(store.get('typing')).rejects.toMatchObject({ code: 'EPHEMERAL_STORE_UNAVAILABLE' });
  });
});
