import { APP_ROLE } from '../../db/roles.ts';
import { ownedBySystem } from '../../events/events.functions.ts';

/**
 * Notes, in the transaction of a use case, that the request it belongs to has had an effect. False when the request was taken over by
 * a later attempt. A transaction that has written nothing so far has no effect.
 */
const NOTE_EFFECT = `
  create or replace function foyer_note_effect(request_id uuid, request_owner uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if pg_current_xact_id_if_assigned() is null then return true; end if;
    update idempotent_requests set effect_at = coalesce(effect_at, clock_timestamp()), updated_at = now()
     where id = request_id and owner = request_owner;
    return found;
  end $$;
  revoke all on function foyer_note_effect(uuid, uuid) from public;
  grant execute on function foyer_note_effect(uuid, uuid) to ${APP_ROLE}`;

/** For `functions` of the migration plan. */
export const idempotencyFunctions: readonly string[] = [ownedBySystem(NOTE_EFFECT)];
