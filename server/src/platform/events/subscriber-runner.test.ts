import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { scopeOfNewTenant, type TestDatabase, useTestDatabase } from '#test/test-database.ts';
import { createFakeClock } from '../clock.testing.ts';
import type { TenantScope } from '../db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '../db/unit-of-work.ts';
import { conflict } from '../errors.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { countParkedEvents, selectParkedEvents } from './event-failures.repository.ts';
import { readEvents } from './event-reader.ts';
import { eventPorts, numberAllEvents, seededRandom } from './events.testing.ts';
import type { StoredEvent } from './stored-event.ts';
import type { Subscriber } from './subscriber.ts';
import { createSubscriberRunner } from './subscriber-runner.ts';

describe('subscribers', () => {
  test('each event takes effect once and in order, on two nodes whose handlers crash at random', async () => {
    const random = seededRandom();
    const { db, clock, unitOfWork, runner } = await arrange({ poolSize: 12 });
    const crashing: Subscriber = {
      name: 'ledger',
      types: ['order.placed'],
      startFrom: 'beginning',
      handle: async (tx, event) => {
        if (random() < 0.2) throw new Error('before the effect');
        await noteEffect(tx, event);
        if (random() < 0.2) throw new Error('after the effect');
      },
    };
    const tenants = [scopeOfNewTenant(), scopeOfNewTenant()];
    for (let index = 0; index < 60; index += 1) {
      await emit(unitOfWork, tenants[index % 2] ?? scopeOfNewTenant(), index % 3 === 2 ? 'noise' : 'order.placed', { index });
    }
    const last = await numberAllEvents(db.database);
    const nodes = [runner([crashing], 1_000), runner([crashing], 1_000)];

    for (let round = 0; round < 500 && (await effects(db)).length < 40; round += 1) {
      await Promise.all(nodes.map((node) => node.catchUp()));
      await clock.advance(60_000);
    }

    const expected = Array.from({ length: last }, (_, index) => index).filter((index) => index % 3 !== 2);
    expect(await effects(db)).toEqual(expected);
    expect(await failures(db)).toEqual([]);
  });

  test('an event that cannot be handled is set aside after some attempts, shown, and handled when retried', async () => {
    const { db, clock, unitOfWork, runner } = await arrange();
    const scope = scopeOfNewTenant();
    let poisonous = true;
    const node = runner(
      [
        {
          name: 'mailer',
          types: ['order.placed'],
          startFrom: 'beginning',
          handle: async (tx, event) => {
            if (poisonous && event.data.index === 0) throw conflict('RECIPIENT_UNKNOWN', 'Maria Lopez is not known.');
            await noteEffect(tx, event);
          },
        },
      ],
      3,
    );
    await emit(unitOfWork, scope, 'order.placed', { index: 0 });
    await emit(unitOfWork, scope, 'order.placed', { index: 1 });
    await numberAllEvents(db.database);

    await node.catchUp();
    await node.catchUp();
    expect(await failures(db), 'waits for its next attempt').toMatchObject([{ attempts: 1, parked_at: null }]);
    for (let attempt = 2; attempt <= 3; attempt += 1) {
      await clock.advance(1_000);
      await node.catchUp();
    }
    expect(await effects(db), 'the one behind it goes on').toEqual([1]);
    const parked = await unitOfWork.read(scope, (tx) => selectParkedEvents(tx, 10));
    expect(parked).toMatchObject([{ consumer: 'mailer', position: 1, attempts: 3, lastError: 'RECIPIENT_UNKNOWN (409)' }]);
    expect(await unitOfWork.system(countParkedEvents)).toBe(1);

    const id = parked[0]?.id ?? '';
    await expect(node.retry(scopeOfNewTenant(), id)).rejects.toMatchObject({ code: 'EVENT_FAILURE_NOT_FOUND' });
    await expect(node.retry(scope, id)).rejects.toMatchObject({ code: 'RECIPIENT_UNKNOWN' });
    poisonous = false;
    await node.retry(scope, id);
    expect(await effects(db)).toEqual([1, 0]);
    await expect(node.retry(scope, id)).rejects.toMatchObject({ code: 'EVENT_FAILURE_NOT_FOUND' });
  });

  test('a failure that another node noted in the meantime is forgotten when the event was handled', async () => {
    const { db, unitOfWork, runner } = await arrange();
    const noteFailure = () =>
      db.asSuperuser(
        `insert into event_failures (id, tenant_id, consumer, event_id, position, attempts, last_error, next_attempt_at)
           select gen_random_uuid(), tenant_id, 'ledger', id, position, 1, 'Error', now() from events where position = 2`,
      );
    const node = runner([
      {
        name: 'ledger',
        types: ['order.placed'],
        startFrom: 'beginning',
        handle: async (tx, event) => {
          // By now this node has read both events, and knows of no failure.
          if (event.data.index === 0) await noteFailure();
          await noteEffect(tx, event);
        },
      },
    ]);
    for (const index of [0, 1]) await emit(unitOfWork, scopeOfNewTenant(), 'order.placed', { index });
    await numberAllEvents(db.database);

    await node.catchUp();

    expect(await effects(db)).toEqual([0, 1]);
    expect(await failures(db)).toEqual([]);
  });

  test('of events that share a transaction, the one that fails holds up none before it and doubles nothing', async () => {
    const { db, unitOfWork, runner } = await arrange();
    const ledger: Subscriber = {
      name: 'ledger',
      types: ['order.placed'],
      startFrom: 'beginning',
      handle: async (tx, event) => {
        await noteEffect(tx, event);
        if (event.data.index === 2) throw new Error('not this one');
      },
    };
    const scope = scopeOfNewTenant();
    for (const index of [0, 1, 2, 3, 4]) await emit(unitOfWork, scope, 'order.placed', { index });
    await numberAllEvents(db.database);
    const node = runner([ledger], 2);

    await node.catchUp();
    expect(await effects(db)).toEqual([0, 1]);
    expect(await failures(db)).toMatchObject([{ attempts: 1, parked_at: null }]);
  });

  test('a new subscriber starts with what happens from then on, unless it asks for the history', async () => {
    const { db, unitOfWork, runner } = await arrange();
    const scope = scopeOfNewTenant();
    const heard: string[] = [];
    const listener = (name: string, startFrom: 'now' | 'beginning'): Subscriber => ({
      name,
      types: ['order.placed'],
      startFrom,
      handle: async (_tx, event) => void heard.push(`${name} ${event.data.index}`),
    });
    await emit(unitOfWork, scope, 'order.placed', { index: 0 });
    await numberAllEvents(db.database);
    const node = runner([listener('fresh', 'now'), listener('historian', 'beginning')]);

    await node.catchUp();
    await emit(unitOfWork, scope, 'order.placed', { index: 1 });
    await numberAllEvents(db.database);
    await node.catchUp();

    expect(heard).toEqual(['historian 0', 'fresh 1', 'historian 1']);
  });

  test('what follows from an event names it as its cause', async () => {
    const { db, unitOfWork, runner } = await arrange();
    const scope = scopeOfNewTenant();
    const node = runner([
      {
        name: 'chain',
        types: ['order.placed'],
        startFrom: 'beginning',
        handle: async (tx) => tx.emit({ type: 'order.confirmed', subject: {} }),
      },
    ]);
    await emit(unitOfWork, scope, 'order.placed', { index: 0 });
    await numberAllEvents(db.database);
    await node.catchUp();
    await numberAllEvents(db.database);

    const { events } = await unitOfWork.read(scope, (tx) => readEvents(tx, { after: 0, limit: 10 }));
    expect(events.map(({ type }) => type)).toEqual(['order.placed', 'order.confirmed']);
    expect(events[1]?.causationId).toBe(events[0]?.id);
  });

  test('the cursor follows over many events that do not interest the subscriber', async () => {
    const { db, unitOfWork, runner } = await arrange();
    const node = runner([{ name: 'idle', types: ['never'], handle: async () => {} }]);
    await node.catchUp();
    await unitOfWork.write(scopeOfNewTenant(), async (tx) => {
      for (let index = 0; index < 250; index += 1) tx.emit({ type: 'noise', subject: {} });
    });
    await numberAllEvents(db.database);

    await node.catchUp();

    expect(await db.asSuperuser('select position from event_cursors')).toEqual([{ position: '250' }]);
  });

  test('a started runner handles events when woken and stops with nothing left behind', async () => {
    const { db, clock, unitOfWork, runner } = await arrange();
    const handled = Promise.withResolvers<unknown>();
    const node = runner([{ name: 'live', types: ['order.placed'], handle: async (_tx, event) => handled.resolve(event.data.index) }]);
    await node.start();
    await emit(unitOfWork, scopeOfNewTenant(), 'order.placed', { index: 7 });
    await numberAllEvents(db.database);
    node.wake();

    expect(await handled.promise).toBe(7);
    await node.stop();
    expect(clock.pendingTimers()).toBe(0);
  });

  test('two subscribers of one name are refused', async () => {
    const { runner } = await arrange();
    const twin: Subscriber = { name: 'twin', types: [], handle: async () => {} };
    expect(() => runner([twin, twin])).toThrow('Two subscribers are called twin');
  });
});

async function arrange(options?: { poolSize?: number }) {
  const db = await useTestDatabase(options);
  await db.asSuperuser('create table effects (step bigserial, index integer not null); grant all on effects to foyer_app');
  await db.asSuperuser('grant usage on sequence effects_step_seq to foyer_app');
  const clock = createFakeClock();
  const unitOfWork = db.unitOfWork(eventPorts(clock));
  const runner = (subscribers: Subscriber[], maxAttempts = 5) =>
    createSubscriberRunner({ unitOfWork, subscribers, clock, logger: silentLogger, maxAttempts });
  return { db, clock, unitOfWork, runner };
}

const emit = (unitOfWork: UnitOfWork, scope: TenantScope, type: string, data: Record<string, unknown>) =>
  unitOfWork.write(scope, async (tx) => tx.emit({ type, subject: {}, data }));

const noteEffect = (tx: TenantTransaction, event: StoredEvent) => tx.execute(sql`insert into effects (index) values (${event.data.index})`);

const effects = async (db: TestDatabase) =>
  (await db.asSuperuser<{ index: number }>('select index from effects order by step')).map(({ index }) => index);

const failures = (db: TestDatabase) => db.asSuperuser('select attempts, parked_at from event_failures order by position');
