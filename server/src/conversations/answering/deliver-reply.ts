import { takeNextSeq } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { messageFrame } from '#messaging/messages/durable-frames.ts';
import { insertMessage } from '#messaging/messages/messages.repository.ts';
import { type TurnAnswer, TurnLost } from '#messaging/turn-event.ts';
import { markAnswered } from '#messaging/turns/turn-attempts.repository.ts';
import { insertStep } from '#messaging/turns/turn-steps.repository.ts';
import { type ClaimedTurn, completeOwnTurn } from '#messaging/turns/turns.repository.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';

interface Dependencies {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  clock: Clock;
}

/**
 * Stores the answer, provided that the turn is still ours and the agent still holds the conversation, and shows it.
 * @throws {TurnLost}
 */
export async function deliverReply({ unitOfWork, live, clock }: Dependencies, scope: TenantScope, claim: ClaimedTurn, answer: TurnAnswer) {
  return unitOfWork.write(scope, async (tx) => {
    const conversation = await takeNextSeq(tx, claim.conversationId, { lastMessageAt: clock.now() });
    if (!conversation) throw new TurnLost();
    // Whoever hands a conversation over still says so; nobody else speaks in it any more.
    const mayStillSpeak = conversation.holder === 'nobody' && conversation.handedOverByTurnId === claim.turnId;
    if (conversation.holder !== 'agent' && !mayStillSpeak) throw new TurnLost();
    if (!(await completeOwnTurn(tx, claim))) throw new TurnLost();

    await insertStep(tx, claim.conversationId, answer.lastStep);
    const message = await insertMessage(tx, {
      id: claim.messageId,
      conversationId: claim.conversationId,
      seq: conversation.lastSeq,
      direction: 'outbound',
      role: 'assistant',
      content: answer.text,
      finishReason: answer.finishReason,
      turnId: claim.turnId,
    });
    await markAnswered(tx, claim.turnId, claim.epoch);
    tx.emit({
      type: 'message.created',
      subject: { conversationId: conversation.id, messageId: message.id, contactId: conversation.contactId, turnId: claim.turnId },
      data: { direction: 'outbound', role: 'assistant', channel: conversation.channel },
    });
    tx.afterCommit(() => live.publish(conversation.id, { kind: 'durable', seq: message.seq, frame: messageFrame(message) }));
    return message;
  });
}
