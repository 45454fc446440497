import { and, asc, eq, gt } from 'drizzle-orm';
import { createdBetween } from '#platform/db/filters.ts';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { tenants } from '../tenants/tenants.tables.ts';
import { identityProviders } from './single-sign-on.tables.ts';

export type IdentityProviderRow = typeof identityProviders.$inferSelect;
type NewRow = Pick<IdentityProviderRow, 'id' | 'name' | 'issuer' | 'clientId' | 'sealedClientSecret' | 'domains' | 'joinRole' | 'isActive'>;
type Changes = { [Key in keyof Omit<NewRow, 'id'>]?: NewRow[Key] | undefined };
interface Slice {
  after: string | undefined;
  limit: number;
  createdAfter?: string | undefined;
  createdBefore?: string | undefined;
}

const ours = (tx: TenantTransaction) => eq(identityProviders.tenantId, tx.scope.tenantId);
const one = (tx: TenantTransaction, id: string) => and(ours(tx), eq(identityProviders.id, id));

export async function insertIdentityProvider(tx: TenantTransaction, draft: NewRow): Promise<IdentityProviderRow> {
  const [row] = await tx
    .insert(identityProviders)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('An identity provider was not stored.');
  return row;
}

export function listIdentityProviders(tx: TenantTransaction, { after, limit, ...created }: Slice): Promise<IdentityProviderRow[]> {
  return tx
    .select()
    .from(identityProviders)
    .where(
      and(
        ours(tx),
        after === undefined ? undefined : gt(identityProviders.id, after),
        createdBetween(identityProviders.createdAt, created),
      ),
    )
    .orderBy(asc(identityProviders.id))
    .limit(limit);
}

/** All that are active, locked: of two that are switched off at the same moment, one sees that it is the last. */
export function lockActiveProviders(tx: TenantTransaction): Promise<IdentityProviderRow[]> {
  return tx
    .select()
    .from(identityProviders)
    .where(and(ours(tx), eq(identityProviders.isActive, true)))
    .orderBy(asc(identityProviders.id))
    .for('update');
}

export async function lockIdentityProvider(tx: TenantTransaction, id: string): Promise<IdentityProviderRow | undefined> {
  const [row] = await tx.select().from(identityProviders).where(one(tx, id)).for('update');
  return row;
}

export async function updateIdentityProvider(
  tx: TenantTransaction,
  id: string,
  changes: Changes,
): Promise<IdentityProviderRow | undefined> {
  const [row] = await tx
    .update(identityProviders)
    .set({ ...changes, updatedAt: new Date() })
    .where(one(tx, id))
    .returning();
  return row;
}

export async function deleteIdentityProvider(tx: TenantTransaction, id: string): Promise<void> {
  await tx.delete(identityProviders).where(one(tx, id));
}

/** Before anybody is in a tenant. */
export async function findActiveProvider(tx: SystemTransaction, id: string): Promise<IdentityProviderRow | undefined> {
  const [row] = await tx
    .select()
    .from(identityProviders)
    .where(and(eq(identityProviders.id, id), eq(identityProviders.isActive, true)));
  return row;
}

/** For the sign-in page of a tenant: what anybody may know. */
export function listProvidersOfSlug(tx: SystemTransaction, slug: string): Promise<Pick<IdentityProviderRow, 'id' | 'name'>[]> {
  return tx
    .select({ id: identityProviders.id, name: identityProviders.name })
    .from(identityProviders)
    .innerJoin(tenants, eq(tenants.id, identityProviders.tenantId))
    .where(and(eq(tenants.slug, slug), eq(identityProviders.isActive, true)))
    .orderBy(asc(identityProviders.id))
    .limit(50);
}
