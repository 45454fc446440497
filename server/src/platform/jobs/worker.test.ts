import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { scopeOfNewTenant, type TestDatabase, useTestDatabase } from '#test/test-database.ts';
import { createFakeClock, type FakeClock } from '../clock.testing.ts';
import { systemClock } from '../clock.ts';
import { conflict } from '../errors.ts';
import { silentLogger } from '../telemetry/logger.ts';
import type { CronEntry } from './cron.ts';
import { defineJob, type JobContext, type JobDefinition } from './define-job.ts';
import { enqueueJob } from './enqueue.ts';
import { PermanentJobFailure } from './job-failure.ts';
import { createJobWorker, type JobWorker } from './worker.ts';

const Note = z.object({ note: z.string() });
type Note = z.infer<typeof Note>;

const workers: JobWorker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop(0)));
});

describe('running jobs', () => {
  test('a job runs after the commit, for its tenant, and is gone afterwards', async () => {
    const { db, unitOfWork, start } = await arrange();
    const ran = Promise.withResolvers<{ payload: Note; context: JobContext }>();
    const job = defineJob({ name: 'note', payload: Note, run: async (payload, context) => ran.resolve({ payload, context }) });
    await start([job]);
    const scope = scopeOfNewTenant();

    await unitOfWork.write(scope, (tx) => tx.enqueue(job, { note: 'hello' }));

    const { payload, context } = await ran.promise;
    expect(payload).toEqual({ note: 'hello' });
    expect(context).toMatchObject({
      scope: { tenantId: scope.tenantId, actor: { kind: 'job', id: context.jobId } },
      attempt: 1,
      maxAttempts: 10,
    });
    await expect.poll(() => jobs(db)).toEqual([]);
  });

  test('a failure is tried again; what is stored about it quotes nobody', async () => {
    const { db, unitOfWork, start } = await arrange();
    const job = defineJob({
      name: 'note',
      payload: Note,
      run: async () => {
        throw conflict('SLOT_TAKEN', 'Maria Lopez already has it.');
      },
    });
    await start([job]);
    await unitOfWork.write(scopeOfNewTenant(), (tx) => tx.enqueue(job, { note: '' }));

    await expect.poll(() => jobs(db)).toMatchObject([{ attempts: 1, max_attempts: 10, last_error: 'SLOT_TAKEN (409)', locked_by: null }]);
  });

  test('what cannot succeed is a dead letter at once: a wrong payload, an unknown name, a permanent failure', async () => {
    const { db, clock, unitOfWork, start } = await arrange();
    const hopeless = defineJob({
      name: 'hopeless',
      payload: Note,
      run: async () => {
        throw new PermanentJobFailure('The number cannot receive messages.');
      },
    });
    await start([hopeless, defineJob({ name: 'note', payload: Note, run: async () => {} })]);
    await unitOfWork.write(scopeOfNewTenant(), async (tx) => {
      await tx.enqueue(hopeless, { note: '' });
      await tx.enqueue({ name: 'note', payload: z.unknown() }, { note: 42 });
      await tx.enqueue({ name: 'nobody-knows', payload: z.unknown() }, {});
    });

    await expect
      .poll(async () => {
        await clock.advance(5_000);
        return deadLetters(db);
      })
      .toEqual([
        'The number cannot receive messages.',
        'The payload is not one of a job note: note (invalid_type).',
        'No running version of Foyer knows a job of this name.',
      ]);
  });

  test('a job that takes too long is told so, and its attempt fails even if it does not listen', async () => {
    const { db, clock, unitOfWork, start } = await arrange();
    const started = Promise.withResolvers<AbortSignal>();
    const job = defineJob({
      name: 'deaf',
      payload: Note,
      timeoutMs: 2_000,
      run: (_payload, { signal }) => {
        started.resolve(signal);
        return new Promise(() => {});
      },
    });
    await start([job]);
    await unitOfWork.write(scopeOfNewTenant(), (tx) => tx.enqueue(job, { note: '' }));
    const signal = await started.promise;

    await clock.advance(1_999);
    expect(signal.aborted).toBe(false);
    await clock.advance(1);
    expect(signal.aborted).toBe(true);
    await clock.advance(5_000);

    await expect.poll(() => jobs(db)).toMatchObject([{ attempts: 1, last_error: 'The job deaf took longer than 2000 ms.' }]);
  });

  test('a newer job of the same key runs even if the older one is running, and an older failure leaves nothing behind', async () => {
    const { db, unitOfWork, start } = await arrange();
    const scope = scopeOfNewTenant();
    const first = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const second = Promise.withResolvers<void>();
    const job = defineJob({
      name: 'note',
      payload: Note,
      run: async ({ note }) => {
        if (note === 'new') return second.resolve();
        first.resolve();
        await release.promise;
        throw new Error('too late anyway');
      },
    });
    await start([job]);
    const add = (note: string) => unitOfWork.write(scope, (tx) => tx.enqueue(job, { note }, { key: 'k' }));
    await add('old');
    await first.promise;
    await add('new');
    await second.promise;
    release.resolve();

    await expect.poll(() => jobs(db)).toEqual([]);
  });

  test('slow jobs keep no other waiting, however many there are, and no other keeps them waiting', async () => {
    const { db, unitOfWork, start } = await arrange();
    const scope = scopeOfNewTenant();
    const release = Promise.withResolvers<void>();
    const begun = { slow: 0, quick: 0 };
    const waiting = (name: 'slow' | 'quick', isSlow: boolean) =>
      defineJob({
        name,
        payload: Note,
        isSlow,
        run: async () => {
          begun[name] += 1;
          await release.promise;
        },
      });
    const [slow, quick] = [waiting('slow', true), waiting('quick', false)];
    await start([slow, quick]);
    await unitOfWork.write(scope, async (tx) => {
      for (let count = 0; count < 5; count += 1) await tx.enqueue(slow, { note: '' });
    });
    await expect.poll(() => begun).toEqual({ slow: 3, quick: 0 });
    await unitOfWork.write(scope, async (tx) => {
      for (let count = 0; count < 5; count += 1) await tx.enqueue(quick, { note: '' });
    });
    await expect.poll(() => begun).toEqual({ slow: 3, quick: 3 });
    release.resolve();
    await expect.poll(() => jobs(db)).toEqual([]);
    expect(begun).toEqual({ slow: 5, quick: 5 });
  });
});

