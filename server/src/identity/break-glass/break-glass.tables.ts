import { foreignKey, index, text, uuid } from 'drizzle-orm/pg-core';
import { moment, tenantTable } from '#platform/db/tables.ts';
import { people } from '../members/members.tables.ts';
import { tenants } from '../tenants/tenants.tables.ts';

/** When administrators of the installation gave themselves access to a tenant that is not theirs, and why. They stay for the tenant to see. */
export const breakGlassGrants = tenantTable(
  'break_glass_grants',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id),
    reason: text().notNull(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
  },
  (table) => [
    foreignKey({ columns: [table.tenantId], foreignColumns: [tenants.id] }).onDelete('cascade'),
    index('break_glass_grants_person').on(table.personId, table.tenantId),
  ],
  // Looked at when somebody wants to act in a tenant.
  { app: ['select', 'insert', 'update (ended_at, updated_at)'], system: ['select'] },
);
