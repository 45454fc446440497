import type { Features, LlmConfig } from '@foyer/contracts/configs.ts';
import { sql } from 'drizzle-orm';
import { boolean, foreignKey, integer, jsonb, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import { apps } from './apps.tables.ts';

/** Versions 1, 2, 3… of an app's configuration. Only `isActive` ever changes, and one version at most has it. */
export const appConfigs = tenantTable(
  'app_configs',
  {
    appId: uuid().notNull(),
    version: integer().notNull(),
    features: jsonb().$type<Features>().notNull(),
    uiTheme: jsonb().$type<Record<string, unknown>>().notNull(),
    llmConfig: jsonb().$type<LlmConfig>().notNull(),
    voiceConfig: jsonb().$type<Record<string, unknown>>().notNull(),
    isActive: boolean().notNull(),
  },
  (table) => [
    foreignKey({ columns: [table.tenantId, table.appId], foreignColumns: [apps.tenantId, apps.id] }).onDelete('cascade'),
    uniqueIndex('app_configs_version_unique').on(table.appId, table.version),
    uniqueIndex('app_configs_one_active').on(table.appId).where(sql`${table.isActive}`),
  ],
  { app: ['select', 'insert', 'update (is_active, updated_at)'] },
);
