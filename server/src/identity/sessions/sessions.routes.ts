import { Login, Refresh, RefreshedTokens, SignedIn, SignInSessions, User } from '@foyer/contracts/auth.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { person, publicAccess } from '#platform/http/access.ts';
import { noContent } from '#platform/http/answers.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { RefreshCookies } from './refresh-cookie.ts';
import type { Sessions } from './sessions.service.ts';
import { deviceOf, perCaller } from './sign-in-request.ts';

const tags = ['Sign-in'];

export function sessionRoutes(sessions: Sessions, cookies: RefreshCookies): RouteModule {
  return (routes) => {
    routes.post('/auth/login', {
      summary: 'Sign in with a password, and a code where a second factor is on',
      tags,
      access: publicAccess(),
      rateLimit: perCaller(60),
      body: Login,
      answers: { 200: SignedIn },
      problems: [
        'INVALID_CREDENTIALS',
        'SECOND_FACTOR_REQUIRED',
        'SECOND_FACTOR_WRONG',
        'ACCOUNT_LOCKED',
        'SSO_REQUIRED',
        'PASSWORD_CHECKS_BUSY',
        'FORBIDDEN_ORIGIN',
      ],
      handle: ({ body, request }) => cookies.give(request, () => sessions.signIn(body, deviceOf(request))),
    });

    routes.post('/auth/refresh', {
      summary: 'Exchange a refresh token for a new pair of tokens',
      description: 'Each refresh token works once, and for ten seconds more. Used again later, it ends the sign-in.',
      tags,
      access: publicAccess(),
      rateLimit: perCaller(300),
      body: Refresh,
      answers: { 200: RefreshedTokens },
      problems: [
        'INVALID_TOKEN',
        'TOKEN_EXPIRED',
        'SESSION_REVOKED',
        'SESSION_IDLE',
        'REFRESH_TOKEN_REUSED',
        'MISSING_AUTH',
        'FORBIDDEN_ORIGIN',
      ],
      handle: ({ body, request }) => cookies.give(request, () => sessions.refresh(cookies.take(request, body.refreshToken))),
    });

    routes.post('/auth/logout', {
      summary: 'Sign out: the tokens of this sign-in stop working at once',
      tags,
      access: person(),
      answers: { 204: null },
      problems: ['FORBIDDEN_ORIGIN'],
      handle: async ({ person, request }) => {
        const headers = cookies.clear(request);
        await sessions.signOut(person);
        return noContent(headers);
      },
    });

    routes.get('/auth/me', {
      summary: 'Read who is signed in',
      tags,
      access: person(),
      answers: { 200: User },
      handle: ({ person }) => sessions.me(person),
    });

    routes.get('/auth/sessions', {
      summary: 'List the devices on which you are signed in',
      tags,
      access: person(),
      answers: { 200: SignInSessions },
      handle: ({ person }) => sessions.list(person),
    });

    routes.delete('/auth/sessions/:sessionId', {
      summary: 'Sign out one of your devices, at once',
      tags,
      access: person(),
      params: z.strictObject({ sessionId: Id }),
      answers: { 204: null },
      problems: ['SESSION_NOT_FOUND'],
      handle: async ({ person, params }) => {
        await sessions.end(person, params.sessionId);
        return noContent();
      },
    });

    routes.delete('/auth/sessions', {
      summary: 'Sign out all of your other devices, at once',
      tags,
      access: person(),
      answers: { 204: null },
      handle: async ({ person }) => {
        await sessions.endOthers(person);
        return noContent();
      },
    });
  };
}
