import type { AuditOutcome } from '@foyer/contracts/audit.ts';
import type { AuditAction } from '@foyer/contracts/audit-actions.ts';
import { sql } from 'drizzle-orm';
import { bigint, index, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AuditFacts } from '#platform/db/audit-port.ts';
import { installationTable, moment, tenantTable } from '#platform/db/tables.ts';
import type { Actor } from '#platform/db/tenant-scope.ts';

/**
 * Who did what, when, from where: appended in the transaction that did it. Nobody changes an entry; sealing gives it its place in the
 * chain of its log and nothing else, and what is older than it has to be kept is removed from the beginning of the chain.
 */
export const auditEntries = tenantTable(
  'audit_entries',
  {
    actorKind: text().$type<Actor['kind']>().notNull(),
    actorId: text(),
    action: text().$type<AuditAction>().notNull(),
    subjectKind: text().notNull(),
    subjectId: text(),
    /** The subject, and everything else that was touched or shown. */
    subjectIds: text().array().notNull(),
    outcome: text().$type<AuditOutcome>().notNull(),
    /** By which way it came, such as `api`. */
    channel: text().notNull(),
    ip: text(),
    userAgent: text(),
    requestId: text(),
    facts: jsonb().$type<AuditFacts>().notNull(),
    /** Its place in the chain, from 1 and without gaps; null until it is sealed. */
    chainSeq: bigint({ mode: 'number' }),
    /** Over this entry and the hash of the one before it, under the key of the installation that `keyId` names. */
    hash: text(),
    keyId: text(),
  },
  (table) => [
    index('audit_entries_time').on(table.tenantId, table.createdAt, table.id),
    index('audit_entries_subjects').using('gin', table.subjectIds),
    index('audit_entries_unsealed').on(table.tenantId, table.id).where(sql`chain_seq is null`),
    uniqueIndex('audit_entries_chain').on(table.tenantId, table.chainSeq).where(sql`chain_seq is not null`),
  ],
  { app: ['select', 'insert'], system: ['select', 'insert', 'update (chain_seq, hash, key_id)', 'delete'] },
);

/** Where each chain begins and ends, so that entries missing at either end are missed. */
export const auditChainHeads = installationTable(
  'audit_chain_heads',
  {
    /** The tenant whose log it is. */
    chainId: uuid().notNull().unique(),
    /** Of the oldest entry that is kept. */
    firstSeq: bigint({ mode: 'number' }).notNull(),
    /** Of the entry before it. */
    startHash: text().notNull(),
    lastSeq: bigint({ mode: 'number' }).notNull(),
    lastHash: text().notNull(),
    /** Over all of this, under the key that `keyId` names. */
    mac: text().notNull(),
    keyId: text().notNull(),
    sealedAt: moment().notNull(),
  },
  () => [],
  { system: ['select', 'insert', 'update'] },
);
