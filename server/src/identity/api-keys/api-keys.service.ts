import { randomBytes } from 'node:crypto';
import type { Clock } from '#platform/clock.ts';
import { hashToken } from '#platform/crypto/tokens.ts';
import type { TenantTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { ApiKeyCaller } from '../sessions/authentication.ts';
import { apiKeyExpired, invalidApiKey } from './api-keys.errors.ts';
import { deleteKeysOfApp, findApiKey, insertApiKey, noteKeyUse } from './api-keys.repository.ts';
import { APP_KEY_SCOPES } from './scopes.ts';

export interface ApiKeys {
  /** Who calls with this key. @throws {AppError} INVALID_API_KEY, API_KEY_EXPIRED */
  authenticate(key: string): Promise<ApiKeyCaller>;
}

/** The last use is noted at most this often: a busy key would otherwise write with every call. */
const USE_NOTED_EVERY_MS = 60_000;

export function createApiKeys({ unitOfWork, clock }: { unitOfWork: UnitOfWork; clock: Clock }): ApiKeys {
  return {
    authenticate: async (key) => {
      if (!KEY.test(key)) throw invalidApiKey();
      return unitOfWork.system(async (tx) => {
        const found = await findApiKey(tx, hashToken(key));
        if (!found) throw invalidApiKey();
        const now = clock.now();
        if (found.expiresAt && found.expiresAt <= now) throw apiKeyExpired();
        const before = new Date(now.getTime() - USE_NOTED_EVERY_MS);
        if (!found.lastUsedAt || found.lastUsedAt < before) await noteKeyUse(tx, found.id, { now, before });
        return { apiKeyId: found.id, tenantId: found.tenantId, scopes: found.scopes };
      });
    },
  };
}

/** A new key for an app in place of those it had. It is returned here and never again. */
export async function replaceAppKey(tx: TenantTransaction, app: { id: string; name: string }): Promise<string> {
  const key = `sk_${randomBytes(32).toString('hex')}`;
  await deleteKeysOfApp(tx, app.id);
  await insertApiKey(tx, {
    name: app.name,
    keyHash: hashToken(key),
    prefix: key.slice(0, PREFIX_LENGTH),
    scopes: [...APP_KEY_SCOPES],
    appId: app.id,
    expiresAt: null,
  });
  return key;
}

const KEY = /^sk_[0-9a-f]{64}$/;
/** `sk_` and eight of 64 digits. */
const PREFIX_LENGTH = 11;
