import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { SystemTransaction } from '../../db/unit-of-work.ts';
import { idempotentRequests } from './idempotent-requests.tables.ts';

export type IdempotentRequest = typeof idempotentRequests.$inferSelect;
export type RequestKey = Pick<IdempotentRequest, 'principal' | 'route' | 'keyHash'>;
export type Attempt = Pick<IdempotentRequest, 'id' | 'owner'>;
export type KeptAnswer = Pick<IdempotentRequest, 'status' | 'headers' | 'body'>;

const byKey = ({ principal, route, keyHash }: RequestKey) =>
  and(eq(idempotentRequests.principal, principal), eq(idempotentRequests.route, route), eq(idempotentRequests.keyHash, keyHash));
const ofAttempt = ({ id, owner }: Attempt) => and(eq(idempotentRequests.id, id), eq(idempotentRequests.owner, owner));

/** @returns undefined when the key is taken */
export async function insertRequest(
  tx: SystemTransaction,
  draft: RequestKey & Pick<IdempotentRequest, 'fingerprint' | 'owner' | 'leaseUntil' | 'createdAt'>,
): Promise<Attempt | undefined> {
  const { id, owner } = idempotentRequests;
  const [row] = await tx.insert(idempotentRequests).values(draft).onConflictDoNothing().returning({ id, owner });
  return row;
}

/** The request of this key, held until the transaction ends. */
export async function lockRequest(tx: SystemTransaction, key: RequestKey): Promise<IdempotentRequest | undefined> {
  const [row] = await tx.select().from(idempotentRequests).where(byKey(key)).for('update');
  return row;
}

/** A later attempt goes on where an earlier one ended without an effect. */
export async function takeOverRequest(
  tx: SystemTransaction,
  requestId: string,
  attempt: Pick<IdempotentRequest, 'owner' | 'leaseUntil'>,
): Promise<void> {
  await tx.update(idempotentRequests).set(attempt).where(eq(idempotentRequests.id, requestId));
}

export async function keepAnswer(tx: SystemTransaction, attempt: Attempt, answer: KeptAnswer & { finishedAt: Date }): Promise<void> {
  await tx.update(idempotentRequests).set(answer).where(ofAttempt(attempt));
}

/** Frees the key of an attempt that had no effect. @returns whether it had none */
export async function releaseRequest(tx: SystemTransaction, attempt: Attempt): Promise<boolean> {
  const rows = await tx
    .delete(idempotentRequests)
    .where(and(ofAttempt(attempt), isNull(idempotentRequests.effectAt)))
    .returning({ id: idempotentRequests.id });
  return rows.length > 0;
}

export async function deleteRequest(tx: SystemTransaction, requestId: string): Promise<void> {
  await tx.delete(idempotentRequests).where(eq(idempotentRequests.id, requestId));
}

export async function deleteRequestsBefore(tx: SystemTransaction, before: Date): Promise<void> {
  await tx.delete(idempotentRequests).where(lt(idempotentRequests.createdAt, before));
}

/** In any transaction, also a tenant's. @returns false when a later attempt has taken the request over */
export async function noteEffect(db: NodePgDatabase, { id, owner }: Attempt): Promise<boolean> {
  const { rows } = await db.execute<{ noted: boolean }>(sql`select foyer_note_effect(${id}, ${owner}) as noted`);
  return rows[0]?.noted === true;
}
