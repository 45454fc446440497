import { badRequest, forbidden } from '#platform/errors.ts';
import type { CallRequest } from '#platform/http/access.ts';
import { type Answered, answered } from '#platform/http/answers.ts';
import { setCookie } from '#platform/http/cookies.ts';
import { REFRESH_TOKEN_SECONDS } from './session-tokens.ts';
import { missingAuth } from './sessions.errors.ts';

/** What pages of this installation send with every request that gives them a refresh token, or uses it. Forms of other sites cannot. */
export const SESSION_HEADER = 'x-foyer-session';

/** The one route that gets it back. */
const COOKIE_PATH = '/api/v1/auth/refresh';

interface Tokens {
  refreshToken?: string | undefined;
}

/**
 * Keeps refresh tokens of our own pages in a cookie, out of reach of whatever script runs there. Three things keep other sites from using
 * it: the browser sends it to no request that began elsewhere, a header is asked for that no form can set, and so is an `Origin` of ours.
 */
export interface RefreshCookies {
  /**
   * An answer with the tokens that `work` makes: as they are, or, for a page that asked so, with the refresh token in a cookie instead.
   * Whether it may ask is seen first.
   * @throws {AppError} VALIDATION_FAILED, FORBIDDEN_ORIGIN
   */
  give<T extends Tokens>(request: CallRequest, work: () => Promise<T>): Promise<Answered<200, T>>;
  /**
   * The refresh token of a request: from its cookie where the page says so, otherwise from its body.
   * @throws {AppError} VALIDATION_FAILED, FORBIDDEN_ORIGIN, MISSING_AUTH
   */
  take(request: CallRequest, inBody: string | undefined): string;
  /** Headers that take the cookie away from a page that has one. */
  clear(request: CallRequest): Record<string, string>;
}

/** @param publicUrl as the operator has set it; otherwise pages are at the address by which their requests come */
export function createRefreshCookies(publicUrl: string | undefined): RefreshCookies {
  const baseUrl = ({ protocol, host }: CallRequest): string => publicUrl ?? `${protocol}://${host}`;
  const cookieOf = (request: CallRequest, value: string, maxAgeSeconds: number): string => {
    const secure = baseUrl(request).startsWith('https:');
    return setCookie(nameOf(secure), value, { path: COOKIE_PATH, maxAgeSeconds, secure });
  };

  /** @throws {AppError} VALIDATION_FAILED, FORBIDDEN_ORIGIN */
  const isWanted = (request: CallRequest): boolean => {
    const wanted = request.header(SESSION_HEADER);
    if (wanted === undefined) return false;
    if (wanted !== 'cookie') throw unknownSessionKind();
    if (request.origin !== new URL(baseUrl(request)).origin) throw foreignOrigin();
    return true;
  };

  return {
    give: async (request, work) => {
      const wantsCookie = isWanted(request);
      const tokens = await work();
      if (!wantsCookie || tokens.refreshToken === undefined) return answered(200, tokens);
      const { refreshToken, ...rest } = tokens;
      return answered(200, rest as typeof tokens, { 'set-cookie': cookieOf(request, refreshToken, REFRESH_TOKEN_SECONDS) });
    },

    take: (request, inBody) => {
      if (!isWanted(request)) {
        if (inBody === undefined) throw refreshTokenMissing();
        return inBody;
      }
      if (inBody !== undefined) throw refreshTokenTwice();
      const inCookie = request.cookie(nameOf(baseUrl(request).startsWith('https:')));
      if (inCookie === undefined || inCookie === '') throw missingAuth();
      return inCookie;
    },

    clear: (request) => (isWanted(request) ? { 'set-cookie': cookieOf(request, '', 0) } : {}),
  };
}

const nameOf = (secure: boolean): string => (secure ? '__Secure-foyer-refresh' : 'foyer-refresh');

const invalid = (path: string, message: string) => badRequest('VALIDATION_FAILED', 'The request is not valid.', [{ path, message }]);
const unknownSessionKind = () => invalid('X-Foyer-Session', 'Must be “cookie”, or left out');
const refreshTokenMissing = () => invalid('refreshToken', 'Is required');
const refreshTokenTwice = () => invalid('refreshToken', 'Comes in the cookie: leave it out');
const foreignOrigin = () => forbidden('FORBIDDEN_ORIGIN', 'Only pages of this installation may keep a sign-in in a cookie.');
