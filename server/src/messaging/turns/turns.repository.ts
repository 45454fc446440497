import { and, asc, desc, eq, gte, inArray, lte, ne, sql } from 'drizzle-orm';
import type { SystemTransaction, TenantTransaction } from '#platform/db/unit-of-work.ts';
import { turns } from './turns.tables.ts';

export type Turn = typeof turns.$inferSelect;

/** A turn together with the right to write for it, as long as nobody has claimed it since. */
export interface ClaimedTurn {
  turnId: string;
  tenantId: string;
  conversationId: string;
  epoch: number;
  fromSeq: number;
  toSeq: number;
  /** Under which the answer streams and is stored. */
  messageId: string;
  /** The first message of the lease's holder, or a later claim after a loss. */
  failures: number;
}

export const ACTIVE = ['waiting', 'running'] as const;
/** A holder that has not renewed for so long has lost the turn. Renewed every third of it. */
export const LEASE_SECONDS = 9;

const leaseEnd = sql`now() + make_interval(secs => ${LEASE_SECONDS})`;

export interface NewTurn {
  id: string;
  conversationId: string;
  fromSeq: number;
  toSeq: number;
  /** The process that goes on to run it at once; without one it waits for any. */
  owner?: string | undefined;
  /** Others leave a waiting turn alone for so long. */
  claimableInMs?: number;
}

export async function insertTurn(tx: TenantTransaction, draft: NewTurn): Promise<Turn> {
  const running = draft.owner !== undefined;
  const [row] = await tx
    .insert(turns)
    .values({
      id: draft.id,
      tenantId: tx.scope.tenantId,
      conversationId: draft.conversationId,
      status: running ? 'running' : 'waiting',
      epoch: running ? 1 : 0,
      leaseOwner: draft.owner ?? null,
      leaseUntil: running ? leaseEnd : null,
      claimableAt: sql`now() + make_interval(secs => ${(draft.claimableInMs ?? 0) / 1000})`,
      fromSeq: draft.fromSeq,
      toSeq: draft.toSeq,
    })
    .returning();
  if (!row) throw new Error('Inserting a turn returned no row.');
  return row;
}

/** The turn, whatever has become of it, held until the transaction ends. The caller has locked the conversation before. */
export async function lockTurn(tx: TenantTransaction, turnId: string): Promise<Turn | undefined> {
  const [row] = await tx.select().from(turns).where(eq(turns.id, turnId)).for('update');
  return row;
}

/** The turn that a conversation still owes an answer to. The caller holds the conversation's lock. */
export async function findActiveTurn(tx: TenantTransaction, conversationId: string): Promise<Turn | undefined> {
  const [row] = await tx
    .select()
    .from(turns)
    .where(and(eq(turns.conversationId, conversationId), inArray(turns.status, [...ACTIVE])));
  return row;
}

/** The turn that answers, answered or gave up on what a visitor wrote at `seq`; undefined when the agent never had to. */
export async function findTurnCovering(tx: TenantTransaction, conversationId: string, seq: number): Promise<Turn | undefined> {
  const [row] = await tx
    .select()
    .from(turns)
    .where(and(eq(turns.conversationId, conversationId), lte(turns.fromSeq, seq), gte(turns.toSeq, seq), ne(turns.status, 'superseded')))
    .orderBy(desc(turns.toSeq))
    .limit(1);
  return row;
}

/** Ends an active turn without an answer of its own. The caller holds the conversation's lock. */
export async function endActiveTurn(
  tx: TenantTransaction,
  conversationId: string,
  end: { status: 'superseded'; supersededBy: string } | { status: 'cancelled' },
): Promise<Turn | undefined> {
  const [row] = await tx
    .update(turns)
    .set({ ...end, leaseOwner: null, leaseUntil: null, finishedAt: sql`now()` })
    .where(and(eq(turns.conversationId, conversationId), inArray(turns.status, [...ACTIVE])))
    .returning();
  return row;
}

/**
 * Holds the turn until the transaction ends, provided that it is still ours: running, with the epoch of our claim.
 * The caller has locked the conversation before.
 */
export async function lockOwnTurn(tx: TenantTransaction, claim: Pick<ClaimedTurn, 'turnId' | 'epoch'>): Promise<Turn | undefined> {
  const [row] = await tx
    .select()
    .from(turns)
    .where(and(eq(turns.id, claim.turnId), eq(turns.epoch, claim.epoch), eq(turns.status, 'running')))
    .for('update');
  return row;
}

