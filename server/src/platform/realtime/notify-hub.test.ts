import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { createFakeClock } from '../clock.testing.ts';
import { type Clock, systemClock } from '../clock.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { durable, liveHubContract } from './live-hub.contract.ts';
import type { HubStatus, LiveHub, LiveMessage } from './live-hub.ts';
import { createNotifyHub } from './notify-hub.ts';

const PATIENCE = { timeout: 10_000 };
const connected = (hub: LiveHub) => vi.waitFor(() => expect(hub.status()).toBe('connected'), PATIENCE);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 1 });
});
afterAll(() => database.close());

function openHub(clock: Clock = systemClock, clients: pg.Client[] = []): LiveHub {
  const connect = async () => {
    const client = new pg.Client({ connectionString: database.connectionString, application_name: 'foyer-live' });
    await client.connect();
    clients.push(client);
    return client;
  };
  const hub = createNotifyHub({ connect, clock, logger: silentLogger });
  onTestFinished(() => hub.close());
  return hub;
}

async function twoNodes() {
  const [here, there] = [openHub(), openHub()];
  await Promise.all([connected(here), connected(there)]);
  return { here, there };
}

const cutConnections = () =>
  database.asSuperuser(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'foyer-live' and datname = current_database()",
  );

liveHubContract('notify', twoNodes);

describe('the hub over PostgreSQL', () => {
  test('what is durable travels as its ids, tokens stay on their node', async () => {
    const { here, there } = await twoNodes();
    const heard: LiveMessage[] = [];
    there.subscribe('c', (message) => heard.push(message));
    here.publish('c', { type: 'token', durable: false, ids: {}, body: { delta: 'Hola' } });
    here.publish('c', durable(1, { text: 'private' }));
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'frame', durable: true, ids: { seq: 1 } }]));
  });

  test('ids of any size that fits arrive in order; what does not fit is left out without harm to the rest', async () => {
    const { here, there } = await twoNodes();
    const heard: unknown[] = [];
    there.subscribe('c', ({ ids }) => heard.push(ids.seq));
    for (let seq = 0; seq < 30; seq++) {
      const note = '€'.repeat(seq === 7 ? 3_000 : (seq * 379) % 2_500);
      here.publish('c', { type: 'frame', durable: true, ids: { seq, note } });
    }
    const expected = Array.from({ length: 30 }, (_, seq) => seq).filter((seq) => seq !== 7);
    await vi.waitFor(() => expect(heard).toEqual(expected));
  });

  test('after a lost connection it comes back by itself, goes on locally meanwhile, and says that things must be read again', async () => {
    const { here, there } = await twoNodes();
    const heardHere: unknown[] = [];
    const heardThere: unknown[] = [];
    here.subscribe('c', ({ ids }) => heardHere.push(ids.seq));
    there.subscribe('c', ({ ids }) => heardThere.push(ids.seq));
    const told: HubStatus[] = [];
    there.onStatus((status) => told.push(status));

    await cutConnections();
    await vi.waitFor(() => expect(told[0]).toBe('disconnected'), PATIENCE);
    here.publish('c', durable(1));
    expect(heardHere).toEqual([1]);
    await Promise.all([connected(here), connected(there)]);
    expect(told[1]).toBe('connected');
    here.publish('c', durable(2));
    await vi.waitFor(() => expect(heardThere).toContain(2));
    expect(heardHere).toEqual([1, 2]);
  });

  test('a node that lost messages on their way out tells the others, who noticed nothing', async () => {
    const early = openHub();
    await connected(early);
    const told: HubStatus[] = [];
    early.onStatus((status) => told.push(status));
    const late = openHub();
    late.publish('c', durable(1));
    // The message is given up when its batch is sent, which happens before any connection can be there.
    await connected(late);
    await vi.waitFor(() => expect(told).toEqual(['connected']), PATIENCE);
  });

  test('a server that goes silent without closing is noticed by its missing heartbeat, one that answers is kept', async () => {
    const clock = createFakeClock();
    const clients: pg.Client[] = [];
    const hub = openHub(clock, clients);
    await connected(hub);
    const told: HubStatus[] = [];
    hub.onStatus((status) => told.push(status));
    for (let beat = 0; beat < 3; beat++) {
      await clock.advance(5_000);
      // Answered after the heartbeat, because the connection carries out one query after the other.
      await clients[0]?.query('select 2');
    }
    expect(told).toEqual([]);

    clients[0]?.connection.stream.pause();
    await clock.advance(10_000);
    await vi.waitFor(() => expect(told).toEqual(['disconnected']), PATIENCE);
    await clock.advance(100);
    await connected(hub);
    expect(clients).toHaveLength(2);
  });

  test('closing before there ever was a connection ends at once and leaves no timer behind', async () => {
    const clock = createFakeClock();
    const connect = () => Promise.reject(new Error('no server'));
    const hub = createNotifyHub({ connect, clock, logger: silentLogger });
    await clock.advance(100);
    hub.publish('c', durable(1));
    await hub.close();
    expect(clock.pendingTimers()).toBe(0);
  });
});
