import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { installationTable, moment, tenantTable } from '../db/tables.ts';
import type { Actor } from '../db/tenant-scope.ts';

/** What happened: appended in the transaction that made it happen, numbered once it is committed, never changed after that. */
export const events = tenantTable(
  'events',
  {
    /**
     * The order of insertion. Whoever writes under a row lock gets a higher one than those who held the lock before,
     * which ids made on nodes with different clocks cannot promise. Uncommitted rows have one too, so readers never use it.
     */
    ordinal: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    /** The order in which everybody reads: without gaps, null until the event is numbered. */
    position: bigint({ mode: 'number' }),
    type: text().notNull(),
    subject: jsonb().$type<Record<string, string>>().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    actorKind: text().$type<Actor['kind']>().notNull(),
    actorId: text(),
    causationId: text(),
    occurredAt: moment().notNull(),
  },
  (table) => [
    uniqueIndex('events_position').on(table.position),
    index('events_waiting').on(table.ordinal).where(sql`position is null`),
    index('events_tenant_position').on(table.tenantId, table.position),
  ],
  { app: ['select', 'insert'], system: ['select', 'update (position)'] },
);

/** One row: the last position given. Its lock is what makes one node number at a time. */
export const eventCounters = installationTable(
  'event_counters',
  { name: text().notNull().unique(), lastPosition: bigint({ mode: 'number' }).notNull().default(0) },
  () => [],
  { system: ['select', 'insert', 'update'] },
);

/** How far each subscriber has come. It moves in the transaction that holds the effects of the event. */
export const eventCursors = installationTable(
  'event_cursors',
  { consumer: text().notNull().unique(), position: bigint({ mode: 'number' }).notNull() },
  () => [],
  { system: ['select', 'insert', 'update'] },
);

/** Events that a subscriber could not handle: waiting for another attempt, or set aside for a person to retry. */
export const eventFailures = tenantTable(
  'event_failures',
  {
    consumer: text().notNull(),
    eventId: uuid().notNull(),
    position: bigint({ mode: 'number' }).notNull(),
    attempts: integer().notNull(),
    /** Kind and code of the error, without what people wrote. */
    lastError: text().notNull(),
    nextAttemptAt: moment().notNull(),
    /** When the subscriber went on without this event; null while it is still being tried. */
    parkedAt: moment(),
  },
  (table) => [unique('event_failures_consumer_event').on(table.consumer, table.eventId)],
  { app: ['select', 'delete'], system: ['select', 'insert', 'update', 'delete'] },
);
