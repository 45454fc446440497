import { randomInt } from 'node:crypto';
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import { equalInConstantTime, hashToken } from '#platform/crypto/tokens.ts';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import * as repository from './one-time-codes.repository.ts';

export type CodePurpose = repository.OneTimeCodeRow['purpose'];

export const CODE_LIFETIME_MS = 10 * 60_000;
/** Wrong tries after which a code is void: with five of a million, and a few codes an hour, guessing takes years. */
const MAXIMUM_ATTEMPTS = 5;
const DIGITS = 6;

export interface OneTimeCodes {
  /** A new code for an address; the one before no longer works. */
  issue(tx: SystemTransaction, purpose: CodePurpose, email: string, now: Date): Promise<string>;
  /** Judges a code and counts the try, which has to last: what refuses is thrown after the commit. */
  judge(tx: SystemTransaction, purpose: CodePurpose, email: string, code: string, now: Date): Promise<JudgedCode>;
}

export type JudgedCode = { isRight: false } | { isRight: true; useUp(): Promise<void> };

export const oneTimeCodeContext = (purpose: CodePurpose, addressHash: string) => ({ purpose: `one-time-code/${purpose}/${addressHash}` });

export function createOneTimeCodes({ secretBox }: { secretBox: SecretBox }): OneTimeCodes {
  return {
    issue: async (tx, purpose, email, now) => {
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
      const addressHash = addressHashOf(email);
      await repository.deleteExpiredCodes(tx, now);
      await repository.replaceCode(tx, {
        purpose,
        addressHash,
        sealedCode: secretBox.seal(code, oneTimeCodeContext(purpose, addressHash)),
        expiresAt: new Date(now.getTime() + CODE_LIFETIME_MS),
      });
      return code;
    },

    judge: async (tx, purpose, email, code, now) => {
      const addressHash = addressHashOf(email);
      const found = await repository.lockCode(tx, purpose, addressHash);
      if (!found || found.expiresAt <= now || found.attempts >= MAXIMUM_ATTEMPTS) return { isRight: false };
      await repository.countAttempt(tx, found.id);
      const expected = secretBox.open(found.sealedCode, oneTimeCodeContext(purpose, addressHash));
      if (!equalInConstantTime(expected, code.replace(/[\s-]/g, ''))) return { isRight: false };
      return { isRight: true, useUp: () => repository.deleteCode(tx, found.id) };
    },
  };
}

/** Capitals do not matter. */
export const addressHashOf = (email: string): string => hashToken(email.toLowerCase());
