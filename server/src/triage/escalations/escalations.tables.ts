import type { AgentBehaviour } from '@foyer/contracts/escalation-policies.ts';
import { ESCALATION_TRIGGERS, URGENCIES } from '@foyer/contracts/escalations.ts';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { conversations } from '#messaging/conversations/conversations.tables.ts';
import { moment, tenantTable } from '#platform/db/tables.ts';
import type { PlannedStep } from './ladder.policy.ts';

/** What an escalation keeps of the policy with which its run began, whatever becomes of that policy. */
export interface FollowedPolicy {
  /** Null for the built-in one. */
  id: string | null;
  name: string;
  version: number;
  agentBehaviour: AgentBehaviour;
  reassureEveryMinutes: number;
}

/** A conversation that needs a person. Its row is the lock under which somebody takes it or the next step of its policy is taken. */
export const escalations = tenantTable(
  'escalations',
  {
    conversationId: uuid().notNull(),
    contactId: uuid().notNull(),
    urgency: text({ enum: URGENCIES }).notNull(),
    trigger: text({ enum: ESCALATION_TRIGGERS }).notNull(),
    status: text({ enum: ['open', 'acknowledged', 'resolved'] }).notNull(),
    policy: jsonb().$type<FollowedPolicy>().notNull(),
    /** Everything that this run will do, worked out when it began. */
    plan: jsonb().$type<PlannedStep[]>().notNull(),
    run: integer().notNull().default(1),
    /** The place in the plan that is next. */
    nextPlace: integer().notNull().default(0),
    currentStep: integer(),
    openedAt: moment().notNull(),
    openedBy: uuid(),
    acknowledgedAt: moment(),
    acknowledgedBy: uuid(),
    resolvedAt: moment(),
    resolvedBy: uuid(),
    exhaustedAt: moment(),
    reassuredAt: moment(),
    reopenedCount: integer().notNull().default(0),
  },
  (table) => [
    foreignKey({
      name: 'escalations_conversation',
      columns: [table.tenantId, table.conversationId],
      foreignColumns: [conversations.tenantId, conversations.id],
    }).onDelete('cascade'),
    unique('escalations_within_tenant').on(table.tenantId, table.id),
    uniqueIndex('escalations_one_unresolved').on(table.conversationId).where(sql`status in ('open', 'acknowledged')`),
    index('escalations_recent').on(table.tenantId, table.openedAt.desc(), table.id),
  ],
);

/** What called for a person, once per message and trigger. Quotes and notes are what people wrote: they go with the conversation. */
export const escalationEvidence = tenantTable(
  'escalation_evidence',
  {
    escalationId: uuid().notNull(),
    trigger: text({ enum: ESCALATION_TRIGGERS }).notNull(),
    urgency: text({ enum: URGENCIES }).notNull(),
    messageId: uuid(),
    quote: text(),
    note: text(),
    ruleIds: jsonb().$type<string[]>().notNull(),
    noticedAt: moment().notNull(),
  },
  (table) => [
    foreignKey({
      name: 'escalation_evidence_escalation',
      columns: [table.tenantId, table.escalationId],
      foreignColumns: [escalations.tenantId, escalations.id],
    }).onDelete('cascade'),
    index('escalation_evidence_of').on(table.tenantId, table.escalationId),
    uniqueIndex('escalation_evidence_once').on(table.messageId, table.trigger).where(sql`message_id is not null`),
  ],
);

/** Who was told of which step: one row per recipient, written before anything is sent, so that nobody is told of it twice. */
export const escalationNotifications = tenantTable(
  'escalation_notifications',
  {
    escalationId: uuid().notNull(),
    run: integer().notNull(),
    step: integer().notNull(),
    repeat: integer().notNull(),
    /** `person:<id>` or `email:<address>`. */
    recipient: text().notNull(),
    channel: text({ enum: ['email'] }).notNull(),
    status: text({ enum: ['pending', 'sent', 'withdrawn', 'failed'] })
      .notNull()
      .default('pending'),
    sentAt: moment(),
  },
  (table) => [
    foreignKey({
      name: 'escalation_notifications_escalation',
      columns: [table.tenantId, table.escalationId],
      foreignColumns: [escalations.tenantId, escalations.id],
    }).onDelete('cascade'),
    uniqueIndex('escalation_notifications_once').on(table.escalationId, table.run, table.step, table.repeat, table.recipient),
  ],
);
