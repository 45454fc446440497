import { PROMPT_KINDS } from '@foyer/contracts/prompts.ts';
import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import { apps } from './apps.tables.ts';

/** Texts that shape an app's agent: instructions, welcome, closing rule, descriptions of tools. */
export const promptProfiles = tenantTable(
  'prompt_profiles',
  {
    appId: uuid().notNull(),
    kind: text({ enum: PROMPT_KINDS }).notNull(),
    name: text().notNull(),
    content: text().notNull(),
    variables: jsonb().$type<Record<string, string>>().notNull(),
    isDefault: boolean().notNull(),
  },
  (table) => [
    foreignKey({ columns: [table.tenantId, table.appId], foreignColumns: [apps.tenantId, apps.id] }).onDelete('cascade'),
    index('prompt_profiles_app').on(table.tenantId, table.appId),
    uniqueIndex('prompt_profiles_default_of_kind')
      .on(table.appId, table.kind)
      .where(sql`${table.isDefault} and ${table.kind} <> 'TOOL_DESCRIPTION'`),
    uniqueIndex('prompt_profiles_default_of_tool')
      .on(table.appId, table.name)
      .where(sql`${table.isDefault} and ${table.kind} = 'TOOL_DESCRIPTION'`),
  ],
);
