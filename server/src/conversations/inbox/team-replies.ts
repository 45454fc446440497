import type { Message } from '@foyer/contracts/conversations.ts';
import { wantReading } from '#agents/extraction/extraction.jobs.ts';
import { conversationEnded, conversationNotFound } from '#messaging/conversations/conversations.errors.ts';
import { type Conversation, findConversation, lockConversation, takeNextSeq } from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { messageFrame } from '#messaging/messages/durable-frames.ts';
import { insertMessage } from '#messaging/messages/messages.repository.ts';
import { postUpdate } from '#messaging/messages/post-update.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { badRequest } from '#platform/errors.ts';
import { cancelActiveTurn, passToPerson, type TeamMember } from '#triage/routing/hand-over.ts';
import { toMessage } from './inbox.service.ts';

/** What visitors notice of the team. */
export interface TeamReplies {
  /** Who answers holds the conversation from then on. @throws {AppError} CONVERSATION_NOT_FOUND, CONVERSATION_ENDED */
  reply(scope: TenantScope, conversationId: string, content: string, author: TeamMember): Promise<Message>;
  /** @throws {AppError} CONVERSATION_NOT_FOUND */
  typing(scope: TenantScope, conversationId: string, state: boolean): Promise<void>;
  /** Only ever forward. @throws {AppError} CONVERSATION_NOT_FOUND, VALIDATION_FAILED */
  markRead(scope: TenantScope, conversationId: string, seq: number): Promise<void>;
  /** Nothing more is to be said: the visitor's sessions end. @throws {AppError} CONVERSATION_NOT_FOUND */
  resolve(scope: TenantScope, conversationId: string): Promise<void>;
}

interface Dependencies {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  clock: Clock;
  /** Ends what a conversation's visitors have open, on whatever channel. */
  endSessions(tx: TenantTransaction, conversationId: string): Promise<unknown>;
}

export function createTeamReplies({ unitOfWork, live, clock, endSessions }: Dependencies): TeamReplies {
  return {
    reply: (scope, conversationId, content, author) =>
      unitOfWork.write(scope, async (tx) => {
        const held = await locked(tx, conversationId);
        if (held.endedAt) throw conversationEnded();
        await passToPerson(tx, { live, clock }, held, author);
        const conversation = await takeNextSeq(tx, conversationId, { lastMessageAt: clock.now() });
        if (!conversation) throw conversationNotFound();
        const message = await insertMessage(tx, {
          conversationId,
          seq: conversation.lastSeq,
          direction: 'outbound',
          role: 'agent',
          content,
          authorId: author.personId,
          authorName: author.name,
        });
        tx.emit({
          type: 'message.created',
          subject: { conversationId, messageId: message.id, contactId: conversation.contactId },
          data: { direction: 'outbound', role: 'agent', channel: conversation.channel },
        });
        await wantReading(tx, conversation);
        tx.afterCommit(() => live.publish(conversationId, { kind: 'durable', seq: message.seq, frame: messageFrame(message) }));
        return toMessage(message);
      }),

    typing: async (scope, conversationId, state) => {
      const conversation = await unitOfWork.read(scope, (tx) => findConversation(tx, conversationId));
      if (!conversation) throw conversationNotFound();
      live.publish(conversationId, { kind: 'ephemeral', frame: { type: 'typing', state, role: 'agent' } });
    },

    markRead: async (scope, conversationId, seq) => {
      await unitOfWork.write(scope, async (tx) => {
        const { lastSeq, teamReadSeq } = await locked(tx, conversationId);
        if (seq > lastSeq) throw notThatFar(lastSeq);
        if (seq <= teamReadSeq) return;
        await postUpdate(tx, live, conversationId, { kind: 'read', data: { upToSeq: seq, role: 'agent' } }, { teamReadSeq: seq });
      });
    },

    resolve: async (scope, conversationId) => {
      await unitOfWork.write(scope, async (tx) => {
        const { status, endedAt, contactId } = await locked(tx, conversationId);
        if (status === 'resolved' && endedAt) return;
        await cancelActiveTurn(tx, { live, clock }, conversationId);
        await endSessions(tx, conversationId);
        const changes = { status: 'resolved', endedAt: endedAt ?? clock.now() } as const;
        await postUpdate(tx, live, conversationId, { kind: 'status', data: { status: 'session_ended' } }, changes);
        tx.emit({ type: 'conversation.resolved', subject: { conversationId, contactId } });
      });
    },
  };
}

async function locked(tx: TenantTransaction, conversationId: string): Promise<Conversation> {
  const conversation = await lockConversation(tx, conversationId);
  if (!conversation) throw conversationNotFound();
  return conversation;
}

const notThatFar = (lastSeq: number) =>
  badRequest('VALIDATION_FAILED', 'The body is not valid.', [
    { path: 'seq', message: `Must be at most ${lastSeq}: so far has this conversation come` },
  ]);
