import { APP_ROLE, SYSTEM_ROLE } from '../db/roles.ts';
import { ownedBySystem } from '../events/events.functions.ts';

/**
 * The queue's tables belong to the owner of the database and are closed to both of our roles. What use cases and sweeping need of
 * them is offered here by functions that run as the owner, each granted to those who need it. The `_private_` tables are the
 * library's own business, which is why its version is pinned exactly.
 */
const JOBS = 'graphile_worker._private_jobs';
const TASKS = 'graphile_worker._private_tasks';

const offered = (name: string, parameters: string, roles: string[], statement: string): string =>
  `create or replace function ${name}(${parameters}) ${statement};
   revoke all on function ${name} from public;
   grant execute on function ${name} to ${roles.join(', ')}`;

const DEFINER = 'security definer set search_path = pg_catalog, pg_temp';

/** A job that was replaced by a newer one of its key after it had started: the queue took its key away and its attempts with it. */
export const SUPERSEDED = `key is null and payload->>'key' is not null`;

const ENQUEUE = offered(
  'foyer_enqueue',
  'job_name text, job_payload jsonb, due_at timestamptz, job_key text, attempt_limit integer',
  [APP_ROLE, SYSTEM_ROLE],
  `returns void language plpgsql ${DEFINER} as $$
   declare
     tenant uuid := nullif(current_setting('foyer.tenant_id', true), '')::uuid;
     queue_key text := job_name || ':' || coalesce(tenant::text, 'installation') || ':' || job_key;
   begin
     -- A dead letter of the same key has nothing left to say; the queue would keep it without its key.
     delete from ${JOBS} where key = queue_key and locked_at is null and attempts >= max_attempts;
     perform graphile_worker.add_job(
       identifier => job_name,
       payload => json_build_object('tenantId', tenant, 'key', job_key, 'runAt', due_at, 'payload', job_payload),
       run_at => due_at, max_attempts => attempt_limit, job_key => queue_key);
   end $$`,
);

/** Who has locked jobs for at least this long. */
const LOCKERS = offered(
  'foyer_job_lockers',
  'held_for interval',
  [SYSTEM_ROLE],
  `returns setof text language sql stable ${DEFINER} as $$
     select distinct locked_by from ${JOBS} where locked_by is not null and locked_at < clock_timestamp() - held_for
   $$`,
);

/** Frees what dead workers had locked. The attempt counts: a job that kills its worker must not do so for ever. */
const FREE_JOBS = offered(
  'foyer_free_jobs',
  'dead_workers text[]',
  [SYSTEM_ROLE],
  `returns integer language plpgsql ${DEFINER} as $$
   declare
     freed integer;
   begin
     delete from ${JOBS} where locked_by = any(dead_workers) and ${SUPERSEDED};
     update ${JOBS} set last_error = 'The worker that ran this job died.' where locked_by = any(dead_workers);
     get diagnostics freed = row_count;
     perform graphile_worker.force_unlock_workers(dead_workers);
     if freed > 0 then perform pg_notify('jobs:insert', json_build_object('r', random(), 'count', freed)::text); end if;
     return freed;
   end $$`,
);

/** No worker fetches a job whose name it does not know: without this, such a job would wait unseen. */
const FAIL_UNKNOWN = offered(
  'foyer_fail_unknown_jobs',
  'known_names text[]',
  [SYSTEM_ROLE],
  `returns integer language plpgsql ${DEFINER} as $$
   declare
     failed integer;
   begin
     update ${JOBS} set attempts = max_attempts, last_error = 'No running version of Foyer knows a job of this name.', updated_at = now()
      where is_available and task_id in (select id from ${TASKS} where identifier <> all(known_names));
     get diagnostics failed = row_count;
     return failed;
   end $$`,
);

/**
 * Jobs that will not be tried again by themselves. The view reads the queue as the owner and shows to each role what it may see:
 * in a view, unlike in a function, current_user is still whoever asks. Setting `attempts` and `run_at` in it is how one is retried.
 */
