import { eq } from 'drizzle-orm';
import type { PersonalDataStore } from '#messaging/personal-data.ts';
import { findContact, listContactIdentifiers } from './contacts.repository.ts';
import { contacts } from './contacts.tables.ts';

/** Identifiers go with their contact. */
export const contactData: PersonalDataStore = {
  name: 'contact',
  belongsTo: 'contact',
  collect: async (tx, { contactId }) => {
    const found = await findContact(tx, contactId);
    if (!found) return [];
    const { id, name, locale, stated, createdAt } = found;
    return [{ id, name, locale, stated, createdAt, identifiers: await listContactIdentifiers(tx, contactId) }];
  },
  erase: async (tx, { contactId }) => (await tx.delete(contacts).where(eq(contacts.id, contactId)).returning({ id: contacts.id })).length,
};
