import type {
  Conversation,
  ConversationContact,
  ConversationDetail,
  ConversationListQuery,
  ConversationVisitor,
  Message,
  Turn,
} from '@foyer/contracts/conversations.ts';
import type { Page } from '@foyer/contracts/lists.ts';
import { Id, Moment } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { findContact, listContactIdentifiers } from '#contacts/contacts.repository.ts';
import { conversationNotFound } from '#messaging/conversations/conversations.errors.ts';
import { type Conversation as ConversationRow, findConversation } from '#messaging/conversations/conversations.repository.ts';
import { toStaffAttachment } from '#messaging/files/staff-attachment.ts';
import { listMessagesAfter, type Message as MessageRow } from '#messaging/messages/messages.repository.ts';
import { listToolCalls, type ToolCall } from '#messaging/turns/turn-steps.repository.ts';
import { listTurns, type Turn as TurnRow } from '#messaging/turns/turns.repository.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import { listConversations } from './inbox.repository.ts';

/** What the team sees of conversations. */
export interface Inbox {
  list(scope: TenantScope, query: ConversationListQuery): Promise<Page<Conversation>>;
  /** @throws {AppError} CONVERSATION_NOT_FOUND */
  get(scope: TenantScope, conversationId: string): Promise<ConversationDetail>;
  /** Oldest first. @throws {AppError} CONVERSATION_NOT_FOUND */
  messages(scope: TenantScope, conversationId: string, query: { cursor?: string | undefined; limit: number }): Promise<Page<Message>>;
  /** How the agent came to its answers, with every call of a tool. @throws {AppError} CONVERSATION_NOT_FOUND */
  turns(scope: TenantScope, conversationId: string): Promise<Turn[]>;
}

interface Dependencies {
  unitOfWork: UnitOfWork;
  /** What its channel knows of a conversation's visitor. */
  visitorOf(tx: TenantTransaction, conversationId: string): Promise<ConversationVisitor | undefined>;
}

export function createInbox({ unitOfWork, visitorOf }: Dependencies): Inbox {
  const found = async (tx: TenantTransaction, conversationId: string): Promise<ConversationRow> => {
    const conversation = await findConversation(tx, conversationId);
    if (!conversation) throw conversationNotFound();
    return conversation;
  };

  return {
    list: (scope, { cursor, limit, ...filter }) =>
      unitOfWork.read(scope, async (tx) => {
        const before = decodeCursor(cursor, Position);
        const rows = await listConversations(tx, {
          ...filter,
          limit: limit + 1,
          before: before && { id: before.id, lastMessageAt: before.at === null ? null : new Date(before.at) },
        });
        return page(rows.map(toConversation), limit, ({ id, lastMessageAt }) => ({ id, at: lastMessageAt }));
      }),

    get: (scope, conversationId) =>
      unitOfWork.read(scope, async (tx) => {
        const conversation = toConversation(await found(tx, conversationId));
        return {
          ...conversation,
          contact: await contactOf(tx, conversation.contactId),
          visitor: (await visitorOf(tx, conversationId)) ?? null,
        };
      }),

    messages: (scope, conversationId, { cursor, limit }) =>
      unitOfWork.read(scope, async (tx) => {
        await found(tx, conversationId);
        const rows = await listMessagesAfter(tx, conversationId, decodeCursor(cursor, z.int32()) ?? 0, limit + 1);
        return page(rows.map(toMessage), limit, ({ seq }) => seq);
      }),

    turns: (scope, conversationId) =>
      unitOfWork.read(scope, async (tx) => {
        await found(tx, conversationId);
        const calls = await listToolCalls(tx, conversationId);
        const turns = await listTurns(tx, conversationId);
        return turns.map((turn) =>
          toTurn(
            turn,
            calls.filter(({ turnId }) => turnId === turn.id),
          ),
        );
      }),
  };
}

async function contactOf(tx: TenantTransaction, contactId: string): Promise<ConversationContact> {
  const contact = await findContact(tx, contactId);
  if (!contact) throw new Error('A conversation’s contact is gone.');
  return { name: contact.name, identifiers: await listContactIdentifiers(tx, contactId), stated: contact.stated };
}

const Position = z.object({ id: Id, at: Moment.nullable() });

const toConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  contactId: row.contactId,
  channel: row.channel,
  appId: row.appId,
  agentId: row.agentId,
  status: row.status,
  holder: row.holder,
  language: row.language,
  lastSeq: row.lastSeq,
  lastMessageAt: row.lastMessageAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

export const toMessage = (row: MessageRow): Message => ({
  id: row.id,
  conversationId: row.conversationId,
  seq: row.seq,
  direction: row.direction,
  role: row.role,
  content: row.content,
  authorName: row.authorName,
  attachments: (row.attachments ?? []).map(toStaffAttachment),
  status: row.status,
  turnId: row.turnId,
  finishReason: row.finishReason,
  createdAt: row.createdAt.toISOString(),
});

const toTurn = (row: TurnRow, calls: ToolCall[]): Turn => ({
  id: row.id,
  status: row.status,
  fromSeq: row.fromSeq,
  toSeq: row.toSeq,
  supersededBy: row.supersededBy,
  failures: row.failures,
  errorCode: row.errorCode,
  toolCalls: calls.map(({ step, ordinal, name, argumentsText, state, result }) => ({
    step,
    ordinal,
    name,
    arguments: argumentsText,
    state,
    result,
  })),
  createdAt: row.createdAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
});
