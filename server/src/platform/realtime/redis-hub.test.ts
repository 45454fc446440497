import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createFakeClock } from '../clock.testing.ts';
import { systemClock } from '../clock.ts';
import { newId } from '../ids.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { durable, liveHubContract } from './live-hub.contract.ts';
import type { HubStatus, LiveHub, LiveMessage } from './live-hub.ts';
import { createRedisHub } from './redis-hub.ts';
import { startTestRedis, type TestRedis } from './redis-server.testing.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.dispose());

const PATIENCE = { timeout: 10_000 };

function openHub(keyPrefix: string, clock = systemClock): LiveHub {
  const hub = createRedisHub({ url: redis.url, clock, logger: silentLogger, keyPrefix });
  onTestFinished(() => hub.close());
  return hub;
}

const connected = (hub: LiveHub) => vi.waitFor(() => expect(hub.status()).toBe('connected'), PATIENCE);

async function twoNodes() {
  const keyPrefix = `test-${newId()}:`;
  const [here, there] = [openHub(keyPrefix), openHub(keyPrefix)];
  await Promise.all([connected(here), connected(there)]);
  return { here, there };
}

liveHubContract('redis', twoNodes);

describe('the hub over Redis', () => {
  test('tokens travel between nodes with their bodies', async () => {
    const { here, there } = await twoNodes();
    const heard: LiveMessage[] = [];
    await there.subscribe('conversation:1', (message) => heard.push(message)).ready;
    const token: LiveMessage = { type: 'token', durable: false, ids: { messageId: 'm1' }, body: { delta: 'Hola', offset: 0 } };
    here.publish('conversation:1', token);
    await vi.waitFor(() => expect(heard).toEqual([token]));
  });

  test('installations that share a Redis do not hear each other', async () => {
    const [one, other] = [await twoNodes(), await twoNodes()];
    const heard: unknown[] = [];
    await Promise.all([one.there, other.there].map((hub, index) => hub.subscribe('c', ({ ids }) => heard.push([index, ids.seq])).ready));
    one.here.publish('c', durable(1));
    other.here.publish('c', durable(2));
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard.toSorted()).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  test('while Redis is away this node goes on, and everybody is told to read again once it is back', async () => {
    const { here, there } = await twoNodes();
    const heardHere: unknown[] = [];
    const heardThere: unknown[] = [];
    here.subscribe('c', ({ ids }) => heardHere.push(ids.seq));
    await there.subscribe('c', ({ ids }) => heardThere.push(ids.seq)).ready;
    const told: HubStatus[] = [];
    there.onStatus(() => {
      throw new Error('broken');
    });
    there.onStatus((status) => told.push(status));

    await redis.stop();
    await vi.waitFor(() => expect([here.status(), there.status()]).toEqual(['disconnected', 'disconnected']), PATIENCE);
    here.publish('c', durable(1));
    expect(heardHere).toEqual([1]);
    // Subscribing meanwhile does not wait for anything, and counts once Redis is back.
    await there.subscribe('late', ({ ids }) => heardThere.push(ids.seq)).ready;

    await redis.start();
    await Promise.all([connected(here), connected(there)]);
    here.publish('c', durable(2));
    here.publish('late', durable(3));
    await vi.waitFor(() => expect(heardThere.toSorted()).toEqual([2, 3]));
    expect(heardHere).toEqual([1, 2]);
    expect(told.slice(0, 2)).toEqual(['disconnected', 'connected']);
  });

  test('a node that lost messages on their way out tells the others, who noticed nothing', async () => {
    const keyPrefix = `test-${newId()}:`;
    const early = openHub(keyPrefix);
    await connected(early);
    const told: HubStatus[] = [];
    early.onStatus((status) => told.push(status));
    const late = openHub(keyPrefix);
    // Published before this node has its first connection: nobody else can have heard it.
    late.publish('c', durable(1));
    await connected(late);
    await vi.waitFor(() => expect(told).toEqual(['connected']), PATIENCE);
  });

  test('a Redis that goes silent without closing is noticed by its missing heartbeat, one that answers is kept', async () => {
    const clock = createFakeClock();
    const hub = openHub(`test-${newId()}:`, clock);
    await connected(hub);
    await hub.subscribe('c', () => undefined).ready;
    const told: HubStatus[] = [];
    hub.onStatus((status) => told.push(status));
    for (let beat = 0; beat < 4; beat++) {
      await clock.advance(5_000);
      // The answers to this heartbeat are in once a later question is answered.
      await hub.subscribe(`c${beat}`, () => undefined).ready;
    }
    expect(told).toEqual([]);

    redis.freeze();
    onTestFinished(() => redis.thaw());
    await clock.advance(10_000);
    await vi.waitFor(() => expect(told).toEqual(['disconnected']), PATIENCE);
  });
});
