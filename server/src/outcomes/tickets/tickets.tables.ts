import { index, text, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';

/** Something the team has to see to. */
export const tickets = tenantTable(
  'tickets',
  {
    subject: text().notNull(),
    description: text().notNull(),
    status: text({ enum: ['open', 'done'] })
      .notNull()
      .default('open'),
    /** Where it came from, when the agent opened it. */
    conversationId: uuid(),
    contactId: uuid(),
  },
  (table) => [index('tickets_recent').on(table.tenantId, table.createdAt.desc(), table.id)],
);
