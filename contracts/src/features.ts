import { z } from 'zod';

/**
 * What a tenant can be without. `changeableBy` says who switches it: the tenant's administrators, or only those of the installation.
 * Each does what its description says, at once, for every app of the tenant.
 */
export const FEATURES = {
  attachments: {
    description: 'Visitors may send files, where the configuration of the app lets them.',
    isOnByDefault: true,
    changeableBy: 'tenant',
  },
  extraction: {
    description: 'Conversations fill in forms, where the configuration of the app wants it.',
    isOnByDefault: true,
    changeableBy: 'tenant',
  },
  knowledge: { description: 'Agents search the documents of the tenant.', isOnByDefault: true, changeableBy: 'tenant' },
  secondOpinion: {
    description: 'A language model looks at messages for red flags too, beside the rules, where one is configured.',
    isOnByDefault: true,
    changeableBy: 'tenant',
  },
  remoteTools: { description: 'Agents call HTTP tools on servers of the tenant.', isOnByDefault: true, changeableBy: 'platform' },
} as const satisfies Record<string, { description: string; isOnByDefault: boolean; changeableBy: 'tenant' | 'platform' }>;

export type FeatureName = keyof typeof FEATURES;
export const FEATURE_NAMES = Object.keys(FEATURES) as [FeatureName, ...FeatureName[]];

export const Feature = z.object({
  name: z.enum(FEATURE_NAMES),
  description: z.string(),
  isOn: z.boolean(),
  /** Whether somebody has decided so for this tenant. */
  source: z.enum(['default', 'tenant']),
  changeableBy: z.enum(['tenant', 'platform']),
});
export type Feature = z.output<typeof Feature>;

/** All there are; there is no second page. */
export const TenantFeatures = z.object({ items: z.array(Feature) });
export type TenantFeatures = z.output<typeof TenantFeatures>;

export const FeatureChange = z.strictObject({ isOn: z.boolean() });
