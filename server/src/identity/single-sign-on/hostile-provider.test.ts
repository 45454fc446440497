import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { createGuardedClient } from '#platform/outbound/guarded-client.ts';
import { createPlainHttpRule } from '#platform/outbound/plain-http.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { createOpenIdProviders, type ProviderAccess, type SignOnRequest } from './openid-provider.ts';
import { listen } from './openid-server.testing.ts';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** What a provider says that lies: a real one never would, so this one is ours. */
interface Lies {
  metadata: Record<string, unknown>;
  token: (claims: JWTPayload) => Promise<string>;
  answer: Record<string, unknown>;
  userInfo: Record<string, unknown> | undefined;
}

const request: SignOnRequest = {
  state: 'the-state-of-this-browser',
  nonce: 'the-nonce-of-this-browser',
  codeVerifier: 'v'.repeat(64),
  redirectUri: 'https://foyer.example/api/v1/auth/oidc/callback',
};
const query = new URLSearchParams({ state: request.state, code: 'a-code' });

describe('a provider that lies', () => {
  let ours: Keys;
  let others: Keys;
  beforeAll(async () => {
    ours = await generateKeyPair('RS256', { extractable: true });
    others = await generateKeyPair('RS256', { extractable: true });
  });

  let issuer: string;
  let provider: ProviderAccess;
  let lies: Lies;
  const openId = createOpenIdProviders({
    outbound: createGuardedClient({ allow: ['127.0.0.1'], clock: systemClock, logger: silentLogger }),
    allowsPlainHttp: createPlainHttpRule(['127.0.0.1']),
    clock: systemClock,
  });
  const sign =
    (key: Keys, alg = 'RS256') =>
    (claims: JWTPayload) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid: 'one' }).sign(key.privateKey);
  const redeem = () => openId.redeem(provider, request, query);
  const claims = (more: JWTPayload = {}): JWTPayload => {
    const now = Math.floor(Date.now() / 1000);
    const { nonce } = request;
    return {
      iss: issuer,
      aud: 'foyer',
      sub: 'ana',
      nonce,
      iat: now,
      exp: now + 60,
      email: 'ana@clinic.example',
      email_verified: true,
      ...more,
    };
  };

  beforeEach(async () => {
    const server: Server = createServer((incoming, response) => {
      const say = (body: unknown) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      const path = incoming.url?.split('?')[0];
      if (path === '/keys')
        return void exportJWK(ours.publicKey).then((key) => say({ keys: [{ ...key, kid: 'one', alg: 'RS256', use: 'sig' }] }));
      if (path === '/user') return say(lies.userInfo);
      if (path === '/token') {
        return void lies.token(claims()).then((token) => say({ access_token: 'x', token_type: 'Bearer', id_token: token, ...lies.answer }));
      }
      return say({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/user`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        ...lies.metadata,
      });
    });
    issuer = await listen(server);
    provider = { issuer, clientId: 'foyer', clientSecret: 'secret' };
    lies = { metadata: {}, token: sign(ours), answer: {}, userInfo: undefined };
  });

  test('is believed as long as it does not', async () => {
    await expect(redeem()).resolves.toMatchObject({ issuer, subject: 'ana', email: 'ana@clinic.example', isEmailVerified: true });
  });

  test.each<[string, JWTPayload]>([
    ['another audience', { aud: 'somebody-else' }],
    ['several audiences, and not us as the one it is for', { aud: ['foyer', 'other'], azp: 'other' }],
    ['another issuer', { iss: 'https://login.example.com' }],
    ['another nonce', { nonce: 'of-another-browser' }],
    ['an end in the past', { exp: Math.floor(Date.now() / 1000) - 120 }],
    ['no subject', { sub: undefined as unknown as string }],
  ])('with a token for %s is not believed', async (_, wrong) => {
    lies.token = () => sign(ours)(claims(wrong));
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_INVALID' });
  });

  test('with a token without a nonce, or without a token, is not believed', async () => {
    lies.token = () => {
      const { nonce: _, ...rest } = claims();
      return sign(ours)(rest);
    };
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_INVALID' });
    lies.answer = { id_token: undefined };
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_INVALID' });
  });

  test('with a token of another key, an altered one, or one that is not signed, is not believed', async () => {
    lies.token = sign(others);
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_INVALID' });
    lies.token = async (told) => {
      const [head, , signature] = (await sign(ours)(told)).split('.');
      return [head, Buffer.from(JSON.stringify({ ...told, sub: 'mallory' })).toString('base64url'), signature].join('.');
    };
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_INVALID' });
    lies.token = async (told) => new UnsecuredJWT(told).encode();
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_INVALID' });
    lies.metadata = { id_token_signing_alg_values_supported: ['none', 'HS256'] };
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_INVALID' });
    // Signed with what everybody can read: the public key, taken for a shared secret.
    lies.token = async (told) => {
      const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(ours.publicKey)));
      return new SignJWT(told).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(secret);
    };
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_INVALID' });
  });

  test('that tells another person’s address when it is asked is not believed', async () => {
    const { email: _, ...withoutEmail } = claims();
    lies.token = () => sign(ours)(withoutEmail);
    lies.userInfo = { sub: 'ana', email: 'ana@clinic.example', email_verified: true };
    await expect(redeem()).resolves.toMatchObject({ email: 'ana@clinic.example' });
    lies.userInfo = { sub: 'boss', email: 'boss@clinic.example', email_verified: true };
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_INVALID' });
  });

  test('whose metadata is of another issuer is not asked', async () => {
    lies.metadata = { issuer: 'https://login.example.com' };
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_UNAVAILABLE' });
    await expect(openId.authorizationUrl(provider, request)).rejects.toMatchObject({ code: 'SSO_UNAVAILABLE' });
  });

  test.each([
    ['token_endpoint', 'http://169.254.169.254/latest/meta-data'],
    ['token_endpoint', 'http://10.0.0.1/token'],
    ['token_endpoint', 'https://10.0.0.1/token'],
    ['jwks_uri', 'http://localhost:5432/keys'],
    ['jwks_uri', 'file:///etc/passwd'],
  ])('whose %s is %s reaches nothing of ours', async (name, address) => {
    lies.metadata = { [name]: address };
    await expect(redeem()).rejects.toMatchObject({ code: 'SSO_INVALID' });
  });

  test.each(['http://login.example.com/authorize', 'javascript:alert(1)', 'not an address', undefined])(
    'that wants browsers sent to %s is not obeyed',
    async (address) => {
      lies.metadata = { authorization_endpoint: address };
      await expect(openId.authorizationUrl(provider, request)).rejects.toMatchObject({ code: 'SSO_UNAVAILABLE' });
    },
  );

  test('that sent the browser back with another state is not asked', async () => {
    const other = new URLSearchParams({ state: 'another', code: 'a-code' });
    await expect(openId.redeem(provider, request, other)).rejects.toMatchObject({ code: 'SSO_INVALID' });
    const doubled = new URLSearchParams([...query, ['iss', 'https://login.example.com']]);
    await expect(openId.redeem(provider, request, doubled)).rejects.toMatchObject({ code: 'SSO_INVALID' });
  });
});
