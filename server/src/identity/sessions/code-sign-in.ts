import type { OneTimeCodeLogin, OneTimeCodeSent, SignedIn } from '@foyer/contracts/auth.ts';
import type { Clock } from '#platform/clock.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { RateLimiter } from '#platform/http/rate-limit.ts';
import type { AccountMails } from '../account-mail/account-mail.jobs.ts';
import { addressHashOf, CODE_LIFETIME_MS, type OneTimeCodes } from '../credentials/one-time-codes.ts';
import { findPersonByEmail, markEmailVerified } from '../members/people.repository.ts';
import { countFailure, type Device, refused, type SignInOutcome, type SignInStart } from './begin-sign-in.ts';
import { accountLocked, codeInvalid, tooManySignIns } from './sessions.errors.ts';

export interface CodeSignInDependencies {
  unitOfWork: UnitOfWork;
  codes: OneTimeCodes;
  mails: AccountMails;
  start: SignInStart;
  rateLimiter: RateLimiter;
  clock: Clock;
}

/** Mails to one address: enough for somebody who waits for one, too few to fill a mailbox. */
const MAILS_PER_ADDRESS = { limit: 5, windowSeconds: 60 * 60 };

/** @throws {AppError} RATE_LIMITED, for addresses that nobody has as well */
export async function limitMails(rateLimiter: RateLimiter, what: string, email: string): Promise<void> {
  const { limit, windowSeconds } = MAILS_PER_ADDRESS;
  const taken = await rateLimiter.take(`${what}:${addressHashOf(email)}`, limit, windowSeconds);
  if (!taken.allowed) throw tooManySignIns(taken.retryAfterSeconds);
}

/** Sign-in with a code that comes by mail. For an address that nobody has, everything happens but the mail. */
export function createCodeSignIn({ unitOfWork, codes, mails, start, rateLimiter, clock }: CodeSignInDependencies) {
  return {
    send: async (email: string, locale: string | undefined): Promise<OneTimeCodeSent> => {
      await limitMails(rateLimiter, 'one-time-code', email);
      await unitOfWork.system(async (tx) => {
        const person = await findPersonByEmail(tx, email);
        const code = await codes.issue(tx, 'sign-in', email, clock.now());
        await mails.send(tx, {
          to: person && { address: person.email, name: person.name },
          locale: person?.locale ?? locale ?? null,
          mail: { kind: 'sign-in-code', code, minutes: CODE_LIFETIME_MS / 60_000 },
        });
      });
      return { expiresIn: CODE_LIFETIME_MS / 1000 };
    },

    signIn: async ({ email, code, secondFactorCode }: OneTimeCodeLogin, device: Device): Promise<SignedIn> => {
      const prepared = await start.prepare();
      const outcome = await unitOfWork.system(async (tx): Promise<SignInOutcome> => {
        const now = clock.now();
        const person = await findPersonByEmail(tx, email);
        const judged = await codes.judge(tx, 'sign-in', email, code, now);
        if (!person || !judged.isRight) {
          const lockedSeconds = await countFailure(tx, addressHashOf(email), person?.id, now);
          return refused(lockedSeconds === undefined ? codeInvalid() : accountLocked(lockedSeconds));
        }
        await markEmailVerified(tx, person.id, now);
        const begun = await start.begin(tx, prepared, { person, secondFactorCode, device, now });
        // Whoever is asked for the second factor sends the same code again.
        if (begun.ok) await judged.useUp();
        return begun;
      });
      return start.answer(prepared, outcome);
    },
  };
}
