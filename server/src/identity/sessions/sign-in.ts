import type { Login, SignedIn } from '@foyer/contracts/auth.ts';
import type { Clock } from '#platform/clock.ts';
import type { PasswordHasher } from '#platform/crypto/password.ts';
import { hashToken } from '#platform/crypto/tokens.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { RateLimiter } from '#platform/http/rate-limit.ts';
import { newId } from '#platform/ids.ts';
import { findPersonByEmail, type PersonRow, replacePasswordHash } from '../members/people.repository.ts';
import * as failures from './failed-sign-ins.repository.ts';
import { LOCK_OUT_MS, lockedForSeconds, withFailure } from './lock-out.policy.ts';
import { ACCESS_TOKEN_SECONDS, type SessionTokens } from './session-tokens.ts';
import { accountLocked, invalidCredentials, tooManySignIns } from './sessions.errors.ts';
import { deleteExpiredSignIns, insertRefreshToken, insertSignIn } from './sessions.repository.ts';
import { findUser } from './signed-in-user.ts';

export interface SignInDependencies {
  unitOfWork: UnitOfWork;
  passwords: PasswordHasher;
  tokens: SessionTokens;
  rateLimiter: RateLimiter;
  clock: Clock;
}

/** Tries with one address, right or wrong ones, from anywhere. The lock-out comes first; this one bounds the work. */
const TRIES_PER_ADDRESS = { limit: 100, windowSeconds: 15 * 60 };

/**
 * Sign-in with a password. Nothing that it answers, and not how long it takes, tells whether an address belongs to somebody:
 * unknown ones are checked against no password, counted and locked like the others.
 */
export function createSignIn({ unitOfWork, passwords, tokens, rateLimiter, clock }: SignInDependencies) {
  return async ({ email, password }: Login): Promise<SignedIn> => {
    const addressHash = hashToken(email.toLowerCase());
    const tries = await rateLimiter.take(`sign-in:${addressHash}`, TRIES_PER_ADDRESS.limit, TRIES_PER_ADDRESS.windowSeconds);
    if (!tries.allowed) throw tooManySignIns(tries.retryAfterSeconds);

    const person = await unitOfWork.system(async (tx) => {
      const lockedSeconds = lockedForSeconds(await failures.findFailedSignIns(tx, addressHash), clock.now());
      if (lockedSeconds !== undefined) throw accountLocked(lockedSeconds);
      return findPersonByEmail(tx, email);
    });
    // The check takes its time, so it stands between the transactions.
    const isRight = person ? await passwords.verify(person.passwordHash, password) : await passwords.verifyAgainstNothing(password);

    if (!person || !isRight) {
      await recordFailure(addressHash);
      throw invalidCredentials();
    }
    return begin(person, addressHash, password);
  };

  async function recordFailure(addressHash: string): Promise<void> {
    const now = clock.now();
    const lockedSeconds = await unitOfWork.system(async (tx) => {
      const before = await failures.lockFailedSignIns(tx, addressHash, now);
      const locked = lockedForSeconds(before, now);
      if (locked === undefined) await failures.saveFailedSignIns(tx, addressHash, withFailure(before, now));
      await failures.deleteFailedSignInsBefore(tx, new Date(now.getTime() - 2 * LOCK_OUT_MS));
      return locked;
    });
    if (lockedSeconds !== undefined) throw accountLocked(lockedSeconds);
  }

  async function begin(person: PersonRow, addressHash: string, password: string): Promise<SignedIn> {
    const signInId = newId();
    const refresh = await tokens.prepareRefresh(signInId);
    const accessToken = await tokens.signAccess(signInId);
    const newHash = passwords.needsRehash(person.passwordHash) ? await passwords.hash(password) : undefined;

    const user = await unitOfWork.system(async (tx) => {
      const now = clock.now();
      const lockedSeconds = lockedForSeconds(await failures.lockFailedSignIns(tx, addressHash, now), now);
      if (lockedSeconds !== undefined) throw accountLocked(lockedSeconds);
      await failures.forgetFailedSignIns(tx, addressHash);
      if (newHash !== undefined) await replacePasswordHash(tx, { personId: person.id, from: person.passwordHash, to: newHash });
      await deleteExpiredSignIns(tx, person.id, now);
      await insertSignIn(tx, { id: signInId, personId: person.id, expiresAt: refresh.expiresAt });
      await insertRefreshToken(tx, { signInId, tokenHash: refresh.tokenHash, expiresAt: refresh.expiresAt });
      return findUser(tx, person.id);
    });
    if (!user) throw invalidCredentials();
    return { accessToken, refreshToken: refresh.token, expiresIn: ACCESS_TOKEN_SECONDS, user };
  }
}
