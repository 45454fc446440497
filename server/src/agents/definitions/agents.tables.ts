import type { LlmConfig } from '@foyer/contracts/configs.ts';
import { boolean, foreignKey, integer, jsonb, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';

export const AGENT_TOOL_NAME_UNIQUE = 'agent_tools_name';

/** Who answers: a tenant's AI agent. */
export const agents = tenantTable(
  'agents',
  {
    name: text().notNull(),
    /** Used where the app has no default SYSTEM profile; empty: generated from the organisation. */
    instructions: text(),
    llmConfig: jsonb().$type<LlmConfig>().notNull().default({}),
    isActive: boolean().notNull().default(true),
  },
  // What refers to an agent refers to it within its tenant.
  (table) => [unique('agents_within_tenant').on(table.tenantId, table.id)],
);

/** A tool of the tenant's own: a request to their server. */
export const agentTools = tenantTable(
  'agent_tools',
  {
    agentId: uuid().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    /** JSON Schema of the arguments. */
    parameters: jsonb().$type<Record<string, unknown>>().notNull(),
    url: text().notNull(),
    method: text({ enum: ['POST', 'PUT', 'PATCH'] })
      .notNull()
      .default('POST'),
    /** Request headers, sealed: they often hold a key. */
    sealedHeaders: text(),
    timeoutMs: integer().notNull().default(10_000),
    isActive: boolean().notNull().default(true),
  },
  (table) => [
    foreignKey({
      name: 'agent_tools_agent',
      columns: [table.tenantId, table.agentId],
      foreignColumns: [agents.tenantId, agents.id],
    }).onDelete('cascade'),
    uniqueIndex(AGENT_TOOL_NAME_UNIQUE).on(table.agentId, table.name),
  ],
);
