import { and, eq } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { featureFlags } from './feature-flags.tables.ts';

export function listFeatureFlags(tx: TenantTransaction): Promise<{ name: string; isOn: boolean }[]> {
  return tx
    .select({ name: featureFlags.name, isOn: featureFlags.isOn })
    .from(featureFlags)
    .where(and(eq(featureFlags.tenantId, tx.scope.tenantId)));
}

export async function setFeatureFlag(tx: TenantTransaction, name: string, isOn: boolean): Promise<void> {
  await tx
    .insert(featureFlags)
    .values({ tenantId: tx.scope.tenantId, name, isOn })
    .onConflictDoUpdate({ target: [featureFlags.tenantId, featureFlags.name], set: { isOn, updatedAt: new Date() } });
}
