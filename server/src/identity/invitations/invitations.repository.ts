import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { tenants } from '../tenants/tenants.tables.ts';
import { invitations } from './invitations.tables.ts';

export type InvitationRow = typeof invitations.$inferSelect;
type NewInvitationRow = Pick<InvitationRow, 'email' | 'role' | 'tokenHash' | 'expiresAt' | 'invitedByPersonId'>;

export async function insertInvitation(tx: TenantTransaction, draft: NewInvitationRow): Promise<InvitationRow> {
  const [row] = await tx
    .insert(invitations)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('An invitation was not stored.');
  return row;
}

/** A later invitation of an address takes the place of those before. */
export async function revokeInvitationsOf(tx: TenantTransaction, email: string, revokedAt: Date): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt })
    .where(
      and(
        eq(invitations.tenantId, tx.scope.tenantId),
        eq(sql`lower(${invitations.email})`, email.toLowerCase()),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
}

/** The newest first. */
export function listInvitations(
  tx: TenantTransaction,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<InvitationRow[]> {
  return tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.tenantId, tx.scope.tenantId), after === undefined ? undefined : lt(invitations.id, after)))
    .orderBy(desc(invitations.id))
    .limit(limit);
}

export async function lockInvitation(tx: TenantTransaction, id: string): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.tenantId, tx.scope.tenantId), eq(invitations.id, id)))
    .for('update');
  return row;
}

export async function updateInvitation(
  tx: TenantTransaction,
  id: string,
  change: Partial<Pick<InvitationRow, 'revokedAt' | 'tokenHash' | 'expiresAt'>>,
): Promise<InvitationRow | undefined> {
  const [row] = await tx
    .update(invitations)
    .set(change)
    .where(and(eq(invitations.tenantId, tx.scope.tenantId), eq(invitations.id, id)))
    .returning();
  return row;
}

/** By its token, before a tenant is known; of two that come with it at once, one waits. */
export async function lockInvitationByToken(
  tx: SystemTransaction,
  tokenHash: string,
): Promise<(InvitationRow & { tenantName: string }) | undefined> {
  const [row] = await tx
    .select({ invitation: invitations, tenantName: tenants.name })
    .from(invitations)
    .innerJoin(tenants, eq(tenants.id, invitations.tenantId))
    .where(eq(invitations.tokenHash, tokenHash))
    .for('update', { of: invitations });
  return row && { ...row.invitation, tenantName: row.tenantName };
}

export async function markAccepted(tx: SystemTransaction, id: string, acceptedAt: Date): Promise<void> {
  await tx.update(invitations).set({ acceptedAt }).where(eq(invitations.id, id));
}
