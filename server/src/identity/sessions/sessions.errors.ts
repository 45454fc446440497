import { conflict, forbidden, notFound, tooManyRequests, unauthorized, unprocessable } from '#platform/errors.ts';

export const missingAuth = () => unauthorized('MISSING_AUTH', 'Sign in first: send “Authorization: Bearer <access token>”.');
export const invalidToken = () => unauthorized('INVALID_TOKEN', 'The token is not one of ours.');
export const tokenExpired = () => unauthorized('TOKEN_EXPIRED', 'The token has expired.');
export const sessionRevoked = () => unauthorized('SESSION_REVOKED', 'This sign-in has ended. Sign in again.');
export const sessionIdle = () =>
  unauthorized('SESSION_IDLE', 'Nothing was done with this sign-in for longer than your organisation allows. Sign in again.');
export const refreshTokenReused = () =>
  unauthorized('REFRESH_TOKEN_REUSED', 'This refresh token was used before, so the sign-in that it belongs to was ended. Sign in again.');

/** The same for a wrong password and for an address that nobody has. */
export const invalidCredentials = () => unauthorized('INVALID_CREDENTIALS', 'The e-mail address or the password is wrong.');
export const accountLocked = (retryAfterSeconds: number) =>
  tooManyRequests('ACCOUNT_LOCKED', 'Too many sign-ins with this address have failed. Try again later.', retryAfterSeconds);
export const tooManySignIns = (retryAfterSeconds: number) =>
  tooManyRequests('RATE_LIMITED', 'Too many tries. Try again later.', retryAfterSeconds);

export const ssoRequired = () => forbidden('SSO_REQUIRED', 'This organisation wants its members to sign in through its identity provider.');

export const currentPasswordWrong = () => unprocessable('CURRENT_PASSWORD_WRONG', 'The current password is wrong.');
export const passwordUnchanged = () => unprocessable('PASSWORD_UNCHANGED', 'The new password is the same as the current one.');

export const secondFactorRequired = () =>
  unauthorized('SECOND_FACTOR_REQUIRED', 'A code of your authenticator app, or a recovery code, is needed as well.');
export const secondFactorWrong = () =>
  unauthorized('SECOND_FACTOR_WRONG', 'The code of the authenticator app is wrong, or was used before.');
/** The same for a wrong code, one that is too old, and an address that nobody has. */
export const codeInvalid = () => unauthorized('CODE_INVALID', 'The code is wrong or has expired. Ask for a new one.');
export const resetTokenInvalid = () =>
  unauthorized('RESET_TOKEN_INVALID', 'This link to choose a new password has expired or was used. Ask for a new one.');
export const registrationClosed = () => forbidden('REGISTRATION_CLOSED', 'This installation takes new people by invitation only.');
export const signInNotFound = () => notFound('SESSION_NOT_FOUND', 'You have no such sign-in.');
export const secondFactorOn = () => conflict('SECOND_FACTOR_ON', 'An authenticator app is on already. Switch it off first.');
export const secondFactorNotBegun = () =>
  unprocessable('SECOND_FACTOR_CODE_WRONG', 'The code is wrong, or no authenticator app waits to be confirmed.');
export const secondFactorOff = () => conflict('SECOND_FACTOR_OFF', 'No authenticator app is on.');
