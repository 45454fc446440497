import type { Login, SignedIn } from '@foyer/contracts/auth.ts';
import type { Clock } from '#platform/clock.ts';
import type { PasswordHasher } from '#platform/crypto/password.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { RateLimiter } from '#platform/http/rate-limit.ts';
import { addressHashOf } from '../credentials/one-time-codes.ts';
import { findPersonByEmail, type PersonRow, replacePasswordHash } from '../members/people.repository.ts';
import { countFailure, type Device, type SignInStart } from './begin-sign-in.ts';
import * as failures from './failed-sign-ins.repository.ts';
import { lockedForSeconds } from './lock-out.policy.ts';
import { accountLocked, invalidCredentials, tooManySignIns } from './sessions.errors.ts';

export interface SignInDependencies {
  unitOfWork: UnitOfWork;
  passwords: PasswordHasher;
  start: SignInStart;
  rateLimiter: RateLimiter;
  clock: Clock;
}

/** Tries with one address, right or wrong ones, from anywhere. The lock-out comes first; this one bounds the work. */
const TRIES_PER_ADDRESS = { limit: 100, windowSeconds: 15 * 60 };

/**
 * Sign-in with a password. Nothing that it answers, and not how long it takes, tells whether an address belongs to somebody:
 * unknown ones are checked against no password, counted and locked like the others.
 */
export function createSignIn({ unitOfWork, passwords, start, rateLimiter, clock }: SignInDependencies) {
  return async ({ email, password, code }: Login, device: Device): Promise<SignedIn> => {
    const addressHash = addressHashOf(email);
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
      const lockedSeconds = await unitOfWork.system((tx) => countFailure(tx, addressHash, person?.id, clock.now()));
      throw lockedSeconds === undefined ? invalidCredentials() : accountLocked(lockedSeconds);
    }
    return begin(person, { password, code, device });
  };

  async function begin(
    person: PersonRow,
    { password, code, device }: { password: string; code: string | undefined; device: Device },
  ): Promise<SignedIn> {
    const prepared = await start.prepare();
    const newHash = passwords.needsRehash(person.passwordHash) ? await passwords.hash(password) : undefined;
    const outcome = await unitOfWork.system(async (tx) => {
      if (newHash !== undefined) await replacePasswordHash(tx, { personId: person.id, from: person.passwordHash, to: newHash });
      return start.begin(tx, prepared, { person, secondFactorCode: code, device, now: clock.now() });
    });
    return start.answer(prepared, outcome);
  }
}
