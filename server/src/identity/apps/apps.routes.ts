import { App, AppListQuery, AppPatch, CreatedApp, NewApp, RotatedIdentitySecret, RotatedKey } from '@foyer/contracts/apps.ts';
import { pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member, person } from '#platform/http/access.ts';
import { nothing } from '#platform/http/access-audit.ts';
import { answered, created } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Apps } from './apps.service.ts';

const tags = ['Apps'];
const params = z.strictObject({ appId: Id });

export function appRoutes(apps: Apps): RouteModule {
  return (routes) => {
    routes.post('/apps', {
      summary: 'Create an app in a tenant that you administer',
      description: 'The answer is the only one that shows the API key and the identity secret.',
      tags,
      access: person(),
      audits: 'app.created',
      body: NewApp,
      answers: { 201: CreatedApp },
      problems: ['TENANT_NOT_FOUND', 'ROLE_REQUIRED', 'SSO_REQUIRED', 'BREAK_GLASS_REQUIRED', 'APP_SLUG_TAKEN', 'PROJECT_ID_TAKEN'],
      handle: async ({ person, body }) => {
        const { apiKey, identitySecret, ...app } = await apps.create(person, body);
        return created({ ...app, apiKey, identitySecret }, { etag: etagOf(app) });
      },
    });

    routes.get('/apps', {
      summary: 'List the apps of a tenant',
      tags,
      access: member('viewer', 'apps:read'),
      audits: nothing('Set-up, which holds no personal data.'),
      query: AppListQuery,
      answers: { 200: pageOf(App) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => apps.list(scope, query),
    });

    routes.get('/apps/:appId', {
      summary: 'Read an app',
      tags,
      access: member('viewer', 'apps:read'),
      audits: nothing('Set-up, which holds no personal data.'),
      params,
      answers: { 200: App },
      problems: ['APP_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        const app = await apps.get(scope, params.appId);
        return answered(200, app, { etag: etagOf(app) });
      },
    });

    routes.patch('/apps/:appId', {
      summary: 'Change an app',
      tags,
      access: member('admin'),
      audits: 'app.updated',
      params,
      body: AppPatch,
      answers: { 200: App },
      problems: ['APP_NOT_FOUND', 'APP_SLUG_TAKEN', 'PROJECT_ID_TAKEN', 'PRECONDITION_FAILED'],
      handle: async ({ scope, params, body, request }) => {
        const app = await apps.update(scope, params.appId, body, request.header('if-match'));
        return answered(200, app, { etag: etagOf(app) });
      },
    });

    routes.post('/apps/:appId/rotate-key', {
      summary: "Replace an app's API key; the old one stops working at once",
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: 'app.key-rotated',
      params,
      answers: { 200: RotatedKey },
      problems: ['APP_NOT_FOUND'],
      handle: async ({ scope, params }) => ({ apiKey: await apps.rotateKey(scope, params.appId) }),
    });

    routes.post('/apps/:appId/rotate-identity-secret', {
      summary: 'Replace the secret that signs who a visitor is; tokens signed with the old one are refused at once',
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: 'app.identity-secret-rotated',
      params,
      answers: { 200: RotatedIdentitySecret },
      problems: ['APP_NOT_FOUND'],
      handle: async ({ scope, params }) => ({ identitySecret: await apps.rotateIdentitySecret(scope, params.appId) }),
    });
  };
}
