import type { TenantTransaction } from '../db/unit-of-work.ts';
import { selectEvents } from './events.repository.ts';
import type { StoredEvent } from './stored-event.ts';

export interface EventPage {
  events: StoredEvent[];
  /** What to pass as `after` next time. */
  position: number;
}

export interface EventQuery {
  /** The last position that the reader has seen; 0 for the beginning. */
  after: number;
  limit: number;
  /** All types when left out. */
  types?: readonly string[];
}

/**
 * A tenant's events in order. Positions are given to committed events only and in one row after another, so whoever has read
 * up to one never misses an earlier one.
 */
export async function readEvents(tx: TenantTransaction, { after, limit, types }: EventQuery): Promise<EventPage> {
  const events = await selectEvents(tx, after, limit, types);
  return { events, position: events.at(-1)?.position ?? after };
}
