import { sql } from 'drizzle-orm';
import { index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';

/**
 * Files that people have sent. The bytes are in the storage, under a key made of tenant and id. A row comes before its bytes and goes after
 * them, so that none of them is ever forgotten; therefore it does not refer to its conversation, with which it would vanish.
 */
export const files = tenantTable(
  'files',
  {
    /** Who sent it: a visitor's session, or a person of the team. */
    ownerKind: text({ enum: ['session', 'person'] }).notNull(),
    ownerId: uuid().notNull(),
    /** The conversation that it is for. */
    conversationId: uuid(),
    /** The message that it came with; none before it is sent, and only once. */
    messageId: uuid(),
    /** `receiving` is not complete or not checked yet; `removing` is as good as gone. */
    state: text({ enum: ['receiving', 'ready', 'removing'] })
      .notNull()
      .default('receiving'),
    /** For people to read, made harmless. */
    name: text().notNull(),
    /** By content; empty while receiving. */
    contentType: text().notNull(),
    /** What may still come, while receiving. */
    sizeBytes: integer().notNull(),
    /** Of the content, in hexadecimal. */
    sha256: text(),
  },
  (table) => [
    index('files_owner').on(table.tenantId, table.ownerId),
    index('files_message').on(table.tenantId, table.messageId),
    index('files_unused').on(table.createdAt).where(sql`message_id is null`),
  ],
  // Clearing away what nobody has used goes over all tenants.
  { system: ['select', 'update (state, updated_at)', 'delete'] },
);
