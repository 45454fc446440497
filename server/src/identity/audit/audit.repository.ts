import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { auditEntries } from './audit.tables.ts';

export type AuditEntryRow = typeof auditEntries.$inferSelect;
export type NewAuditEntry = Omit<AuditEntryRow, 'chainSeq' | 'hash' | 'keyId'>;

/** Of tenants as their transaction, of the installation as the system. */
export async function insertAuditEntries(db: NodePgDatabase, entries: NewAuditEntry[]): Promise<void> {
  await db.insert(auditEntries).values(entries);
}
