import { tooManyRequests, unauthorized, unprocessable } from '#platform/errors.ts';

export const missingAuth = () => unauthorized('MISSING_AUTH', 'Sign in first: send “Authorization: Bearer <access token>”.');
export const invalidToken = () => unauthorized('INVALID_TOKEN', 'The token is not one of ours.');
export const tokenExpired = () => unauthorized('TOKEN_EXPIRED', 'The token has expired.');
export const sessionRevoked = () => unauthorized('SESSION_REVOKED', 'This sign-in has ended. Sign in again.');
export const refreshTokenReused = () =>
  unauthorized('REFRESH_TOKEN_REUSED', 'This refresh token was used before, so the sign-in that it belongs to was ended. Sign in again.');

/** The same for a wrong password and for an address that nobody has. */
export const invalidCredentials = () => unauthorized('INVALID_CREDENTIALS', 'The e-mail address or the password is wrong.');
export const accountLocked = (retryAfterSeconds: number) =>
  tooManyRequests('ACCOUNT_LOCKED', 'Too many sign-ins with this address have failed. Try again later.', retryAfterSeconds);
export const tooManySignIns = (retryAfterSeconds: number) =>
  tooManyRequests('RATE_LIMITED', 'Too many tries. Try again later.', retryAfterSeconds);

export const currentPasswordWrong = () => unprocessable('CURRENT_PASSWORD_WRONG', 'The current password is wrong.');
export const passwordUnchanged = () => unprocessable('PASSWORD_UNCHANGED', 'The new password is the same as the current one.');