const DEAD_LETTERS = `
  drop view if exists foyer_dead_letters;
  create view foyer_dead_letters with (security_barrier) as
    select id, (select identifier from ${TASKS} as tasks where tasks.id = task_id) as name,
           (payload->>'tenantId')::uuid as tenant_id, attempts, max_attempts, last_error, run_at, created_at, updated_at
      from ${JOBS}
     where attempts >= max_attempts and locked_at is null
       and (current_user = '${SYSTEM_ROLE}'
         or current_user = '${APP_ROLE}' and payload->>'tenantId' = nullif(current_setting('foyer.tenant_id', true), ''));
  revoke all on foyer_dead_letters from public;
  grant select, update (attempts, run_at, last_error, updated_at) on foyer_dead_letters to ${APP_ROLE}, ${SYSTEM_ROLE}`;

/** Notes a sign of life; true when other nodes had taken the worker for dead in the meantime and freed its jobs. */
const BEAT = `
  create or replace function foyer_worker_beat(worker_name text, known_names text[]) returns boolean
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare
    declared_dead boolean;
  begin
    select declared_dead_at is not null into declared_dead from worker_heartbeats where worker = worker_name for update;
    insert into worker_heartbeats (id, worker, last_beat_at, job_names) values (gen_random_uuid(), worker_name, clock_timestamp(), known_names)
      on conflict (worker) do update set
        last_beat_at = excluded.last_beat_at, job_names = excluded.job_names, declared_dead_at = null, updated_at = now();
    return coalesce(declared_dead, false);
  end $$;
  revoke all on function foyer_worker_beat(text, text[]) from public`;

/** The first half of the key of workers' life locks ("jobs" in ASCII); the second is made of the worker's name. */
export const LIFE_LOCK = 0x6a_6f_62_73;

/**
 * One round of what any living worker does for the others; each is told by its next beat that it was taken for dead. A worker is dead
 * that has been silent for long, or for a while when its life lock is free too: its process is gone, and with it its connections.
 */
const SWEEP = `
  drop function if exists foyer_sweep_workers(interval);
  create or replace function foyer_sweep_workers(silent_for interval, gone_for interval, out freed integer, out unknown integer)
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare
    dead text[];
    known text[];
  begin
    with silent as (
      select locker from foyer_job_lockers(silent_for) as locker
       where not exists (select from worker_heartbeats where worker = locker and last_beat_at > clock_timestamp() - silent_for)
      union
      select locker from foyer_job_lockers(gone_for) as locker
       where not exists (select from worker_heartbeats where worker = locker and last_beat_at > clock_timestamp() - gone_for)
         and not exists (
           select from pg_locks where locktype = 'advisory' and objsubid = 2 and classid = ${LIFE_LOCK} and objid = hashtext(locker)::oid
              and database = (select oid from pg_database where datname = current_database()))
    ), declared as (
      insert into worker_heartbeats (id, worker, last_beat_at, declared_dead_at, job_names)
        select gen_random_uuid(), locker, '-infinity', clock_timestamp(), '{}' from silent
        on conflict (worker) do update set declared_dead_at = excluded.declared_dead_at
          -- A beat that was under way when we looked is a sign of life after all.
          where worker_heartbeats.last_beat_at <= clock_timestamp() - least(silent_for, gone_for)
        returning worker
    )
    select coalesce(array_agg(worker), '{}') into dead from declared;
    freed := case when dead = '{}' then 0 else foyer_free_jobs(dead) end;
    select array_agg(job_name) into known
      from worker_heartbeats, unnest(job_names) as job_name where last_beat_at > clock_timestamp() - silent_for;
    -- While nobody alive has said what it knows, nothing is unknown.
    unknown := case when known is null then 0 else foyer_fail_unknown_jobs(known) end;
    delete from worker_heartbeats where greatest(last_beat_at, declared_dead_at) < clock_timestamp() - interval '1 day';
  end $$;
  revoke all on function foyer_sweep_workers(interval, interval) from public`;

/** For `functions` of the migration plan; the queue's own schema is a library of that plan and exists by then. */
export const jobFunctions: readonly string[] = [
  `create index if not exists foyer_locked_jobs on ${JOBS} (locked_by) where locked_by is not null`,
  ENQUEUE,
  LOCKERS,
  FREE_JOBS,
  FAIL_UNKNOWN,
  DEAD_LETTERS,
  ownedBySystem(BEAT),
  ownedBySystem(SWEEP),
];
