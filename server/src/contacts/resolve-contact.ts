import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import {
  type Contact,
  type ContactIdentifier,
  deleteContact,
  insertContact,
  insertContactIdentifier,
  lockContactByIdentifier,
  updateContact,
} from './contacts.repository.ts';

/** A visitor about whom nothing is proven is a new contact: what they say about themselves opens nobody's history. */
export async function createVisitorContact(tx: TenantTransaction, locale: string): Promise<Contact> {
  const contact = await insertContact(tx, { locale });
  tx.emit({ type: 'contact.created', subject: { contactId: contact.id } });
  return contact;
}

export interface KnownPerson {
  /** What they are recognised by. */
  identifier: ContactIdentifier;
  /** Kept with the contact unless they belong to another one already: that two contacts are one person is for people to say. */
  alsoReachedBy?: readonly ContactIdentifier[];
  name?: string | undefined;
  locale: string;
}

/** The contact with a proven identifier, made if there is none, and held until the transaction ends: two who come at once are one. */
export async function findOrCreateContact(tx: TenantTransaction, person: KnownPerson): Promise<Contact> {
  const contact = await recognise(tx, person);
  for (const identifier of person.alsoReachedBy ?? []) await insertContactIdentifier(tx, contact.id, identifier);
  return contact;
}

async function recognise(tx: TenantTransaction, person: KnownPerson): Promise<Contact> {
  const known = await lockContactByIdentifier(tx, person.identifier);
  if (known) return renamed(tx, known, person.name);

  const contact = await insertContact(tx, { locale: person.locale, ...(person.name !== undefined && { name: person.name }) });
  // The unique identifier decides; whoever comes second waits here until the first has committed, and then finds theirs.
  if (await insertContactIdentifier(tx, contact.id, person.identifier)) {
    tx.emit({ type: 'contact.created', subject: { contactId: contact.id } });
    return contact;
  }
  await deleteContact(tx, contact.id);
  const first = await lockContactByIdentifier(tx, person.identifier);
  if (!first) throw new Error('An identifier is taken by no contact.');
  return renamed(tx, first, person.name);
}

async function renamed(tx: TenantTransaction, contact: Contact, name: string | undefined): Promise<Contact> {
  if (name === undefined || name === contact.name) return contact;
  await updateContact(tx, contact.id, { name });
  return { ...contact, name };
}
