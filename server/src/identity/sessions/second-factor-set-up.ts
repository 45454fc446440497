import type { RecoveryCodes, SecondFactorEnd, SecondFactorSecret, SecondFactorStart } from '@foyer/contracts/auth.ts';
import type { Clock } from '#platform/clock.ts';
import type { PasswordHasher } from '#platform/crypto/password.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { PersonPrincipal } from '#platform/http/access.ts';
import type { AccountMails } from '../account-mail/account-mail.jobs.ts';
import type { SecondFactor } from '../credentials/second-factor.ts';
import { findPerson, type PersonRow } from '../members/people.repository.ts';
import { currentPasswordWrong, secondFactorNotBegun, secondFactorOff, secondFactorOn, secondFactorWrong } from './sessions.errors.ts';
import { revokeSignIns } from './sessions.repository.ts';

export interface SecondFactorSetUpDependencies {
  unitOfWork: UnitOfWork;
  passwords: PasswordHasher;
  secondFactor: SecondFactor;
  mails: AccountMails;
  clock: Clock;
}

export function createSecondFactorSetUp({ unitOfWork, passwords, secondFactor, mails, clock }: SecondFactorSetUpDependencies) {
  const withPassword = async ({ personId }: PersonPrincipal, password: string): Promise<PersonRow> => {
    const person = await unitOfWork.system((tx) => findPerson(tx, personId));
    if (!person || !(await passwords.verify(person.passwordHash, password))) throw currentPasswordWrong();
    return person;
  };
  const recipient = ({ email, name, locale }: PersonRow) => ({ to: { address: email, name }, locale });

  return {
    start: async (principal: PersonPrincipal, { password }: SecondFactorStart): Promise<SecondFactorSecret> => {
      const person = await withPassword(principal, password);
      const begun = await unitOfWork.system((tx) => secondFactor.begin(tx, person));
      if (!begun) throw secondFactorOn();
      return begun;
    },

    /** From now on every sign-in needs it; other devices have to sign in again. */
    confirm: async ({ personId, sessionId }: PersonPrincipal, code: string): Promise<RecoveryCodes> => {
      const recoveryCodes = await unitOfWork.system(async (tx) => {
        const now = clock.now();
        const codes = await secondFactor.confirm(tx, personId, code, now);
        const person = codes && (await findPerson(tx, personId));
        if (!person) return undefined;
        await revokeSignIns(tx, { personId, except: sessionId, because: 'second-factor-changed', revokedAt: now });
        await mails.send(tx, { ...recipient(person), mail: { kind: 'second-factor-on' } });
        tx.audit({ action: 'second-factor.enabled', subject: { kind: 'person', id: personId } });
        return codes;
      });
      if (!recoveryCodes) throw secondFactorNotBegun();
      return { recoveryCodes };
    },

    end: async (principal: PersonPrincipal, { password, code }: SecondFactorEnd): Promise<void> => {
      const person = await withPassword(principal, password);
      const verdict = await unitOfWork.system(async (tx) => {
        const found = await secondFactor.check(tx, person.id, code, clock.now());
        if (found !== 'right') return found;
        await secondFactor.end(tx, person.id);
        await mails.send(tx, { ...recipient(person), mail: { kind: 'second-factor-off' } });
        tx.audit({ action: 'second-factor.disabled', subject: { kind: 'person', id: person.id } });
        return found;
      });
      if (verdict === 'not-needed') throw secondFactorOff();
      if (verdict !== 'right') throw secondFactorWrong();
    },
  };
}
