import { boolean, foreignKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import { tenants } from '../tenants/tenants.tables.ts';

/** What a tenant has switched on or off; the default holds for what is not here. */
export const featureFlags = tenantTable('feature_flags', { name: text().notNull(), isOn: boolean().notNull() }, (table) => [
  foreignKey({ columns: [table.tenantId], foreignColumns: [tenants.id] }).onDelete('cascade'),
  uniqueIndex('feature_flags_name_unique').on(table.tenantId, table.name),
]);
