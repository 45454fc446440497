import type { RefreshedTokens } from '@foyer/contracts/auth.ts';
import type { Clock } from '#platform/clock.ts';
import type { SystemTransaction, UnitOfWork } from '#platform/db/unit-of-work.ts';
import { strictestIdleMinutes } from '../members/memberships.repository.ts';
import { ACCESS_TOKEN_SECONDS, type SessionTokens } from './session-tokens.ts';
import { invalidToken, refreshTokenReused, sessionIdle, sessionRevoked } from './sessions.errors.ts';
import * as repository from './sessions.repository.ts';

/** Two tabs of one browser may refresh at the same moment with the same token. */
export const REUSE_GRACE_MS = 10_000;

/**
 * A new pair of tokens for a refresh token, which is thereby used up. A used one that comes back after the grace period was
 * copied, by a thief or from one: nobody can tell which, so the whole sign-in ends.
 */
export function createRefresh({ unitOfWork, tokens, clock }: { unitOfWork: UnitOfWork; tokens: SessionTokens; clock: Clock }) {
  return async (refreshToken: string): Promise<RefreshedTokens> => {
    const { signInId, tokenHash } = await tokens.readRefresh(refreshToken);
    const next = await tokens.prepareRefresh(signInId);
    const accessToken = await tokens.signAccess(signInId);

    // The refusal is thrown after the commit: the revocation has to last.
    const refusal = await unitOfWork.system(async (tx) => {
      const now = clock.now();
      const stored = await repository.lockRefreshToken(tx, tokenHash);
      if (!stored) return invalidToken();
      if (stored.revokedAt) return sessionRevoked();
      if (stored.rotatedAt && now.getTime() - stored.rotatedAt.getTime() > REUSE_GRACE_MS) {
        await repository.revokeSignIn(tx, stored.signInId, 'token-reused', now);
        const actor = { kind: 'person' as const, id: stored.personId };
        tx.audit({ action: 'sign-in.reused', outcome: 'refused', actor, subject: { id: stored.signInId } });
        return refreshTokenReused();
      }
      if (await isIdle(tx, stored, now)) {
        await repository.revokeSignIn(tx, stored.signInId, 'idle', now);
        return sessionIdle();
      }
      if (!stored.rotatedAt) await repository.markRotated(tx, stored.id, now);
      await repository.deleteExpiredRefreshTokens(tx, signInId, now);
      await repository.insertRefreshToken(tx, { signInId, tokenHash: next.tokenHash, expiresAt: next.expiresAt });
      await repository.prolongSignIn(tx, signInId, next.expiresAt, now);
      return undefined;
    });
    if (refusal) throw refusal;
    return { accessToken, refreshToken: next.token, expiresIn: ACCESS_TOKEN_SECONDS };
  };
}

/** Whether nothing was done with a sign-in for longer than the strictest of the tenants wants in which it counts. */
async function isIdle(tx: SystemTransaction, stored: repository.StoredRefreshToken, now: Date): Promise<boolean> {
  const minutes = await strictestIdleMinutes(tx, stored.personId, stored.onlyTenantId ?? undefined);
  return minutes !== undefined && now.getTime() - stored.lastUsedAt.getTime() > minutes * 60_000;
}
