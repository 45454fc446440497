import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { people } from './members.tables.ts';

export type PersonRow = typeof people.$inferSelect;
export type NewPersonRow = Pick<PersonRow, 'email' | 'name' | 'passwordHash' | 'isPlatformAdmin'> &
  Partial<Pick<PersonRow, 'locale' | 'emailVerifiedAt'>>;

/** @returns undefined when somebody has the address */
export async function insertPerson(tx: SystemTransaction, draft: NewPersonRow): Promise<PersonRow | undefined> {
  const [row] = await tx.insert(people).values(draft).onConflictDoNothing().returning();
  return row;
}

/** Capitals do not matter. */
export async function findPersonByEmail(tx: SystemTransaction, email: string): Promise<PersonRow | undefined> {
  const [row] = await tx
    .select()
    .from(people)
    .where(eq(sql`lower(${people.email})`, email.toLowerCase()));
  return row;
}

export async function findPerson(tx: SystemTransaction, personId: string): Promise<PersonRow | undefined> {
  const [row] = await tx.select().from(people).where(eq(people.id, personId));
  return row;
}

export async function findPeople(tx: SystemTransaction, personIds: readonly string[]): Promise<Pick<PersonRow, 'id' | 'email' | 'name'>[]> {
  if (personIds.length === 0) return [];
  return tx
    .select({ id: people.id, email: people.email, name: people.name })
    .from(people)
    .where(inArray(people.id, [...personIds]));
}

export async function anybodyExists(tx: SystemTransaction): Promise<boolean> {
  const rows = await tx.select({ id: people.id }).from(people).limit(1);
  return rows.length > 0;
}

/** Only if the password is still the one that was checked. @returns whether it was */
export async function replacePasswordHash(
  tx: SystemTransaction,
  { personId, from, to }: { personId: string; from: string; to: string },
): Promise<boolean> {
  const rows = await tx
    .update(people)
    .set({ passwordHash: to })
    .where(and(eq(people.id, personId), eq(people.passwordHash, from)))
    .returning({ id: people.id });
  return rows.length > 0;
}

/** Whatever the password was: for whoever has shown in another way who they are. */
export async function setPasswordHash(tx: SystemTransaction, personId: string, passwordHash: string): Promise<void> {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId));
}

/** What arrived at the address has come back. The first time counts. */
export async function markEmailVerified(tx: SystemTransaction, personId: string, emailVerifiedAt: Date): Promise<void> {
  await tx
    .update(people)
    .set({ emailVerifiedAt })
    .where(and(eq(people.id, personId), isNull(people.emailVerifiedAt)));
}
