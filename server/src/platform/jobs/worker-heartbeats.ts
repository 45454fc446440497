import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { startWorkLoop } from '../events/work-loop.ts';
import type { Logger } from '../telemetry/logger.ts';
import { freeForgottenJobs } from './job-leases.repository.ts';
import { beat, holdLifeline, type Lifeline, removeWorker, sweepWorkers } from './worker-heartbeats.repository.ts';

export interface WorkerHeartbeatsOptions {
  pool: pg.Pool;
  /** The name under which this worker locks jobs. */
  worker: string;
  jobNames: readonly string[];
  /** The ids of those that this worker is at. */
  jobsInHand(): readonly string[];
  clock: Clock;
  logger: Logger;
  /** Other nodes took this one for dead while it was paused or cut off; its jobs of before are theirs now. */
  onDeclaredDead(): void;
}

export interface WorkerHeartbeats {
  stop(): Promise<void>;
}

const BEAT_INTERVAL_MS = 5_000;
const SWEEP_INTERVAL_MS = 5_000;
/** Three beats missed: a worker that stands still or is cut off. */
export const SILENT_FOR_MS = 15_000;
/** One beat missed, and its connections are gone too: a worker that was killed. A living one comes back sooner after a lost connection. */
export const GONE_FOR_MS = 7_000;
/** From the moment that a job is taken it is in hand; after this long, one that is not has been forgotten. */
const FORGOTTEN_AFTER_MS = 10_000;
const RETRY_INTERVAL_MS = 1_000;

/**
 * Tells the other workers that this one is alive, and frees the jobs of those that are not: the queue itself waits four hours.
 * All times are the database's. Starts at once.
 */
export function startWorkerHeartbeats(options: WorkerHeartbeatsOptions): WorkerHeartbeats {
  const { pool, worker, jobNames, jobsInHand, clock, logger, onDeclaredDead } = options;
  let lifeline: Lifeline | undefined;
  // Two loops, so that a slow sweep delays no beat.
  const beating = startWorkLoop({
    clock,
    retryInMs: RETRY_INTERVAL_MS,
    onError: (error) => logger.warn('A worker could not say that it is alive', { worker, error }),
    work: async () => {
      if (lifeline?.isCut()) {
        lifeline.letGo();
        lifeline = undefined;
      }
      lifeline ??= await holdLifeline(pool, worker);
      if (await beat(pool, worker, jobNames)) {
        logger.warn('This worker was taken for dead; its jobs were given to others', { worker });
        onDeclaredDead();
      }
      return { againInMs: BEAT_INTERVAL_MS };
    },
  });
  const sweeping = startWorkLoop({
    clock,
    retryInMs: SWEEP_INTERVAL_MS,
    onError: (error) => logger.warn('Jobs of dead workers could not be looked for', { worker, error }),
    work: async () => {
      const { freed, unknown } = await sweepWorkers(pool, { silentForMs: SILENT_FOR_MS, goneForMs: GONE_FOR_MS });
      const forgotten = await freeForgottenJobs(pool, worker, jobsInHand(), FORGOTTEN_AFTER_MS);
      if (forgotten > 0) logger.warn('Jobs whose end could not be noted were freed', { jobs: forgotten });
      if (freed > 0) logger.warn('Jobs of a dead worker were freed', { jobs: freed });
      if (unknown > 0) logger.error('Jobs were set aside because no running version knows them', { jobs: unknown });
      return { againInMs: SWEEP_INTERVAL_MS };
    },
  });

  return {
    stop: async () => {
      await Promise.all([beating.stop(), sweeping.stop()]);
      // Without a heartbeat it looks dead at once to whoever finds a job that it still holds, which is right.
      lifeline?.letGo();
      await removeWorker(pool, worker).catch((error: unknown) => logger.debug('A stopped worker could not sign off', { error }));
    },
  };
}
