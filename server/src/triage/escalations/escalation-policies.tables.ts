import type { AgentBehaviour, EscalationStep } from '@foyer/contracts/escalation-policies.ts';
import type { EscalationTrigger } from '@foyer/contracts/escalations.ts';
import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';

/** Whom a tenant wants to be told, how and when. Without a default among them the built-in policy holds. */
export const escalationPolicies = tenantTable(
  'escalation_policies',
  {
    name: text().notNull(),
    isDefault: boolean().notNull(),
    triggers: jsonb().$type<EscalationTrigger[]>().notNull(),
    steps: jsonb().$type<EscalationStep[]>().notNull(),
    agentBehaviour: text().$type<AgentBehaviour>().notNull(),
    reassureEveryMinutes: integer().notNull(),
    exhaustedAfterMinutes: integer().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [uniqueIndex('escalation_policies_default').on(table.tenantId).where(sql`${table.isDefault}`)],
);
