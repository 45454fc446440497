import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { scopeOfNewTenant, type TestDatabase, useTestDatabase } from '#test/test-database.ts';
import { createFakeClock } from '../clock.testing.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { defineJob, type JobContext, type JobDefinition } from './define-job.ts';
import { enqueueJob } from './enqueue.ts';
import { LIFE_LOCK } from './jobs.functions.ts';
import { createJobWorker, type JobWorker } from './worker.ts';

const Note = z.object({ note: z.string() });

const workers: JobWorker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop(0)));
});

describe('jobs of a worker that is gone', () => {
  test('are freed and run by another one, which counts the attempt', async () => {
    const { db, clock, start, enqueue } = await arrange();
    const ran = Promise.withResolvers<JobContext>();
    const job = defineJob({ name: 'note', payload: Note, run: async (_payload, context) => ran.resolve(context) });
    await enqueue(job, 'left behind');
    await lockAs(db, 'pool-dead', '25 seconds');
    await start([job]);
    await clock.advance(5_000);

    expect((await ran.promise).attempt).toBe(2);
    await expect.poll(() => jobs(db)).toEqual([]);
  });

  test('are free at once to a process that knows itself to be the only one', async () => {
    const { db, start, enqueue } = await arrange();
    const ran = Promise.withResolvers<JobContext>();
    const job = defineJob({ name: 'note', payload: Note, run: async (_payload, context) => ran.resolve(context) });
    await enqueue(job, 'locked a moment before the kill');
    await lockAs(db, 'pool-killed', '10 milliseconds');
    await db.asSuperuser(
      `insert into worker_heartbeats (id, worker, last_beat_at, job_names) values (gen_random_uuid(), 'pool-killed', now(), '{note}')`,
    );
    await start([job], { isOnlyProcess: true });

    expect((await ran.promise).attempt).toBe(2);
    await expect.poll(() => jobs(db)).toEqual([]);
  });

  test('are freed after one missed beat when its connections are gone too', async () => {
    const { db, start, enqueue } = await arrange();
    const ran = Promise.withResolvers<JobContext>();
    const job = defineJob({ name: 'note', payload: Note, run: async (_payload, context) => ran.resolve(context) });
    await enqueue(job, 'locked when the process was killed');
    await lockAs(db, 'pool-killed', '10 seconds');
    const letGo = await holdLifeLockOf(db, 'pool-killed');
    await letGo();
    await start([job]);

    expect((await ran.promise).attempt).toBe(2);
    await expect.poll(() => jobs(db)).toEqual([]);
  });

  test('are left alone while the worker may still be alive', async () => {
    const { db, clock, start, enqueue } = await arrange();
    const job = defineJob({ name: 'note', payload: Note, run: async () => {} });
    await enqueue(job, 'locked a moment ago');
    await lockAs(db, 'pool-young', '5 seconds');
    await enqueue(job, 'locked by one that missed a beat');
    await lockAs(db, 'pool-slow', '10 seconds');
    await holdLifeLockOf(db, 'pool-slow');
    await enqueue(job, 'locked by one that beats');
    await lockAs(db, 'pool-alive', '1 hour');
    await db.asSuperuser(
      `insert into worker_heartbeats (id, worker, last_beat_at, job_names) values (gen_random_uuid(), 'pool-alive', now(), '{}')`,
    );
    await start([job]);
    await clock.advance(5_000);
    await enqueue(job, 'new');
    await expect.poll(async () => (await jobs(db)).length).toBe(3);
    await clock.advance(5_000);

    expect(await jobs(db)).toMatchObject([{ locked_by: 'pool-young' }, { locked_by: 'pool-slow' }, { locked_by: 'pool-alive' }]);
  });

  test('become dead letters when that was their last attempt, and say why', async () => {
    const { db, clock, start, enqueue } = await arrange();
    const job = defineJob({ name: 'note', payload: Note, maxAttempts: 1, run: async () => {} });
    await enqueue(job, 'kills its worker');
    await lockAs(db, 'pool-dead', '25 seconds');
    await start([job]);

    await expect
      .poll(async () => {
        await clock.advance(5_000);
        return jobs(db);
      })
      .toMatchObject([{ attempts: 1, locked_by: null, last_error: 'The worker that ran this job died.' }]);
  });
});

