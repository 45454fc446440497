import { and, eq, lt, sql } from 'drizzle-orm';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { oneTimeCodes } from './credentials.tables.ts';

export type OneTimeCodeRow = typeof oneTimeCodes.$inferSelect;
type NewCode = Pick<OneTimeCodeRow, 'purpose' | 'addressHash' | 'sealedCode' | 'expiresAt'>;

export async function replaceCode(tx: SystemTransaction, { purpose, addressHash, sealedCode, expiresAt }: NewCode): Promise<void> {
  await tx
    .insert(oneTimeCodes)
    .values({ purpose, addressHash, sealedCode, expiresAt })
    .onConflictDoUpdate({ target: [oneTimeCodes.purpose, oneTimeCodes.addressHash], set: { sealedCode, expiresAt, attempts: 0 } });
}

/** Of many guesses at once, one is judged after the other. */
export async function lockCode(
  tx: SystemTransaction,
  purpose: OneTimeCodeRow['purpose'],
  addressHash: string,
): Promise<OneTimeCodeRow | undefined> {
  const [row] = await tx
    .select()
    .from(oneTimeCodes)
    .where(and(eq(oneTimeCodes.purpose, purpose), eq(oneTimeCodes.addressHash, addressHash)))
    .for('update');
  return row;
}

export async function countAttempt(tx: SystemTransaction, id: string): Promise<void> {
  await tx
    .update(oneTimeCodes)
    .set({ attempts: sql`${oneTimeCodes.attempts} + 1` })
    .where(eq(oneTimeCodes.id, id));
}

export async function deleteCode(tx: SystemTransaction, id: string): Promise<void> {
  await tx.delete(oneTimeCodes).where(eq(oneTimeCodes.id, id));
}

export async function deleteExpiredCodes(tx: SystemTransaction, now: Date): Promise<void> {
  await tx.delete(oneTimeCodes).where(lt(oneTimeCodes.expiresAt, now));
}
