import type { DurableFrame, UserMessageFrame } from '@foyer/contracts/chat-socket.ts';
import {
  findConversation,
  insertConversationUpdate,
  lockConversation,
  takeNextSeq,
} from '#messaging/conversations/conversations.repository.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import { readDurableFrames, updateFrame } from '#messaging/messages/durable-frames.ts';
import type { MessageRedFlags } from '#messaging/messages/messages.tables.ts';
import { listVoidMessageIds } from '#messaging/turns/turn-attempts.repository.ts';
import type { ClaimedTurn } from '#messaging/turns/turns.repository.ts';
import type { Clock } from '#platform/clock.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { AppError } from '#platform/errors.ts';
import { requireActive } from './active-session.ts';
import { invalidFrame, noSession, sessionEnded } from './chat.errors.ts';
import { takesAttachments, type VisitorFiles } from './visitor-files.ts';
import type { VisitorSession } from './visitor-session.ts';
import { endSessions, findSessionStatus, saveSatisfaction, type WidgetSession } from './widget-sessions.repository.ts';

export interface StoredMessage {
  messageId: string;
  seq: number;
  /** What is to be answered by this process. */
  claim?: ClaimedTurn;
}

/** What the connection knows of a message before it is stored. */
export interface MessageFacts {
  messageId: string;
  /** What the safety screen found in it. */
  redFlags: MessageRedFlags | undefined;
}

/** What a connection does for its visitor. */
export interface ChatService {
  state(session: VisitorSession): Promise<{ lastSeq: number; status: WidgetSession['status']; isDegraded: boolean }>;
  readFrames(session: VisitorSession, afterSeq: number, limit: number): Promise<DurableFrame[]>;
  /** A frame as this session may be shown it, with addresses for its files. */
  withLinks: VisitorFiles['withLinks'];
  missed(session: VisitorSession, afterSeq: number): Promise<{ voidMessageIds: string[] }>;
  /**
   * Stores a message under the id that the caller has made up, so that the caller knows it before anybody is shown it. A message that
   * was stored before keeps its first id.
   * @throws {AppError} SESSION_ENDED, NO_SESSION, INVALID_MESSAGE
   */
  receive(session: VisitorSession, message: UserMessageFrame, facts: MessageFacts): Promise<StoredMessage>;
  /** Goes on to answer what was received. */
  answer(claim: ClaimedTurn): void;
  answerInFlight(conversationId: string): { messageId: string; text: string } | undefined;
  markRead(session: VisitorSession, seq: number): Promise<void>;
  /** The visitor confirms or corrects a field of the form. @throws {AppError} INVALID_MESSAGE, SESSION_ENDED, NO_SESSION */
  confirmField(session: VisitorSession, fieldName: string, value: unknown): Promise<void>;
  /** What was found for a field is wrong. @throws {AppError} the same */
  rejectField(session: VisitorSession, fieldName: string): Promise<void>;
  rate(session: VisitorSession, rating: number, comment: string | undefined): Promise<void>;
  end(session: VisitorSession): Promise<void>;
}

/** What happens to a message is not the channel's business: these are given by the composition. */
export interface ChatServiceParts {
  unitOfWork: UnitOfWork;
  live: LiveConversations;
  clock: Clock;
  onInbound(
    scope: TenantScope,
    inbound: {
      conversationId: string;
      content: string;
      externalSource: string;
      externalId?: string | undefined;
      messageId: string;
      redFlags?: MessageRedFlags | undefined;
      attachments?: { ownerId: string; fileIds: readonly string[] };
    },
    options: { guard: (tx: TenantTransaction) => Promise<void>; answerHere: boolean },
  ): Promise<StoredMessage & { duplicate: boolean }>;
  answer(claim: ClaimedTurn): void;
  answerInFlight(conversationId: string): { messageId: string; text: string } | undefined;
  judgeField(
    scope: TenantScope,
    conversationId: string,
    judgement: {
      fieldName: string;
      verdict: { kind: 'set'; value: unknown } | { kind: 'reject' };
      guard: (tx: TenantTransaction) => Promise<void>;
    },
  ): Promise<void>;
  withLinks: VisitorFiles['withLinks'];
}

/** What a refused judgement is about, by its code. */
const REFUSED_FIELDS: Record<string, string> = { EXTRACTION_FIELD_NOT_FOUND: 'fieldName', VALIDATION_FAILED: 'value' };

