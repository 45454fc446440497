import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import { onTestFinished, vi } from 'vitest';

export interface Account {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

export interface OpenIdServer {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who is signed in at the provider when a browser comes. */
  account: Account;
  /** The person presses “Cancel” there. */
  isCancelling: boolean;
}

/** A real OpenID Connect provider on loopback, whose sign-in page answers by itself. Its clients are registered for `redirectUri`. */
export async function startOpenIdServer(redirectUri: string, { claimsInIdToken = false } = {}): Promise<OpenIdServer> {
  const server = createServer();
  const issuer = await listen(server);
  const world: OpenIdServer = {
    issuer,
    clientId: 'foyer',
    clientSecret: 'a secret between the two of us',
    account: { sub: 'nobody' },
    isCancelling: false,
  };
  // It says at length that its keys and its memory are for tests.
  const quiet = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const provider = new Provider(issuer, {
    clients: [
      { client_id: world.clientId, client_secret: world.clientSecret, redirect_uris: [redirectUri], grant_types: ['authorization_code'] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: !claimsInIdToken,
    cookies: { keys: ['only for tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/sign-in' },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ ...world.account, sub }) }),
    // Everybody has agreed already.
    loadExistingGrant: async ({ oidc }: { oidc: { client: { clientId: string }; session: { accountId: string } } }) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });
  quiet.mockRestore();
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/sign-in')) return answer(request, response);
    const result = world.isCancelling ? { error: 'access_denied' } : { login: { accountId: world.account.sub } };
    return provider.interactionFinished(request, response, result);
  });
  return world;
}

/** @returns where it listens, until the test is over */
export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return `http://127.0.0.1:${address.port}`;
}

/** A browser, as far as signing in needs one: it keeps cookies by host and port and follows where it is led. */
export class Browser {
  readonly cookies = new Map<string, Map<string, string>>();
  readonly visited: string[] = [];

  async open(url: string, headers: Record<string, string> = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.cookies.get(origin) ?? new Map<string, string>();
    this.cookies.set(origin, jar);
    this.visited.push(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { ...headers, ...(cookie !== '' && { cookie }) } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return response;
  }

  /** Follows redirects until `isThere`, which is not opened any more. @returns that address, or the answer that leads nowhere */
  async follow(url: string, isThere: (url: URL) => boolean): Promise<{ url: URL } | { response: Response }> {
    let next = new URL(url);
    for (let hops = 0; hops < 20; hops += 1) {
      if (hops > 0 && isThere(next)) return { url: next };
      const response = await this.open(next.href);
      const location = response.headers.get('location');
      if (location === null) return { response };
      await response.body?.cancel();
      next = new URL(location, next);
    }
    throw new Error('A browser was led in circles.');
  }

  cookieHeader(origin: string): string {
    return [...(this.cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
