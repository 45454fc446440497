import { wantReading } from '#agents/extraction/extraction.jobs.ts';
import { conversationNotFound } from '#messaging/conversations/conversations.errors.ts';
import { type Conversation, takeNextSeq } from '#messaging/conversations/conversations.repository.ts';
import { isAttachmentNotUsable } from '#messaging/files/files.errors.ts';
import { attachFiles } from '#messaging/files/message-attachments.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { messageFrame } from '#messaging/messages/durable-frames.ts';
import { findMessageByExternalId, insertMessage, type Message } from '#messaging/messages/messages.repository.ts';
import type { MessageRedFlags } from '#messaging/messages/messages.tables.ts';
import { leaveCallsBehind } from '#messaging/turns/abandoned-calls.ts';
import { insertTurnAttempt, voidRunningAttempt } from '#messaging/turns/turn-attempts.repository.ts';
import { type ClaimedTurn, endActiveTurn, insertTurn, type Turn } from '#messaging/turns/turns.repository.ts';
import type { Clock } from '#platform/clock.ts';
import { brokenUniqueConstraint } from '#platform/db/database-errors.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { newId } from '#platform/ids.ts';
import type { SetUp } from '#platform/realtime/set-up-cache.ts';
import type { MessageEscalation } from '#triage/escalations/escalate-message.ts';
import { routeMessage } from '#triage/routing/routing.policy.ts';
import { noteRedFlags } from '#triage/safety/note-red-flags.ts';
import type { SecondOpinions } from '#triage/safety/second-opinion/request-opinion.ts';

/** What a channel's parser has made of what came in. */
export interface InboundMessage {
  conversationId: string;
  content: string;
  /** Where `externalId` is unique: the channel account, or the conversation for web chat. */
  externalSource: string;
  /** The provider's or the client's id; the same one again is the same message. */
  externalId?: string | undefined;
  /** Files that the sender has uploaded, by id, and who uploaded them. */
  attachments?: { ownerId: string; fileIds: readonly string[] };
  /** The id to store it under, for callers that have to know it before it is shown; made up when left out. */
  messageId?: string;
  /** What the safety screen found in it. */
  redFlags?: MessageRedFlags | undefined;
}

export interface ReceiveOptions {
  /** Runs first in the transaction; throws to refuse the message (an ended session, say). */
  guard?: (tx: TenantTransaction) => Promise<void>;
  /** This process goes on to answer at once, because it holds the visitor's connection. Otherwise the turn waits for any process. */
  answerHere: boolean;
}

export interface ReceivedMessage {
  messageId: string;
  seq: number;
  /** It had been stored before; nothing happened. */
  duplicate: boolean;
  /** The turn to run, when there is something to answer and this process is to do it. */
  claim?: ClaimedTurn;
}

export interface MessageReceiver {
  /** @throws {AppError} CONVERSATION_NOT_FOUND, INVALID_MESSAGE for files that cannot be used, and what the guard throws */
  receive(scope: TenantScope, inbound: InboundMessage, options: ReceiveOptions): Promise<ReceivedMessage>;
}

interface Dependencies {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  clock: Clock;
  /** This process, as it holds leases. */
  processId: string;
  /** What in a message calls for a person. */
  escalation: MessageEscalation;
  /** Who has a model judge it too, later. */
  secondOpinions: Pick<SecondOpinions, 'request'>;
}

/**
 * Takes in a message: in one transaction it is stored, what was being answered is superseded, and the duty to answer is written down.
 * What is acknowledged after this cannot be lost. The safety screen (triage/safety) has looked at the text before;
 * what it found is stored with the message, and calls for people in the same transaction.
 */
