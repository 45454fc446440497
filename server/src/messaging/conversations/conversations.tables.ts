import { boolean, foreignKey, index, integer, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, tenantTable } from '#platform/db/tables.ts';

/** One exchange with one contact on one channel. Its row is the lock under which every durable frame gets its `seq`. */
export const conversations = tenantTable(
  'conversations',
  {
    contactId: uuid().notNull(),
    channel: text({ enum: ['web-chat'] }).notNull(),
    /** The app through which it came, for channels that have one. */
    appId: uuid(),
    agentId: uuid().notNull(),
    /** `pending` is the agent's, `open` waits for a person. */
    status: text({ enum: ['open', 'pending', 'snoozed', 'resolved'] })
      .notNull()
      .default('pending'),
    /** Who answers. Checked again in the transaction that sends, so that the agent never talks over a person. */
    holder: text({ enum: ['agent', 'person', 'workflow', 'nobody'] })
      .notNull()
      .default('agent'),
    /** The person, for the holder `person`. */
    heldByPersonId: uuid(),
    /** The turn that handed the conversation over may still say so. */
    handedOverByTurnId: uuid(),
    /** The highest urgency that the safety screen has found in it; it never goes down. */
    urgency: text({ enum: ['none', 'urgent', 'emergency'] })
      .notNull()
      .default('none'),
    /** BCP 47. */
    language: text().notNull(),
    /** The `seq` of the last durable frame. */
    lastSeq: integer().notNull().default(0),
    /** How far each side has read, as `seq`. */
    visitorReadSeq: integer().notNull().default(0),
    teamReadSeq: integer().notNull().default(0),
    lastMessageAt: moment(),
    /** The form that it fills in at the moment, where there is one. */
    extractionId: uuid(),
    /** The latest attempt at an answer failed, or the answer came from the last resort. Visitors are told when it changes. */
    isDegraded: boolean().notNull().default(false),
    endedAt: moment(),
  },
  (table) => [
    index('conversations_recent').on(table.tenantId, table.lastMessageAt.desc(), table.id),
    index('conversations_contact').on(table.tenantId, table.contactId),
    // What refers to a conversation refers to it within its tenant.
    unique('conversations_within_tenant').on(table.tenantId, table.id),
  ],
);

/** The durable frames that are not messages: status, read marks, and what later features show a visitor. */
export const conversationUpdates = tenantTable(
  'conversation_updates',
  {
    conversationId: uuid().notNull(),
    seq: integer().notNull(),
    kind: text({ enum: ['status', 'read', 'escalation', 'extraction_update'] }).notNull(),
    /** The frame without its `type` and `seq`: ids and small facts. */
    data: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'conversation_updates_conversation',
      columns: [table.tenantId, table.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
    uniqueIndex('conversation_updates_seq').on(table.conversationId, table.seq),
  ],
);
