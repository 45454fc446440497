import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { installationTable, moment, tenantTable } from '#platform/db/tables.ts';
import { ROLES } from '#platform/http/access.ts';
import { tenants } from '../tenants/tenants.tables.ts';

/** Whoever can sign in. A person may belong to several tenants. */
export const people = installationTable(
  'people',
  {
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    isPlatformAdmin: boolean().notNull().default(false),
    /** BCP 47: the language of mails to them; where it is not known, that of the request or the tenant. */
    locale: text(),
    /** When they have shown that the address is theirs. */
    emailVerifiedAt: moment(),
  },
  // Two people whose addresses differ in capitals only would be one mistake waiting to happen.
  (table) => [uniqueIndex('people_email_unique').on(sql`lower(${table.email})`)],
  { system: ['select', 'insert', 'update'] },
);

/** Who belongs to a tenant, and as what. The system reads them to find out in which tenants somebody may act. */
export const memberships = tenantTable(
  'memberships',
  {
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    role: text({ enum: ROLES }).notNull(),
  },
  (table) => [
    foreignKey({ columns: [table.tenantId], foreignColumns: [tenants.id] }).onDelete('cascade'),
    uniqueIndex('memberships_person_unique').on(table.tenantId, table.personId),
    index('memberships_person').on(table.personId),
  ],
  { system: ['select', 'insert'] },
);
