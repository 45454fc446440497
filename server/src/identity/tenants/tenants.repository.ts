import type { NewTenant, TenantListQuery, TenantPatch } from '@foyer/contracts/tenants.ts';
import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { contains, createdBetween } from '#platform/db/filters.ts';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { tenants } from './tenants.tables.ts';

export type TenantRow = typeof tenants.$inferSelect;

/** @returns undefined when the slug is taken */
export async function insertTenant(tx: SystemTransaction, draft: NewTenant & { isOnboarding?: boolean }): Promise<TenantRow | undefined> {
  const [row] = await tx.insert(tenants).values(draft).onConflictDoNothing({ target: tenants.slug }).returning();
  return row;
}

/** The tenants of the installation by age, or those of them that `among` names. */
export async function listTenants(
  tx: SystemTransaction,
  { after, limit, among, q, ...created }: Omit<TenantListQuery, 'cursor'> & { after: string | undefined; among?: readonly string[] },
): Promise<TenantRow[]> {
  if (among?.length === 0) return [];
  return tx
    .select()
    .from(tenants)
    .where(
      and(
        after === undefined ? undefined : gt(tenants.id, after),
        among === undefined ? undefined : inArray(tenants.id, [...among]),
        contains(q, tenants.name, tenants.slug),
        createdBetween(tenants.createdAt, created),
      ),
    )
    .orderBy(asc(tenants.id))
    .limit(limit);
}

export async function tenantExists(tx: SystemTransaction, tenantId: string): Promise<boolean> {
  const rows = await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, tenantId));
  return rows.length > 0;
}

export async function findTenantIdBySlug(tx: SystemTransaction, slug: string): Promise<string | undefined> {
  const [row] = await tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.slug, slug));
  return row?.id;
}

/** The tenant that the transaction carries. */
export async function findOwnTenant(tx: TenantTransaction): Promise<TenantRow | undefined> {
  const [row] = await tx.select().from(tenants).where(eq(tenants.id, tx.scope.tenantId));
  return row;
}

/** The same, kept from being changed by others until the transaction ends. */
export async function lockOwnTenant(tx: TenantTransaction): Promise<TenantRow | undefined> {
  const [row] = await tx.select().from(tenants).where(eq(tenants.id, tx.scope.tenantId)).for('no key update');
  return row;
}

/** A patch without a change touches the row all the same. */
export async function updateOwnTenant(tx: TenantTransaction, patch: Changes): Promise<TenantRow | undefined> {
  const [row] = await tx
    .update(tenants)
    .set({ ...patch, updatedAt: sql`now()` })
    .where(eq(tenants.id, tx.scope.tenantId))
    .returning();
  return row;
}

type Changes = { [Key in keyof TenantPatch]?: TenantPatch[Key] | undefined } & { isOnboarding?: boolean };
