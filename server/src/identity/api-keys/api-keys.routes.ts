import { ApiKey, ApiKeyListQuery, CreatedApiKey, NewApiKey } from '@foyer/contracts/api-keys.ts';
import { pageOf } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { member } from '#platform/http/access.ts';
import { answered, created, noContent } from '#platform/http/answers.ts';
import { etagOf } from '#platform/http/etag.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { ApiKeys } from './api-keys.service.ts';

const tags = ['API keys'];
const params = z.strictObject({ apiKeyId: Id });

/** For people only: a key makes no keys. */
export function apiKeyRoutes(apiKeys: Omit<ApiKeys, 'authenticate'>): RouteModule {
  return (routes) => {
    routes.post('/api-keys', {
      summary: 'Make an API key for a server of yours',
      description: 'The answer is the only one that shows the key.',
      tags,
      access: member('admin', undefined, { personalData: true }),
      audits: 'api-key.created',
      body: NewApiKey,
      answers: { 201: CreatedApiKey },
      problems: ['EXPIRY_IN_PAST'],
      handle: async ({ scope, body }) => {
        const { apiKey, ...shown } = await apiKeys.create(scope, body);
        return created({ ...shown, apiKey }, { etag: etagOf(shown) });
      },
    });

    routes.get('/api-keys', {
      summary: 'List the API keys of a tenant, those of its apps too',
      tags,
      access: member('admin'),
      audits: 'api-key.read',
      query: ApiKeyListQuery,
      answers: { 200: pageOf(ApiKey) },
      problems: ['INVALID_CURSOR'],
      handle: ({ scope, query }) => apiKeys.list(scope, query),
    });

    routes.get('/api-keys/:apiKeyId', {
      summary: 'Read an API key: what it may open and when it was used, not the key itself',
      tags,
      access: member('admin'),
      audits: 'api-key.read',
      params,
      answers: { 200: ApiKey },
      problems: ['API_KEY_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        const apiKey = await apiKeys.get(scope, params.apiKeyId);
        return answered(200, apiKey, { etag: etagOf(apiKey) });
      },
    });

    routes.delete('/api-keys/:apiKeyId', {
      summary: 'Delete an API key; it stops working at once',
      tags,
      access: member('admin'),
      audits: 'api-key.deleted',
      params,
      answers: { 204: null },
      problems: ['API_KEY_NOT_FOUND'],
      handle: async ({ scope, params }) => {
        await apiKeys.remove(scope, params.apiKeyId);
        return noContent();
      },
    });
  };
}
