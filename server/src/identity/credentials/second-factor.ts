import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import { hashToken } from '#platform/crypto/tokens.ts';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import * as repository from './second-factor.repository.ts';

/** `missing`: there is a second factor and no code was given. */
export type SecondFactorVerdict = 'not-needed' | 'missing' | 'wrong' | 'right';

export interface SecondFactor {
  isOn(tx: SystemTransaction, personId: string): Promise<boolean>;
  /** Judges a code of the app, or uses up a recovery code. What it notes has to be committed also where the sign-in goes no further. */
  check(tx: SystemTransaction, personId: string, code: string | undefined, now: Date): Promise<SecondFactorVerdict>;
  /** A new secret, which counts once it is confirmed; one that was not confirmed is replaced. @returns undefined where one is on */
  begin(tx: SystemTransaction, person: { id: string; email: string }): Promise<{ secret: string; otpauthUrl: string } | undefined>;
  /** @returns the recovery codes, or undefined where the code is wrong or nothing waits for it */
  confirm(tx: SystemTransaction, personId: string, code: string, now: Date): Promise<string[] | undefined>;
  end(tx: SystemTransaction, personId: string): Promise<void>;
}

const ISSUER = 'Foyer';
const STEP_SECONDS = 30;
/** Codes of the half-minute before and after are taken too: clocks differ, and people type. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** Without letters and digits that look alike. 10 of these 32 are 50 bits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz123456789';

export const secondFactorContext = (personId: string) => ({ purpose: `second-factor/${personId}` });

/** An authenticator app by RFC 6238 (SHA-1, six digits, 30 seconds: what all apps know). */
export function createSecondFactor({ secretBox }: { secretBox: SecretBox }): SecondFactor {
  /** The half-minute whose code this is, if it is one that was not used before. */
  const stepOf = ({ personId, sealedSecret, lastUsedStep }: repository.SecondFactorRow, code: string, now: Date): number | undefined => {
    const totp = new TOTP({ secret: Secret.fromBase32(secretBox.open(sealedSecret, secondFactorContext(personId))), period: STEP_SECONDS });
    const delta = totp.validate({ token: code, timestamp: now.getTime(), window: WINDOW });
    if (delta === null) return undefined;
    const step = Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
    return step > lastUsedStep ? step : undefined;
  };

  return {
    isOn: async (tx, personId) => (await repository.findSecondFactor(tx, personId))?.confirmedAt != null,

    check: async (tx, personId, code, now) => {
      const found = await repository.lockSecondFactor(tx, personId);
      if (!found?.confirmedAt) return 'not-needed';
      if (code === undefined) return 'missing';
      const step = stepOf(found, plain(code), now);
      if (step !== undefined) {
        await repository.noteUse(tx, found.id, step);
        return 'right';
      }
      if (!(await repository.useRecoveryCode(tx, personId, hashToken(plain(code))))) return 'wrong';
      const person = { kind: 'person' as const, id: personId };
      tx.audit({ action: 'recovery-code.used', actor: person, subject: person });
      return 'right';
    },

    begin: async (tx, { id, email }) => {
      const found = await repository.lockSecondFactor(tx, id);
      if (found?.confirmedAt) return undefined;
      const secret = new Secret({ size: 20 });
      await repository.replaceSecondFactor(tx, id, secretBox.seal(secret.base32, secondFactorContext(id)));
      return { secret: secret.base32, otpauthUrl: new TOTP({ issuer: ISSUER, label: email, secret, period: STEP_SECONDS }).toString() };
    },

    confirm: async (tx, personId, code, now) => {
      const found = await repository.lockSecondFactor(tx, personId);
      if (!found || found.confirmedAt) return undefined;
      const step = stepOf(found, plain(code), now);
      if (step === undefined) return undefined;
      await repository.confirmSecondFactor(tx, found.id, step, now);
      const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
      await repository.replaceRecoveryCodes(
        tx,
        personId,
        codes.map((recoveryCode) => hashToken(plain(recoveryCode))),
      );
      return codes;
    },

    end: (tx, personId) => repository.deleteSecondFactor(tx, personId),
  };
}

const plain = (code: string): string => code.replace(/[\s-]/g, '').toLowerCase();

function newRecoveryCode(): string {
  const letters = [...randomBytes(10)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
