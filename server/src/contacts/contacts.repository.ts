import { and, eq } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { contactIdentifiers, contacts } from './contacts.tables.ts';

export type Contact = typeof contacts.$inferSelect;
export type ContactIdentifier = Pick<typeof contactIdentifiers.$inferSelect, 'kind' | 'value'>;

export async function insertContact(tx: TenantTransaction, draft: Partial<Pick<Contact, 'name' | 'locale' | 'stated'>>): Promise<Contact> {
  const [row] = await tx
    .insert(contacts)
    .values({ ...draft, tenantId: tx.scope.tenantId })
    .returning();
  if (!row) throw new Error('Inserting a contact returned no row.');
  return row;
}

export async function findContact(tx: TenantTransaction, contactId: string): Promise<Contact | undefined> {
  const [row] = await tx.select().from(contacts).where(eq(contacts.id, contactId));
  return row;
}

/** The contact, held until the transaction ends: whoever else arrives as the same person waits. */
export async function lockContactByIdentifier(tx: TenantTransaction, { kind, value }: ContactIdentifier): Promise<Contact | undefined> {
  const [row] = await tx
    .select({ contact: contacts })
    .from(contactIdentifiers)
    .innerJoin(contacts, eq(contacts.id, contactIdentifiers.contactId))
    .where(and(eq(contactIdentifiers.kind, kind), eq(contactIdentifiers.value, value)))
    .for('no key update', { of: contacts });
  return row?.contact;
}

/** Whether the identifier is now this contact's: false when it already belonged to somebody. */
export async function insertContactIdentifier(tx: TenantTransaction, contactId: string, identifier: ContactIdentifier): Promise<boolean> {
  const rows = await tx
    .insert(contactIdentifiers)
    .values({ ...identifier, contactId, tenantId: tx.scope.tenantId })
    .onConflictDoNothing()
    .returning({ id: contactIdentifiers.id });
  return rows.length === 1;
}

export async function deleteContact(tx: TenantTransaction, contactId: string): Promise<void> {
  await tx.delete(contacts).where(eq(contacts.id, contactId));
}

export async function updateContact(
  tx: TenantTransaction,
  contactId: string,
  changes: Partial<Pick<Contact, 'name' | 'locale' | 'stated'>>,
): Promise<void> {
  await tx.update(contacts).set(changes).where(eq(contacts.id, contactId));
}

export function listContactIdentifiers(tx: TenantTransaction, contactId: string): Promise<ContactIdentifier[]> {
  const { kind, value } = contactIdentifiers;
  return tx.select({ kind, value }).from(contactIdentifiers).where(eq(contactIdentifiers.contactId, contactId)).orderBy(kind, value);
}
