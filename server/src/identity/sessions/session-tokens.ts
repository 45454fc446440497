import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import { createTokenKind } from '#platform/crypto/jwt.ts';
import { hashToken } from '#platform/crypto/tokens.ts';
import { newId } from '#platform/ids.ts';
import { invalidToken, tokenExpired } from './sessions.errors.ts';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
export const REFRESH_TOKEN_SECONDS = 7 * 24 * 60 * 60;

export interface PreparedRefreshToken {
  token: string;
  tokenHash: string;
  expiresAt: Date;
}

export interface SessionTokens {
  signAccess(signInId: string): Promise<string>;
  /** @throws {AppError} INVALID_TOKEN, TOKEN_EXPIRED */
  readAccess(token: string): Promise<{ signInId: string }>;
  prepareRefresh(signInId: string): Promise<PreparedRefreshToken>;
  /** @throws {AppError} INVALID_TOKEN, TOKEN_EXPIRED */
  readRefresh(token: string): Promise<{ signInId: string; tokenHash: string }>;
}

export interface SessionTokenOptions {
  issuer: string;
  accessSecret: string;
  refreshSecret: string;
  clock: Clock;
}

export function createSessionTokens({ issuer, accessSecret, refreshSecret, clock }: SessionTokenOptions): SessionTokens {
  const access = createTokenKind({
    type: 'access',
    issuer,
    secret: accessSecret,
    lifetimeSeconds: ACCESS_TOKEN_SECONDS,
    claims: z.object({ sessionId: z.guid() }),
    clock,
  });
  const refresh = createTokenKind({
    type: 'refresh',
    issuer,
    secret: refreshSecret,
    lifetimeSeconds: REFRESH_TOKEN_SECONDS,
    // Two tokens of one second would otherwise be the same.
    claims: z.object({ sessionId: z.guid(), jti: z.guid() }),
    clock,
  });

  return {
    signAccess: async (signInId) => (await access.sign({ sessionId: signInId })).token,

    readAccess: async (token) => {
      const verified = await access.verify(token);
      if (verified.ok) return { signInId: verified.claims.sessionId };
      throw verified.reason === 'expired' ? tokenExpired() : invalidToken();
    },

    prepareRefresh: async (signInId) => {
      const { token, expiresAt } = await refresh.sign({ sessionId: signInId, jti: newId() });
      return { token, tokenHash: hashToken(token), expiresAt };
    },

    readRefresh: async (token) => {
      const verified = await refresh.verify(token);
      if (verified.ok) return { signInId: verified.claims.sessionId, tokenHash: hashToken(token) };
      throw verified.reason === 'expired' ? tokenExpired() : invalidToken();
    },
  };
}
