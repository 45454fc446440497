import type { AppConfig, AppConfigListQuery, NewAppConfig } from '@foyer/contracts/configs.ts';
import type { Page } from '@foyer/contracts/lists.ts';
import { z } from 'zod';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { appNotFound, noActiveConfig } from './apps.errors.ts';
import { findApp, lockApp } from './apps.repository.ts';
import * as repository from './configs.repository.ts';

export interface AppConfigs {
  /** The next version, without gaps. @throws {AppError} APP_NOT_FOUND */
  create(scope: TenantScope, appId: string, draft: NewAppConfig): Promise<AppConfig>;
  /** From version 1 on. @throws {AppError} APP_NOT_FOUND */
  list(scope: TenantScope, appId: string, query: AppConfigListQuery): Promise<Page<AppConfig>>;
  /** @throws {AppError} APP_NOT_FOUND, NO_ACTIVE_CONFIG */
  active(scope: TenantScope, appId: string): Promise<AppConfig>;
}

export function createAppConfigs({ unitOfWork }: { unitOfWork: UnitOfWork }): AppConfigs {
  return {
    create: (scope, appId, draft) =>
      unitOfWork.write(scope, async (tx) => {
        if (!(await lockApp(tx, appId))) throw appNotFound();
        if (draft.isActive) await repository.deactivateConfigs(tx, appId);
        const version = (await repository.latestVersion(tx, appId)) + 1;
        const [added] = await repository.insertConfig(tx, { ...draft, appId, version });
        if (!added) throw appNotFound();
        tx.emit({ type: 'app-config.created', subject: { appId, configId: added.id }, data: { version, isActive: draft.isActive } });
        return toConfig(added);
      }),

    list: (scope, appId, { limit, cursor, isActive }) =>
      unitOfWork.read(scope, async (tx) => {
        if (!(await findApp(tx, appId))) throw appNotFound();
        const rows = await repository.listConfigs(tx, appId, { after: decodeCursor(cursor, z.int32()), limit: limit + 1, isActive });
        return page(rows.map(toConfig), limit, ({ version }) => version);
      }),

    active: (scope, appId) =>
      unitOfWork.read(scope, async (tx) => {
        if (!(await findApp(tx, appId))) throw appNotFound();
        const found = await repository.findActiveConfig(tx, appId);
        if (!found) throw noActiveConfig();
        return toConfig(found);
      }),
  };
}

function toConfig({
  id,
  appId,
  version,
  features,
  uiTheme,
  llmConfig,
  voiceConfig,
  isActive,
  createdAt,
}: repository.AppConfigRow): AppConfig {
  return { id, appId, version, features, uiTheme, llmConfig, voiceConfig, isActive, createdAt: createdAt.toISOString() };
}
