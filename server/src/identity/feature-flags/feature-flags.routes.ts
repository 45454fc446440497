import { FEATURE_NAMES, FeatureChange, TenantFeatures } from '@foyer/contracts/features.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { FeatureFlags } from './feature-flags.service.ts';

const tags = ['Tenants'];

export function featureFlagRoutes(features: FeatureFlags): RouteModule {
  return (routes) => {
    routes.get('/features', {
      summary: 'List what is on and off for a tenant, and who decided',
      tags,
      audits: nothing('Set-up, which holds no personal data.'),
      access: member('viewer'),
      answers: { 200: TenantFeatures },
      handle: ({ scope }) => features.list(scope),
    });

    routes.put('/features/:feature', {
      summary: 'Switch a feature on or off for a tenant; some only as platform admin',
      tags,
      audits: 'feature.changed',
      access: member('admin'),
      params: z.strictObject({ feature: z.enum(FEATURE_NAMES) }),
      body: FeatureChange,
      answers: { 200: TenantFeatures },
      problems: ['PLATFORM_ADMIN_REQUIRED'],
      handle: ({ scope, actor, params, body }) => features.change(scope, actor, params.feature, body.isOn),
    });
  };
}
