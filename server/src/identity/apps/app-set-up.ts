import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';
import { findOwnTenant, type TenantRow } from '../tenants/tenants.repository.ts';
import { type AppRow, findApp } from './apps.repository.ts';
import { type AppConfigRow, findActiveConfig } from './configs.repository.ts';
import { findDefaultPrompts, type PromptRow } from './prompts.repository.ts';

/** What every session and every turn of an app asks for, from memory where nothing has changed. */
export const tenantOf = (tx: TenantTransaction, setUp: SetUp): Promise<TenantRow | undefined> =>
  setUp.read('tenant', () => findOwnTenant(tx));

export const appOf = (tx: TenantTransaction, setUp: SetUp, appId: string): Promise<AppRow | undefined> =>
  setUp.read(`app/${appId}`, () => findApp(tx, appId));

export const activeConfigOf = (tx: TenantTransaction, setUp: SetUp, appId: string): Promise<AppConfigRow | undefined> =>
  setUp.read(`active-config/${appId}`, () => findActiveConfig(tx, appId));

export const defaultPromptsOf = (tx: TenantTransaction, setUp: SetUp, appId: string): Promise<PromptRow[]> =>
  setUp.read(`default-prompts/${appId}`, () => findDefaultPrompts(tx, appId));
