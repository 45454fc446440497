import { bigint, index, integer, text, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';

/**
 * What answers of providers took, one row each, also for answers that broke off. Rows outlive the conversations that they name: they are
 * figures, and hold nothing that anybody wrote.
 */
export const modelUsage = tenantTable(
  'model_usage',
  {
    /** Null where somebody tried something without a conversation. */
    conversationId: uuid(),
    /** Null where a form was filled in, which is nobody's turn. */
    turnId: uuid(),
    /** The adapter that was asked, such as `anthropic`. */
    provider: text().notNull(),
    /** The model as it was asked for. */
    model: text().notNull(),
    /** `failed`: the answer broke off, and was paid for all the same. */
    outcome: text({ enum: ['answered', 'failed'] }).notNull(),
    inputTokens: integer().notNull(),
    outputTokens: integer().notNull(),
    /** Millionths of a US dollar; null where no price is known. */
    costMicroUsd: bigint({ mode: 'number' }),
  },
  (table) => [index('model_usage_by_day').on(table.tenantId, table.createdAt), index('model_usage_turn').on(table.turnId)],
);
