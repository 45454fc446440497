import type { DurableFrame } from '@foyer/contracts/chat-socket.ts';
import { findConversation, findLatestStatus } from '#messaging/conversations/conversations.repository.ts';
import { messageFrame, updateFrame } from '#messaging/messages/durable-frames.ts';
import { findAnswerOfTurn, listMessagesAfter, listMessagesToVisitor, type Message } from '#messaging/messages/messages.repository.ts';
import { findTurnCovering } from '#messaging/turns/turns.repository.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { noSession } from './chat.errors.ts';
import type { ChatService } from './chat-service.ts';
import type { VisitorSession } from './visitor-session.ts';

export type MessageFrame = Extract<DurableFrame, { type: 'message' }>;

/** What has become of a visitor's message: the record says so, whoever asks and however often. */
export type MessageOutcome =
  | { kind: 'pending' }
  /** Everything that was said to the visitor after it, up to the answer. */
  | { kind: 'answered'; messages: MessageFrame[] }
  /** The agent does not answer it. `status` is the latest that says who has the conversation, where there is one. */
  | { kind: 'with-team'; status: DurableFrame | undefined };

export interface MessageRecord {
  /** @param seq of the visitor's message */
  outcome(session: VisitorSession, seq: number): Promise<MessageOutcome>;
  /** The messages after `afterSeq`, oldest first; `lastSeq` is how far they go. @throws {AppError} NO_SESSION */
  messages(session: VisitorSession, afterSeq: number, limit: number): Promise<{ items: MessageFrame[]; lastSeq: number }>;
}

export function createMessageRecord(parts: { unitOfWork: UnitOfWork; withLinks: ChatService['withLinks'] }): MessageRecord {
  const { unitOfWork, withLinks } = parts;
  const shownTo = (session: VisitorSession) => (message: Message) => withLinks(session, messageFrame(message));
  return {
    outcome: (session, seq) =>
      unitOfWork.read(session.scope, async (tx) => {
        const { conversationId } = session;
        const turn = await findTurnCovering(tx, conversationId, seq);
        if (turn?.status === 'waiting' || turn?.status === 'running') return { kind: 'pending' };
        const answer = turn && (await findAnswerOfTurn(tx, turn.id));
        if (!answer) {
          const status = await findLatestStatus(tx, conversationId);
          return { kind: 'with-team', status: status && updateFrame(status) };
        }
        const said = await listMessagesToVisitor(tx, conversationId, seq, answer.seq);
        return { kind: 'answered', messages: said.map(shownTo(session)) };
      }),

    messages: (session, afterSeq, limit) =>
      unitOfWork.read(session.scope, async (tx) => {
        const { conversationId } = session;
        const conversation = await findConversation(tx, conversationId);
        if (!conversation) throw noSession();
        const rows = await listMessagesAfter(tx, conversationId, afterSeq, limit);
        const last = rows.length < limit ? undefined : rows.at(-1);
        return { items: rows.map(shownTo(session)), lastSeq: last?.seq ?? conversation.lastSeq };
      }),
  };
}
