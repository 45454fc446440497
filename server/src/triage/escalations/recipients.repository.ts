import { and, asc, eq } from 'drizzle-orm';
import { memberships } from '#identity/members/members.tables.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { Role } from '#platform/http/access.ts';

/** Of one role; a larger team names its people, or an address that reaches a rota. */
const MOST_OF_A_ROLE = 100;

/** Who has exactly this role now, the longest members first. */
export async function membersWithRole(tx: TenantTransaction, role: Role): Promise<string[]> {
  const rows = await tx
    .select({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.tenantId, tx.scope.tenantId), eq(memberships.role, role)))
    .orderBy(asc(memberships.id))
    .limit(MOST_OF_A_ROLE);
  return rows.map(({ personId }) => personId);
}

export async function isMember(tx: TenantTransaction, personId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.tenantId, tx.scope.tenantId), eq(memberships.personId, personId)));
  return rows.length > 0;
}
