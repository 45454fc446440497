import type {
  ChangePassword,
  EmailVerification,
  Login,
  OneTimeCodeLogin,
  OneTimeCodeSent,
  PasswordReset,
  RecoveryCodes,
  RefreshedTokens,
  Registration,
  SecondFactorEnd,
  SecondFactorSecret,
  SecondFactorStart,
  SignedIn,
  SignInSession,
  User,
} from '@foyer/contracts/auth.ts';
import type { Clock } from '#platform/clock.ts';
import type { PasswordHasher } from '#platform/crypto/password.ts';
import type { SecretBox } from '#platform/crypto/secret-box.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { PersonPrincipal } from '#platform/http/access.ts';
import type { RateLimiter } from '#platform/http/rate-limit.ts';
import type { AccountMails } from '../account-mail/account-mail.jobs.ts';
import { createOneTimeCodes } from '../credentials/one-time-codes.ts';
import { createSecondFactor } from '../credentials/second-factor.ts';
import { createSignInStart, type Device, type SignInStart } from './begin-sign-in.ts';
import { createCodeSignIn } from './code-sign-in.ts';
import { createPasswordChange } from './password-change.ts';
import { createRefresh } from './refresh.ts';
import { createRegistration } from './registration.ts';
import { createSecondFactorSetUp } from './second-factor-set-up.ts';
import type { SessionTokens } from './session-tokens.ts';
import { sessionRevoked, signInNotFound } from './sessions.errors.ts';
import { listSignIns, revokeSignIn, revokeSignInOf, revokeSignIns } from './sessions.repository.ts';
import { createSignIn } from './sign-in.ts';
import { findUser } from './signed-in-user.ts';

export interface SessionDependencies {
  unitOfWork: UnitOfWork;
  passwords: PasswordHasher;
  tokens: SessionTokens;
  secretBox: SecretBox;
  mails: AccountMails;
  rateLimiter: RateLimiter;
  clock: Clock;
  isRegistrationOpen: boolean;
}

export interface Sessions {
  /** @throws {AppError} INVALID_CREDENTIALS, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED, RATE_LIMITED */
  signIn(login: Login, device: Device): Promise<SignedIn>;
  /** @throws {AppError} RATE_LIMITED */
  sendCode(email: string, locale: string | undefined): Promise<OneTimeCodeSent>;
  /** @throws {AppError} CODE_INVALID, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_WRONG, ACCOUNT_LOCKED */
  signInByCode(login: OneTimeCodeLogin, device: Device): Promise<SignedIn>;
  /** @throws {AppError} REGISTRATION_CLOSED, RATE_LIMITED */
  register(registration: Registration): Promise<OneTimeCodeSent>;
  /** @throws {AppError} CODE_INVALID, ACCOUNT_LOCKED */
  verifyEmail(verification: EmailVerification, device: Device): Promise<SignedIn>;
  /** @throws {AppError} INVALID_TOKEN, TOKEN_EXPIRED, SESSION_REVOKED, REFRESH_TOKEN_REUSED */
  refresh(refreshToken: string): Promise<RefreshedTokens>;
  /** Takes effect at once: the access token no longer works either. */
  signOut(person: PersonPrincipal): Promise<void>;
  me(person: PersonPrincipal): Promise<User>;
  /** The devices that are signed in, the one used last first. */
  list(person: PersonPrincipal): Promise<{ items: SignInSession[] }>;
  /** @throws {AppError} SESSION_NOT_FOUND */
  end(person: PersonPrincipal, signInId: string): Promise<void>;
  /** Every other device. */
  endOthers(person: PersonPrincipal): Promise<void>;
  /** Ends every other sign-in of the person. @throws {AppError} CURRENT_PASSWORD_WRONG, PASSWORD_UNCHANGED */
  changePassword(person: PersonPrincipal, change: ChangePassword): Promise<void>;
  /** @throws {AppError} RATE_LIMITED */
  forgotPassword(email: string, locale: string | undefined): Promise<void>;
  /** @throws {AppError} RESET_TOKEN_INVALID */
  resetPassword(reset: PasswordReset): Promise<void>;
  /** @throws {AppError} CURRENT_PASSWORD_WRONG, SECOND_FACTOR_ON */
  startSecondFactor(person: PersonPrincipal, start: SecondFactorStart): Promise<SecondFactorSecret>;
  /** @throws {AppError} SECOND_FACTOR_CODE_WRONG */
  confirmSecondFactor(person: PersonPrincipal, code: string): Promise<RecoveryCodes>;
  /** @throws {AppError} CURRENT_PASSWORD_WRONG, SECOND_FACTOR_OFF, SECOND_FACTOR_WRONG */
  endSecondFactor(person: PersonPrincipal, end: SecondFactorEnd): Promise<void>;
  /** Signs in whoever has shown in another way who they are. */
  start: SignInStart;
}

export function createSessions(dependencies: SessionDependencies): Sessions {
  const { unitOfWork, clock, tokens, secretBox } = dependencies;
  const secondFactor = createSecondFactor({ secretBox });
  const start = createSignInStart({ tokens, secondFactor });
  const parts = { ...dependencies, start, secondFactor, codes: createOneTimeCodes({ secretBox }) };
  const byCode = createCodeSignIn(parts);
  const registration = createRegistration(parts);
  const passwords = createPasswordChange(parts);
  const secondFactorSetUp = createSecondFactorSetUp(parts);

  return {
    start,
    signIn: createSignIn(parts),
    sendCode: byCode.send,
    signInByCode: byCode.signIn,
    register: registration.register,
    verifyEmail: registration.verify,
    refresh: createRefresh(dependencies),
    signOut: ({ sessionId }) =>
      unitOfWork.system(async (tx) => {
        await revokeSignIn(tx, sessionId, 'signed-out', clock.now());
        tx.audit({ action: 'sign-in.ended', subject: { id: sessionId } });
      }),

    me: async ({ personId, onlyTenantId }) => {
      const user = await unitOfWork.system((tx) => findUser(tx, personId, onlyTenantId));
      if (!user) throw sessionRevoked();
      return user;
    },

    list: async ({ personId, onlyTenantId, sessionId }) => {
      const rows = await unitOfWork.system((tx) => listSignIns(tx, { personId, onlyTenantId }, clock.now()));
      return {
        items: rows.map(({ id, userAgent, ipAddress, createdAt, lastUsedAt, expiresAt }) => ({
          id,
          userAgent,
          ipAddress,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt.toISOString(),
          expiresAt: expiresAt.toISOString(),
          isCurrent: id === sessionId,
        })),
      };
    },

    end: async ({ personId, onlyTenantId }, signInId) => {
      const hasEnded = await unitOfWork.system(async (tx) => {
        const ended = await revokeSignInOf(tx, { personId, onlyTenantId }, signInId, clock.now());
        if (ended) tx.audit({ action: 'sign-in.ended', subject: { id: signInId } });
        return ended;
      });
      if (!hasEnded) throw signInNotFound();
    },

    endOthers: ({ personId, onlyTenantId, sessionId }) =>
      unitOfWork.system(async (tx) => {
        await revokeSignIns(tx, { personId, onlyTenantId, except: sessionId, because: 'signed-out-elsewhere', revokedAt: clock.now() });
        tx.audit({ action: 'sign-in.ended', facts: { which: 'all others' } });
      }),

    changePassword: passwords.change,
    forgotPassword: passwords.forgot,
    resetPassword: passwords.reset,
    startSecondFactor: secondFactorSetUp.start,
    confirmSecondFactor: secondFactorSetUp.confirm,
    endSecondFactor: secondFactorSetUp.end,
  };
}
