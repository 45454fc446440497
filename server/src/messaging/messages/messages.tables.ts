import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import { conversations } from '../conversations/conversations.tables.ts';
import type { MessageAttachment } from '../files/message-attachments.ts';

export interface MessageSource {
  title: string;
  documentId: string;
  url?: string;
}

/** What the safety screen made of a message. */
export interface MessageRedFlags {
  urgency: 'emergency' | 'urgent';
  /** Of the built-in rules by which it was judged. */
  rulesVersion: number;
  matches: { category: string; ruleId: string; urgency: 'emergency' | 'urgent'; quote: string }[];
}

/** Everything said in a conversation, by anybody, on any channel. */
export const messages = tenantTable(
  'messages',
  {
    conversationId: uuid().notNull(),
    seq: integer().notNull(),
    direction: text({ enum: ['inbound', 'outbound'] }).notNull(),
    /** `agent` is a person of the team, `assistant` the AI agent. */
    role: text({ enum: ['user', 'assistant', 'agent', 'system'] }).notNull(),
    /** The person, for the role `agent`. */
    authorId: uuid(),
    /** As the visitor was shown it. */
    authorName: text(),
    content: text().notNull(),
    status: text({ enum: ['queued', 'sent', 'delivered', 'read', 'failed'] })
      .notNull()
      .default('delivered'),
    /** Where `externalId` is unique: the channel account, or the conversation for web chat. */
    externalSource: text(),
    /** The provider's id, or the client's `clientMessageId`: the same one again is the same message. */
    externalId: text(),
    /** The turn that wrote it, for answers. */
    turnId: uuid(),
    finishReason: text(),
    sources: jsonb().$type<MessageSource[]>(),
    attachments: jsonb().$type<MessageAttachment[]>(),
    /** What the safety screen found in it; null where nothing alarmed. */
    redFlags: jsonb().$type<MessageRedFlags>(),
    /** What the provider sent, as it came. */
    raw: jsonb().$type<unknown>(),
  },
  (table) => [
    foreignKey({
      name: 'messages_conversation',
      columns: [table.tenantId, table.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
    uniqueIndex('messages_seq').on(table.conversationId, table.seq),
    uniqueIndex('messages_external_id').on(table.tenantId, table.externalSource, table.externalId).where(sql`external_id is not null`),
    // One answer per turn, whatever else goes wrong.
    uniqueIndex('messages_turn_answer').on(table.turnId).where(sql`turn_id is not null`),
    index('messages_tenant').on(table.tenantId, table.createdAt),
  ],
);
