import type { LiveConversations } from '#messaging/live-conversation.ts';
import { insertTurnAttempt, voidRunningAttempt } from '#messaging/turns/turn-attempts.repository.ts';
import { type ClaimedTurn, claimTurn } from '#messaging/turns/turns.repository.ts';
import { grantTenantScope, type TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { newId } from '#platform/ids.ts';

/** The scope in which a turn of a tenant is run: the sweeper read the tenant from the turn itself. */
export const scopeOfTurn = (tenantId: string): TenantScope => grantTenantScope(tenantId, { kind: 'agent' });

/**
 * Takes over a turn that nobody works on. What an earlier attempt has shown is void, and its watchers are told so.
 * Undefined when another process was quicker.
 */
export async function claimWaitingTurn(
  { unitOfWork, live, processId }: { unitOfWork: UnitOfWork; live: LiveConversations; processId: string },
  tenantId: string,
  turnId: string,
): Promise<ClaimedTurn | undefined> {
  return unitOfWork.write(scopeOfTurn(tenantId), async (tx) => {
    const turn = await claimTurn(tx, turnId, processId);
    if (!turn) return undefined;
    const { conversationId, epoch, fromSeq, toSeq, failures } = turn;
    const voidMessageId = await voidRunningAttempt(tx, turnId, 'lost');
    const messageId = newId();
    await insertTurnAttempt(tx, { turnId, conversationId, epoch, messageId, owner: processId });
    if (voidMessageId !== undefined) {
      tx.afterCommit(() => live.publish(conversationId, { kind: 'ephemeral', frame: { type: 'message_reset', messageId: voidMessageId } }));
    }
    return { turnId, tenantId, conversationId, epoch, fromSeq, toSeq, messageId, failures };
  });
}
