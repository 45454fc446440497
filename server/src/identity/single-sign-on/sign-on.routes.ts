import { SignedIn } from '@foyer/contracts/auth.ts';
import { SignOnExchange, SignOnProviderQuery, SignOnProviders, SignOnStart } from '@foyer/contracts/single-sign-on.ts';
import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import { randomToken } from '#platform/crypto/tokens.ts';
import { type CallRequest, publicAccess } from '#platform/http/access.ts';
import { answered } from '#platform/http/answers.ts';
import { setCookie } from '#platform/http/cookies.ts';
import type { RouteModule } from '#platform/http/route-module.ts';
import type { RefreshCookies } from '../sessions/refresh-cookie.ts';
import { deviceOf, perCaller } from '../sessions/sign-in-request.ts';
import { returnPath } from './return-path.policy.ts';
import type { SignOn } from './sign-on.ts';
import type { SignOnAddress } from './sign-on-address.ts';
import { returnPathInvalid } from './single-sign-on.errors.ts';

const tags = ['Sign-in'];
const COOKIE_LIFETIME_SECONDS = 15 * 60;

/** A provider may add what it likes to the address; what counts is read by the client library. */
const Callback = z.looseObject({ state: z.string().max(200).optional(), code: z.string().max(4_000).optional() });

/** With TLS under a name that no other site of the domain can write. */
const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-foyer-sign-on' : 'foyer-sign-on');

export function signOnRoutes(signOn: SignOn, address: SignOnAddress, cookies: RefreshCookies): RouteModule {
  const isSecure = (request: CallRequest) => address.baseUrl(request).startsWith('https:');
  const browserOf = (request: CallRequest): string | undefined => {
    const secret = request.cookie(cookieName(isSecure(request)));
    return secret !== undefined && SECRET.test(secret) ? secret : undefined;
  };

  return (routes) => {
    routes.get('/auth/oidc/providers', {
      summary: 'List the identity providers through which members of a tenant may sign in',
      tags,
      access: publicAccess(),
      rateLimit: perCaller(60),
      query: SignOnProviderQuery,
      answers: { 200: SignOnProviders },
      handle: ({ query }) => signOn.providersOf(query.tenant),
    });

    routes.get('/auth/oidc/:providerId/start', {
      summary: 'Send the browser to an identity provider',
      description:
        'A page is opened here, not fetched. The browser comes back to `returnTo` with `#sign-on-code=…`, or with `#sign-on-error=…` and one of SSO_UNAVAILABLE, SSO_REFUSED, SSO_INVALID, SSO_EMAIL_NOT_VERIFIED, SSO_DOMAIN_NOT_ALLOWED, SSO_NOT_ADMITTED.',
      tags,
      access: publicAccess(),
      rateLimit: perCaller(60),
      params: z.strictObject({ providerId: Id }),
      query: SignOnStart,
      answers: { 303: null },
      problems: ['IDENTITY_PROVIDER_NOT_FOUND'],
      handle: async ({ params, query, request }) => {
        const returnTo = returnPath(query.returnTo);
        if (returnTo === undefined) throw returnPathInvalid();
        // Two tabs of one browser share the secret, so that both come back.
        const browser = browserOf(request) ?? randomToken();
        const { url } = await signOn.begin(params.providerId, { browser, redirectUri: address.redirectUri(request), returnTo });
        const secure = isSecure(request);
        const cookie = setCookie(cookieName(secure), browser, {
          path: '/',
          maxAgeSeconds: COOKIE_LIFETIME_SECONDS,
          secure,
          sameSite: 'lax',
        });
        return answered(303, undefined, { location: url, 'set-cookie': cookie });
      },
    });

    routes.get('/auth/oidc/callback', {
      summary: 'Where identity providers send browsers back to',
      tags,
      access: publicAccess(),
      rateLimit: perCaller(60),
      query: Callback,
      answers: { 303: null },
      problems: ['SSO_EXPIRED'],
      handle: async ({ query, request }) => {
        const said = Object.entries(query).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value] as [string, string]] : [],
        );
        const { url } = await signOn.comeBack(new URLSearchParams(said), browserOf(request));
        return answered(303, undefined, { location: url });
      },
    });

    routes.post('/auth/oidc/exchange', {
      summary: 'Sign in with the code from the fragment; it works once, for a minute, in the browser that began',
      description: 'What this sign-in opens is the tenant of the identity provider, and no other.',
      tags,
      access: publicAccess(),
      rateLimit: perCaller(60),
      body: SignOnExchange,
      answers: { 200: SignedIn },
      problems: ['SSO_EXPIRED', 'SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_WRONG', 'ACCOUNT_LOCKED', 'FORBIDDEN_ORIGIN'],
      handle: ({ body, request }) => cookies.give(request, () => signOn.exchange(body, browserOf(request), deviceOf(request))),
    });
  };
}

const SECRET = /^[\w-]{43}$/;
