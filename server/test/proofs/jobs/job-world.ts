import type pg from 'pg';
import { z } from 'zod';
import { systemClock } from '#platform/clock.ts';
import { nobodyAudits } from '#platform/db/audit.testing.ts';
import { APP_ROLE, SYSTEM_ROLE } from '#platform/db/roles.ts';
import { createUnitOfWork, type UnitOfWork } from '#platform/db/unit-of-work.ts';
import { createEventRecorder } from '#platform/events/record-events.ts';
import { declareJob } from '#platform/jobs/define-job.ts';
import { enqueueJob } from '#platform/jobs/enqueue.ts';
import { type Child, startChild } from '../shared/child.ts';
import type { ProofDatabase } from '../shared/cluster.ts';
import type { Report } from '../shared/report.ts';

const Numbered = z.object({ number: z.number() });

/** Takes some milliseconds and has one effect. */
export const WORK = declareJob({ name: 'proof.work', payload: Numbered });
/** In a holder it never ends; in a worker at once. */
export const HOLD = declareJob({ name: 'proof.hold', payload: Numbered, timeoutMs: 3_600_000 });
/** Fails until the proof allows it to succeed. */
export const FAIL = declareJob({ name: 'proof.fail', payload: Numbered });
/** Runs every minute. */
export const TICK = declareJob({ name: 'proof.tick', payload: z.object({}) });

/** A holder knows HOLD alone, a cron node TICK alone, a worker the rest. */
export type JobRole = 'worker' | 'holder' | 'cron';

export interface JobProcessArgument {
  role: JobRole;
  name: string;
  connection: ProofDatabase['connection'];
  concurrency: number;
}

/**
 * Tables of the proof: what was enqueued, by the transaction that enqueued it; every attempt as it began; every effect once, as
 * handlers must see to themselves, with how often it was asked for again; and the ticks that cron has added.
 */
export async function makeJobWorld(superuser: pg.Pool): Promise<void> {
  await superuser.query(`
    create table proof_enqueued (number integer primary key);
    create table proof_attempts (job_id text, job text, number integer, attempt integer, process text, at timestamptz default clock_timestamp());
    create table proof_effects (job_id text primary key, job text, number integer, repeats integer not null default 0);
    create table proof_permission (granted boolean);
    create table proof_ticks (at text, job_id text);
    grant insert on proof_enqueued to ${APP_ROLE};
    grant select, insert, update on proof_attempts, proof_effects, proof_permission to ${APP_ROLE}, ${SYSTEM_ROLE};
    create function proof_note_tick() returns trigger language plpgsql security definer as
      $$ begin insert into public.proof_ticks values (new.payload->'_cron'->>'ts', new.id); return new; end $$;
    create trigger proof_ticks after insert or update of payload on graphile_worker._private_jobs
      for each row when (new.payload->'_cron' is not null) execute function proof_note_tick()`);
}

export interface JobWorld extends ProofDatabase {
  unitOfWork: UnitOfWork;
  report: Report;
  /** What processes logged as warnings and errors, and how often. */
  troubles: Map<string, number>;
  start(role: JobRole, concurrency: number): Promise<Child>;
}

const SCRIPT = new URL('job-process.ts', import.meta.url).pathname;

export function openJobWorld(database: ProofDatabase, report: Report): JobWorld {
  const troubles = new Map<string, number>();
  let started = 0;
  return {
    ...database,
    report,
    troubles,
    unitOfWork: createUnitOfWork(database.database, {
      recordEvents: createEventRecorder(systemClock),
      enqueue: enqueueJob,
      eventsCommitted: () => {},
      audit: nobodyAudits,
    }),
    start: (role, concurrency) => {
      started += 1;
      const argument: JobProcessArgument = { role, name: `${role} ${started}`, connection: database.connection, concurrency };
      return startChild(SCRIPT, argument, (message) => {
        const { what } = message as { what: string };
        troubles.set(what, (troubles.get(what) ?? 0) + 1);
      });
    },
  };
}

export async function numberFrom(superuser: pg.Pool, query: string, values: unknown[] = []): Promise<number> {
  const { rows } = await superuser.query<Record<string, string | number | null>>(query, values);
  return Number(Object.values(rows[0] ?? {})[0] ?? 0);
}

/** Asks again until it is so; false when the time is over. */
export async function until(longestMs: number, isSo: () => Promise<boolean>): Promise<boolean> {
  const startedMs = performance.now();
  while (performance.now() - startedMs < longestMs) {
    if (await isSo()) return true;
    await systemClock.sleep(100);
  }
  return isSo();
}

export const jobsLeft = (superuser: pg.Pool, job: string): Promise<number> =>
  numberFrom(
    superuser,
    `select count(*) from graphile_worker._private_jobs as jobs join graphile_worker._private_tasks as tasks on tasks.id = task_id where identifier = $1`,
    [job],
  );
