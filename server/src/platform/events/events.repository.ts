import { and, asc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { SYSTEM_ROLE } from '../db/roles.ts';
import type { SystemTransaction, TenantTransaction } from '../db/unit-of-work.ts';
import { POSITION_COUNTER } from './events.functions.ts';
import { eventCounters, eventCursors, eventFailures, events } from './events.tables.ts';
import { type StoredEvent, toStoredEvent } from './stored-event.ts';

/**
 * Numbers committed events. All of it travels as one message and is one transaction of the server's making: a process that is
 * stopped right after sending it holds no lock that others wait for.
 */
export async function numberEvents(database: Database, limit: number): Promise<{ numbered: number | undefined; lastPosition: number }> {
  const answer: unknown = await database.pool.query(
    `set local role ${SYSTEM_ROLE};
     select foyer_number_events(${Math.trunc(limit)}) as numbered;
     select last_position from event_counters where name = '${POSITION_COUNTER}'`,
  );
  const [, counted, counter] = answer as { rows: Record<string, string | null>[] }[];
  const numbered = counted?.rows[0]?.numbered;
  return {
    numbered: numbered === null || numbered === undefined ? undefined : Number(numbered),
    lastPosition: Number(counter?.rows[0]?.last_position ?? 0),
  };
}

/** Makes the cursor of a subscriber that has none yet. */
export async function registerConsumer(tx: SystemTransaction, consumer: string, from: 'now' | 'beginning'): Promise<void> {
  const position = from === 'beginning' ? 0 : await readLastPosition(tx);
  await tx.insert(eventCursors).values({ consumer, position }).onConflictDoNothing();
}

export interface PendingEvent {
  event: StoredEvent;
  /** Set when it was tried before. */
  failure: { attempts: number; nextAttemptAt: Date } | undefined;
}

export interface PendingEvents {
  cursor: number;
  /** Everything up to here is numbered and visible, so that what was not found is not there. */
  lastPosition: number;
  pending: PendingEvent[];
}

/** The next events of `types` after the consumer's cursor and after `scannedTo`, in order. */
export async function readPendingEvents(
  tx: SystemTransaction,
  consumer: string,
  types: readonly string[],
  scannedTo: number,
  limit: number,
): Promise<PendingEvents> {
  const [row] = await tx.select({ position: eventCursors.position }).from(eventCursors).where(eq(eventCursors.consumer, consumer));
  if (!row) throw new Error(`The subscriber ${consumer} has no cursor: start its runner first.`);
  const lastPosition = await readLastPosition(tx);
  const after = Math.max(row.position, scannedTo);
  if (after >= lastPosition) return { cursor: row.position, lastPosition, pending: [] };
  const rows = await tx
    .select({ event: events, attempts: eventFailures.attempts, nextAttemptAt: eventFailures.nextAttemptAt })
    .from(events)
    .leftJoin(eventFailures, and(eq(eventFailures.eventId, events.id), eq(eventFailures.consumer, consumer)))
    .where(and(gt(events.position, after), lte(events.position, lastPosition), inArray(events.type, [...types])))
    .orderBy(asc(events.position))
    .limit(limit);
  return {
    cursor: row.position,
    lastPosition,
    pending: rows.map(({ event, attempts, nextAttemptAt }) => ({
      event: toStoredEvent(event),
      failure: attempts === null || nextAttemptAt === null ? undefined : { attempts, nextAttemptAt },
    })),
  };
}

async function readLastPosition(tx: SystemTransaction): Promise<number> {
  const [row] = await tx
    .select({ lastPosition: eventCounters.lastPosition })
    .from(eventCounters)
    .where(eq(eventCounters.name, POSITION_COUNTER));
  return row?.lastPosition ?? 0;
}

/** `held`: another node has the cursor at this moment. `moved`: it is no longer where it was expected. */
export async function advanceCursor(
  tx: SystemTransaction | TenantTransaction,
  consumer: string,
  expected: number,
  next: number,
): Promise<'done' | 'held' | 'moved'> {
  const { rows } = await tx.execute<{ advanced: boolean | null }>(
    sql`select foyer_advance_cursor(${consumer}, ${expected}::bigint, ${next}::bigint) as advanced`,
  );
  const advanced = rows[0]?.advanced ?? null;
  if (advanced === null) return 'held';
  return advanced ? 'done' : 'moved';
}

/** Events of the tenant after a position, in order. */
export async function selectEvents(
  tx: TenantTransaction,
  after: number,
  limit: number,
  types: readonly string[] | undefined,
): Promise<StoredEvent[]> {
  const ofTypes = types === undefined ? undefined : inArray(events.type, [...types]);
  const rows = await tx
    .select()
    .from(events)
    .where(and(eq(events.tenantId, tx.scope.tenantId), gt(events.position, after), ofTypes))
    .orderBy(asc(events.position))
    .limit(limit);
  return rows.map(toStoredEvent);
}
