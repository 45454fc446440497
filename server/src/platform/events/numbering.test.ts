import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { scopeOfNewTenant, type TestDatabase, useTestDatabase } from '#test/test-database.ts';
import { createFakeClock } from '../clock.testing.ts';
import { systemClock } from '../clock.ts';
import type { TenantScope } from '../db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '../db/unit-of-work.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { readEvents } from './event-reader.ts';
import { numberEvents } from './events.repository.ts';
import { eventPorts, numberAllEvents, seededRandom } from './events.testing.ts';
import { createEventNumbering } from './numbering.ts';

interface Numbered extends Record<string, unknown> {
  position: string;
  type: string;
}

const inOrder = (db: TestDatabase) =>
  db.asSuperuser<Numbered>('select position, type from events where position is not null order by position');

describe('the order of events', () => {
  test('a transaction that commits late is numbered late, and not skipped', async () => {
    const db = await useTestDatabase();
    const unitOfWork = db.unitOfWork(eventPorts());
    const scope = scopeOfNewTenant();
    // Its row is inserted first and committed last: the open transaction plays a slow use case.
    const late = await db.database.connect();
    await late.query(`begin; set local role foyer_app; set local foyer.tenant_id = '${scope.tenantId}'`);
    await late.query(
      `insert into events (id, tenant_id, type, subject, data, actor_kind, occurred_at) values (gen_random_uuid(), $1, 'late', '{}', '{}', 'system', now())`,
      [scope.tenantId],
    );
    await emit(unitOfWork, scope, 'early');
    expect(await numberAllEvents(db.database)).toBe(1);

    await late.query('commit');
    late.release();
    expect(await numberAllEvents(db.database)).toBe(2);

    expect(await inOrder(db)).toEqual([
      { position: '1', type: 'early' },
      { position: '2', type: 'late' },
    ]);
  });

  test('under many writers and two numbering nodes, a reader sees every event once and each conversation in its order', async () => {
    const random = seededRandom();
    const db = await useTestDatabase({ poolSize: 24 });
    const unitOfWork = db.unitOfWork(eventPorts());
    const scope = scopeOfNewTenant();
    const nodes = [0, 1].map(() =>
      createEventNumbering({ database: db.database, clock: systemClock, logger: silentLogger, onNumbered: () => {} }),
    );
    const committed = new Map<string, number>();
    const plans = Array.from({ length: 16 }, () => Array.from({ length: 15 }, () => ({ room: random(), fate: random() })));

    let writing = true;
    const seen: string[] = [];
    const reader = (async () => {
      let after = 0;
      for (let rest = true; rest; ) {
        rest = writing;
        const page = await unitOfWork.read(scope, (tx) => readEvents(tx, { after, limit: 50 }));
        seen.push(...page.events.map((event) => `${event.position}`));
        after = page.position;
      }
      return after;
    })();
    await Promise.all(
      plans.map(async (plan, writer) => {
        for (const { room, fate } of plan) {
          const conversation = `conversation-${Math.floor(room * 3)}`;
          await unitOfWork
            .write(scope, async (tx) => {
              await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${conversation}))`);
              const next = await lengthOf(tx, conversation);
              tx.emit({ type: 'said', subject: { conversation }, data: { next } });
              if (fate < 0.2) throw new Error('changed my mind');
            })
            .then(() => committed.set(conversation, (committed.get(conversation) ?? 0) + 1))
            .catch((error: Error) => expect(error.message).toBe('changed my mind'));
          nodes[writer % 2]?.wake();
        }
      }),
    );
    await Promise.all(nodes.map((node) => node.stop()));
    const last = await numberAllEvents(db.database);
    writing = false;
    await reader;

    expect(last).toBe([...committed.values()].reduce((sum, count) => sum + count, 0));
    expect(seen).toEqual(Array.from({ length: last }, (_, index) => `${index + 1}`));
    for (const [conversation, count] of committed) {
      const { events } = await unitOfWork.read(scope, (tx) => readEvents(tx, { after: 0, limit: 1_000 }));
      const said = events.filter((event) => event.subject.conversation === conversation).map((event) => event.data.next);
      expect(said).toEqual(Array.from({ length: count }, (_, index) => index));
    }
  });

  test('a node that finds another one numbering leaves it to that one', async () => {
    const db = await useTestDatabase();
    const unitOfWork = db.unitOfWork(eventPorts());
    await emit(unitOfWork, scopeOfNewTenant(), 'happened');
    const other = await db.database.connect();
    await other.query('begin; set local role foyer_system');
    await other.query('select 1 from event_counters for update');

    expect(await numberEvents(db.database, 10)).toMatchObject({ numbered: undefined });
    await other.query('rollback');
    other.release();
    expect(await numberEvents(db.database, 10)).toEqual({ numbered: 1, lastPosition: 1 });
  });

  test('numbering goes on in a copy of the database, in a cluster with other transaction ids', async () => {
    const original = await useTestDatabase();
    const scope = scopeOfNewTenant();
    await emit(original.unitOfWork(eventPorts()), scope, 'first');
    await numberAllEvents(original.database);
    await emit(original.unitOfWork(eventPorts()), scope, 'second');
    const copy = await useTestDatabase();
    await copyEvents(original, copy);

    await emit(copy.unitOfWork(eventPorts()), scope, 'third');

    expect(await numberAllEvents(copy.database)).toBe(3);
    expect((await inOrder(copy)).map(({ type }) => type)).toEqual(['first', 'second', 'third']);
  });

  test('the loop numbers what other nodes committed, without being woken', async () => {
    const db = await useTestDatabase();
    const clock = createFakeClock();
    let seen = Promise.withResolvers<number>();
    const numbering = createEventNumbering({
      database: db.database,
      clock,
      logger: silentLogger,
      onNumbered: (last) => seen.resolve(last),
    });
    const unitOfWork = db.unitOfWork(eventPorts());
    await emit(unitOfWork, scopeOfNewTenant(), 'one');
    numbering.wake();
    expect(await seen.promise).toBe(1);

    seen = Promise.withResolvers();
    await emit(unitOfWork, scopeOfNewTenant(), 'two');
    while (clock.pendingTimers() === 0) await new Promise((resolve) => setImmediate(resolve));
    await clock.advance(500);

    expect(await seen.promise).toBe(2);
    await numbering.stop();
    expect(clock.pendingTimers()).toBe(0);
  });
});

describe('the event log', () => {
  test('use cases can add to it and change nothing in it', async () => {
    const db = await useTestDatabase();
    const unitOfWork = db.unitOfWork(eventPorts());
    const scope = scopeOfNewTenant();
    await emit(unitOfWork, scope, 'happened');

    for (const change of [sql`update events set type = 'else'`, sql`delete from events`, sql`truncate events`]) {
      await expect(unitOfWork.write(scope, (tx) => tx.execute(change))).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  });

  test('a tenant reads its own events only', async () => {
    const db = await useTestDatabase();
    const unitOfWork = db.unitOfWork(eventPorts());
    const [clinic, bakery] = [scopeOfNewTenant(), scopeOfNewTenant()];
    await emit(unitOfWork, clinic, 'clinic.opened');
    await emit(unitOfWork, bakery, 'bakery.opened');
    await numberAllEvents(db.database);

    const page = await unitOfWork.read(bakery, (tx) => readEvents(tx, { after: 0, limit: 10 }));

    expect(page).toMatchObject({ events: [{ type: 'bakery.opened', tenantId: bakery.tenantId, actor: { kind: 'system' } }], position: 2 });
    const none = await unitOfWork.read(bakery, (tx) => readEvents(tx, { after: 0, limit: 10, types: ['clinic.opened'] }));
    expect(none).toEqual({ events: [], position: 0 });
  });
});

const emit = (unitOfWork: UnitOfWork, scope: TenantScope, type: string) =>
  unitOfWork.write(scope, async (tx) => tx.emit({ type, subject: {} }));

async function lengthOf(tx: TenantTransaction, conversation: string): Promise<number> {
  const { rows } = await tx.execute<{ length: string }>(
    sql`select count(*) as length from events where subject->>'conversation' = ${conversation}`,
  );
  return Number(rows[0]?.length);
}

/** What a dump and a restore do to these tables: rows and the sequence come along, transaction ids do not. */
async function copyEvents(from: TestDatabase, to: TestDatabase): Promise<void> {
  for (const table of ['events', 'event_counters']) {
    const rows = await from.asSuperuser<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t`);
    await to.asSuperuser(`delete from ${table}`);
    const overriding = table === 'events' ? 'overriding system value' : '';
    for (const { row } of rows) {
      await to.asSuperuser(`insert into ${table} ${overriding} select * from jsonb_populate_record(null::${table}, $1)`, [
        JSON.stringify(row),
      ]);
    }
  }
  await to.asSuperuser(`select setval('events_ordinal_seq', (select max(ordinal) from events))`);
}
