import { EventEmitter } from 'node:events';
import { type Job, type JobHelpers, type Runner, run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Logger } from '../telemetry/logger.ts';
import { type CronEntry, parseCron } from './cron.ts';
import type { JobDefinition } from './define-job.ts';
import { endsWithin } from './ends-within.ts';
import { createJobExecutor } from './execute-job.ts';
import { WorkerStopping } from './job-failure.ts';
import type { JobLease } from './job-leases.repository.ts';
import { createJobRuns, type JobMetrics } from './job-runs.ts';
import { queueLogger } from './queue-logger.ts';
import { sweepWorkers } from './worker-heartbeats.repository.ts';
import { startWorkerHeartbeats, type WorkerHeartbeats } from './worker-heartbeats.ts';

export interface JobWorkerOptions {
  database: Database;
  jobs: readonly JobDefinition[];
  cron: readonly CronEntry[];
  clock: Clock;
  logger: Logger;
  metrics?: JobMetrics;
  /** Jobs at a time. */
  concurrency: number;
  /** Slow jobs at a time, beside the others; as many as of the others when left out. */
  slowConcurrency?: number;
}

/**
 * Runs jobs, at least once each. A job whose worker died is taken again within 30 s. A worker that was only paused learns that its
 * jobs went to others: their signals are aborted and it can no longer complete, fail or release them, but what its handlers have
 * done by then has been done, so handlers are written to be repeated.
 */
export interface JobWorker {
  start(surroundings?: { isOnlyProcess: boolean }): Promise<void>;
  /** Takes no more jobs and waits for those in hand; what is not done by the deadline is aborted and given back uncounted. */
  stop(deadlineMs: number): Promise<void>;
}

/** For due times and retries; new jobs wake the worker at once. */
const POLL_INTERVAL_MS = 1_000;
/** Of each queue, beside one connection per job: listening, heartbeats, the lifeline, sweeping. */
const EXTRA_CONNECTIONS = 4;
/** From the abort at the deadline to the release of what still runs. */
const ABORT_GRACE_MS = 1_000;

export function createJobWorker(options: JobWorkerOptions): JobWorker {
  const { database, jobs, cron, clock, logger, metrics, concurrency, slowConcurrency = concurrency } = options;
  const queues = [
    { jobs: jobs.filter(({ isSlow }) => !isSlow), concurrency },
    { jobs: jobs.filter(({ isSlow }) => isSlow), concurrency: slowConcurrency },
  ].filter((queue) => queue.jobs.length > 0);
  const cronItems = parseCron(cron);
  const execute = createJobExecutor({ jobs, clock, logger });
  let started: { pool: pg.Pool; runners: Runner[]; runs: ReturnType<typeof createJobRuns>; heartbeats: WorkerHeartbeats[] } | undefined;

  return {
    start: async ({ isOnlyProcess } = { isOnlyProcess: false }) => {
      if (started) throw new Error('The job worker runs already.');
      const connections = queues.reduce((sum, queue) => sum + queue.concurrency + EXTRA_CONNECTIONS, 0);
      const pool = ownPool(database, connections, logger);
      const runs = createJobRuns({ pool, execute, clock, logger, metrics });
      const heartbeats: WorkerHeartbeats[] = [];
      const runners: Runner[] = [];
      const events: WorkerEvents = new EventEmitter();
      const jobNames = jobs.map(({ name }) => name);
      events.on('pool:create', ({ workerPool }) => {
        const { inHand: jobsInHand, abandonAll: onDeclaredDead } = runs;
        heartbeats.push(startWorkerHeartbeats({ pool, worker: workerPool.id, jobNames, jobsInHand, clock, logger, onDeclaredDead }));
      });
      const task = (_payload: unknown, helpers: JobHelpers) => runs.run(toQueued(helpers.job), leaseOf(helpers.job));
      try {
        // Whoever worked here before is gone: their jobs are free at once, without waiting for silence.
        if (isOnlyProcess) await sweepWorkers(pool, { silentForMs: 0, goneForMs: 0 });
        for (const [index, queue] of queues.entries()) {
          const runner = await run({
            pgPool: pool,
            taskList: Object.fromEntries(queue.jobs.map(({ name }) => [name, task])),
            parsedCronItems: index === 0 ? cronItems : [],
            events,
            logger: queueLogger(logger),
            concurrency: queue.concurrency,
            pollInterval: POLL_INTERVAL_MS,
            noHandleSignals: true,
          });
          // A queue that ends by itself has said so in the log; `stop` waits for its end as well.
          runner.promise.catch((error: unknown) => logger.error('The job queue ended', { error }));
          runners.push(runner);
        }
        started = { pool, runners, runs, heartbeats };
      } catch (error) {
        await Promise.allSettled(runners.map((runner) => runner.stop()));
        await Promise.all(heartbeats.map((heartbeat) => heartbeat.stop()));
        await pool.end();
        throw error;
      }
    },

    stop: async (deadlineMs) => {
      if (!started) return;
      const { pool, runners, runs, heartbeats } = started;
      started = undefined;
      const finished = Promise.allSettled(runners.map((runner) => runner.stop()));
      if (!(await endsWithin(clock, finished, deadlineMs))) {
        if (runs.inHand().length > 0) logger.warn('Jobs were still running at the deadline and are given back');
        await runs.abortAll(new WorkerStopping('The process stopped before the job was done.'), ABORT_GRACE_MS);
        // Who is only looking for a job ends by itself, and must before its connections do.
        const isOver = runs.inHand().length === 0 && (await endsWithin(clock, finished, ABORT_GRACE_MS));
        if (!isOver) await Promise.all(runners.map((runner) => runner.kill().catch(() => {})));
      }
      await Promise.all(heartbeats.map((heartbeat) => heartbeat.stop()));
      await pool.end();
    },
  };
}

/** Connections of the worker's own: requests never wait for jobs, nor jobs for requests. */
function ownPool(database: Database, max: number, logger: Logger): pg.Pool {
  // The pool hides its password from enumeration.
  const pool = new pg.Pool({ ...database.pool.options, password: database.pool.options.password, max });
  pool.on('error', (error) => logger.warn('An idle connection of the job worker broke', { error }));
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const toQueued = (job: Job) => ({
  id: job.id,
  name: job.task_identifier,
  envelope: job.payload,
  attempts: job.attempts,
  maxAttempts: job.max_attempts,
});

const leaseOf = (job: Job): JobLease => ({ id: job.id, worker: job.locked_by ?? '', attempts: job.attempts, revision: job.revision });
