import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { apiKeys } from './api-keys.tables.ts';

export type ApiKeyRow = typeof apiKeys.$inferSelect;
export type NewApiKeyRow = Pick<ApiKeyRow, 'name' | 'keyHash' | 'prefix' | 'scopes' | 'appId' | 'expiresAt'>;

export async function insertApiKey(tx: TenantTransaction, draft: NewApiKeyRow): Promise<ApiKeyRow | undefined> {
  const [row] = await tx
    .insert(apiKeys)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  return row;
}

export async function deleteKeysOfApp(tx: TenantTransaction, appId: string): Promise<void> {
  await tx.delete(apiKeys).where(and(eq(apiKeys.tenantId, tx.scope.tenantId), eq(apiKeys.appId, appId)));
}

/** Before its tenant is known: only what tells whether the key is good, and what it opens. */
export async function findApiKey(
  tx: SystemTransaction,
  keyHash: string,
): Promise<Pick<ApiKeyRow, 'id' | 'tenantId' | 'scopes' | 'expiresAt' | 'lastUsedAt'> | undefined> {
  const { id, tenantId, scopes, expiresAt, lastUsedAt } = apiKeys;
  const [row] = await tx.select({ id, tenantId, scopes, expiresAt, lastUsedAt }).from(apiKeys).where(eq(apiKeys.keyHash, keyHash));
  return row;
}

/** Unless it was noted since `before`. */
export async function noteKeyUse(tx: SystemTransaction, apiKeyId: string, { now, before }: { now: Date; before: Date }): Promise<void> {
  await tx
    .update(apiKeys)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKeys.id, apiKeyId), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before))));
}
