import { and, asc, count, eq, isNotNull, sql } from 'drizzle-orm';
import type { SystemTransaction, TenantTransaction } from '../db/unit-of-work.ts';
import { eventFailures, events } from './events.tables.ts';
import { type StoredEvent, toStoredEvent } from './stored-event.ts';

export interface FailedAttempt {
  consumer: string;
  event: StoredEvent;
  lastError: string;
  nextAttemptAt: Date;
  /** Set when the subscriber goes on without the event. */
  parkedAt: Date | undefined;
}

export async function recordFailedAttempt(tx: SystemTransaction, attempt: FailedAttempt): Promise<void> {
  const latest = { lastError: attempt.lastError, nextAttemptAt: attempt.nextAttemptAt, parkedAt: attempt.parkedAt ?? null };
  await tx
    .insert(eventFailures)
    .values({
      tenantId: attempt.event.tenantId,
      consumer: attempt.consumer,
      eventId: attempt.event.id,
      position: attempt.event.position,
      attempts: 1,
      ...latest,
    })
    .onConflictDoUpdate({
      target: [eventFailures.consumer, eventFailures.eventId],
      set: { attempts: sql`${eventFailures.attempts} + 1`, ...latest },
    });
}

/** Takes a parked event out, for one more attempt in this transaction; undefined when it is not there, or no longer. */
export async function takeParkedEvent(
  tx: TenantTransaction,
  failureId: string,
): Promise<{ consumer: string; event: StoredEvent } | undefined> {
  const [failure] = await tx
    .delete(eventFailures)
    .where(and(eq(eventFailures.id, failureId), isNotNull(eventFailures.parkedAt)))
    .returning();
  if (!failure) return undefined;
  const [row] = await tx.select().from(events).where(eq(events.id, failure.eventId));
  return row && { consumer: failure.consumer, event: toStoredEvent(row) };
}

/** The tenant's events that subscribers went on without, oldest first. */
export const selectParkedEvents = (tx: TenantTransaction, limit: number) =>
  tx.select().from(eventFailures).where(isNotNull(eventFailures.parkedAt)).orderBy(asc(eventFailures.position)).limit(limit);

/** Over all tenants, for the platform's administrators and metrics. */
export async function countParkedEvents(tx: SystemTransaction): Promise<number> {
  const [row] = await tx.select({ parked: count() }).from(eventFailures).where(isNotNull(eventFailures.parkedAt));
  return row?.parked ?? 0;
}
