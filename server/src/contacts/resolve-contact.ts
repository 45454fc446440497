import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import {
  type Contact,
  type ContactIdentifier,
  findContactByIdentifier,
  insertContact,
  insertContactIdentifier,
  updateContact,
} from './contacts.repository.ts';

/** A visitor about whom nothing is proven is a new contact: what they say about themselves opens nobody's history. */
export async function createVisitorContact(tx: TenantTransaction, locale: string): Promise<Contact> {
  const contact = await insertContact(tx, { locale });
  tx.emit({ type: 'contact.created', subject: { contactId: contact.id } });
  return contact;
}

export interface KnownPerson {
  identifier: ContactIdentifier;
  name?: string | undefined;
  locale: string;
}

/** The contact with a proven identifier, made if there is none; also when two ask at the same moment. */
export async function findOrCreateContact(tx: TenantTransaction, person: KnownPerson): Promise<Contact> {
  const known = await findContactByIdentifier(tx, person.identifier);
  if (known) {
    if (person.name === undefined || person.name === known.name) return known;
    await updateContact(tx, known.id, { name: person.name });
    return { ...known, name: person.name };
  }
  // The unique identifier decides; whoever comes second waits here until the first has committed.
  const contact = await insertContact(tx, { locale: person.locale, ...(person.name !== undefined && { name: person.name }) });
  if (await insertContactIdentifier(tx, contact.id, person.identifier)) {
    tx.emit({ type: 'contact.created', subject: { contactId: contact.id } });
    return contact;
  }
  throw new ContactTaken();
}

/** Somebody made the same contact at the same moment: the transaction is to be tried again, and will find it. */
export class ContactTaken extends Error {
  override name = 'ContactTaken';
}
