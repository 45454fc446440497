import { eq, lt } from 'drizzle-orm';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import type { FailedSignIns } from './lock-out.policy.ts';
import { failedSignIns } from './sessions.tables.ts';

export async function findFailedSignIns(tx: SystemTransaction, addressHash: string): Promise<FailedSignIns | undefined> {
  const [row] = await tx.select().from(failedSignIns).where(eq(failedSignIns.addressHash, addressHash));
  return row;
}

/** The same, in a row that others wait for: of a hundred guesses at once, only those before the lock get an answer. */
export async function lockFailedSignIns(tx: SystemTransaction, addressHash: string, now: Date): Promise<FailedSignIns> {
  await tx.insert(failedSignIns).values({ addressHash, attempts: 0, lastFailedAt: now }).onConflictDoNothing();
  const [row] = await tx.select().from(failedSignIns).where(eq(failedSignIns.addressHash, addressHash)).for('update');
  return row ?? { attempts: 0, lastFailedAt: now, lockedUntil: null };
}

export async function saveFailedSignIns(tx: SystemTransaction, addressHash: string, state: FailedSignIns): Promise<void> {
  const { attempts, lastFailedAt, lockedUntil } = state;
  const values = { attempts, lastFailedAt, lockedUntil };
  // The row may be gone: a right password that was checked at the same moment forgets it.
  await tx
    .insert(failedSignIns)
    .values({ addressHash, ...values })
    .onConflictDoUpdate({ target: failedSignIns.addressHash, set: values });
}

export async function forgetFailedSignIns(tx: SystemTransaction, addressHash: string): Promise<void> {
  await tx.delete(failedSignIns).where(eq(failedSignIns.addressHash, addressHash));
}

/** Anybody can make rows by trying addresses, so old ones go. */
export async function deleteFailedSignInsBefore(tx: SystemTransaction, before: Date): Promise<void> {
  await tx.delete(failedSignIns).where(lt(failedSignIns.lastFailedAt, before));
}
