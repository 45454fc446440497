import type { ChangePassword, PasswordReset } from '@foyer/contracts/auth.ts';
import type { Clock } from '#platform/clock.ts';
import type { PasswordHasher } from '#platform/crypto/password.ts';
import { hashToken, randomToken } from '#platform/crypto/tokens.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { PersonPrincipal } from '#platform/http/access.ts';
import type { RateLimiter } from '#platform/http/rate-limit.ts';
import type { AccountMails } from '../account-mail/account-mail.jobs.ts';
import { addressHashOf } from '../credentials/one-time-codes.ts';
import * as resets from '../credentials/password-resets.repository.ts';
import { findPerson, findPersonByEmail, markEmailVerified, replacePasswordHash, setPasswordHash } from '../members/people.repository.ts';
import { limitMails } from './code-sign-in.ts';
import { forgetFailedSignIns } from './failed-sign-ins.repository.ts';
import { currentPasswordWrong, passwordUnchanged, resetTokenInvalid } from './sessions.errors.ts';
import { revokeSignIns } from './sessions.repository.ts';

export interface PasswordChangeDependencies {
  unitOfWork: UnitOfWork;
  passwords: PasswordHasher;
  mails: AccountMails;
  rateLimiter: RateLimiter;
  clock: Clock;
}

const RESET_LIFETIME_MS = 60 * 60_000;

export function createPasswordChange({ unitOfWork, passwords, mails, rateLimiter, clock }: PasswordChangeDependencies) {
  return {
    change: async ({ personId, sessionId }: PersonPrincipal, { currentPassword, newPassword }: ChangePassword): Promise<void> => {
      const found = await unitOfWork.system((tx) => findPerson(tx, personId));
      if (!found || !(await passwords.verify(found.passwordHash, currentPassword))) throw currentPasswordWrong();
      if (await passwords.verify(found.passwordHash, newPassword)) throw passwordUnchanged();
      const to = await passwords.hash(newPassword);

      await unitOfWork.system(async (tx) => {
        const replaced = await replacePasswordHash(tx, { personId, from: found.passwordHash, to });
        if (!replaced) throw currentPasswordWrong();
        await revokeSignIns(tx, { personId, except: sessionId, because: 'password-changed', revokedAt: clock.now() });
        tx.audit({ action: 'password.changed', subject: { kind: 'person', id: personId } });
        await resets.deletePasswordResets(tx, personId);
        await mails.send(tx, { to: { address: found.email, name: found.name }, locale: found.locale, mail: { kind: 'password-changed' } });
      });
    },

    /** Takes the same time and answers the same for an address that nobody has. */
    forgot: async (email: string, locale: string | undefined): Promise<void> => {
      await limitMails(rateLimiter, 'forgotten-password', email);
      const token = randomToken();
      await unitOfWork.system(async (tx) => {
        const now = clock.now();
        const person = await findPersonByEmail(tx, email);
        await resets.deleteExpiredPasswordResets(tx, now);
        if (person) {
          tx.audit({ action: 'password.reset-requested', subject: { kind: 'person', id: person.id } });
          const expiresAt = new Date(now.getTime() + RESET_LIFETIME_MS);
          await resets.replacePasswordReset(tx, { personId: person.id, tokenHash: hashToken(token), expiresAt });
        }
        await mails.send(tx, {
          to: person && { address: person.email, name: person.name },
          locale: person?.locale ?? locale ?? null,
          mail: { kind: 'reset-password', token, link: undefined, minutes: RESET_LIFETIME_MS / 60_000 },
        });
      });
    },

    /** Ends every sign-in of the person. Their second factor stays: a mailbox alone does not open an account that has one. */
    reset: async ({ token, newPassword }: PasswordReset): Promise<void> => {
      const tokenHash = hashToken(token);
      const found = await unitOfWork.system((tx) => resets.findPasswordReset(tx, tokenHash));
      if (!found || found.expiresAt <= clock.now()) throw resetTokenInvalid();
      const passwordHash = await passwords.hash(newPassword);
      await unitOfWork.system(async (tx) => {
        const now = clock.now();
        const person = await findPerson(tx, found.personId);
        if (!person || !(await resets.usePasswordReset(tx, tokenHash))) throw resetTokenInvalid();
        await setPasswordHash(tx, person.id, passwordHash);
        tx.audit({ action: 'password.reset', actor: { kind: 'person', id: person.id }, subject: { kind: 'person', id: person.id } });
        await markEmailVerified(tx, person.id, now);
        await revokeSignIns(tx, { personId: person.id, because: 'password-reset', revokedAt: now });
        await forgetFailedSignIns(tx, addressHashOf(person.email));
        await mails.send(tx, {
          to: { address: person.email, name: person.name },
          locale: person.locale,
          mail: { kind: 'password-changed' },
        });
      });
    },
  };
}
