import type { DataClass } from '@foyer/contracts/privacy.ts';
import { and, asc, eq, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import { conversations } from '#messaging/conversations/conversations.tables.ts';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { contacts } from '../contacts.tables.ts';
import { legalHolds, retentionRules } from './privacy.tables.ts';

export interface RetentionDays {
  dataClass: DataClass;
  days: number;
}

export async function listRetentionRules(tx: TenantTransaction): Promise<RetentionDays[]> {
  const rows = await tx.select({ dataClass: retentionRules.dataClass, days: retentionRules.days }).from(retentionRules);
  return rows as RetentionDays[];
}

export async function saveRetentionRule(tx: TenantTransaction, dataClass: DataClass, days: number | null): Promise<void> {
  const { tenantId } = tx.scope;
  if (days === null) {
    await tx.delete(retentionRules).where(eq(retentionRules.dataClass, dataClass));
    return;
  }
  await tx
    .insert(retentionRules)
    .values({ tenantId, dataClass, days })
    .onConflictDoUpdate({ target: [retentionRules.tenantId, retentionRules.dataClass], set: { days } });
}

export async function listTenantsWithRetention(tx: SystemTransaction): Promise<string[]> {
  const rows = await tx.selectDistinct({ tenantId: retentionRules.tenantId }).from(retentionRules).orderBy(asc(retentionRules.tenantId));
  return rows.map(({ tenantId }) => tenantId);
}

const holdOf = (tx: TenantTransaction, contactId: typeof contacts.id | typeof conversations.contactId) =>
  tx
    .select({ held: sql`1` })
    .from(legalHolds)
    .where(and(eq(legalHolds.contactId, contactId), isNull(legalHolds.releasedAt)));

/** Conversations in which nobody has written since, without those on hold. */
export function listOldConversations(tx: TenantTransaction, before: Date, limit: number): Promise<{ id: string; contactId: string }[]> {
  const { id, contactId, lastMessageAt, createdAt } = conversations;
  return tx
    .select({ id, contactId })
    .from(conversations)
    .where(and(or(lt(lastMessageAt, before), and(isNull(lastMessageAt), lt(createdAt, before))), notExists(holdOf(tx, contactId))))
    .orderBy(asc(createdAt))
    .limit(limit);
}

/** Contacts of before without any conversation, and without those on hold. */
export async function listOldContacts(tx: TenantTransaction, before: Date, limit: number): Promise<string[]> {
  const conversation = tx.select({ one: sql`1` }).from(conversations).where(eq(conversations.contactId, contacts.id));
  const rows = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(lt(contacts.updatedAt, before), notExists(conversation), notExists(holdOf(tx, contacts.id))))
    .orderBy(asc(contacts.createdAt))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Taken before anything of the contact goes: a hold that is placed at the same moment waits, or comes first. */
export async function lockContactForErasure(tx: TenantTransaction, contactId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`privacy/${contactId}`}, 0))`);
}
