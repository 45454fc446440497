import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { scopeOfNewTenant, type TestDatabase, useTestDatabase } from '#test/test-database.ts';
import { declareJob } from './define-job.ts';
import { enqueueJob } from './enqueue.ts';
import { completeJob, dropIfSuperseded, exhaustJob, type JobLease, releaseJob } from './job-leases.repository.ts';

const job = declareJob({ name: 'note', payload: z.object({ note: z.string() }) });

describe('the lease of a job', () => {
  test('does not complete what was taken again, by another worker or by the same', async () => {
    for (const next of ['pool-b', 'pool-a']) {
      const { db, take } = await arrange();
      const lease = await take('pool-a');
      await free(db);
      const later = await take(next);

      expect(await completeJob(db.database.pool, lease)).toBe(false);
      await exhaustJob(db.database.pool, lease);
      await releaseJob(db.database.pool, lease);
      expect(await rows(db)).toMatchObject([{ locked_by: next, attempts: 2 }]);
      expect(await completeJob(db.database.pool, later)).toBe(true);
      expect(await rows(db)).toEqual([]);
    }
  });

  test('does not complete the newer payload that took the place of a freed one', async () => {
    const { db, take, enqueue } = await arrange();
    const lease = await take('pool-a');
    await free(db);
    await enqueue('newer');
    await take('pool-a');

    expect(await completeJob(db.database.pool, lease)).toBe(false);
    expect(await rows(db)).toMatchObject([{ note: 'newer', locked_by: 'pool-a' }]);
  });

  test('completes a job that was replaced while it ran, and leaves the newer one', async () => {
    const { db, take, enqueue } = await arrange();
    const lease = await take('pool-a');
    await enqueue('newer');

    expect(await completeJob(db.database.pool, lease)).toBe(true);
    expect(await rows(db)).toMatchObject([{ note: 'newer', locked_by: null }]);
  });

  test('drops a failed job only if a newer one took its place', async () => {
    const { db, take, enqueue } = await arrange();
    const lease = await take('pool-a');
    expect(await dropIfSuperseded(db.database.pool, lease)).toBe(false);
    await enqueue('newer');
    expect(await dropIfSuperseded(db.database.pool, lease)).toBe(true);
    expect(await rows(db)).toMatchObject([{ note: 'newer' }]);
  });
});

async function arrange() {
  const db = await useTestDatabase();
  const unitOfWork = db.unitOfWork({ enqueue: enqueueJob });
  const scope = scopeOfNewTenant();
  const enqueue = (note: string) => unitOfWork.write(scope, (tx) => tx.enqueue(job, { note }, { key: 'k' }));
  await enqueue('first');
  const take = async (worker: string): Promise<JobLease> => {
    const [taken] = await db.asSuperuser<JobLease>(
      `update graphile_worker._private_jobs set locked_by = $1, locked_at = now(), attempts = attempts + 1
        where locked_by is null returning id, locked_by as worker, attempts, revision`,
      [worker],
    );
    if (!taken) throw new Error('There was no job to take.');
    return taken;
  };
  return { db, enqueue, take };
}

const free = (db: TestDatabase) => db.asSuperuser('update graphile_worker._private_jobs set locked_by = null, locked_at = null');

const rows = (db: TestDatabase) =>
  db.asSuperuser(`select payload->'payload'->>'note' as note, locked_by, attempts from graphile_worker._private_jobs order by id`);