/** Ends our own turn with its answer, in the transaction that stores that; false when it is no longer ours. */
export async function completeOwnTurn(tx: TenantTransaction, claim: Pick<ClaimedTurn, 'turnId' | 'epoch'>): Promise<boolean> {
  const rows = await tx
    .update(turns)
    .set({ status: 'done', leaseOwner: null, leaseUntil: null, finishedAt: sql`now()` })
    .where(and(eq(turns.id, claim.turnId), eq(turns.epoch, claim.epoch), eq(turns.status, 'running')))
    .returning({ id: turns.id });
  return rows.length === 1;
}

/** Gives up on a turn for good. The caller has locked it. */
export async function failTurn(tx: TenantTransaction, turnId: string, errorCode: string): Promise<void> {
  await tx
    .update(turns)
    .set({ status: 'failed', errorCode, leaseOwner: null, leaseUntil: null, finishedAt: sql`now()`, failures: sql`${turns.failures} + 1` })
    .where(eq(turns.id, turnId));
}

/** Gives a turn back: others may claim it after `delayMs`. */
export async function releaseTurn(
  tx: TenantTransaction,
  turnId: string,
  { delayMs, failed, errorCode }: { delayMs: number; failed: boolean; errorCode?: string },
): Promise<void> {
  await tx
    .update(turns)
    .set({
      status: 'waiting',
      leaseOwner: null,
      leaseUntil: null,
      claimableAt: sql`now() + make_interval(secs => ${delayMs / 1000})`,
      ...(failed && { failures: sql`${turns.failures} + 1` }),
      ...(errorCode !== undefined && { errorCode }),
    })
    .where(eq(turns.id, turnId));
}

/**
 * Takes a turn that waits or whose holder's lease has run out; undefined when somebody else was quicker. Should this holder be lost
 * too, the turn stands behind those that nobody has gone on with for longer: a server that dies again and again starves none.
 */
export async function claimTurn(tx: TenantTransaction, turnId: string, owner: string): Promise<Turn | undefined> {
  const [row] = await tx
    .update(turns)
    .set({ status: 'running', epoch: sql`${turns.epoch} + 1`, leaseOwner: owner, leaseUntil: leaseEnd, claimableAt: sql`now()` })
    .where(and(eq(turns.id, turnId), claimable))
    .returning();
  return row;
}

const claimable = sql`((${turns.status} = 'waiting' and ${turns.claimableAt} <= now()) or (${turns.status} = 'running' and ${turns.leaseUntil} < now()))`;

/** The sweeper's look over all tenants: turns that nobody works on, the longest left alone first. */
export function listClaimableTurns(tx: SystemTransaction, limit: number): Promise<{ turnId: string; tenantId: string }[]> {
  return tx
    .select({ turnId: turns.id, tenantId: turns.tenantId })
    .from(turns)
    .where(and(inArray(turns.status, [...ACTIVE]), claimable))
    .orderBy(asc(turns.claimableAt))
    .limit(limit);
}

/** Ends every lease at once: for a database that no other process uses, where whoever held them is gone. How many there were. */
export async function endAllLeases(tx: SystemTransaction): Promise<number> {
  const rows = await tx
    .update(turns)
    .set({ leaseUntil: sql`now() - interval '1 second'` })
    .where(eq(turns.status, 'running'))
    .returning({ turnId: turns.id });
  return rows.length;
}

/** Extends the leases of this process; returns the turns that are still its own. */
export async function renewLeases(tx: SystemTransaction, owner: string, turnIds: string[]): Promise<Set<string>> {
  const rows = await tx
    .update(turns)
    .set({ leaseUntil: leaseEnd })
    .where(and(inArray(turns.id, turnIds), eq(turns.leaseOwner, owner), eq(turns.status, 'running')))
    .returning({ turnId: turns.id });
  return new Set(rows.map((row) => row.turnId));
}

/** The turns of a conversation that led up to `turnId` by being superseded: what they did belongs to its context. */
export function listSupersededBy(tx: TenantTransaction, conversationId: string, fromSeq: number): Promise<Turn[]> {
  return tx
    .select()
    .from(turns)
    .where(and(eq(turns.conversationId, conversationId), eq(turns.status, 'superseded'), sql`${turns.toSeq} >= ${fromSeq}`))
    .orderBy(asc(turns.toSeq));
}

export function listTurns(tx: TenantTransaction, conversationId: string): Promise<Turn[]> {
  return tx.select().from(turns).where(eq(turns.conversationId, conversationId)).orderBy(asc(turns.toSeq), asc(turns.id));
}
