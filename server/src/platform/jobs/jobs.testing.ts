import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { summarizeFailure } from '../events/failure-summary.ts';
import { newId } from '../ids.ts';
import { silentLogger } from '../telemetry/logger.ts';
import type { JobDefinition } from './define-job.ts';
import { createJobExecutor } from './execute-job.ts';
import type { QueuedJob } from './job-envelope.ts';
import { PermanentJobFailure } from './job-failure.ts';
import { completeJob, type JobLease } from './job-leases.repository.ts';

export interface DrainOptions {
  database: Database;
  jobs: readonly JobDefinition[];
  clock: Clock;
  /** `throw` (as a rule) ends the drain with the job's error; `retry` leaves the job to a later drain, after its backoff. */
  onFailure?: 'throw' | 'retry';
}

/** Runs, in this process and one after the other, everything that is due by the clock, until nothing is. Returns what ran. */
export async function drainJobs({ database: { pool }, jobs, clock, onFailure = 'throw' }: DrainOptions): Promise<string[]> {
  const execute = createJobExecutor({ jobs, clock, logger: silentLogger });
  const ran: string[] = [];
  const worker = `drain-${newId()}`;

  for (;;) {
    const taken = await takeDueJob();
    if (!taken) return ran;
    ran.push(taken.job.name);
    try {
      await execute(taken.job, new AbortController().signal);
      await completeJob(pool, taken.lease);
    } catch (error) {
      await noteFailure(taken.job, error);
      if (onFailure === 'throw') throw new Error(`The job ${taken.job.name} failed: ${String(error)}`, { cause: error });
    }
  }

  async function takeDueJob(): Promise<{ job: QueuedJob; lease: JobLease } | undefined> {
    // The queue's own due time is the database's where nothing was given; a fake clock is far from that.
    const { rows } = await pool.query<{ id: string; name: string; payload: unknown; attempts: number; maximum: number; revision: number }>(
      `update graphile_worker._private_jobs as jobs
          set attempts = jobs.attempts + 1, locked_by = $1, locked_at = now()
         from (select due.id, tasks.identifier as name
                 from graphile_worker._private_jobs as due join graphile_worker._private_tasks as tasks on tasks.id = due.task_id
                where is_available and coalesce((payload->>'runAt')::timestamptz, '-infinity') <= $2
                order by (payload->>'runAt')::timestamptz nulls first, due.id limit 1
                  for update of due skip locked) as next
        where jobs.id = next.id
        returning jobs.id, name, payload, attempts, max_attempts as maximum, revision`,
      [worker, clock.now()],
    );
    return rows.map(({ id, name, payload, attempts, maximum, revision }) => ({
      job: { id, name, envelope: payload, attempts, maxAttempts: maximum },
      lease: { id, worker, attempts, revision },
    }))[0];
  }

  async function noteFailure(job: QueuedJob, error: unknown): Promise<void> {
    const attempts = error instanceof PermanentJobFailure ? job.maxAttempts : job.attempts;
    const retryAt = new Date(clock.now().getTime() + Math.exp(Math.min(job.attempts, 10)) * 1_000);
    await pool.query(
      `update graphile_worker._private_jobs
          set attempts = $3, last_error = $4, locked_by = null, locked_at = null, run_at = $5,
              payload = case when $3 < max_attempts then jsonb_set(payload::jsonb, '{runAt}', to_jsonb($6::text))::json else payload end
        where id = $1 and locked_by = $2`,
      [job.id, worker, attempts, summarizeFailure(error), retryAt, retryAt.toISOString()],
    );
  }
}
