import { and, asc, eq } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { escalationPolicies } from './escalation-policies.tables.ts';

export type PolicyRow = typeof escalationPolicies.$inferSelect;
type Settings = Omit<typeof escalationPolicies.$inferInsert, 'id' | 'tenantId' | 'createdAt' | 'updatedAt' | 'version'>;

export async function insertPolicy(tx: TenantTransaction, draft: Settings): Promise<PolicyRow> {
  const [row] = await tx
    .insert(escalationPolicies)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting an escalation policy returned no row.');
  return row;
}

export async function findPolicy(tx: TenantTransaction, policyId: string): Promise<PolicyRow | undefined> {
  const [row] = await tx.select().from(escalationPolicies).where(eq(escalationPolicies.id, policyId));
  return row;
}

/** All of the tenant's, the oldest first. */
export function listPolicies(tx: TenantTransaction): Promise<PolicyRow[]> {
  return tx.select().from(escalationPolicies).where(eq(escalationPolicies.tenantId, tx.scope.tenantId)).orderBy(asc(escalationPolicies.id));
}

export async function updatePolicy(
  tx: TenantTransaction,
  policyId: string,
  settings: Settings & { version: number },
): Promise<PolicyRow | undefined> {
  const [row] = await tx.update(escalationPolicies).set(settings).where(eq(escalationPolicies.id, policyId)).returning();
  return row;
}

/** Nothing is the default until something is made it. */
export async function clearDefault(tx: TenantTransaction): Promise<void> {
  await tx
    .update(escalationPolicies)
    .set({ isDefault: false })
    .where(and(eq(escalationPolicies.tenantId, tx.scope.tenantId), eq(escalationPolicies.isDefault, true)));
}

export async function deletePolicy(tx: TenantTransaction, policyId: string): Promise<void> {
  await tx.delete(escalationPolicies).where(eq(escalationPolicies.id, policyId));
}
