import { insertModelUsage } from '#agents/models/model-usage.repository.ts';
import type { PricedTokens } from '#agents/models/usage-ledger.ts';
import { type Conversation, lockConversation, updateConversation } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { postSystemMessage } from '#messaging/messages/post-system-message.ts';
import { postUpdate } from '#messaging/messages/post-update.ts';
import { leaveCallsBehind } from '#messaging/turns/abandoned-calls.ts';
import { voidRunningAttempt } from '#messaging/turns/turn-attempts.repository.ts';
import { type ClaimedTurn, failTurn, lockOwnTurn, releaseTurn, type Turn } from '#messaging/turns/turns.repository.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { cannotAnswerText } from './answering.texts.ts';

interface Dependencies {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  clock: Clock;
}

/** How long a turn waits after its first, second, … failure. After the last one a person has to answer. */
export const RETRY_DELAYS_MS: readonly number[] = [5_000, 30_000, 120_000, 600_000, 1_800_000];

/** A provider that asks for more is asked again after this all the same: it may say so of a day. */
const LONGEST_WAIT_MS = 1_800_000;

/** Why an attempt failed, and what it took. */
export interface Failure {
  code: 'PROVIDER_ERROR' | 'INTERNAL';
  /** What the provider asks for. */
  waitAtLeastMs: number;
  /** Another provider of the list may answer at once. */
  othersLeft: boolean;
  spent: readonly PricedTokens[];
}

/** Whether the visitor is to be told that the answer takes longer: once per turn, and not while another provider is asked at once. */
type Told = 'that it takes longer' | 'nothing new' | 'not ours';

/** Gives a turn back for others to claim, with nothing held against it: this process is going away. */
export async function releaseClaim(dependencies: Dependencies, scope: TenantScope, claim: ClaimedTurn): Promise<void> {
  await giveBack(dependencies, scope, claim, 'released', (tx) => releaseTurn(tx, claim.turnId, { delayMs: 0, failed: false }));
}

/** After a failure of the model: the turn is tried again later, and when that has failed often enough, the team is to answer. */
export async function recordFailure(
  dependencies: Dependencies,
  scope: TenantScope,
  claim: ClaimedTurn,
  { code: errorCode, waitAtLeastMs, othersLeft, spent }: Failure,
): Promise<Told> {
  const isTriedElsewhere = othersLeft && claim.failures === 0;
  const delayMs = RETRY_DELAYS_MS[claim.failures];
  let told: Told = 'not ours';
  await giveBack(dependencies, scope, claim, 'failed', async (tx, turn, conversation) => {
    await insertModelUsage(tx, claim, spent);
    told = 'nothing new';
    if (isTriedElsewhere) return releaseTurn(tx, claim.turnId, { delayMs: 0, failed: true });
    if (!conversation.isDegraded) await degrade(tx, dependencies, conversation.id);
    if (delayMs !== undefined) {
      if (turn.errorCode === null) told = 'that it takes longer';
      const waitMs = Math.max(delayMs, Math.min(waitAtLeastMs, LONGEST_WAIT_MS));
      return releaseTurn(tx, claim.turnId, { delayMs: waitMs, failed: true, errorCode });
    }
    await failTurn(tx, claim.turnId, errorCode);
    await leaveCallsBehind(tx, dependencies.clock, { id: claim.turnId, conversationId: claim.conversationId });
    await postUpdate(tx, dependencies.live, claim.conversationId, { kind: 'status', data: { status: 'handoff_requested' } });
    await postSystemMessage(tx, dependencies, claim.conversationId, (conversation) => cannotAnswerText(conversation.language), {
      holder: 'nobody',
      status: 'open',
    });
    tx.emit({ type: 'turn.failed', subject: { conversationId: claim.conversationId, turnId: claim.turnId }, data: { errorCode } });
  });
  return told;
}

async function degrade(tx: TenantTransaction, { live }: Dependencies, conversationId: string): Promise<void> {
  await updateConversation(tx, conversationId, { isDegraded: true });
  tx.afterCommit(() => live.publish(conversationId, { kind: 'ephemeral', frame: { type: 'status', status: 'degraded' } }));
}

async function giveBack(
  { unitOfWork, live }: Dependencies,
  scope: TenantScope,
  claim: ClaimedTurn,
  outcome: 'released' | 'failed',
  end: (tx: TenantTransaction, turn: Turn, conversation: Conversation) => Promise<void>,
): Promise<void> {
  await unitOfWork.write(scope, async (tx) => {
    const conversation = await lockConversation(tx, claim.conversationId);
    const turn = await lockOwnTurn(tx, claim);
    if (!turn || !conversation) return;
    const voidMessageId = await voidRunningAttempt(tx, claim.turnId, outcome);
    await end(tx, turn, conversation);
    if (voidMessageId !== undefined) {
      tx.afterCommit(() =>
        live.publish(claim.conversationId, { kind: 'ephemeral', frame: { type: 'message_reset', messageId: voidMessageId } }),
      );
    }
  });
}
