import { boolean, index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, tenantTable } from '#platform/db/tables.ts';

/** Exports and erasures of people's data that somebody has asked for. They say whose by id alone, so they outlast an erasure. */
export const privacyRequests = tenantTable(
  'privacy_requests',
  {
    kind: text({ enum: ['export', 'erasure'] }).notNull(),
    contactId: uuid().notNull(),
    status: text({ enum: ['pending', 'done', 'refused', 'failed'] })
      .notNull()
      .default('pending'),
    requestedByPersonId: uuid(),
    reason: text(),
    /** How much there was, by kind. */
    counts: jsonb().$type<Record<string, number>>(),
    finishedAt: moment(),
    /** Of the file of an export; after that it is gone. */
    expiresAt: moment(),
    hasFile: boolean().notNull().default(false),
    sizeBytes: integer(),
  },
  (table) => [index('privacy_requests_recent').on(table.tenantId, table.id), index('privacy_requests_expiry').on(table.expiresAt)],
  { system: ['select'] },
);

/** A contact whose data must not go, whatever else would remove it: a dispute, a request of an authority. */
export const legalHolds = tenantTable(
  'legal_holds',
  {
    contactId: uuid().notNull(),
    reason: text().notNull(),
    placedByPersonId: uuid(),
    releasedAt: moment(),
    releasedByPersonId: uuid(),
  },
  (table) => [index('legal_holds_contact').on(table.tenantId, table.contactId)],
);

/** For how long a tenant keeps a class of data. Without a row it is kept until somebody erases it. */
export const retentionRules = tenantTable(
  'retention_rules',
  {
    dataClass: text().notNull(),
    days: integer().notNull(),
  },
  (table) => [uniqueIndex('retention_rules_class').on(table.tenantId, table.dataClass)],
  // Which tenants have any is asked over all of them.
  { system: ['select'] },
);
