import type { Clock } from '#platform/clock.ts';
import { grantTenantScope, type TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import { findSessionAddress, type SessionAddress } from './widget-sessions.repository.ts';
import { REFRESH_GRACE_MS, type WidgetTokens } from './widget-token.ts';

/** A session whose token has been checked, with the right to act for its visitor. */
export interface VisitorSession extends SessionAddress {
  scope: TenantScope;
}

export type SessionCheck = { ok: true; session: VisitorSession } | { ok: false; reason: 'invalid' | 'expired' };

export interface VisitorSessions {
  /** A session that something of our own has named: whoever asks has checked that nobody made it up. */
  find(sessionId: string): Promise<VisitorSession | undefined>;
  /** Verifies the token and finds its session, which may have ended. */
  verify(token: string): Promise<SessionCheck>;
  /** The same for a token that may have expired up to a day ago. */
  verifyForRefresh(token: string): Promise<SessionCheck>;
}

export function createVisitorSessions({
  tokens,
  unitOfWork,
  clock,
}: {
  tokens: WidgetTokens;
  unitOfWork: UnitOfWork;
  clock: Clock;
}): VisitorSessions {
  const find = async (sessionId: string): Promise<VisitorSession | undefined> => {
    const address = await unitOfWork.system((tx) => findSessionAddress(tx, sessionId));
    return address && { ...address, scope: grantTenantScope(address.tenantId, { kind: 'visitor', id: address.contactId }) };
  };
  const findOf = async ({ sessionId, projectId }: { sessionId: string; projectId: string }): Promise<SessionCheck> => {
    const session = await find(sessionId);
    return session?.projectId === projectId ? { ok: true, session } : { ok: false, reason: 'invalid' };
  };

  return {
    find,
    verify: async (token) => {
      const verified = await tokens.verify(token);
      return verified.ok ? findOf(verified.claims) : { ok: false, reason: verified.reason };
    },
    verifyForRefresh: async (token) => {
      const verified = await tokens.verify(token);
      if (verified.ok) return findOf(verified.claims);
      if (verified.reason === 'invalid') return { ok: false, reason: 'invalid' };
      const expiredForMs = clock.now().getTime() - verified.expiresAt.getTime();
      return expiredForMs <= REFRESH_GRACE_MS ? findOf(verified.claims) : { ok: false, reason: 'expired' };
    },
  };
}
