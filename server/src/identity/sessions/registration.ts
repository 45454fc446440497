import type { EmailVerification, OneTimeCodeSent, Registration, SignedIn } from '@foyer/contracts/auth.ts';
import type { PasswordHasher } from '#platform/crypto/password.ts';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { addressHashOf, CODE_LIFETIME_MS } from '../credentials/one-time-codes.ts';
import { deleteExpiredRegistrations, replaceRegistration, takeRegistration } from '../credentials/registrations.repository.ts';
import { findPersonByEmail, insertPerson } from '../members/people.repository.ts';
import { countFailure, type Device, refused, type SignInOutcome } from './begin-sign-in.ts';
import { type CodeSignInDependencies, limitMails } from './code-sign-in.ts';
import { accountLocked, codeInvalid, registrationClosed } from './sessions.errors.ts';

export interface RegistrationDependencies extends CodeSignInDependencies {
  passwords: PasswordHasher;
  isRegistrationOpen: boolean;
}

/**
 * People who come by themselves, where the installation lets them. Who they are counts from the moment that they have shown that the
 * address is theirs. The answer is the same for an address that has an account; its owner is told by mail.
 */
export function createRegistration(dependencies: RegistrationDependencies) {
  const { unitOfWork, passwords, codes, mails, start, rateLimiter, clock, isRegistrationOpen } = dependencies;
  return {
    register: async ({ email, name, password, locale }: Registration): Promise<OneTimeCodeSent> => {
      if (!isRegistrationOpen) throw registrationClosed();
      await limitMails(rateLimiter, 'registration', email);
      const passwordHash = await passwords.hash(password);
      await unitOfWork.system(async (tx) => {
        const now = clock.now();
        const person = await findPersonByEmail(tx, email);
        const code = await codes.issue(tx, 'verify-email', email, now);
        const expiresAt = new Date(now.getTime() + CODE_LIFETIME_MS);
        await deleteExpiredRegistrations(tx, now);
        // An account that is there is not touched: what was registered is never taken over then.
        await replaceRegistration(tx, { addressHash: addressHashOf(email), email, name, passwordHash, locale: locale ?? null, expiresAt });
        await mails.send(tx, {
          to: person ? { address: person.email, name: person.name } : { address: email, name },
          locale: person?.locale ?? locale ?? null,
          mail: person ? { kind: 'already-registered' } : { kind: 'verify-email', code, minutes: CODE_LIFETIME_MS / 60_000 },
        });
      });
      return { expiresIn: CODE_LIFETIME_MS / 1000 };
    },

    verify: async ({ email, code }: EmailVerification, device: Device): Promise<SignedIn> => {
      const prepared = await start.prepare();
      const outcome = await unitOfWork.system(async (tx): Promise<SignInOutcome> => {
        const now = clock.now();
        const judged = await codes.judge(tx, 'verify-email', email, code, now);
        const person = judged.isRight ? await personOf(tx, email, now) : undefined;
        if (!judged.isRight || !person) {
          const lockedSeconds = await countFailure(tx, addressHashOf(email), undefined, now);
          return refused(lockedSeconds === undefined ? codeInvalid() : accountLocked(lockedSeconds));
        }
        await judged.useUp();
        tx.audit({ action: 'person.registered', actor: { kind: 'person', id: person.id }, subject: { id: person.id } });
        return start.begin(tx, prepared, { person, secondFactorCode: undefined, device, now });
      });
      return start.answer(prepared, outcome);
    },
  };

  /** The account that was registered. Where the address has one already, nothing is made of it. */
  async function personOf(tx: SystemTransaction, email: string, now: Date) {
    const registered = await takeRegistration(tx, addressHashOf(email));
    if (!registered || registered.expiresAt <= now) return undefined;
    const { name, passwordHash, locale } = registered;
    return insertPerson(tx, { email: registered.email, name, passwordHash, locale, isPlatformAdmin: false, emailVerifiedAt: now });
  }
}
