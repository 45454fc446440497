import { z } from 'zod';
import { MemberRole } from './tenants.ts';
import { Email, Id, Locale, line, Moment, text } from './text.ts';

/** A password that somebody chooses now. Older ones are only ever compared. */
export const NewPassword = text({ min: 12, max: 256 });

const SentPassword = text({ min: 1, max: 1024 });

/** Six digits of an authenticator app, or one of the recovery codes; spaces and hyphens do not matter. */
const SecondFactorCode = text({ min: 1, max: 64 });

export const Login = z.strictObject({
  email: Email,
  password: SentPassword,
  /** Needed where a second factor is on: without it the answer is 401 `SECOND_FACTOR_REQUIRED`. */
  code: SecondFactorCode.optional(),
});
export type Login = z.output<typeof Login>;

export const OneTimeCodeRequest = z.strictObject({ email: Email });
export type OneTimeCodeRequest = z.output<typeof OneTimeCodeRequest>;

/** The same whether the address belongs to somebody or not. */
export const OneTimeCodeSent = z.object({
  /** How long the code works, in seconds. */
  expiresIn: z.int().min(1),
});
export type OneTimeCodeSent = z.output<typeof OneTimeCodeSent>;

const SentCode = text({ min: 1, max: 20 });

export const OneTimeCodeLogin = z.strictObject({
  email: Email,
  /** The six digits of the mail. */
  code: SentCode,
  /** Needed where a second factor is on. */
  secondFactorCode: SecondFactorCode.optional(),
});
export type OneTimeCodeLogin = z.output<typeof OneTimeCodeLogin>;

export const Registration = z.strictObject({
  email: Email,
  name: line({ max: 200 }),
  password: NewPassword,
  /** The language of mails to them. */
  locale: Locale.optional(),
});
export type Registration = z.output<typeof Registration>;

export const EmailVerification = z.strictObject({ email: Email, code: SentCode });
export type EmailVerification = z.output<typeof EmailVerification>;

export const ForgottenPassword = z.strictObject({ email: Email });
export const PasswordReset = z.strictObject({ token: text({ min: 1, max: 200 }), newPassword: NewPassword });
export type PasswordReset = z.output<typeof PasswordReset>;

/** The password again: whoever sits down at a device that is signed in cannot change how one signs in. */
export const SecondFactorStart = z.strictObject({ password: SentPassword });
export type SecondFactorStart = z.output<typeof SecondFactorStart>;

export const SecondFactorSecret = z.object({
  /** Base32, for typing it in. */
  secret: z.string(),
  /** `otpauth://…`, for a QR code. */
  otpauthUrl: z.string(),
});
export type SecondFactorSecret = z.output<typeof SecondFactorSecret>;

export const SecondFactorConfirmation = z.strictObject({ code: SecondFactorCode });
export type SecondFactorConfirmation = z.output<typeof SecondFactorConfirmation>;

/** Shown once. Each stands in for the authenticator app one time. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.output<typeof RecoveryCodes>;

export const SecondFactorEnd = z.strictObject({ password: SentPassword, code: SecondFactorCode });
export type SecondFactorEnd = z.output<typeof SecondFactorEnd>;

/** A device that is signed in. */
export const SignInSession = z.object({
  id: Id,
  userAgent: z.string().nullable(),
  /** From where it signed in. */
  ipAddress: z.string().nullable(),
  createdAt: Moment,
  /** To the minute. */
  lastUsedAt: Moment,
  expiresAt: Moment,
  /** The one that asks. */
  isCurrent: z.boolean(),
});
export type SignInSession = z.output<typeof SignInSession>;
export const SignInSessions = z.object({ items: z.array(SignInSession) });

export const Refresh = z.strictObject({
  /** Left out by pages of this installation that keep it in their cookie (`X-Foyer-Session: cookie`). */
  refreshToken: text({ min: 1, max: 4096 }).optional(),
});
export type Refresh = z.output<typeof Refresh>;

export const ChangePassword = z.strictObject({ currentPassword: SentPassword, newPassword: NewPassword });
export type ChangePassword = z.output<typeof ChangePassword>;

/** The signed-in person, with the tenants that they are a member of. */
export const User = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  isPlatformAdmin: z.boolean(),
  isEmailVerified: z.boolean(),
  /** An authenticator app is asked for at every sign-in. */
  hasSecondFactor: z.boolean(),
  tenants: z.array(z.object({ id: Id, name: z.string(), slug: z.string(), role: MemberRole })),
});
export type User = z.output<typeof User>;

const tokens = {
  accessToken: z.string(),
  /** Not here where it was put into a cookie, as pages of this installation ask by `X-Foyer-Session: cookie`. */
  refreshToken: z.string().optional(),
  /** Of the access token, in seconds. */
  expiresIn: z.int().min(1),
};
export const RefreshedTokens = z.object(tokens);
export type RefreshedTokens = z.output<typeof RefreshedTokens>;
export const SignedIn = z.object({ ...tokens, user: User });
export type SignedIn = z.output<typeof SignedIn>;
