import { eq, lt } from 'drizzle-orm';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { passwordResets } from './credentials.tables.ts';

/** A person has one at a time. */
export async function replacePasswordReset(
  tx: SystemTransaction,
  draft: { personId: string; tokenHash: string; expiresAt: Date },
): Promise<void> {
  await deletePasswordResets(tx, draft.personId);
  await tx.insert(passwordResets).values(draft);
}

export async function findPasswordReset(
  tx: SystemTransaction,
  tokenHash: string,
): Promise<{ personId: string; expiresAt: Date } | undefined> {
  const [row] = await tx
    .select({ personId: passwordResets.personId, expiresAt: passwordResets.expiresAt })
    .from(passwordResets)
    .where(eq(passwordResets.tokenHash, tokenHash));
  return row;
}

/** @returns whether it was still there: of two that come with it at once, one uses it */
export async function usePasswordReset(tx: SystemTransaction, tokenHash: string): Promise<boolean> {
  const rows = await tx.delete(passwordResets).where(eq(passwordResets.tokenHash, tokenHash)).returning({ id: passwordResets.id });
  return rows.length > 0;
}

export async function deletePasswordResets(tx: SystemTransaction, personId: string): Promise<void> {
  await tx.delete(passwordResets).where(eq(passwordResets.personId, personId));
}

export async function deleteExpiredPasswordResets(tx: SystemTransaction, now: Date): Promise<void> {
  await tx.delete(passwordResets).where(lt(passwordResets.expiresAt, now));
}
