import { z } from 'zod';
import { TenantLlmConfig } from './configs.ts';
import { Created, ListQuery, Search } from './lists.ts';
import { TenantProfile } from './tenant-profile.ts';
import { Country, Id, Locale, line, Moment, Slug, TimeZone } from './text.ts';

export const NewTenant = z.strictObject({
  name: line({ max: 200 }),
  slug: Slug,
  timezone: TimeZone.default('UTC'),
  locale: Locale.default('en'),
  country: Country.nullable().default(null),
  llmConfig: TenantLlmConfig.default({}),
  profile: TenantProfile.default({}),
});
export type NewTenant = z.output<typeof NewTenant>;

/** What is left out stays as it is; `llmConfig` and `profile` are replaced as a whole. */
export const TenantPatch = z.strictObject({
  name: line({ max: 200 }).optional(),
  slug: Slug.optional(),
  timezone: TimeZone.optional(),
  locale: Locale.optional(),
  country: Country.nullable().optional(),
  llmConfig: TenantLlmConfig.optional(),
  profile: TenantProfile.optional(),
  /** Lets members, but for owners, act only after a sign-in through an identity provider of the tenant. */
  requiresSingleSignOn: z.boolean().optional(),
  /** Minutes without use after which sign-ins of members end; null for no such limit. */
  idleSignOutMinutes: z.int().min(5).max(10_080).nullable().optional(),
});
export type TenantPatch = z.output<typeof TenantPatch>;

/** An organisation: a clinic, a practice, a business. */
export const Tenant = z.object({
  id: Id,
  name: z.string(),
  slug: z.string(),
  timezone: z.string(),
  locale: z.string(),
  country: z.string().nullable(),
  llmConfig: TenantLlmConfig,
  profile: TenantProfile,
  /** Its workspace is still being set up: no visitor is let in before `POST /tenants/:id/complete-onboarding`. */
  isOnboarding: z.boolean(),
  requiresSingleSignOn: z.boolean(),
  idleSignOutMinutes: z.int().nullable(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type Tenant = z.output<typeof Tenant>;

/** An app as its tenant lists it. */
export const TenantApp = z.object({
  id: Id,
  name: z.string(),
  slug: z.string(),
  projectId: z.string(),
  isActive: z.boolean(),
  sessionCount: z.int().min(0),
});
export type TenantApp = z.output<typeof TenantApp>;

export const TenantWithApps = Tenant.extend({ apps: z.array(TenantApp) });
export type TenantWithApps = z.output<typeof TenantWithApps>;

/** From most to least: each may do what those after it may. */
export const MemberRole = z.enum(['owner', 'admin', 'agent', 'viewer']);
export type MemberRole = z.output<typeof MemberRole>;

export const Member = z.object({ id: Id, personId: Id, email: z.string(), name: z.string(), role: MemberRole, createdAt: Moment });
export type Member = z.output<typeof Member>;

export const MemberPatch = z.strictObject({ role: MemberRole });
export type MemberPatch = z.output<typeof MemberPatch>;

export const TenantListQuery = z.strictObject({ ...ListQuery.shape, q: Search.optional(), ...Created });
export type TenantListQuery = z.output<typeof TenantListQuery>;

export const MemberListQuery = z.strictObject({ ...ListQuery.shape, role: MemberRole.optional() });
export type MemberListQuery = z.output<typeof MemberListQuery>;