describe('a worker that was only paused', () => {
  test('is told that its jobs went to others and can settle none of them', async () => {
    const { db, clock: awake, start, enqueue } = await arrange();
    const asleep = createFakeClock();
    const contexts: JobContext[] = [];
    const payloads: string[] = [];
    const began = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const release = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const job = defineJob({
      name: 'note',
      payload: Note,
      run: async ({ note }, context) => {
        const turn = contexts.push(context) - 1;
        payloads.push(note);
        began[turn]?.resolve();
        await release[turn]?.promise;
      },
    });
    // One job at a time, so that it does not take the freed job itself.
    await start([job], { on: asleep, concurrency: 1 });
    await enqueue(job, 'first', 'key');
    await began[0]?.promise;
    // What a long pause looks like from outside: the worker's lock and its last beat are old.
    await db.asSuperuser(`update worker_heartbeats set last_beat_at = now() - interval '25 seconds'`);
    await db.asSuperuser(`update graphile_worker._private_jobs set locked_at = now() - interval '25 seconds'`);
    await start([job], { on: awake });
    await awake.advance(5_000);
    await began[1]?.promise;

    await asleep.advance(5_000);
    await expect.poll(() => contexts[0]?.signal.aborted).toBe(true);
    release[0]?.resolve();
    await expect.poll(() => asleep.pendingTimers()).toBeLessThanOrEqual(2);

    expect(await jobs(db), 'the second run still has its row').toMatchObject([{ attempts: 2 }]);
    expect(contexts[1]?.signal.aborted).toBe(false);
    release[1]?.resolve();
    await expect.poll(() => jobs(db)).toEqual([]);
    expect(payloads).toEqual(['first', 'first']);
  });
});

describe('jobs of a living worker', () => {
  test('that it holds and is not at any more, because their end could not be noted, are run again; those that it is at are left alone', async () => {
    const { db, clock, start, enqueue } = await arrange();
    const began = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const ran: string[] = [];
    const job = defineJob({
      name: 'note',
      payload: Note,
      timeoutMs: 86_400_000,
      run: async ({ note }) => {
        ran.push(note);
        if (note !== 'long') return;
        began.resolve();
        await release.promise;
      },
    });
    await start([job]);
    await enqueue(job, 'long');
    await began.promise;
    await enqueue(job, 'forgotten', undefined, new Date('2100-01-01'));
    await db.asSuperuser(
      `update graphile_worker._private_jobs set locked_by = (select worker from worker_heartbeats), locked_at = now() - interval '11 seconds', run_at = now()`,
    );
    await expect
      .poll(async () => {
        await clock.advance(5_000);
        return jobs(db);
      })
      .toHaveLength(1);
    release.resolve();
    await expect.poll(() => jobs(db)).toEqual([]);

    expect(ran).toEqual(['long', 'forgotten']);
  });
});

async function arrange() {
  const db = await useTestDatabase();
  const clock = createFakeClock();
  const unitOfWork = db.unitOfWork({ enqueue: enqueueJob });
  const scope = scopeOfNewTenant();
  const start = async (definitions: JobDefinition[], { on = clock, concurrency = 2, isOnlyProcess = false } = {}) => {
    const worker = createJobWorker({ database: db.database, jobs: definitions, cron: [], clock: on, logger: silentLogger, concurrency });
    workers.push(worker);
    await worker.start({ isOnlyProcess });
  };
  const enqueue = (job: JobDefinition<{ note: string }>, note: string, key?: string, runAt?: Date) =>
    unitOfWork.write(scope, (tx) => tx.enqueue(job, { note }, { ...(key !== undefined && { key }), ...(runAt && { runAt }) }));
  return { db, clock, start, enqueue };
}

/** Takes the jobs that nobody has, as a worker does that then falls silent. */
const lockAs = (db: TestDatabase, worker: string, ago: string) =>
  db.asSuperuser(
    `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - $2::interval, attempts = 1 where locked_by is null`,
    [worker, ago],
  );

/** Lives, and says nothing. */
async function holdLifeLockOf(db: TestDatabase, worker: string): Promise<() => Promise<void>> {
  const client = await db.database.pool.connect();
  await client.query('select pg_advisory_lock($1, hashtext($2))', [LIFE_LOCK, worker]);
  let isHeld = true;
  const letGo = async () => {
    if (isHeld) await client.query('select pg_advisory_unlock_all()');
    if (isHeld) client.release();
    isHeld = false;
  };
  onTestFinished(letGo);
  return letGo;
}

const jobs = (db: TestDatabase) =>
  db.asSuperuser<Record<string, unknown>>('select attempts, last_error, locked_by from graphile_worker._private_jobs order by id');
