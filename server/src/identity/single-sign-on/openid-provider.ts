import * as openid from 'openid-client';
import type { Clock } from '#platform/clock.ts';
import { assertOutsideUnitOfWork } from '#platform/db/unit-of-work.ts';
import type { GuardedClient } from '#platform/outbound/guarded-client.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { SignOnFailure } from './sign-on-failure.ts';

/** A provider, and who we are to it. */
export interface ProviderAccess {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** What a browser is sent away with and has to bring back. */
export interface SignOnRequest {
  state: string;
  nonce: string;
  codeVerifier: string;
  redirectUri: string;
}

/** Whom a provider vouches for. */
export interface Vouched {
  issuer: string;
  /** The provider's own name for the person, which never changes. */
  subject: string;
  email: string | undefined;
  isEmailVerified: boolean;
  name: string | undefined;
}

export interface OpenIdProviders {
  /** Where the browser is sent. @throws {SignOnFailure} SSO_UNAVAILABLE */
  authorizationUrl(provider: ProviderAccess, request: SignOnRequest): Promise<string>;
  /**
   * Exchanges what the browser brought back. The ID token's signature, algorithm, issuer, audience, nonce and times are checked.
   * @param callbackQuery of the address that the browser was sent to
   * @throws {SignOnFailure} SSO_UNAVAILABLE, SSO_REFUSED, SSO_INVALID
   */
  redeem(provider: ProviderAccess, request: SignOnRequest, callbackQuery: URLSearchParams): Promise<Vouched>;
}

export interface OpenIdDependencies {
  outbound: GuardedClient;
  allowsPlainHttp(url: URL): boolean;
  clock: Clock;
}

/** How far a provider's clock may be from ours. */
const CLOCK_TOLERANCE_SECONDS = 30;

/** OpenID Connect by authorization code with PKCE (RFC 9700). Metadata is read anew each time: sign-ins are few, and keys change. */
export function createOpenIdProviders({ outbound, allowsPlainHttp, clock }: OpenIdDependencies): OpenIdProviders {
  const guardedFetch = createGuardedFetch(outbound, allowsPlainHttp);

  async function discover({ issuer, clientId, clientSecret }: ProviderAccess): Promise<openid.Configuration> {
    assertOutsideUnitOfWork('An identity provider');
    const client = {
      [openid.clockSkew]: Math.round((clock.now().getTime() - Date.now()) / 1000),
      [openid.clockTolerance]: CLOCK_TOLERANCE_SECONDS,
    };
    try {
      const found = await openid.discovery(new URL(issuer), clientId, client, authentication(clientSecret), {
        [openid.customFetch]: guardedFetch,
        // Which addresses may do without TLS is decided by our own fetch. Signatures are checked although the tokens come by TLS.
        execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
      });
      // The library lets providers of many organisations name another issuer; here a provider is one organisation's.
      if (new URL(found.serverMetadata().issuer).href !== new URL(issuer).href) throw new Error('The metadata is of another issuer.');
      return found;
    } catch (cause) {
      throw new SignOnFailure('SSO_UNAVAILABLE', cause);
    }
  }

  return {
    authorizationUrl: async (provider, { state, nonce, codeVerifier, redirectUri }) => {
      const configuration = await discover(provider);
      try {
        const url = openid.buildAuthorizationUrl(configuration, {
          scope: 'openid email profile',
          redirect_uri: redirectUri,
          state,
          nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        });
        if (url.protocol !== 'https:' && !allowsPlainHttp(url))
          throw new Error('The provider wants browsers sent to an address without TLS.');
        return url.href;
      } catch (cause) {
        throw new SignOnFailure('SSO_UNAVAILABLE', cause);
      }
    },

    redeem: async (provider, { state, nonce, codeVerifier, redirectUri }, callbackQuery) => {
      if (callbackQuery.has('error')) throw new SignOnFailure('SSO_REFUSED');
      const configuration = await discover(provider);
      const callback = new URL(redirectUri);
      callback.search = callbackQuery.toString();
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, callback, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new SignOnFailure('SSO_INVALID');
        const said = claims.email === undefined ? await userInfo(configuration, tokens.access_token, claims.sub) : claims;
        return {
          issuer: claims.iss,
          subject: claims.sub,
          email: textOf(said.email),
          isEmailVerified: said.email_verified === true || said.email_verified === 'true',
          name: textOf(said.name),
        };
      } catch (cause) {
        throw cause instanceof SignOnFailure ? cause : new SignOnFailure('SSO_INVALID', cause);
      }
    },
  };
}

/** Some providers tell the e-mail address only when they are asked for it; the answer has to be about the same person. */
async function userInfo(configuration: openid.Configuration, accessToken: string, subject: string) {
  if (configuration.serverMetadata().userinfo_endpoint === undefined) return {} as Partial<openid.UserInfoResponse>;
  return openid.fetchUserInfo(configuration, accessToken, subject);
}

/** By HTTP Basic where the provider takes it, as the standard asks, and otherwise in the body. */
function authentication(clientSecret: string): openid.ClientAuth {
  const inHeader = openid.ClientSecretBasic(clientSecret);
  const inBody = openid.ClientSecretPost(clientSecret);
  return (metadata, client, body, headers) => {
    const methods = metadata.token_endpoint_auth_methods_supported;
    const takesHeader = methods === undefined || methods.includes('client_secret_basic');
    (takesHeader ? inHeader : inBody)(metadata, client, body, headers);
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
