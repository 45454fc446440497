import type { TenantTransaction } from '../db/unit-of-work.ts';
import type { StoredEvent } from './stored-event.ts';

/** Something that follows from events. */
export interface Subscriber {
  /** Its cursor carries this name: a new name is a new subscriber. */
  name: string;
  types: readonly string[];
  /** Where a subscriber begins that was never seen before: with what happens from now on, unless it asks for the whole history. */
  startFrom?: 'now' | 'beginning';
  /**
   * Runs in a transaction of the event's tenant, together with the move of the cursor and perhaps with events next to this one: its
   * effects in the database happen exactly once and in the order of events. It may run again after a transaction that was rolled
   * back, so it reaches nothing outside the database; for that it enqueues a job.
   */
  handle(tx: TenantTransaction, event: StoredEvent): Promise<void>;
}