export function createMessageReceiver(dependencies: Dependencies): MessageReceiver {
  const { unitOfWork, live, clock, processId, escalation, secondOpinions } = dependencies;
  return {
    receive: async (scope, inbound, options) => {
      const setUp = escalation.setUpOf(scope.tenantId);
      try {
        return await unitOfWork.write(scope, (tx) => store(tx, setUp, inbound, options));
      } catch (error) {
        // A message that comes again finds its id taken, or before that its files.
        const mayBeKnown =
          inbound.externalId !== undefined && (brokenUniqueConstraint(error) === 'messages_external_id' || isAttachmentNotUsable(error));
        if (!mayBeKnown) throw error;
        const known = await unitOfWork.read(scope, (tx) => findMessageByExternalId(tx, inbound.externalSource, inbound.externalId ?? ''));
        if (!known) throw error;
        return { messageId: known.id, seq: known.seq, duplicate: true };
      }
    },
  };

  async function store(tx: TenantTransaction, setUp: SetUp, inbound: InboundMessage, options: ReceiveOptions): Promise<ReceivedMessage> {
    await options.guard?.(tx);
    const conversation = await takeNextSeq(tx, inbound.conversationId, { lastMessageAt: clock.now() });
    if (!conversation) throw conversationNotFound();
    const messageId = inbound.messageId ?? newId();
    const attachments =
      inbound.attachments && (await attachFiles(tx, { ...inbound.attachments, conversationId: conversation.id, messageId }));
    const message = await insertMessage(tx, {
      id: messageId,
      conversationId: conversation.id,
      seq: conversation.lastSeq,
      direction: 'inbound',
      role: 'user',
      content: inbound.content,
      ...(inbound.externalId !== undefined && { externalSource: inbound.externalSource, externalId: inbound.externalId }),
      ...(attachments && { attachments }),
      ...(inbound.redFlags && { redFlags: inbound.redFlags }),
    });
    tx.afterCommit(() => live.publish(conversation.id, { kind: 'durable', seq: message.seq, frame: messageFrame(message) }));

    tx.emit({
      type: 'message.created',
      subject: { conversationId: conversation.id, messageId: message.id, contactId: conversation.contactId },
      data: { direction: 'inbound', role: 'user', channel: conversation.channel },
    });
    // By a job: an answer never waits for what is read out of the message.
    await wantReading(tx, conversation);
    if (inbound.redFlags) await noteRedFlags(tx, conversation, message.id, inbound.redFlags);
    await secondOpinions.request(tx, setUp, conversation, message);
    const { agentStops } = await escalation.look(tx, setUp, conversation, {
      messageId: message.id,
      content: message.content,
      redFlags: inbound.redFlags,
    });
    const mayAnswer = !agentStops && routeMessage(conversation).to === 'agent';
    const claim = mayAnswer ? await oweAnswer(tx, conversation, message, options.answerHere) : undefined;
    return { messageId: message.id, seq: message.seq, duplicate: false, ...(claim && { claim }) };
  }

  /** Writes down who owes the answer. A message that comes during a turn supersedes it: one answer covers both. */
  async function oweAnswer(
    tx: TenantTransaction,
    conversation: Conversation,
    message: Message,
    answerHere: boolean,
  ): Promise<ClaimedTurn | undefined> {
    const turnId = newId();
    const superseded = await endActiveTurn(tx, conversation.id, { status: 'superseded', supersededBy: turnId });
    if (superseded) await withdraw(tx, superseded);
    const turn = await insertTurn(tx, {
      id: turnId,
      conversationId: conversation.id,
      fromSeq: superseded?.fromSeq ?? message.seq,
      toSeq: message.seq,
      owner: answerHere ? processId : undefined,
    });
    if (!answerHere) return undefined;
    const claim: ClaimedTurn = {
      turnId,
      tenantId: tx.scope.tenantId,
      conversationId: conversation.id,
      epoch: turn.epoch,
      fromSeq: turn.fromSeq,
      toSeq: turn.toSeq,
      messageId: newId(),
      failures: turn.failures,
    };
    await insertTurnAttempt(tx, {
      turnId,
      conversationId: conversation.id,
      epoch: turn.epoch,
      messageId: claim.messageId,
      owner: processId,
    });
    return claim;
  }

  /** Takes back what a superseded turn has shown; calls that have not gone out will not. */
  async function withdraw(tx: TenantTransaction, { id, conversationId }: Turn): Promise<void> {
    await leaveCallsBehind(tx, clock, { id, conversationId });
    const voidMessageId = await voidRunningAttempt(tx, id, 'superseded');
    tx.afterCommit(() => {
      live.publish(conversationId, { kind: 'turn-ended', turnId: id });
      if (voidMessageId !== undefined) {
        live.publish(conversationId, { kind: 'ephemeral', frame: { type: 'message_reset', messageId: voidMessageId } });
      }
    });
  }
}
