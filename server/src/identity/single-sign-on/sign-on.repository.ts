import { and, eq, lt } from 'drizzle-orm';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import type { Role } from '#platform/http/access.ts';
import { memberships } from '../members/members.tables.ts';
import { federatedIdentities, signOnAttempts, signOnHandovers } from './single-sign-on.tables.ts';

export type SignOnAttemptRow = typeof signOnAttempts.$inferSelect;
export type SignOnHandoverRow = typeof signOnHandovers.$inferSelect;
type NewAttempt = Omit<SignOnAttemptRow, 'id' | 'createdAt' | 'updatedAt'>;
type NewHandover = Omit<SignOnHandoverRow, 'id' | 'createdAt' | 'updatedAt'>;
type NewIdentity = Omit<typeof federatedIdentities.$inferSelect, 'id' | 'createdAt' | 'updatedAt'>;

export async function insertSignOnAttempt(tx: SystemTransaction, draft: NewAttempt): Promise<void> {
  await tx.insert(signOnAttempts).values(draft);
}

/** It is gone now: nobody comes back twice. */
export async function takeSignOnAttempt(tx: SystemTransaction, stateHash: string): Promise<SignOnAttemptRow | undefined> {
  const [row] = await tx.delete(signOnAttempts).where(eq(signOnAttempts.stateHash, stateHash)).returning();
  return row;
}

export async function deleteExpiredSignOns(tx: SystemTransaction, now: Date): Promise<void> {
  await tx.delete(signOnAttempts).where(lt(signOnAttempts.expiresAt, now));
  await tx.delete(signOnHandovers).where(lt(signOnHandovers.expiresAt, now));
}

export async function insertSignOnHandover(tx: SystemTransaction, draft: NewHandover): Promise<void> {
  await tx.insert(signOnHandovers).values(draft);
}

export async function lockSignOnHandover(tx: SystemTransaction, codeHash: string): Promise<SignOnHandoverRow | undefined> {
  const [row] = await tx.select().from(signOnHandovers).where(eq(signOnHandovers.codeHash, codeHash)).for('update');
  return row;
}

export async function deleteSignOnHandover(tx: SystemTransaction, id: string): Promise<void> {
  await tx.delete(signOnHandovers).where(eq(signOnHandovers.id, id));
}

/** Whom a provider has called so before. */
export async function findFederatedPerson(
  tx: SystemTransaction,
  { identityProviderId, issuer, subject }: Pick<NewIdentity, 'identityProviderId' | 'issuer' | 'subject'>,
): Promise<string | undefined> {
  const [row] = await tx
    .select({ personId: federatedIdentities.personId })
    .from(federatedIdentities)
    .where(
      and(
        eq(federatedIdentities.identityProviderId, identityProviderId),
        eq(federatedIdentities.issuer, issuer),
        eq(federatedIdentities.subject, subject),
      ),
    );
  return row?.personId;
}

/** @returns false where the provider has called somebody so before */
export async function insertFederatedIdentity(tx: SystemTransaction, draft: NewIdentity): Promise<boolean> {
  const rows = await tx.insert(federatedIdentities).values(draft).onConflictDoNothing().returning({ id: federatedIdentities.id });
  return rows.length > 0;
}

export async function findRole(tx: SystemTransaction, tenantId: string, personId: string): Promise<Role | undefined> {
  const [row] = await tx
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.tenantId, tenantId), eq(memberships.personId, personId)));
  return row?.role;
}
