import { and, eq } from 'drizzle-orm';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { recoveryCodes, secondFactors } from './credentials.tables.ts';

export type SecondFactorRow = typeof secondFactors.$inferSelect;

export async function findSecondFactor(tx: SystemTransaction, personId: string): Promise<SecondFactorRow | undefined> {
  const [row] = await tx.select().from(secondFactors).where(eq(secondFactors.personId, personId));
  return row;
}

/** The same code at the same moment works once. */
export async function lockSecondFactor(tx: SystemTransaction, personId: string): Promise<SecondFactorRow | undefined> {
  const [row] = await tx.select().from(secondFactors).where(eq(secondFactors.personId, personId)).for('update');
  return row;
}

export async function replaceSecondFactor(tx: SystemTransaction, personId: string, sealedSecret: string): Promise<void> {
  await tx
    .insert(secondFactors)
    .values({ personId, sealedSecret })
    .onConflictDoUpdate({ target: secondFactors.personId, set: { sealedSecret, lastUsedStep: 0 } });
}

export async function confirmSecondFactor(tx: SystemTransaction, id: string, lastUsedStep: number, confirmedAt: Date): Promise<void> {
  await tx.update(secondFactors).set({ lastUsedStep, confirmedAt }).where(eq(secondFactors.id, id));
}

export async function noteUse(tx: SystemTransaction, id: string, lastUsedStep: number): Promise<void> {
  await tx.update(secondFactors).set({ lastUsedStep }).where(eq(secondFactors.id, id));
}

export async function deleteSecondFactor(tx: SystemTransaction, personId: string): Promise<void> {
  await tx.delete(secondFactors).where(eq(secondFactors.personId, personId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
}

export async function replaceRecoveryCodes(tx: SystemTransaction, personId: string, codeHashes: readonly string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx.insert(recoveryCodes).values(codeHashes.map((codeHash) => ({ personId, codeHash })));
}

/** @returns whether there was such a code; it is gone now */
export async function useRecoveryCode(tx: SystemTransaction, personId: string, codeHash: string): Promise<boolean> {
  const rows = await tx
    .delete(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.codeHash, codeHash)))
    .returning({ id: recoveryCodes.id });
  return rows.length > 0;
}
