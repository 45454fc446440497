import { boolean, foreignKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import { tenants } from '../tenants/tenants.tables.ts';

export const APP_SLUG_UNIQUE = 'apps_slug_unique';
export const PROJECT_ID_UNIQUE = 'apps_project_id_unique';

/** A tenant's presence on a site: widget, agent, keys. */
export const apps = tenantTable(
  'apps',
  {
    name: text().notNull(),
    slug: text().notNull(),
    /** Public: it stands in the page that embeds the widget. */
    projectId: text().notNull(),
    isActive: boolean().notNull(),
    /** Origins whose pages may open the widget. */
    allowedOrigins: text().array().notNull(),
    /** Signs the tokens by which the tenant's own site says who a visitor is; sealed. */
    sealedIdentitySecret: text().notNull(),
    /** Made in the same transaction as the app. Agents lie above this layer, so there is no foreign key. */
    defaultAgentId: uuid(),
  },
  (table) => [
    foreignKey({ columns: [table.tenantId], foreignColumns: [tenants.id] }).onDelete('cascade'),
    uniqueIndex(APP_SLUG_UNIQUE).on(table.tenantId, table.slug),
    uniqueIndex(PROJECT_ID_UNIQUE).on(table.projectId),
    // What refers to an app refers to it within its tenant.
    unique('apps_within_tenant').on(table.tenantId, table.id),
  ],
  // A project id or an app's id is looked up before its tenant is known.
  { app: ['select', 'insert', 'update'], system: ['select'] },
);
