import { insertModelUsage } from '#agents/models/model-usage.repository.ts';
import type { PricedTokens } from '#agents/models/usage-ledger.ts';
import { type Conversation, takeNextSeq, updateConversation } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { messageFrame } from '#messaging/messages/durable-frames.ts';
import { insertMessage } from '#messaging/messages/messages.repository.ts';
import type { MessageSource } from '#messaging/messages/messages.tables.ts';
import { type TurnAnswer, TurnLost } from '#messaging/turn-event.ts';
import { markAnswered } from '#messaging/turns/turn-attempts.repository.ts';
import { insertStep, listEffects } from '#messaging/turns/turn-steps.repository.ts';
import { type ClaimedTurn, completeOwnTurn, listSupersededBy } from '#messaging/turns/turns.repository.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';

interface Dependencies {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  clock: Clock;
}

/**
 * Stores the answer, provided that the turn is still ours and the agent still holds the conversation, and shows it.
 * @throws {TurnLost}
 */
export async function deliverReply(
  { unitOfWork, live, clock }: Dependencies,
  scope: TenantScope,
  claim: ClaimedTurn,
  answer: TurnAnswer,
  spent: readonly PricedTokens[],
) {
  return unitOfWork.write(scope, async (tx) => {
    const conversation = await takeNextSeq(tx, claim.conversationId, { lastMessageAt: clock.now() });
    if (!conversation) throw new TurnLost();
    // Whoever hands a conversation over still says so; nobody else speaks in it any more.
    const mayStillSpeak = conversation.holder === 'nobody' && conversation.handedOverByTurnId === claim.turnId;
    if (conversation.holder !== 'agent' && !mayStillSpeak) throw new TurnLost();
    if (!(await completeOwnTurn(tx, claim))) throw new TurnLost();

    await insertStep(tx, claim.conversationId, answer.lastStep);
    await insertModelUsage(tx, claim, spent);
    const message = await insertMessage(tx, {
      id: claim.messageId,
      conversationId: claim.conversationId,
      seq: conversation.lastSeq,
      direction: 'outbound',
      role: 'assistant',
      content: answer.text,
      finishReason: answer.finishReason,
      turnId: claim.turnId,
      sources: await sourcesOf(tx, claim, answer),
    });
    await markAnswered(tx, claim.turnId, claim.epoch);
    tx.emit({
      type: 'message.created',
      subject: { conversationId: conversation.id, messageId: message.id, contactId: conversation.contactId, turnId: claim.turnId },
      data: { direction: 'outbound', role: 'assistant', channel: conversation.channel },
    });
    tx.afterCommit(() => live.publish(conversation.id, { kind: 'durable', seq: message.seq, frame: messageFrame(message) }));
    await noteQuality(tx, live, conversation, answer.finishReason === 'degraded');
    return message;
  });
}

/** What the answer may rest on: all that was found for it, by this turn or those that it supersedes. Null where there is nothing to cite. */
async function sourcesOf(tx: TenantTransaction, claim: ClaimedTurn, { lastStep }: TurnAnswer): Promise<MessageSource[] | null> {
  const { turnId, conversationId, fromSeq, toSeq } = claim;
  // One message that was answered at once: nothing was called.
  if (lastStep.step === 0 && fromSeq === toSeq) return null;
  const superseded = fromSeq === toSeq ? [] : await listSupersededBy(tx, conversationId, fromSeq);
  const effects = await listEffects(tx, [...superseded.map(({ id }) => id), turnId]);
  const sources = new Map(
    effects.flatMap((effect) => (effect.type === 'sources' ? effect.sources.map((source) => [source.documentId, source]) : [])),
  );
  return sources.size === 0 ? null : [...sources.values()];
}

/** An answer of the last resort answers nothing: the team is to see the conversation, and the visitor hears when that begins and ends. */
async function noteQuality(tx: TenantTransaction, live: LiveConversations, conversation: Conversation, isDegraded: boolean): Promise<void> {
  const { id, status } = conversation;
  const opens = isDegraded && status === 'pending';
  if (opens || conversation.isDegraded !== isDegraded) {
    await updateConversation(tx, id, { isDegraded, ...(opens && { status: 'open' as const }) });
  }
  if (isDegraded) tx.emit({ type: 'conversation.degraded', subject: { conversationId: id } });
  if (conversation.isDegraded === isDegraded) return;
  const frame = { type: 'status' as const, status: isDegraded ? ('degraded' as const) : ('restored' as const) };
  tx.afterCommit(() => live.publish(id, { kind: 'ephemeral', frame }));
}