export function createChatService(parts: ChatServiceParts): ChatService {
  const { unitOfWork, live, clock, onInbound, answer, answerInFlight, withLinks } = parts;
  return {
    withLinks,
    answer,
    answerInFlight,

    state: ({ scope, id, conversationId }) =>
      unitOfWork.read(scope, async (tx) => {
        const conversation = await findConversation(tx, conversationId);
        const status = await findSessionStatus(tx, id);
        if (!conversation || !status) throw noSession();
        return { lastSeq: conversation.lastSeq, status, isDegraded: conversation.isDegraded };
      }),

    readFrames: ({ scope, conversationId }, afterSeq, limit) =>
      unitOfWork.read(scope, (tx) => readDurableFrames(tx, conversationId, afterSeq, limit)),

    missed: ({ scope, conversationId }, afterSeq) =>
      unitOfWork.read(scope, async (tx) => ({ voidMessageIds: await listVoidMessageIds(tx, conversationId, afterSeq) })),

    receive: async (session, message, { messageId, redFlags }) => {
      const { scope, conversationId } = session;
      const fileIds = message.attachments?.map(({ fileId }) => fileId) ?? [];
      return onInbound(
        scope,
        {
          conversationId,
          content: message.content,
          externalSource: conversationId,
          externalId: message.clientMessageId,
          messageId,
          redFlags,
          ...(fileIds.length > 0 && { attachments: { ownerId: session.id, fileIds } }),
        },
        {
          guard: async (tx) => {
            await requireActive(tx, session);
            if (fileIds.length > 0 && !(await takesAttachments(tx, session))) {
              throw invalidFrame('attachments: Attachments are not switched on for this app');
            }
          },
          answerHere: true,
        },
      );
    },

    markRead: async ({ scope, conversationId }, seq) => {
      await unitOfWork.write(scope, async (tx) => {
        const conversation = await lockConversation(tx, conversationId);
        if (!conversation) throw noSession();
        if (seq > conversation.lastSeq) throw invalidFrame(`seq: This conversation has come to ${conversation.lastSeq}`);
        if (seq <= conversation.visitorReadSeq) return;
        const moved = await takeNextSeq(tx, conversationId, { visitorReadSeq: seq });
        if (moved) await publishUpdate(tx, conversationId, moved.lastSeq, 'read', { upToSeq: seq, role: 'user' });
      });
    },

    confirmField: (session, fieldName, value) => judge(session, fieldName, { kind: 'set', value }),
    rejectField: (session, fieldName) => judge(session, fieldName, { kind: 'reject' }),

    rate: async ({ scope, id, conversationId }, rating, comment) => {
      await unitOfWork.write(scope, async (tx) => {
        await saveSatisfaction(tx, id, rating, comment);
        tx.emit({ type: 'satisfaction.given', subject: { conversationId, sessionId: id }, data: { rating } });
      });
    },

    end: async ({ scope, id, conversationId }) => {
      await unitOfWork.write(scope, async (tx) => {
        if ((await endSessions(tx, conversationId)) === 0) throw sessionEnded();
        const conversation = await takeNextSeq(tx, conversationId, { endedAt: clock.now() });
        if (!conversation) throw noSession();
        await publishUpdate(tx, conversationId, conversation.lastSeq, 'status', { status: 'session_ended' });
        tx.emit({ type: 'session.ended', subject: { conversationId, sessionId: id } });
      });
    },
  };

  /** What is wrong with it is said as of any other frame. */
  async function judge(
    session: VisitorSession,
    fieldName: string,
    verdict: { kind: 'set'; value: unknown } | { kind: 'reject' },
  ): Promise<void> {
    const { scope, conversationId } = session;
    try {
      await parts.judgeField(scope, conversationId, { fieldName, verdict, guard: (tx) => requireActive(tx, session) });
    } catch (error) {
      const part = error instanceof AppError ? REFUSED_FIELDS[error.code] : undefined;
      throw part && error instanceof AppError ? invalidFrame(`${part}: ${error.detail}`) : error;
    }
  }

  async function publishUpdate(
    tx: TenantTransaction,
    conversationId: string,
    seq: number,
    kind: 'read' | 'status',
    data: Record<string, unknown>,
  ): Promise<void> {
    const update = await insertConversationUpdate(tx, { conversationId, seq, kind, data });
    tx.afterCommit(() => live.publish(conversationId, { kind: 'durable', seq, frame: updateFrame(update) }));
  }
}
