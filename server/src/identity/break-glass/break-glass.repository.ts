import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { memberships, people } from '../members/members.tables.ts';
import { breakGlassGrants } from './break-glass.tables.ts';

export type BreakGlassRow = typeof breakGlassGrants.$inferSelect;

export async function insertGrant(
  tx: TenantTransaction,
  draft: Pick<BreakGlassRow, 'personId' | 'reason' | 'expiresAt'>,
): Promise<BreakGlassRow> {
  const [row] = await tx
    .insert(breakGlassGrants)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('An access was not stored.');
  return row;
}

/** The newest first. */
export function listGrants(
  tx: TenantTransaction,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<BreakGlassRow[]> {
  return tx
    .select()
    .from(breakGlassGrants)
    .where(and(eq(breakGlassGrants.tenantId, tx.scope.tenantId), after === undefined ? undefined : lt(breakGlassGrants.id, after)))
    .orderBy(desc(breakGlassGrants.id))
    .limit(limit);
}

/** @returns whether it was open until now */
export async function endGrant(tx: TenantTransaction, id: string, endedAt: Date): Promise<boolean> {
  const rows = await tx
    .update(breakGlassGrants)
    .set({ endedAt, updatedAt: endedAt })
    .where(
      and(
        eq(breakGlassGrants.tenantId, tx.scope.tenantId),
        eq(breakGlassGrants.id, id),
        isNull(breakGlassGrants.endedAt),
        gt(breakGlassGrants.expiresAt, endedAt),
      ),
    )
    .returning({ id: breakGlassGrants.id });
  return rows.length > 0;
}

/** Looked up when somebody wants to act in a tenant. */
export async function hasOpenGrant(tx: SystemTransaction, tenantId: string, personId: string, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: breakGlassGrants.id })
    .from(breakGlassGrants)
    .where(
      and(
        eq(breakGlassGrants.personId, personId),
        eq(breakGlassGrants.tenantId, tenantId),
        isNull(breakGlassGrants.endedAt),
        gt(breakGlassGrants.expiresAt, now),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Whom a tenant's affairs concern most. */
export function ownersOfTenant(tx: SystemTransaction, tenantId: string): Promise<{ email: string; name: string; locale: string | null }[]> {
  return tx
    .select({ email: people.email, name: people.name, locale: people.locale })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.tenantId, tenantId), eq(memberships.role, 'owner')))
    .orderBy(people.id);
}
