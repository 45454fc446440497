import { AppConfig, AppConfigListQuery, NewAppConfig } from '@foyer/contracts/configs.ts';
import { pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import { answered, created } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { AppConfigs } from './configs.service.ts';

const tags = ['Apps'];
const params = z.strictObject({ appId: Id });

export function appConfigRoutes(configs: AppConfigs): RouteModule {
  return (routes) => {
    routes.post('/apps/:appId/configs', {
      summary: "Add a version of an app's configuration",
      description: 'Versions are never changed. One that is active takes the place of the one before.',
      tags,
      access: member('admin'),
      audits: 'app-config.created',
      params,
      body: NewAppConfig,
      answers: { 201: AppConfig },
      problems: ['APP_NOT_FOUND'],
      handle: async ({ scope, params, body }) => {
        const config = await configs.create(scope, params.appId, body);
        return created(config, { etag: etagOf(config) });
      },
    });

    routes.get('/apps/:appId/configs', {
      summary: "List the versions of an app's configuration, from the first on",
      tags,
      access: member('viewer', 'configs:read'),
      audits: nothing('Set-up, which holds no personal data.'),
      params,
      query: AppConfigListQuery,
      answers: { 200: pageOf(AppConfig) },
      problems: ['APP_NOT_FOUND', 'INVALID_CURSOR'],
      handle: ({ scope, params, query }) => configs.list(scope, params.appId, query),
    });

    routes.get('/apps/:appId/configs/active', {
      summary: "Read the active version of an app's configuration",
      tags,
      access: member('viewer', 'configs:read'),
      audits: nothing('Set-up, which holds no personal data.'),
      params,
      answers: { 200: AppConfig },
      problems: ['APP_NOT_FOUND', 'NO_ACTIVE_CONFIG'],
      handle: async ({ scope, params }) => {
        const config = await configs.active(scope, params.appId);
        return answered(200, config, { etag: etagOf(config) });
      },
    });
  };
}
