import type pg from 'pg';
import { SUPERSEDED } from './jobs.functions.ts';

/**
 * A job as one attempt of one worker holds it. The four together belong to nobody else: a worker that takes the job again
 * counts one attempt more, and a newer payload for the same key counts a revision.
 */
export interface JobLease {
  id: string;
  worker: string;
  attempts: number;
  revision: number;
}

const HELD = `id = $1 and locked_by = $2 and revision = $4`;
const valuesOf = ({ id, worker, attempts, revision }: JobLease) => [id, worker, attempts, revision];

/** The job is done; false when it was no longer ours to say so. */
export async function completeJob(pool: pg.Pool, lease: JobLease): Promise<boolean> {
  const { rowCount } = await pool.query(
    `delete from graphile_worker._private_jobs where ${HELD} and (attempts = $3 or (${SUPERSEDED}))`,
    valuesOf(lease),
  );
  return rowCount === 1;
}

/** The attempt failed, and none will follow. */
export async function exhaustJob(pool: pg.Pool, lease: JobLease): Promise<void> {
  await pool.query(
    `update graphile_worker._private_jobs set attempts = max_attempts where ${HELD} and (attempts = $3 or (${SUPERSEDED}))`,
    valuesOf(lease),
  );
}

/** A job that failed after a newer one of its key had replaced it needs neither a retry nor a dead letter; true when it was such a one. */
export async function dropIfSuperseded(pool: pg.Pool, { id, worker, revision }: JobLease): Promise<boolean> {
  const { rowCount } = await pool.query(
    `delete from graphile_worker._private_jobs where id = $1 and locked_by = $2 and revision = $3 and ${SUPERSEDED}`,
    [id, worker, revision],
  );
  return rowCount === 1;
}

/**
 * Frees what a living worker still holds and has not in hand: the database was away when the queue wanted to note how the attempt ended,
 * and it does not try again. How many there were.
 */
export async function freeForgottenJobs(pool: pg.Pool, worker: string, inHand: readonly string[], heldForMs: number): Promise<number> {
  const { rowCount } = await pool.query(
    `with forgotten as (
       select id from graphile_worker._private_jobs
        where locked_by = $1 and locked_at < clock_timestamp() - make_interval(secs => $3) and id <> all($2::bigint[])
     ), dropped as (
       delete from graphile_worker._private_jobs where id in (select id from forgotten) and (${SUPERSEDED})
     )
     update graphile_worker._private_jobs
        set locked_at = null, locked_by = null, last_error = 'How this attempt ended could not be noted: the database was away.'
      where id in (select id from forgotten) and not (${SUPERSEDED})`,
    [worker, inHand, heldForMs / 1000],
  );
  return rowCount ?? 0;
}

/** Gives a job back as if this attempt had not been: at once for any worker. */
export async function releaseJob(pool: pg.Pool, lease: JobLease): Promise<void> {
  await pool.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = attempts - 1 where ${HELD} and attempts = $3 and not (${SUPERSEDED})`,
    valuesOf(lease),
  );
}
