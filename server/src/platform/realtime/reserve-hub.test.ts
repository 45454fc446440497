import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { systemClock } from '../clock.ts';
import { newId } from '../ids.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { durable, liveHubContract } from './live-hub.contract.ts';
import type { LiveHub, LiveMessage } from './live-hub.ts';
import { createNotifyHub } from './notify-hub.ts';
import { createRedisHub } from './redis-hub.ts';
import { startTestRedis, type TestRedis } from './redis-server.testing.ts';
import { createHubWithReserve } from './reserve-hub.ts';

const PATIENCE = { timeout: 15_000 };
const token: LiveMessage = { type: 'token', durable: false, ids: {}, body: { delta: 'Hola' } };

let database: TestDatabase;
let redis: TestRedis;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 1 });
  redis = await startTestRedis();
});
afterAll(async () => {
  await redis.dispose();
  await database.close();
});

async function openHub(keyPrefix: string, url = redis.url): Promise<LiveHub> {
  const connect = async () => {
    const client = new pg.Client({ connectionString: database.connectionString });
    await client.connect();
    return client;
  };
  const parts = { clock: systemClock, logger: silentLogger };
  const reserve = createNotifyHub({ connect, ...parts });
  const hub = createHubWithReserve({ main: createRedisHub({ url, keyPrefix, ...parts }), reserve, ...parts });
  onTestFinished(() => hub.close());
  await vi.waitFor(() => expect(reserve.status()).toBe('connected'), PATIENCE);
  return hub;
}

const reaches = (hub: LiveHub, status: string) => vi.waitFor(() => expect(hub.status()).toBe(status), PATIENCE);

async function twoNodes() {
  const keyPrefix = `test-${newId()}:`;
  const [here, there] = [await openHub(keyPrefix), await openHub(keyPrefix)];
  await Promise.all([here, there].map((hub) => reaches(hub, 'connected')));
  return { here, there };
}

liveHubContract('redis with a reserve', twoNodes);

describe('Redis with PostgreSQL in reserve', () => {
  test('while Redis is away what is durable still reaches the other node, once, and tokens do not', async () => {
    const { here, there } = await twoNodes();
    const [heardHere, heardThere]: [LiveMessage[], LiveMessage[]] = [[], []];
    await Promise.all([
      here.subscribe('c', (message) => heardHere.push(message)).ready,
      there.subscribe('c', (message) => heardThere.push(message)).ready,
    ]);
    await redis.stop();
    onTestFinished(() => redis.start());
    await Promise.all([here, there].map((hub) => reaches(hub, 'disconnected')));
    here.publish('c', token);
    here.publish('c', durable(1, { text: 'private' }));
    here.publish('c', durable(2));

    await vi.waitFor(
      () => expect(heardThere).toEqual([durable(1), durable(2)].map(({ type, ids }) => ({ type, ids, durable: true }))),
      PATIENCE,
    );
    expect(heardHere).toEqual([token, durable(1, { text: 'private' }), durable(2)]);
  });

  test('whoever spoke into the void when Redis died has the others read again', async () => {
    const { here, there } = await twoNodes();
    const told = vi.fn();
    there.onStatus(told);
    await redis.stop();
    onTestFinished(() => redis.start());
    here.publish('c', durable(1));
    await reaches(here, 'disconnected');
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith('connected'), PATIENCE);
  });

  test('a node that alone cannot reach Redis hears what the others say', async () => {
    const keyPrefix = `test-${newId()}:`;
    const here = await openHub(keyPrefix);
    await reaches(here, 'connected');
    const told = vi.fn();
    here.onStatus(told);
    const apart = await openHub(keyPrefix, 'redis://127.0.0.1:1');
    const heard: unknown[] = [];
    apart.subscribe('c', ({ ids }) => heard.push(ids.seq));
    // It says that it is cut off, and from then on it is remembered.
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith('connected'), PATIENCE);
    here.publish('c', durable(1));
    await vi.waitFor(() => expect(heard).toEqual([1]), PATIENCE);
  });
});
