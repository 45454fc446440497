import { foreignKey, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import type { StatedDetails } from './stated-details.ts';

/** A person who reaches the business, whatever the channel. A visitor of a web page is one too, without a name yet. */
export const contacts = tenantTable(
  'contacts',
  {
    /** Somebody has vouched for it: the app's own server, or the team. */
    name: text(),
    locale: text(),
    /** What they or a page have said of them. It is no identifier: whoever writes another's address finds nothing by it and takes nothing from them. */
    stated: jsonb().$type<StatedDetails>().notNull().default({}),
  },
  // What refers to a contact refers to it within its tenant.
  (table) => [unique('contacts_within_tenant').on(table.tenantId, table.id)],
);

/** What a contact is recognised by. */
export const contactIdentifiers = tenantTable(
  'contact_identifiers',
  {
    contactId: uuid().notNull(),
    /** `visitor`: a widget's own id, never proof of anything; `external`: the signed `sub` of a user token; `email`, `phone`: normalised. */
    kind: text({ enum: ['visitor', 'external', 'email', 'phone'] }).notNull(),
    value: text().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'contact_identifiers_contact',
      columns: [table.tenantId, table.contactId],
      foreignColumns: [contacts.tenantId, contacts.id],
    }).onDelete('cascade'),
    uniqueIndex('contact_identifiers_value').on(table.tenantId, table.kind, table.value),
  ],
);
