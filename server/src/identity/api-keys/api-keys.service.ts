import { randomBytes } from 'node:crypto';
import type { ApiKey, ApiKeyListQuery, CreatedApiKey, NewApiKey } from '@foyer/contracts/api-keys.ts';
import type { Page } from '@foyer/contracts/lists.ts';
import { Id } from '@foyer/contracts/text.ts';
import type { Clock } from '#platform/clock.ts';
import { hashToken } from '#platform/crypto/tokens.ts';
import type { TenantScope } from '#platform/db/tenant-scope.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { decodeCursor, page } from '#platform/http/pagination.ts';
import type { ApiKeyCaller } from '../sessions/authentication.ts';
import { apiKeyExpired, apiKeyNotFound, expiryInPast, invalidApiKey } from './api-keys.errors.ts';
import * as repository from './api-keys.repository.ts';
import { APP_KEY_SCOPES } from './scopes.ts';

export interface ApiKeys {
  /** Who calls with this key. @throws {AppError} INVALID_API_KEY, API_KEY_EXPIRED */
  authenticate(key: string): Promise<ApiKeyCaller>;
  /** The key is returned here and never again. @throws {AppError} EXPIRY_IN_PAST */
  create(scope: TenantScope, draft: NewApiKey): Promise<CreatedApiKey>;
  /** Those of apps too. */
  list(scope: TenantScope, query: ApiKeyListQuery): Promise<Page<ApiKey>>;
  /** @throws {AppError} API_KEY_NOT_FOUND */
  get(scope: TenantScope, apiKeyId: string): Promise<ApiKey>;
  /** It stops working at once. @throws {AppError} API_KEY_NOT_FOUND */
  remove(scope: TenantScope, apiKeyId: string): Promise<void>;
}

/** The last use is noted at most this often: a busy key would otherwise write with every call. */
const USE_NOTED_EVERY_MS = 60_000;

export function createApiKeys({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }): ApiKeys {
  return {
    authenticate: async (key) => {
      if (!KEY.test(key)) throw invalidApiKey();
      return unitOfWork.system(async (tx) => {
        const found = await repository.findApiKey(tx, hashToken(key));
        if (!found) throw invalidApiKey();
        const now = clock.now();
        if (found.expiresAt && found.expiresAt <= now) throw apiKeyExpired();
        const before = new Date(now.getTime() - USE_NOTED_EVERY_MS);
        if (!found.lastUsedAt || found.lastUsedAt < before) await repository.noteKeyUse(tx, found.id, { now, before });
        const { id, tenantId, scopes } = found;
        if (!found.lastUsedAt) tx.audit({ action: 'api-key.used-first', tenantId, actor: { kind: 'api-key', id }, subject: { id } });
        return { apiKeyId: id, tenantId, scopes };
      });
    },

    create: async (scope, { name, scopes, expiresAt }) => {
      const expiry = expiresAt === null ? null : new Date(expiresAt);
      if (expiry !== null && expiry <= clock.now()) throw expiryInPast();
      const made = newKey();
      return unitOfWork.write(scope, async (tx) => {
        const added = await repository.insertApiKey(tx, { ...made.stored, name, scopes, appId: null, expiresAt: expiry });
        if (!added) throw new Error('Inserting an API key returned no row.');
        tx.emit({ type: 'api-key.created', subject: { apiKeyId: added.id } });
        return { ...toApiKey(added), apiKey: made.key };
      });
    },

    list: (scope, { limit, cursor, appId }) =>
      unitOfWork.read(scope, async (tx) => {
        const rows = await repository.listApiKeys(tx, { after: decodeCursor(cursor, Id), limit: limit + 1, appId });
        return page(rows.map(toApiKey), limit, ({ id }) => id);
      }),

    get: (scope, apiKeyId) =>
      unitOfWork.read(scope, async (tx) => {
        const found = await repository.getApiKey(tx, apiKeyId);
        if (!found) throw apiKeyNotFound();
        return toApiKey(found);
      }),

    remove: (scope, apiKeyId) =>
      unitOfWork.write(scope, async (tx) => {
        if (!(await repository.deleteApiKey(tx, apiKeyId))) throw apiKeyNotFound();
        tx.emit({ type: 'api-key.deleted', subject: { apiKeyId } });
      }),
  };
}

/** A new key for an app in place of those it had. It is returned here and never again. */
export async function replaceAppKey(tx: TenantTransaction, app: { id: string; name: string }): Promise<string> {
  const { key, stored } = newKey();
  await repository.deleteKeysOfApp(tx, app.id);
  await repository.insertApiKey(tx, { ...stored, name: app.name, scopes: [...APP_KEY_SCOPES], appId: app.id, expiresAt: null });
  return key;
}

function newKey() {
  const key = `sk_${randomBytes(32).toString('hex')}`;
  return { key, stored: { keyHash: hashToken(key), prefix: key.slice(0, PREFIX_LENGTH) } };
}

function toApiKey({ id, name, prefix, scopes, appId, expiresAt, lastUsedAt, createdAt }: repository.ApiKeyRow): ApiKey {
  const [expires, used] = [expiresAt?.toISOString() ?? null, lastUsedAt?.toISOString() ?? null];
  return { id, name, prefix, scopes, appId, expiresAt: expires, lastUsedAt: used, createdAt: createdAt.toISOString() };
}

const KEY = /^sk_[0-9a-f]{64}$/;
/** `sk_` and eight of 64 digits. */
const PREFIX_LENGTH = 11;
