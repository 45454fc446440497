import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { scopeOfNewTenant, type TestDatabase, useTestDatabase } from '#test/test-database.ts';
import { declareJob } from './define-job.ts';
import { enqueueJob } from './enqueue.ts';

const remind = declareJob({ name: 'booking.remind', payload: z.object({ bookingId: z.string() }), maxAttempts: 3 });

interface Queued extends Record<string, unknown> {
  payload: { tenantId: string | null; payload: unknown };
  max_attempts: number;
}

describe('adding a job', () => {
  test('it carries the tenant of its transaction and exists only if that commits', async () => {
    const { db, unitOfWork } = await arrange();
    const scope = scopeOfNewTenant();

    await unitOfWork.write(scope, (tx) => tx.enqueue(remind, { bookingId: 'b1' }));
    await unitOfWork.system((tx) => tx.enqueue(remind, { bookingId: 'b2' }));
    const undone = unitOfWork.write(scope, async (tx) => {
      await tx.enqueue(remind, { bookingId: 'b3' });
      throw new Error('no booking after all');
    });
    await expect(undone).rejects.toThrow('no booking');

    expect(await queued(db)).toMatchObject([
      { payload: { tenantId: scope.tenantId, payload: { bookingId: 'b1' } }, max_attempts: 3 },
      { payload: { tenantId: null, payload: { bookingId: 'b2' } }, max_attempts: 3 },
    ]);
  });

  test('a use case reaches the queue in no other way', async () => {
    const { unitOfWork } = await arrange();
    const refused = [
      sql`select graphile_worker.add_job('booking.remind', '{"tenantId": "00000000-0000-7000-8000-000000000000"}')`,
      sql`select * from graphile_worker._private_jobs`,
      sql`select foyer_free_jobs(array['pool'])`,
      sql`select foyer_fail_unknown_jobs(array['pool'])`,
    ];
    for (const statement of refused) {
      await expect(unitOfWork.write(scopeOfNewTenant(), (tx) => tx.execute(statement))).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  });

  test('of jobs with the same key the latest counts, for each tenant and each name by itself', async () => {
    const { db, unitOfWork } = await arrange();
    const cancel = declareJob({ ...remind, name: 'booking.cancel' });
    const [clinic, bakery] = [scopeOfNewTenant(), scopeOfNewTenant()];
    const soon = new Date('2030-01-01T09:00:00Z');
    const later = new Date('2030-01-01T10:00:00Z');

    await unitOfWork.write(clinic, (tx) => tx.enqueue(remind, { bookingId: 'old' }, { key: 'k', runAt: soon }));
    await unitOfWork.write(bakery, (tx) => tx.enqueue(remind, { bookingId: 'bakery' }, { key: 'k' }));
    await unitOfWork.write(clinic, (tx) => tx.enqueue(cancel, { bookingId: 'other job' }, { key: 'k' }));
    await unitOfWork.write(clinic, (tx) => tx.enqueue(remind, { bookingId: 'new' }, { key: 'k', runAt: later }));

    const jobs = await queued(db);
    expect(jobs.map(({ payload }) => payload.payload)).toEqual([{ bookingId: 'new' }, { bookingId: 'bakery' }, { bookingId: 'other job' }]);
    expect(jobs[0]).toMatchObject({ run_at: later });
  });

  test('a payload that its job does not take and a key that does not fit are refused at once', async () => {
    const { db, unitOfWork } = await arrange();
    const add = (payload: never, key?: string) =>
      unitOfWork.write(scopeOfNewTenant(), (tx) => tx.enqueue(remind, payload, key === undefined ? {} : { key }));

    await expect(add({ bookingId: 7 } as never)).rejects.toThrow('bookingId');
    await expect(add({ bookingId: 'b' } as never, '')).rejects.toThrow('1 to 300 characters');
    await expect(add({ bookingId: 'b' } as never, 'x'.repeat(301))).rejects.toThrow('1 to 300 characters');
    expect(await queued(db)).toEqual([]);
  });

  test('a name or limit that the queue cannot hold is refused when the job is declared', () => {
    const declare = (part: object) => () => declareJob({ name: 'fine', payload: z.object({}), ...part });
    expect(declare({ name: 'Not Fine' })).toThrow('“Not Fine” cannot name a job');
    expect(declare({ maxAttempts: 0 })).toThrow('from 1 to 1000');
    expect(declare({ timeoutMs: Number.NaN })).toThrow('above zero');
  });
});

async function arrange() {
  const db = await useTestDatabase();
  return { db, unitOfWork: db.unitOfWork({ enqueue: enqueueJob }) };
}

const queued = (db: TestDatabase) =>
  db.asSuperuser<Queued>('select payload, max_attempts, run_at from graphile_worker._private_jobs order by id');
