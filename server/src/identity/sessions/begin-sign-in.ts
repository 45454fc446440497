import type { SignedIn, User } from '@foyer/contracts/auth.ts';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import type { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { addressHashOf } from '../credentials/one-time-codes.ts';
import type { SecondFactor } from '../credentials/second-factor.ts';
import { membershipsOf } from '../members/memberships.repository.ts';
import type { PersonRow } from '../members/people.repository.ts';
import * as failures from './failed-sign-ins.repository.ts';
import { type FailedSignIns, LOCK_OUT_MS, lockedForSeconds, withFailure } from './lock-out.policy.ts';
import { ACCESS_TOKEN_SECONDS, type PreparedRefreshToken, type SessionTokens } from './session-tokens.ts';
import { accountLocked, invalidCredentials, secondFactorRequired, secondFactorWrong, ssoRequired } from './sessions.errors.ts';
import { deleteExpiredSignIns, insertRefreshToken, insertSignIn } from './sessions.repository.ts';
import { findUser } from './signed-in-user.ts';
import { isClosedWithoutSingleSignOn } from './single-sign-on.policy.ts';

/** What somebody signs in with, as they will recognise it in their list of sign-ins. */
export interface Device {
  userAgent: string | undefined;
  ipAddress: string;
}

/** Tokens that are signed before the transaction, so that it does not wait for that. */
export interface PreparedSignIn {
  signInId: string;
  accessToken: string;
  refresh: PreparedRefreshToken;
}

/** What refuses is returned and thrown after the commit: failures have to be counted. */
export type SignInOutcome = { ok: true; user: User } | { ok: false; refusal: AppError };

export interface SignInStart {
  prepare(): Promise<PreparedSignIn>;
  /** Whoever has shown who they are is asked for their second factor, unless they are locked out, and is then signed in. */
  begin(
    tx: SystemTransaction,
    prepared: PreparedSignIn,
    attempt: {
      person: Pick<PersonRow, 'id' | 'email' | 'isPlatformAdmin'>;
      secondFactorCode: string | undefined;
      device: Device;
      now: Date;
      /** The tenant whose identity provider vouches for them: the sign-in counts in that one alone. */
      onlyTenantId?: string;
    },
  ): Promise<SignInOutcome>;
  /** The person as they see themselves now. */
  user(tx: SystemTransaction, personId: string): Promise<User | undefined>;
  /** @throws {AppError} what refused */
  answer(prepared: PreparedSignIn, outcome: SignInOutcome): SignedIn;
}

export function createSignInStart({ tokens, secondFactor }: { tokens: SessionTokens; secondFactor: SecondFactor }): SignInStart {
  return {
    prepare: async () => {
      const signInId = newId();
      return { signInId, refresh: await tokens.prepareRefresh(signInId), accessToken: await tokens.signAccess(signInId) };
    },

    begin: async (tx, { signInId, refresh }, { person, secondFactorCode, device, now, onlyTenantId }) => {
      const addressHash = addressHashOf(person.email);
      const failed = await failures.lockFailedSignIns(tx, addressHash, now);
      const lockedSeconds = lockedForSeconds(failed, now);
      const actor = { kind: 'person' as const, id: person.id };
      if (lockedSeconds !== undefined) return refused(accountLocked(lockedSeconds));
      const verdict = await secondFactor.check(tx, person.id, secondFactorCode, now);
      if (verdict === 'missing') return refused(secondFactorRequired());
      if (verdict === 'wrong') {
        const after = withFailure(failed, now);
        await failures.saveFailedSignIns(tx, addressHash, after);
        noteFailure(tx, after, person.id, 'second-factor');
        return refused(secondFactorWrong());
      }
      await failures.forgetFailedSignIns(tx, addressHash);
      if (onlyTenantId === undefined && !person.isPlatformAdmin && (await needsSingleSignOn(tx, person.id))) {
        tx.audit({ action: 'sign-in.failed', outcome: 'refused', actor, facts: { reason: 'single-sign-on-required' } });
        return refused(ssoRequired());
      }
      await deleteExpiredSignIns(tx, person.id, now);
      await insertSignIn(tx, { id: signInId, personId: person.id, onlyTenantId, expiresAt: refresh.expiresAt, lastUsedAt: now, ...device });
      await insertRefreshToken(tx, { signInId, tokenHash: refresh.tokenHash, expiresAt: refresh.expiresAt });
      const by = onlyTenantId === undefined ? {} : { onlyTenantId };
      tx.audit({ action: 'sign-in.succeeded', actor, subject: { id: signInId }, facts: by });
      const user = await findUser(tx, person.id, onlyTenantId);
      return user ? { ok: true, user } : refused(invalidCredentials());
    },

    user: findUser,

    answer: ({ accessToken, refresh }, outcome) => {
      if (!outcome.ok) throw outcome.refusal;
      return { accessToken, refreshToken: refresh.token, expiresIn: ACCESS_TOKEN_SECONDS, user: outcome.user };
    },
  };
}

/** Where every tenant of theirs wants it, no other way of signing in would open anything. */
async function needsSingleSignOn(tx: SystemTransaction, personId: string): Promise<boolean> {
  const memberships = await membershipsOf(tx, personId);
  return memberships.length > 0 && memberships.every(isClosedWithoutSingleSignOn);
}

/** Nobody is signed in yet, so whoever tries is unknown; whose address it is, is not. */
function noteFailure(tx: SystemTransaction, { lockedUntil }: FailedSignIns, personId: string | undefined, reason: string): void {
  tx.audit({
    action: lockedUntil === null ? 'sign-in.failed' : 'sign-in.locked',
    outcome: 'refused',
    subject: { kind: 'person', ...(personId !== undefined && { id: personId }) },
    facts: { reason },
  });
}

export const refused = (refusal: AppError): SignInOutcome => ({ ok: false, refusal });

/** One more failure of an address, which may be nobody's; @returns for how long it is locked already */
export async function countFailure(
  tx: SystemTransaction,
  addressHash: string,
  personId: string | undefined,
  now: Date,
): Promise<number | undefined> {
  const before = await failures.lockFailedSignIns(tx, addressHash, now);
  const lockedSeconds = lockedForSeconds(before, now);
  if (lockedSeconds === undefined) {
    const after = withFailure(before, now);
    await failures.saveFailedSignIns(tx, addressHash, after);
    noteFailure(tx, after, personId, 'credentials');
  }
  await failures.deleteFailedSignInsBefore(tx, new Date(now.getTime() - 2 * LOCK_OUT_MS));
  return lockedSeconds;
}
