import { boolean, jsonb, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantTable } from '#platform/db/tables.ts';
import { CATEGORIES } from './rule.ts';

/** What a tenant has the screen look for besides the built-in rules. */
export const redFlagRules = tenantTable(
  'red_flag_rules',
  {
    name: text().notNull(),
    category: text({ enum: CATEGORIES }).notNull(),
    urgency: text({ enum: ['emergency', 'urgent'] }).notNull(),
    /** In which language the phrases are, for people; every message is tried in all of them. */
    language: text(),
    /** In the language of `phrase.ts`, without concepts. */
    phrases: jsonb().$type<string[]>().notNull(),
    /** Texts that the rule found when it was saved. */
    examples: jsonb().$type<string[]>().notNull(),
    isActive: boolean().notNull().default(true),
  },
  (table) => [uniqueIndex('red_flag_rules_name').on(table.tenantId, table.name)],
);
