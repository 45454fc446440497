import { z } from 'zod';
import { ListQuery } from './lists.ts';
import { Id, line, Moment, Secret } from './text.ts';

/** What a key may open, as `<resource>:read|write`. Every route that keys may call names the one that it asks for. */
export const API_KEY_SCOPES = [
  'tenants:read',
  'apps:read',
  'configs:read',
  'prompts:read',
  'conversations:read',
  'conversations:write',
  'agents:read',
  'agents:write',
  'tickets:read',
  'tickets:write',
  'escalations:read',
  'escalations:write',
  'red-flags:read',
  'extractions:read',
  'extractions:write',
  'knowledge:read',
  'knowledge:write',
  'reports:read',
] as const;
export const ApiKeyScope = z.enum(API_KEY_SCOPES);
export type ApiKeyScope = z.output<typeof ApiKeyScope>;

export const NewApiKey = z.strictObject({
  name: line({ max: 200 }),
  scopes: z
    .array(ApiKeyScope)
    .min(1, 'Must name at least one scope')
    .overwrite((scopes) => [...new Set(scopes)]),
  /** From then on the key is refused; null for one that does not expire. */
  expiresAt: Moment.nullable().default(null),
});
export type NewApiKey = z.output<typeof NewApiKey>;

/** A server's key, without the key itself. */
export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  /** The first characters, by which people tell keys apart. */
  prefix: z.string(),
  scopes: z.array(z.string()),
  /** The app whose key it is; null for one that was made by itself. */
  appId: Id.nullable(),
  expiresAt: Moment.nullable(),
  /** To the minute. */
  lastUsedAt: Moment.nullable(),
  createdAt: Moment,
});
export type ApiKey = z.output<typeof ApiKey>;

/** The only time that the key is shown. */
export const CreatedApiKey = ApiKey.extend({ apiKey: Secret });
export type CreatedApiKey = z.output<typeof CreatedApiKey>;

export const ApiKeyListQuery = z.strictObject({ ...ListQuery.shape, appId: Id.optional() });
export type ApiKeyListQuery = z.output<typeof ApiKeyListQuery>;
