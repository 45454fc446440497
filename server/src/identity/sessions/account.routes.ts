import {
  ChangePassword,
  EmailVerification,
  ForgottenPassword,
  OneTimeCodeLogin,
  OneTimeCodeRequest,
  OneTimeCodeSent,
  PasswordReset,
  RecoveryCodes,
  Registration,
  SecondFactorConfirmation,
  SecondFactorEnd,
  SecondFactorSecret,
  SecondFactorStart,
  SignedIn,
} from '@foyer/contracts/auth.ts';
import { type PersonPrincipal, person, publicAccess } from '#platform/http/access.ts';
import { answered, noContent } from '#platform/http/answers.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { RefreshCookies } from './refresh-cookie.ts';
import type { Sessions } from './sessions.service.ts';
import { deviceOf, languageOf, perCaller } from './sign-in-request.ts';

/** Guesses by somebody who holds an access token. */
const perPerson = (what: string) => ({
  key: ({ person }: { person: PersonPrincipal }) => `${what}:${person.personId}`,
  limit: 10,
  windowSeconds: 15 * 60,
});

/** Codes by mail, registration, passwords, second factors. What asks for a mail answers alike, whether the address belongs to somebody or not. */
export function accountRoutes(sessions: Sessions, cookies: RefreshCookies): RouteModule {
  return (routes) => {
    routes.post('/auth/otp/send', {
      summary: 'Send a sign-in code to an e-mail address',
      description:
        'Six digits that work once, for ten minutes; a new code replaces the one before. Nothing tells whether somebody has the address.',
      tags: ['Sign-in'],
      access: publicAccess(),
      rateLimit: perCaller(20),
      alsoV2: true,
      body: OneTimeCodeRequest,
      answers: { 202: OneTimeCodeSent },
      handle: async ({ body, request }) => answered(202, await sessions.sendCode(body.email, languageOf(request))),
    });

    routes.post('/auth/otp/verify', {
      summary: 'Sign in with the code that came by mail',
      tags: ['Sign-in'],
      access: publicAccess(),
      rateLimit: perCaller(60),
      alsoV2: true,
      body: OneTimeCodeLogin,
      answers: { 200: SignedIn },
      problems: ['CODE_INVALID', 'SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_WRONG', 'ACCOUNT_LOCKED', 'SSO_REQUIRED', 'FORBIDDEN_ORIGIN'],
      handle: ({ body, request }) => cookies.give(request, () => sessions.signInByCode(body, deviceOf(request))),
    });

    routes.post('/auth/register', {
      summary: 'Register, where the installation is open to anybody',
      description: 'A code goes to the address; the account is made by `POST /auth/verify-email`.',
      tags: ['Accounts'],
      access: publicAccess(),
      rateLimit: perCaller(20),
      body: Registration,
      answers: { 202: OneTimeCodeSent },
      problems: ['REGISTRATION_CLOSED', 'PASSWORD_TOO_LONG', 'PASSWORD_CHECKS_BUSY'],
      handle: async ({ body }) => answered(202, await sessions.register(body)),
    });

    routes.post('/auth/verify-email', {
      summary: 'Finish a registration with the code that came by mail; this signs in',
      tags: ['Accounts'],
      access: publicAccess(),
      rateLimit: perCaller(60),
      body: EmailVerification,
      answers: { 200: SignedIn },
      problems: ['CODE_INVALID', 'ACCOUNT_LOCKED', 'FORBIDDEN_ORIGIN'],
      handle: ({ body, request }) => cookies.give(request, () => sessions.verifyEmail(body, deviceOf(request))),
    });

    routes.post('/auth/change-password', {
      summary: 'Choose a new password; every other sign-in ends',
      tags: ['Accounts'],
      access: person(),
      rateLimit: perPerson('change-password'),
      body: ChangePassword,
      answers: { 204: null },
      problems: ['CURRENT_PASSWORD_WRONG', 'PASSWORD_UNCHANGED', 'PASSWORD_TOO_LONG', 'PASSWORD_CHECKS_BUSY'],
      handle: async ({ person, body }) => {
        await sessions.changePassword(person, body);
        return noContent();
      },
    });

    routes.post('/auth/forgot-password', {
      summary: 'Ask for a mail with which a forgotten password can be replaced',
      tags: ['Accounts'],
      access: publicAccess(),
      rateLimit: perCaller(20),
      body: ForgottenPassword,
      answers: { 202: null },
      handle: async ({ body, request }) => {
        await sessions.forgotPassword(body.email, languageOf(request));
        return answered(202, undefined);
      },
    });

    routes.post('/auth/reset-password', {
      summary: 'Choose a new password with the token of the mail; every sign-in ends',
      tags: ['Accounts'],
      access: publicAccess(),
      rateLimit: perCaller(20),
      body: PasswordReset,
      answers: { 204: null },
      problems: ['RESET_TOKEN_INVALID', 'PASSWORD_TOO_LONG', 'PASSWORD_CHECKS_BUSY'],
      handle: async ({ body }) => {
        await sessions.resetPassword(body);
        return noContent();
      },
    });

    routes.post('/auth/totp/enable', {
      summary: 'Begin to set up an authenticator app',
      description: 'The secret counts once `POST /auth/totp/confirm` has shown that the app has it.',
      tags: ['Accounts'],
      access: person(),
      rateLimit: perPerson('second-factor'),
      idempotent: false,
      body: SecondFactorStart,
      answers: { 200: SecondFactorSecret },
      problems: ['CURRENT_PASSWORD_WRONG', 'SECOND_FACTOR_ON', 'PASSWORD_CHECKS_BUSY'],
      handle: ({ person, body }) => sessions.startSecondFactor(person, body),
    });

    routes.post('/auth/totp/confirm', {
      summary: 'Switch the authenticator app on with a code of it; the recovery codes are shown once',
      tags: ['Accounts'],
      access: person(),
      rateLimit: perPerson('second-factor'),
      idempotent: false,
      body: SecondFactorConfirmation,
      answers: { 200: RecoveryCodes },
      problems: ['SECOND_FACTOR_CODE_WRONG'],
      handle: ({ person, body }) => sessions.confirmSecondFactor(person, body.code),
    });

    routes.post('/auth/totp/disable', {
      summary: 'Switch the authenticator app off',
      tags: ['Accounts'],
      access: person(),
      rateLimit: perPerson('second-factor'),
      body: SecondFactorEnd,
      answers: { 204: null },
      problems: ['CURRENT_PASSWORD_WRONG', 'SECOND_FACTOR_OFF', 'SECOND_FACTOR_WRONG', 'PASSWORD_CHECKS_BUSY'],
      handle: async ({ person, body }) => {
        await sessions.endSecondFactor(person, body);
        return noContent();
      },
    });
  };
}
