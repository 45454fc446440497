import type { TenantLlmConfig } from '@foyer/contracts/configs.ts';
import type { TenantProfile } from '@foyer/contracts/tenant-profile.ts';
import { boolean, integer, jsonb, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { tenantRootTable } from '#platform/db/tables.ts';

export const TENANT_SLUG_UNIQUE = 'tenants_slug_unique';

/** The organisations of this installation. */
export const tenants = tenantRootTable(
  'tenants',
  {
    name: text().notNull(),
    slug: text().notNull(),
    /** IANA, such as Europe/Madrid. */
    timezone: text().notNull(),
    /** BCP 47: the language where a conversation has not shown its own. */
    locale: text().notNull(),
    /** ISO 3166-1, two letters. */
    country: text(),
    /** Overlays the environment's model settings, key by key. */
    llmConfig: jsonb().$type<TenantLlmConfig>().notNull().default({}),
    /** Services, hours, contact: what the agent may tell about the business. */
    profile: jsonb().$type<TenantProfile>().notNull().default({}),
    /** The workspace is still being set up by whoever registered it, and no visitor is let in. */
    isOnboarding: boolean().notNull().default(false),
    /** Its members, but for owners, act in it only after they have signed in through one of its identity providers. */
    requiresSingleSignOn: boolean().notNull().default(false),
    /** After how many minutes without use a sign-in of a member ends; null leaves that to the refresh token's own life. */
    idleSignOutMinutes: integer(),
  },
  (table) => [uniqueIndex(TENANT_SLUG_UNIQUE).on(table.slug)],
);
