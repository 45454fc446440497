// One process of the proof of jobs: what a node of the product does with its queue, with jobs that leave traces.
import { sql } from 'drizzle-orm';
import { systemClock } from '#platform/clock.ts';
import { nobodyAudits } from '#platform/db/audit.testing.ts';
import { createDatabase } from '#platform/db/database.ts';
import { createUnitOfWork } from '#platform/db/unit-of-work.ts';
import { defineJob, type JobContext, type JobDefinition, type JobType } from '#platform/jobs/define-job.ts';
import { enqueueJob } from '#platform/jobs/enqueue.ts';
import { createJobWorker } from '#platform/jobs/worker.ts';
import { childArgument, READY, tell } from '../shared/child.ts';
import { tellingLogger } from '../shared/telling-logger.ts';
import { FAIL, HOLD, type JobProcessArgument, TICK, WORK } from './job-world.ts';

const { role, name, connection, concurrency } = childArgument<JobProcessArgument>();
const logger = tellingLogger(name);
const database = createDatabase({ connection, poolSize: Math.min(concurrency, 10), logger });
const unitOfWork = createUnitOfWork(database, {
  recordEvents: async () => {},
  enqueue: enqueueJob,
  eventsCommitted: () => {},
  audit: nobodyAudits,
});

const begin = (job: JobType, number: number, { jobId, attempt }: JobContext) =>
  unitOfWork.system((tx) =>
    tx.execute(
      sql`insert into proof_attempts (job_id, job, number, attempt, process) values (${jobId}, ${job.name}, ${number}, ${attempt}, ${name})`,
    ),
  );

/** Keyed by the job, as the effect of every job has to be. */
const effect = (job: JobType, number: number, { jobId }: JobContext) =>
  unitOfWork.system((tx) =>
    tx.execute(
      sql`insert into proof_effects (job_id, job, number) values (${jobId}, ${job.name}, ${number})
            on conflict (job_id) do update set repeats = proof_effects.repeats + 1`,
    ),
  );

const work = defineJob({
  ...WORK,
  run: async ({ number }, context) => {
    await begin(WORK, number, context);
    await systemClock.sleep(number % 40);
    await effect(WORK, number, context);
  },
});

const hold = defineJob({
  ...HOLD,
  run: async ({ number }, context) => {
    await begin(HOLD, number, context);
    if (role === 'holder') {
      await new Promise((resolve) => context.signal.addEventListener('abort', resolve, { once: true }));
      // Every other one does not listen to what its signal says, and has its effect late.
      if (number % 2 === 0) throw context.signal.reason;
    }
    await effect(HOLD, number, context);
  },
});

const fail = defineJob({
  ...FAIL,
  run: async ({ number }, context) => {
    await begin(FAIL, number, context);
    const { rows } = await unitOfWork.system((tx) => tx.execute(sql`select from proof_permission where granted`));
    if (rows.length === 0) throw new Error('Not yet.');
    await effect(FAIL, number, context);
  },
});

const tick = defineJob({
  ...TICK,
  run: async (_payload, context) => {
    await begin(TICK, 0, context);
    await systemClock.sleep(300);
    await effect(TICK, 0, context);
  },
});

const jobs: Record<typeof role, JobDefinition[]> = {
  worker: [work, hold, fail] as JobDefinition[],
  holder: [hold] as JobDefinition[],
  cron: [tick] as JobDefinition[],
};
const worker = createJobWorker({
  database,
  jobs: jobs[role],
  cron: role === 'cron' ? [{ name: 'every-minute', schedule: '* * * * *', job: TICK }] : [],
  clock: systemClock,
  logger,
  concurrency,
});
await worker.start();
process.on('message', () => {
  void worker.stop(10_000).then(() => process.exit(0));
});
tell(READY);
