import { and, asc, eq, gt, min, sql } from 'drizzle-orm';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { Role } from '#platform/http/access.ts';
import { tenants } from '../tenants/tenants.tables.ts';
import { memberships, people } from './members.tables.ts';

export type MembershipRow = typeof memberships.$inferSelect;

/** @returns whether the person was not a member before */
export async function insertMembership(
  tx: SystemTransaction | TenantTransaction,
  draft: { tenantId: string; personId: string; role: Role },
): Promise<boolean> {
  const rows = await tx.insert(memberships).values(draft).onConflictDoNothing().returning({ id: memberships.id });
  return rows.length > 0;
}

export interface MembershipOfPerson {
  tenantId: string;
  role: Role;
  requiresSingleSignOn: boolean;
}

/** Where a person is a member, before it is known in which tenant they act. */
export function membershipsOf(tx: SystemTransaction, personId: string): Promise<MembershipOfPerson[]> {
  return tx
    .select({ tenantId: memberships.tenantId, role: memberships.role, requiresSingleSignOn: tenants.requiresSingleSignOn })
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.tenantId))
    .where(eq(memberships.personId, personId))
    .orderBy(asc(memberships.tenantId));
}

/** Of the tenants of a person, or of one of them; undefined where none has a limit. */
export async function strictestIdleMinutes(tx: SystemTransaction, personId: string, onlyTenantId?: string): Promise<number | undefined> {
  const [row] = await tx
    .select({ minutes: min(tenants.idleSignOutMinutes) })
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.tenantId))
    .where(and(eq(memberships.personId, personId), onlyTenantId === undefined ? undefined : eq(memberships.tenantId, onlyTenantId)));
  return row?.minutes ?? undefined;
}

export function tenantsOfPerson(
  tx: SystemTransaction,
  personId: string,
  onlyTenantId?: string,
): Promise<{ id: string; name: string; slug: string; role: Role }[]> {
  return tx
    .select({ id: tenants.id, name: tenants.name, slug: tenants.slug, role: memberships.role })
    .from(memberships)
    .innerJoin(tenants, eq(tenants.id, memberships.tenantId))
    .where(and(eq(memberships.personId, personId), onlyTenantId === undefined ? undefined : eq(memberships.tenantId, onlyTenantId)))
    .orderBy(asc(tenants.id));
}

export function listMemberships(
  tx: TenantTransaction,
  { after, limit, role }: { after: string | undefined; limit: number; role: Role | undefined },
): Promise<MembershipRow[]> {
  return tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.tenantId, tx.scope.tenantId),
        after === undefined ? undefined : gt(memberships.id, after),
        role === undefined ? undefined : eq(memberships.role, role),
      ),
    )
    .orderBy(asc(memberships.id))
    .limit(limit);
}

export async function isMemberByEmail(tx: SystemTransaction, tenantId: string, email: string): Promise<boolean> {
  const rows = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.tenantId, tenantId), eq(sql`lower(${people.email})`, email.toLowerCase())));
  return rows.length > 0;
}

/** All of a tenant's members are locked, so that of two owners who leave at the same moment one stays. */
export function lockMemberships(tx: TenantTransaction): Promise<MembershipRow[]> {
  return tx.select().from(memberships).where(eq(memberships.tenantId, tx.scope.tenantId)).orderBy(asc(memberships.id)).for('update');
}

export async function updateRole(tx: TenantTransaction, id: string, role: Role): Promise<void> {
  await tx
    .update(memberships)
    .set({ role })
    .where(and(eq(memberships.tenantId, tx.scope.tenantId), eq(memberships.id, id)));
}

export async function deleteMembership(tx: TenantTransaction, id: string): Promise<void> {
  await tx.delete(memberships).where(and(eq(memberships.tenantId, tx.scope.tenantId), eq(memberships.id, id)));
}
