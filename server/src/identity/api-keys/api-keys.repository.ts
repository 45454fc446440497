import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm';
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

export function listApiKeys(
  tx: TenantTransaction,
  { after, limit, appId }: { after: string | undefined; limit: number; appId: string | undefined },
): Promise<ApiKeyRow[]> {
  return tx
    .select()
    .from(apiKeys)
    .where(
      and(
        eq(apiKeys.tenantId, tx.scope.tenantId),
        after === undefined ? undefined : gt(apiKeys.id, after),
        appId === undefined ? undefined : eq(apiKeys.appId, appId),
      ),
    )
    .orderBy(asc(apiKeys.id))
    .limit(limit);
}

export async function getApiKey(tx: TenantTransaction, apiKeyId: string): Promise<ApiKeyRow | undefined> {
  const [row] = await tx.select().from(apiKeys).where(one(tx, apiKeyId));
  return row;
}

/** @returns whether it was there */
export async function deleteApiKey(tx: TenantTransaction, apiKeyId: string): Promise<boolean> {
  const rows = await tx.delete(apiKeys).where(one(tx, apiKeyId)).returning({ id: apiKeys.id });
  return rows.length > 0;
}

const one = (tx: TenantTransaction, apiKeyId: string) => and(eq(apiKeys.tenantId, tx.scope.tenantId), eq(apiKeys.id, apiKeyId));

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
