import type { AuditFilter } from '@foyer/contracts/audit.ts';
import { and, arrayContains, desc, eq, getTableColumns, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { auditEntries } from './audit.tables.ts';

export type AuditEntryRow = typeof auditEntries.$inferSelect;
export type NewAuditEntry = Omit<AuditEntryRow, 'chainSeq' | 'hash' | 'keyId'>;

/** Of tenants as their transaction, of the installation as the system. */
export async function insertAuditEntries(db: NodePgDatabase, entries: readonly NewAuditEntry[]): Promise<void> {
  // One statement with one parameter: this stands in the way of every request, and building it column by column took longer than it runs.
  const rows = JSON.stringify(entries.map(inColumns));
  await db.execute(sql`insert into audit_entries select * from jsonb_populate_recordset(null::audit_entries, ${rows}::jsonb)`);
}

const COLUMN_NAMES = new Map(
  Object.keys(getTableColumns(auditEntries)).map((name) => [name, name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
);
const inColumns = (entry: NewAuditEntry): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entry).map(([name, value]) => [COLUMN_NAMES.get(name) ?? name, value]));

export type AuditCriteria = Omit<AuditFilter, 'from' | 'to'> & { from?: Date | undefined; to?: Date | undefined };

/** The newest first. */
export function listAuditEntries(
  tx: TenantTransaction,
  criteria: AuditCriteria,
  { limit, before }: { limit: number; before?: { createdAt: Date; id: string } | undefined },
): Promise<AuditEntryRow[]> {
  const { tenantId, createdAt, id } = auditEntries;
  return tx
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(tenantId, tx.scope.tenantId),
        before && sql`(${createdAt}, ${id}) < (${before.createdAt.toISOString()}::timestamptz, ${before.id}::uuid)`,
        ...conditionsOf(criteria),
      ),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(limit);
}

/** Whether more than `limit` entries fit. */
export async function hasMoreThan(tx: TenantTransaction, criteria: AuditCriteria, limit: number): Promise<boolean> {
  const rows = await tx
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(and(eq(auditEntries.tenantId, tx.scope.tenantId), ...conditionsOf(criteria)))
    .offset(limit)
    .limit(1);
  return rows.length > 0;
}

const conditionsOf = (criteria: AuditCriteria): (SQL | undefined)[] => {
  const { actorKind, actorId, action, subjectKind, outcome, createdAt, subjectIds } = auditEntries;
  return [
    criteria.actorKind && eq(actorKind, criteria.actorKind),
    criteria.actorId === undefined ? undefined : eq(actorId, criteria.actorId),
    criteria.action === undefined ? undefined : sql`starts_with(${action}, ${criteria.action})`,
    criteria.subjectKind === undefined ? undefined : eq(subjectKind, criteria.subjectKind),
    criteria.subjectId === undefined ? undefined : arrayContains(subjectIds, [criteria.subjectId.toLowerCase()]),
    criteria.outcome && eq(outcome, criteria.outcome),
    criteria.from && gte(createdAt, criteria.from),
    criteria.to && lt(createdAt, criteria.to),
  ];
};
