import { activeConfigOf, tenantOf } from '#identity/apps/app-set-up.ts';
import type { AppConfigRow } from '#identity/apps/configs.repository.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';
import { appNotConfigured, tenantOnboarding } from './chat.errors.ts';

/** The configuration of an app that lets visitors in. @throws {AppError} TENANT_ONBOARDING, APP_NOT_CONFIGURED */
export async function readyConfigOf(tx: TenantTransaction, setUp: SetUp, appId: string): Promise<AppConfigRow> {
  if ((await tenantOf(tx, setUp))?.isOnboarding) throw tenantOnboarding();
  const config = await activeConfigOf(tx, setUp, appId);
  if (!config) throw appNotConfigured();
  return config;
}
