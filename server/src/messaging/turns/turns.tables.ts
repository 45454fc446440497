import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, tenantTable } from '#platform/db/tables.ts';
import { conversations } from '../conversations/conversations.tables.ts';

/**
 * The duty to answer what a visitor wrote, from `fromSeq` to `toSeq`. At most one is active per conversation. Whoever works on it
 * holds a lease and the epoch of their claim; every write of a turn checks that epoch, so that a process which was paused past its
 * lease can write nothing.
 */
export const turns = tenantTable(
  'turns',
  {
    conversationId: uuid().notNull(),
    /** `superseded`: a later message came first, and `supersededBy` answers both. */
    status: text({ enum: ['waiting', 'running', 'done', 'superseded', 'failed', 'cancelled'] }).notNull(),
    epoch: integer().notNull().default(0),
    leaseOwner: uuid(),
    /** By the database's clock, which all nodes share. */
    leaseUntil: moment(),
    /** Nobody but the process that made it claims a waiting turn before this, by the database's clock. */
    claimableAt: moment().notNull().defaultNow(),
    fromSeq: integer().notNull(),
    toSeq: integer().notNull(),
    supersededBy: uuid(),
    /** How often a model failed to answer it. */
    failures: integer().notNull().default(0),
    errorCode: text(),
    finishedAt: moment(),
  },
  (table) => [
    foreignKey({
      name: 'turns_of_conversation',
      columns: [table.tenantId, table.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
    // What refers to a turn refers to it within its tenant.
    unique('turns_within_tenant').on(table.tenantId, table.id),
    uniqueIndex('turns_one_active').on(table.conversationId).where(sql`status in ('waiting', 'running')`),
    index('turns_claimable').on(table.status, table.claimableAt).where(sql`status in ('waiting', 'running')`),
    index('turns_conversation').on(table.tenantId, table.conversationId, table.toSeq),
  ],
  // The sweeper looks for turns that nobody works on, and extends the leases of its own process.
  { system: ['select', 'update (lease_until, updated_at)'] },
);

/** One claim of a turn, and the id under which it streamed: text of a lost attempt is void, and clients are told so. */
export const turnAttempts = tenantTable(
  'turn_attempts',
  {
    turnId: uuid().notNull(),
    conversationId: uuid().notNull(),
    epoch: integer().notNull(),
    messageId: uuid().notNull(),
    owner: uuid().notNull(),
    outcome: text({ enum: ['running', 'answered', 'lost', 'superseded', 'cancelled', 'failed', 'released'] })
      .notNull()
      .default('running'),
    /** The conversation's last `seq` when it became void: who has seen no further may still show its text. */
    voidAtSeq: integer(),
  },
  (table) => [
    foreignKey({
      name: 'turn_attempts_turn',
      columns: [table.tenantId, table.turnId],
      foreignColumns: [turns.tenantId, turns.id],
    }).onDelete('cascade'),
    uniqueIndex('turn_attempts_epoch').on(table.turnId, table.epoch),
    index('turn_attempts_void').on(table.conversationId, table.voidAtSeq).where(sql`void_at_seq is not null`),
  ],
);

/** What the model said in one round, recorded before any of its tool calls has an effect. Recovery replays it instead of asking again. */
export const turnSteps = tenantTable(
  'turn_steps',
  {
    turnId: uuid().notNull(),
    step: integer().notNull(),
    text: text().notNull(),
    finishReason: text().notNull(),
    modelId: text().notNull(),
    inputTokens: integer(),
    outputTokens: integer(),
  },
  (table) => [
    foreignKey({ name: 'turn_steps_turn', columns: [table.tenantId, table.turnId], foreignColumns: [turns.tenantId, turns.id] }).onDelete(
      'cascade',
    ),
    uniqueIndex('turn_steps_step').on(table.turnId, table.step),
  ],
);

/** One call of a tool. Its key is turn, step and ordinal: ids that a model makes up differ from one attempt to the next. */
export const toolCalls = tenantTable(
  'tool_calls',
  {
    turnId: uuid().notNull(),
    conversationId: uuid().notNull(),
    step: integer().notNull(),
    ordinal: integer().notNull(),
    name: text().notNull(),
    argumentsText: text().notNull(),
    /** `started` is only for remote tools: the call may have gone out. `not-run`: the turn was superseded first. */
    state: text({ enum: ['requested', 'started', 'succeeded', 'refused', 'outcome_unknown', 'not-run'] })
      .notNull()
      .default('requested'),
    /** What the model was told. */
    result: text(),
    effects: jsonb().$type<unknown[]>(),
    finishedAt: moment(),
  },
  (table) => [
    foreignKey({ name: 'tool_calls_turn', columns: [table.tenantId, table.turnId], foreignColumns: [turns.tenantId, turns.id] }).onDelete(
      'cascade',
    ),
    uniqueIndex('tool_calls_key').on(table.turnId, table.step, table.ordinal),
    index('tool_calls_unknown').on(table.tenantId, table.state).where(sql`state = 'outcome_unknown'`),
  ],
);
