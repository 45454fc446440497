import { and, asc, desc, eq, isNull, lt } from 'drizzle-orm';
import { conversations } from '#messaging/conversations/conversations.tables.ts';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { legalHolds, privacyRequests } from './privacy.tables.ts';

export type PrivacyRequestRow = typeof privacyRequests.$inferSelect;
export type LegalHoldRow = typeof legalHolds.$inferSelect;

export async function insertPrivacyRequest(
  tx: TenantTransaction,
  draft: Pick<PrivacyRequestRow, 'kind' | 'contactId' | 'requestedByPersonId' | 'reason'>,
): Promise<PrivacyRequestRow> {
  const [row] = await tx
    .insert(privacyRequests)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('A privacy request was not stored.');
  return row;
}

export async function findPrivacyRequest(tx: TenantTransaction, id: string): Promise<PrivacyRequestRow | undefined> {
  const [row] = await tx.select().from(privacyRequests).where(eq(privacyRequests.id, id));
  return row;
}

export async function lockPrivacyRequest(tx: TenantTransaction, id: string): Promise<PrivacyRequestRow | undefined> {
  const [row] = await tx.select().from(privacyRequests).where(eq(privacyRequests.id, id)).for('update');
  return row;
}

type Outcome = Partial<Pick<PrivacyRequestRow, 'status' | 'counts' | 'finishedAt' | 'expiresAt' | 'hasFile' | 'sizeBytes'>>;

export async function updatePrivacyRequest(tx: TenantTransaction, id: string, outcome: Outcome): Promise<void> {
  await tx.update(privacyRequests).set(outcome).where(eq(privacyRequests.id, id));
}

/** The newest first. */
export function listPrivacyRequests(
  tx: TenantTransaction,
  { after, limit, contactId }: { after: string | undefined; limit: number; contactId: string | undefined },
): Promise<PrivacyRequestRow[]> {
  return tx
    .select()
    .from(privacyRequests)
    .where(
      and(
        eq(privacyRequests.tenantId, tx.scope.tenantId),
        after === undefined ? undefined : lt(privacyRequests.id, after),
        contactId === undefined ? undefined : eq(privacyRequests.contactId, contactId),
      ),
    )
    .orderBy(desc(privacyRequests.id))
    .limit(limit);
}

/** Exports whose time is over and whose file is still there, over all tenants. */
export function listExpiredExports(tx: SystemTransaction, now: Date, limit: number): Promise<{ id: string; tenantId: string }[]> {
  const { id, tenantId, hasFile, expiresAt } = privacyRequests;
  return tx
    .select({ id, tenantId })
    .from(privacyRequests)
    .where(and(eq(hasFile, true), lt(expiresAt, now)))
    .orderBy(asc(expiresAt))
    .limit(limit);
}

export async function conversationIdsOf(tx: TenantTransaction, contactId: string): Promise<string[]> {
  const rows = await tx.select({ id: conversations.id }).from(conversations).where(eq(conversations.contactId, contactId));
  return rows.map(({ id }) => id);
}

export async function isOnHold(tx: TenantTransaction, contactId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: legalHolds.id })
    .from(legalHolds)
    .where(and(eq(legalHolds.contactId, contactId), isNull(legalHolds.releasedAt)))
    .limit(1);
  return rows.length > 0;
}

export async function insertLegalHold(
  tx: TenantTransaction,
  draft: Pick<LegalHoldRow, 'contactId' | 'reason' | 'placedByPersonId'>,
): Promise<LegalHoldRow> {
  const [row] = await tx
    .insert(legalHolds)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('A legal hold was not stored.');
  return row;
}

/** @returns whether it was there and held */
export async function releaseLegalHold(
  tx: TenantTransaction,
  id: string,
  release: { releasedAt: Date; releasedByPersonId: string | null },
): Promise<boolean> {
  const rows = await tx
    .update(legalHolds)
    .set(release)
    .where(and(eq(legalHolds.id, id), isNull(legalHolds.releasedAt)))
    .returning({ id: legalHolds.id });
  return rows.length > 0;
}

/** Released ones too, the newest first. */
export function listLegalHolds(
  tx: TenantTransaction,
  { after, limit, contactId }: { after: string | undefined; limit: number; contactId: string | undefined },
): Promise<LegalHoldRow[]> {
  return tx
    .select()
    .from(legalHolds)
    .where(
      and(
        eq(legalHolds.tenantId, tx.scope.tenantId),
        after === undefined ? undefined : lt(legalHolds.id, after),
        contactId === undefined ? undefined : eq(legalHolds.contactId, contactId),
      ),
    )
    .orderBy(desc(legalHolds.id))
    .limit(limit);
}
