import { foreignKey, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, tenantTable } from '#platform/db/tables.ts';
import { tenants } from '../tenants/tenants.tables.ts';

/** Keys with which servers act for a tenant. The key itself is shown once and never stored. */
export const apiKeys = tenantTable(
  'api_keys',
  {
    name: text().notNull(),
    /** SHA-256 in hex. */
    keyHash: text().notNull(),
    /** The first characters, so that people recognise a key. */
    prefix: text().notNull(),
    scopes: text().array().notNull(),
    /** The app whose key it is; null for a tenant's own. Apps lie above this layer, so there is no foreign key. */
    appId: uuid(),
    expiresAt: moment(),
    lastUsedAt: moment(),
  },
  (table) => [
    foreignKey({ columns: [table.tenantId], foreignColumns: [tenants.id] }).onDelete('cascade'),
    uniqueIndex('api_keys_hash_unique').on(table.keyHash),
    index('api_keys_app').on(table.tenantId, table.appId),
  ],
  // A key is looked up before its tenant is known, and its last use is noted with that.
  { system: ['select', 'update (last_used_at, updated_at)'] },
);
