import { and, asc, eq, gt, max } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { appConfigs } from './configs.tables.ts';

export type AppConfigRow = typeof appConfigs.$inferSelect;
export type NewAppConfigRow = Pick<AppConfigRow, 'appId' | 'version' | 'features' | 'uiTheme' | 'llmConfig' | 'voiceConfig' | 'isActive'>;

const ofApp = (tx: TenantTransaction, appId: string) => and(eq(appConfigs.tenantId, tx.scope.tenantId), eq(appConfigs.appId, appId));

/** 0 where there is none. Without a lock on the app, somebody else may take the next one first. */
export async function latestVersion(tx: TenantTransaction, appId: string): Promise<number> {
  const [row] = await tx
    .select({ latest: max(appConfigs.version) })
    .from(appConfigs)
    .where(ofApp(tx, appId));
  return row?.latest ?? 0;
}

export async function insertConfig(tx: TenantTransaction, draft: NewAppConfigRow): Promise<AppConfigRow[]> {
  return tx
    .insert(appConfigs)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
}

export async function deactivateConfigs(tx: TenantTransaction, appId: string): Promise<void> {
  await tx
    .update(appConfigs)
    .set({ isActive: false })
    .where(and(ofApp(tx, appId), eq(appConfigs.isActive, true)));
}

export async function findActiveConfig(tx: TenantTransaction, appId: string): Promise<AppConfigRow | undefined> {
  const [row] = await tx
    .select()
    .from(appConfigs)
    .where(and(ofApp(tx, appId), eq(appConfigs.isActive, true)));
  return row;
}

export function listConfigs(
  tx: TenantTransaction,
  appId: string,
  { after, limit, isActive }: { after: number | undefined; limit: number; isActive: boolean | undefined },
): Promise<AppConfigRow[]> {
  return tx
    .select()
    .from(appConfigs)
    .where(
      and(
        ofApp(tx, appId),
        after === undefined ? undefined : gt(appConfigs.version, after),
        isActive === undefined ? undefined : eq(appConfigs.isActive, isActive),
      ),
    )
    .orderBy(asc(appConfigs.version))
    .limit(limit);
}

/** Whether any app of the tenant could let visitors in. */
export async function hasConfiguredApp(tx: TenantTransaction): Promise<boolean> {
  const rows = await tx
    .select({ id: appConfigs.id })
    .from(appConfigs)
    .where(and(eq(appConfigs.tenantId, tx.scope.tenantId), eq(appConfigs.isActive, true)))
    .limit(1);
  return rows.length > 0;
}
