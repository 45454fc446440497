import { lockConversation } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { postSystemMessage } from '#messaging/messages/post-system-message.ts';
import { leaveCallsBehind } from '#messaging/turns/abandoned-calls.ts';
import { voidRunningAttempt } from '#messaging/turns/turn-attempts.repository.ts';
import { type ClaimedTurn, failTurn, lockOwnTurn, releaseTurn } from '#messaging/turns/turns.repository.ts';
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

/** Gives a turn back for others to claim, with nothing held against it: this process is going away. False when it was no longer ours. */
export function releaseClaim(dependencies: Dependencies, scope: TenantScope, claim: ClaimedTurn): Promise<boolean> {
  return giveBack(dependencies, scope, claim, 'released', (tx) => releaseTurn(tx, claim.turnId, { delayMs: 0, failed: false }));
}

/** After a failure of the model: the turn is tried again later, and when that has failed often enough, the team is to answer. */
export function recordFailure(dependencies: Dependencies, scope: TenantScope, claim: ClaimedTurn, errorCode: string): Promise<boolean> {
  const delayMs = RETRY_DELAYS_MS[claim.failures];
  return giveBack(dependencies, scope, claim, 'failed', async (tx) => {
    if (delayMs !== undefined) {
      return releaseTurn(tx, claim.turnId, { delayMs, failed: true, errorCode });
    }
    await failTurn(tx, claim.turnId, errorCode);
    await leaveCallsBehind(tx, dependencies.clock, { id: claim.turnId, conversationId: claim.conversationId });
    await postSystemMessage(tx, dependencies, claim.conversationId, (conversation) => cannotAnswerText(conversation.language), {
      holder: 'nobody',
      status: 'open',
    });
    tx.emit({ type: 'turn.failed', subject: { conversationId: claim.conversationId, turnId: claim.turnId }, data: { errorCode } });
  });
}

async function giveBack(
  { unitOfWork, live }: Dependencies,
  scope: TenantScope,
  claim: ClaimedTurn,
  outcome: 'released' | 'failed',
  end: (tx: TenantTransaction) => Promise<void>,
): Promise<boolean> {
  return unitOfWork.write(scope, async (tx) => {
    await lockConversation(tx, claim.conversationId);
    if (!(await lockOwnTurn(tx, claim))) return false;
    const voidMessageId = await voidRunningAttempt(tx, claim.turnId, outcome);
    await end(tx);
    if (voidMessageId !== undefined) {
      tx.afterCommit(() =>
        live.publish(claim.conversationId, { kind: 'ephemeral', frame: { type: 'message_reset', messageId: voidMessageId } }),
      );
    }
    return true;
  });
}
