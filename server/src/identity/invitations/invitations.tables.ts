import { foreignKey, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, tenantTable } from '#platform/db/tables.ts';
import { ROLES } from '#platform/http/access.ts';
import { people } from '../members/members.tables.ts';
import { tenants } from '../tenants/tenants.tables.ts';

/** Who was asked to join a tenant. The token stands in the mail alone, here is its hash; the system looks it up before a tenant is known. */
export const invitations = tenantTable(
  'invitations',
  {
    email: text().notNull(),
    role: text({ enum: ROLES }).notNull(),
    tokenHash: text().notNull(),
    expiresAt: moment().notNull(),
    invitedByPersonId: uuid().references(() => people.id, { onDelete: 'set null' }),
    acceptedAt: moment(),
    revokedAt: moment(),
  },
  (table) => [
    foreignKey({ columns: [table.tenantId], foreignColumns: [tenants.id] }).onDelete('cascade'),
    uniqueIndex('invitations_token_unique').on(table.tokenHash),
    index('invitations_tenant_created').on(table.tenantId, table.createdAt),
  ],
  { system: ['select', 'update'] },
);
