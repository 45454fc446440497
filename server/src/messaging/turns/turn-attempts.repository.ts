import { and, desc, eq, gte, isNotNull, sql } from 'drizzle-orm';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { conversations } from '../conversations/conversations.tables.ts';
import { turnAttempts } from './turns.tables.ts';

export type TurnAttempt = typeof turnAttempts.$inferSelect;

export async function insertTurnAttempt(
  tx: TenantTransaction,
  attempt: Pick<TurnAttempt, 'turnId' | 'conversationId' | 'epoch' | 'messageId' | 'owner'>,
): Promise<void> {
  await tx.insert(turnAttempts).values({ ...attempt, tenantId: tx.scope.tenantId });
}

/** Ends the attempt that still runs, if there is one, and says that what it streamed is void. Returns the id of its text. */
export async function voidRunningAttempt(
  tx: TenantTransaction,
  turnId: string,
  outcome: 'lost' | 'superseded' | 'cancelled' | 'failed' | 'released',
): Promise<string | undefined> {
  const lastSeq = tx
    .select({ lastSeq: conversations.lastSeq })
    .from(conversations)
    .where(eq(conversations.id, turnAttempts.conversationId));
  const [row] = await tx
    .update(turnAttempts)
    .set({ outcome, voidAtSeq: sql`(${lastSeq})` })
    .where(and(eq(turnAttempts.turnId, turnId), eq(turnAttempts.outcome, 'running')))
    .returning({ messageId: turnAttempts.messageId });
  return row?.messageId;
}

export async function markAnswered(tx: TenantTransaction, turnId: string, epoch: number): Promise<void> {
  await tx
    .update(turnAttempts)
    .set({ outcome: 'answered' })
    .where(and(eq(turnAttempts.turnId, turnId), eq(turnAttempts.epoch, epoch)));
}

/**
 * A connection shows live frames from its first moment, so a client may have seen some that came after a text was voided and lost the
 * connection before its resume was answered. A reset of a text that is not on the screen does nothing.
 */
const FRAMES_AHEAD_OF_RESUME = 50;

/** Ids of texts that may still stand on the screen of somebody who has seen the frames up to `afterSeq`, and are void: the latest, in order. */
export async function listVoidMessageIds(tx: TenantTransaction, conversationId: string, afterSeq: number): Promise<string[]> {
  const rows = await tx
    .select({ messageId: turnAttempts.messageId })
    .from(turnAttempts)
    .where(
      and(
        eq(turnAttempts.conversationId, conversationId),
        isNotNull(turnAttempts.voidAtSeq),
        gte(turnAttempts.voidAtSeq, afterSeq - FRAMES_AHEAD_OF_RESUME),
      ),
    )
    .orderBy(desc(turnAttempts.voidAtSeq), desc(turnAttempts.id))
    .limit(100);
  return rows.map((row) => row.messageId).reverse();
}
