import { boolean, integer, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';

/** Settings of a model, each to be overlaid key by key. */
export interface ModelSettings {
  provider?: string;
  model?: string;
  temperature?: number;
  maxTokens?: number;
}

/** Who answers: a tenant's AI agent. */
export const agents = tenantTable('agents', {
  name: text().notNull(),
  /** Used where the app has no default SYSTEM profile; empty: generated from the organisation. */
  instructions: text(),
  llmConfig: jsonb().$type<ModelSettings>().notNull().default({}),
  isActive: boolean().notNull().default(true),
});

/** A tool of the tenant's own: a request to their server. */
export const agentTools = tenantTable(
  'agent_tools',
  {
    agentId: uuid()
      .notNull()
      .references(() => agents.id, { onDelete: 'cascade' }),
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
  (table) => [uniqueIndex('agent_tools_name').on(table.agentId, table.name)],
);
