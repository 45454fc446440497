import { ChangePassword, Login, Refresh, RefreshedTokens, SignedIn, User } from '@foyer/contracts/auth.ts';
import { person, publicAccess } from '#platform/http/access.ts';
import { noContent } from '#platform/http/answers.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { Sessions } from './sessions.service.ts';

const tags = ['Sign-in'];
/** Per address of the caller: a household or an office shares one. */
const perCaller = (limit: number) => ({ key: 'ip' as const, limit, windowSeconds: 60 });

export function sessionRoutes(sessions: Sessions): RouteModule {
  return (routes) => {
    routes.post('/auth/login', {
      summary: 'Sign in with a password',
      tags,
      access: publicAccess(),
      rateLimit: perCaller(60),
      body: Login,
      answers: { 200: SignedIn },
      problems: ['INVALID_CREDENTIALS', 'ACCOUNT_LOCKED', 'PASSWORD_CHECKS_BUSY'],
      handle: ({ body }) => sessions.signIn(body),
    });

    routes.post('/auth/refresh', {
      summary: 'Exchange a refresh token for a new pair of tokens',
      description: 'Each refresh token works once, and for ten seconds more. Used again later, it ends the sign-in.',
      tags,
      access: publicAccess(),
      rateLimit: perCaller(300),
      body: Refresh,
      answers: { 200: RefreshedTokens },
      problems: ['INVALID_TOKEN', 'TOKEN_EXPIRED', 'SESSION_REVOKED', 'REFRESH_TOKEN_REUSED'],
      handle: ({ body }) => sessions.refresh(body.refreshToken),
    });

    routes.post('/auth/logout', {
      summary: 'Sign out: the tokens of this sign-in stop working at once',
      tags,
      access: person(),
      answers: { 204: null },
      handle: async ({ person }) => {
        await sessions.signOut(person);
        return noContent();
      },
    });

    routes.get('/auth/me', {
      summary: 'Read who is signed in',
      tags,
      access: person(),
      answers: { 200: User },
      handle: ({ person }) => sessions.me(person),
    });

    routes.post('/auth/change-password', {
      summary: 'Choose a new password; every other sign-in ends',
      tags,
      access: person(),
      rateLimit: { key: ({ person }) => `change-password:${person.personId}`, limit: 10, windowSeconds: 15 * 60 },
      body: ChangePassword,
      answers: { 204: null },
      problems: ['CURRENT_PASSWORD_WRONG', 'PASSWORD_UNCHANGED', 'PASSWORD_TOO_LONG', 'PASSWORD_CHECKS_BUSY'],
      handle: async ({ person, body }) => {
        await sessions.changePassword(person, body);
        return noContent();
      },
    });
  };
}