describe('stopping', () => {
  test('waits for what is in hand', async () => {
    const { db, unitOfWork, start } = await arrange();
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const job = defineJob({
      name: 'note',
      payload: Note,
      run: async () => {
        started.resolve();
        await release.promise;
      },
    });
    const worker = await start([job]);
    await unitOfWork.write(scopeOfNewTenant(), (tx) => tx.enqueue(job, { note: '' }));
    await started.promise;
    const stopped = worker.stop(60_000);
    release.resolve();
    await stopped;

    expect(await jobs(db)).toEqual([]);
    expect(await db.asSuperuser('select worker from worker_heartbeats')).toEqual([]);
  });

  test('gives back at the deadline what is not done, without counting the attempt', async () => {
    const { db, unitOfWork, start } = await arrange();
    const started = Promise.withResolvers<void>();
    const obedient = defineJob({
      name: 'obedient',
      payload: Note,
      run: (_payload, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('interrupted')));
        }),
    });
    const deaf = defineJob({
      name: 'deaf',
      payload: Note,
      run: () => {
        started.resolve();
        return new Promise(() => {});
      },
    });
    const worker = await start([obedient, deaf], systemClock);
    await unitOfWork.write(scopeOfNewTenant(), async (tx) => {
      await tx.enqueue(obedient, { note: '' });
      await tx.enqueue(deaf, { note: '' });
    });
    await started.promise;
    await expect.poll(async () => (await jobs(db)).every((job) => job.locked_by !== null)).toBe(true);

    await worker.stop(0);

    expect(await jobs(db)).toMatchObject([
      { attempts: 0, locked_by: null, last_error: null },
      { attempts: 0, locked_by: null, last_error: null },
    ]);
  });
});

describe('jobs at set times', () => {
  test('each time runs once over all nodes', async () => {
    const { db, start } = await arrange();
    const ran = Promise.withResolvers<void>();
    const job = defineJob({ name: 'sweep', payload: z.object({}), run: async () => ran.resolve() });
    const cron: CronEntry[] = [{ name: 'sweep-often', schedule: '* * * * *', job, catchUpMs: 150_000 }];
    // Both nodes find that the last minutes were missed and make up for them; the trigger writes down what they add.
    await db.asSuperuser(
      `insert into graphile_worker._private_known_crontabs (identifier, known_since) values ('sweep-often', now() - interval '1 hour')`,
    );
    await db.asSuperuser(`create table ticks (at text)`);
    await db.asSuperuser(`create function note_tick() returns trigger language plpgsql security definer as
      $$ begin
        -- A failed attempt writes the same payload again.
        if tg_op = 'INSERT' or new.payload::text <> old.payload::text then
          insert into public.ticks values (new.payload->'_cron'->>'ts');
        end if;
        return new;
      end $$`);
    await db.asSuperuser(`create trigger ticks after insert or update of payload on graphile_worker._private_jobs
      for each row execute function note_tick()`);

    const nodes = await Promise.all([start([job], systemClock, cron), start([job], systemClock, cron)]);
    // A node that is told to stop finishes adding what it has begun to add.
    await Promise.all(nodes.map((node) => node.stop(60_000)));

    const ticks = (await db.asSuperuser<{ at: string }>('select at from ticks')).map(({ at }) => at);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(new Set(ticks).size).toBe(ticks.length);
    await start([job]);
    await ran.promise;
  });

  test('a schedule or payload that is wrong is named before anything starts', async () => {
    const { start } = await arrange();
    const job = defineJob({ name: 'note', payload: Note, run: async () => {} });
    await expect(start([job], systemClock, [{ name: 'nightly', schedule: 'at night', job, payload: { note: '' } }])).rejects.toThrow(
      'nightly has a schedule that cannot be read: “at night”',
    );
    await expect(start([job], systemClock, [{ name: 'nightly', schedule: '0 3 * * *', job }])).rejects.toThrow('nightly has a payload');
  });
});

async function arrange() {
  const db = await useTestDatabase();
  const clock = createFakeClock();
  const start = async (definitions: JobDefinition[], on: FakeClock | typeof systemClock = clock, cron: CronEntry[] = []) => {
    const worker = createJobWorker({
      database: db.database,
      jobs: definitions,
      cron,
      clock: on,
      logger: silentLogger,
      concurrency: 3,
    });
    workers.push(worker);
    await worker.start();
    return worker;
  };
  return { db, clock, unitOfWork: db.unitOfWork({ enqueue: enqueueJob }), start };
}

const jobs = (db: TestDatabase) =>
  db.asSuperuser<Record<string, unknown>>(
    'select attempts, max_attempts, last_error, locked_by from graphile_worker._private_jobs order by id',
  );

const deadLetters = async (db: TestDatabase) =>
  (
    await db.asSuperuser<{ last_error: string }>(
      'select last_error from graphile_worker._private_jobs where attempts >= max_attempts and locked_by is null order by id',
    )
  ).map((row) => row.last_error);
