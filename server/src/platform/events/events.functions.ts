import { APP_ROLE, SYSTEM_ROLE } from '../db/roles.ts';

/** The name of the one row of `event_counters`. */
export const POSITION_COUNTER = 'position';

/**
 * Makes what follows belong to `foyer_system`, so that a SECURITY DEFINER function among it gets that role's rights and no more.
 * Replacing a function takes its owner, therefore all of it runs as the role; the right to create lasts for this statement only.
 */
export const ownedBySystem = (statements: string): string =>
  `grant create on schema public to ${SYSTEM_ROLE};
   set local role ${SYSTEM_ROLE};
   ${statements};
   reset role;
   revoke create on schema public from ${SYSTEM_ROLE}`;

/**
 * Gives the next positions to committed events, in the order of their insertion, and returns to how many; null when another
 * node is doing it. The lock on the counter lasts as long as this one statement, so a client that is stopped holds nothing.
 */
const NUMBER_EVENTS = `
  create or replace function foyer_number_events(batch_limit integer) returns bigint
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare
    last bigint;
    numbered bigint;
  begin
    select last_position into last from event_counters where name = '${POSITION_COUNTER}' for update skip locked;
    if not found then return null; end if;
    with waiting as (
      select id, ordinal from events where position is null order by ordinal limit batch_limit
    ), steps as (
      select id, row_number() over (order by ordinal) as step from waiting
    ), placed as (
      update events set position = last + steps.step from steps where events.id = steps.id returning 1
    )
    select count(*) into numbered from placed;
    if numbered > 0 then
      update event_counters set last_position = last + numbered, updated_at = now() where name = '${POSITION_COUNTER}';
    end if;
    return numbered;
  end $$;
  revoke all on function foyer_number_events(integer) from public;
  insert into event_counters (id, name) values (gen_random_uuid(), '${POSITION_COUNTER}') on conflict (name) do nothing`;

/**
 * Moves a subscriber's cursor in the transaction that holds the events' effects; null when another node has it, false when one has
 * moved it. Failed attempts at the events that it passes are forgotten: another node may have noted one since we read.
 */
const ADVANCE_CURSOR = `
  create or replace function foyer_advance_cursor(consumer_name text, expected bigint, next bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    held bigint;
  begin
    select position into held from event_cursors where consumer = consumer_name for update skip locked;
    if held is null then return null; end if;
    if held <> expected then return false; end if;
    update event_cursors set position = next, updated_at = now() where consumer = consumer_name;
    delete from event_failures where consumer = consumer_name and position > expected and position <= next and parked_at is null;
    return true;
  end $$;
  revoke all on function foyer_advance_cursor(text, bigint, bigint) from public;
  grant execute on function foyer_advance_cursor(text, bigint, bigint) to ${APP_ROLE}, ${SYSTEM_ROLE}`;

/** For `functions` of the migration plan. */
export const eventFunctions: readonly string[] = [ownedBySystem(NUMBER_EVENTS), ownedBySystem(ADVANCE_CURSOR)];
