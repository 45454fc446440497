import { eq, lt } from 'drizzle-orm';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { pendingRegistrations } from './credentials.tables.ts';

export type PendingRegistration = typeof pendingRegistrations.$inferSelect;
type NewRegistration = Omit<PendingRegistration, 'id' | 'createdAt' | 'updatedAt'>;

/** Whoever registers again with an address begins anew: nobody has shown yet whose it is. */
export async function replaceRegistration(tx: SystemTransaction, draft: NewRegistration): Promise<void> {
  const { addressHash, ...rest } = draft;
  await tx
    .insert(pendingRegistrations)
    .values({ addressHash, ...rest })
    .onConflictDoUpdate({ target: pendingRegistrations.addressHash, set: rest });
}

/** @returns what was registered; it is gone now */
export async function takeRegistration(tx: SystemTransaction, addressHash: string): Promise<PendingRegistration | undefined> {
  const [row] = await tx.delete(pendingRegistrations).where(eq(pendingRegistrations.addressHash, addressHash)).returning();
  return row;
}

export async function deleteExpiredRegistrations(tx: SystemTransaction, now: Date): Promise<void> {
  await tx.delete(pendingRegistrations).where(lt(pendingRegistrations.expiresAt, now));
}
