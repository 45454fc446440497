import type pg from 'pg';
import type { Clock } from '../clock.ts';
import { summarizeFailure } from '../events/failure-summary.ts';
import type { Logger } from '../telemetry/logger.ts';
import { endsWithin } from './ends-within.ts';
import type { ExecuteJob } from './execute-job.ts';
import type { QueuedJob } from './job-envelope.ts';
import { JobLost, PermanentJobFailure, WorkerStopping } from './job-failure.ts';
import { completeJob, dropIfSuperseded, exhaustJob, type JobLease, releaseJob } from './job-leases.repository.ts';

/** How an attempt ended. `lost`: the job was no longer ours. */
export type JobOutcome = 'done' | 'failed' | 'dead' | 'superseded' | 'released' | 'lost';

export interface JobMetrics {
  finished(job: string, outcome: JobOutcome, durationMs: number): void;
}

export interface JobRuns {
  /** One attempt, from the taken job to its settled row. Throws what the queue is to store as the job's last error. */
  run(job: QueuedJob, lease: JobLease): Promise<void>;
  /** The ids of the jobs in hand. */
  inHand(): string[];
  /** The jobs in hand belong to other workers now. */
  abandonAll(): void;
  /** Aborts the jobs in hand and gives back those that do not end within the grace. */
  abortAll(reason: WorkerStopping, graceMs: number): Promise<void>;
}

interface Options {
  pool: pg.Pool;
  execute: ExecuteJob;
  clock: Clock;
  logger: Logger;
  metrics: JobMetrics | undefined;
}

/** The attempts that a worker has in hand. A row is only ever settled by the attempt that holds it (see `JobLease`). */
export function createJobRuns({ pool, execute, clock, logger, metrics }: Options): JobRuns {
  const inHand = new Map<AbortController, { lease: JobLease; ended: Promise<void> }>();
  /** Attempts that outlived the stop of their worker: their rows are others' now. */
  const givenBack = new WeakSet<AbortController>();

  async function attempt(job: QueuedJob, lease: JobLease, signal: AbortSignal): Promise<JobOutcome> {
    try {
      await execute(job, signal);
    } catch (error) {
      if (error instanceof WorkerStopping) {
        await releaseJob(pool, lease);
        return 'released';
      }
      if (error instanceof JobLost) return 'lost';
      if (await dropIfSuperseded(pool, lease)) return 'superseded';
      const dead = error instanceof PermanentJobFailure || job.attempts >= job.maxAttempts;
      if (error instanceof PermanentJobFailure) await exhaustJob(pool, lease);
      report(job, dead, error);
      throw new FailedAttempt(dead ? 'dead' : 'failed', summarizeFailure(error));
    }
    return (await completeJob(pool, lease)) ? 'done' : 'lost';
  }

  function report(job: QueuedJob, dead: boolean, error: unknown): void {
    const fields = { job: job.name, jobId: job.id, attempt: job.attempts, maxAttempts: job.maxAttempts, error };
    if (dead) logger.error('A job failed for good and waits among the dead letters', fields);
    else logger.warn('A job failed and will be tried again', fields);
  }

  return {
    run: async (job, lease) => {
      const controller = new AbortController();
      const ended = Promise.withResolvers<void>();
      inHand.set(controller, { lease, ended: ended.promise });
      const startedMs = clock.monotonicMs();
      let outcome: JobOutcome = 'failed';
      try {
        outcome = await attempt(job, lease, controller.signal);
        // The queue would now delete the row by its id, whoever has it: it is told of a failure, which it notes only on rows of ours.
        if (outcome === 'lost') {
          logger.warn('A job was no longer ours when it ended', { job: job.name, jobId: job.id, attempt: job.attempts });
          throw new JobLost('Another worker has the job.');
        }
        if (outcome === 'released') throw new WorkerStopping('The process stopped before the job was done.');
      } catch (error) {
        if (error instanceof FailedAttempt) outcome = error.outcome;
        throw error;
      } finally {
        inHand.delete(controller);
        ended.resolve();
        metrics?.finished(job.name, outcome, clock.monotonicMs() - startedMs);
        // The row was given back and the queue is gone: telling it how this ended would find its connections closed.
        if (givenBack.has(controller)) await new Promise<never>(() => {});
      }
    },
    inHand: () => [...inHand.values()].map(({ lease }) => lease.id),
    abandonAll: () => {
      for (const controller of inHand.keys()) controller.abort(new JobLost('Other workers took this one for dead.'));
    },
    abortAll: async (reason, graceMs) => {
      const rest = [...inHand.entries()];
      for (const [controller] of rest) controller.abort(reason);
      const allEnded = Promise.all(rest.map(([, { ended }]) => ended));
      await endsWithin(clock, allEnded, graceMs);
      for (const controller of inHand.keys()) givenBack.add(controller);
      await Promise.all([...inHand.values()].map(({ lease }) => releaseJob(pool, lease)));
    },
  };
}

/** What the queue stores of a failed attempt: the summary, never the error's own message. */
class FailedAttempt extends Error {
  override name = 'FailedAttempt';
  readonly outcome: 'failed' | 'dead';
  constructor(outcome: 'failed' | 'dead', summary: string) {
    super(summary);
    this.outcome = outcome;
  }
}
