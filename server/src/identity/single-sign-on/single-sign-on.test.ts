import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { Role } from '#platform/http/access.ts';
import { type Answer, startTestApp, type TestApp } from '#test/test-app.ts';
import { type Account, Browser, type OpenIdServer, startOpenIdServer } from './openid-server.testing.ts';

const PASSWORD = 'a long enough password';

describe('single sign-on', () => {
  let app: TestApp;
  let counter = 0;
  beforeAll(async () => {
    app = await startTestApp({ env: { FOYER_OUTBOUND_ALLOW: '127.0.0.1' } });
  });
  afterAll(() => app?.close());

  let idp: OpenIdServer;
  let tenantId: string;
  let slug: string;
  let providerId: string;
  let browser: Browser;
  beforeEach(async () => {
    counter += 1;
    slug = `clinic-${counter}`;
    ({ tenantId } = await app.tenant(slug));
    idp = await startOpenIdServer(`${app.url}/api/v1/auth/oidc/callback`, { claimsInIdToken: counter % 2 === 0 });
    providerId = (await addProvider({})).body.id;
    browser = new Browser();
  });

  const addProvider = (more: object): Promise<Answer> =>
    app.call('POST', `/tenants/${tenantId}/identity-providers`, {
      as: app.admin,
      body: {
        name: 'Clinic directory',
        issuer: idp.issuer,
        clientId: idp.clientId,
        clientSecret: idp.clientSecret,
        domains: ['clinic.example'],
        ...more,
      },
    });
  const change = (body: object) => app.call('PATCH', `/tenants/${tenantId}/identity-providers/${providerId}`, { as: app.admin, body });
  const changeTenant = (body: object) => app.call('PATCH', `/tenants/${tenantId}`, { as: app.admin, body });
  const member = async (role: Role, email = `${role}-${counter}@clinic.example`) => {
    const { personId } = await app.app.services.people.add({ email, name: 'Somebody', password: PASSWORD, isPlatformAdmin: false });
    await app.app.services.members.add(grantTenantScope(tenantId, { kind: 'system' }), { personId, role });
    return { personId, email };
  };
  const signIn = (email: string) => app.call('POST', '/auth/login', { body: { email, password: PASSWORD } });
  const isOurPage = ({ origin, pathname }: URL) => origin === app.url && !pathname.startsWith('/api/');

  /** From leaving for the provider to landing on a page of ours. */
  async function visit(returnTo = '/inbox'): Promise<{ url: URL; said: URLSearchParams }> {
    const end = await browser.follow(`${app.url}/api/v1/auth/oidc/${providerId}/start?returnTo=${encodeURIComponent(returnTo)}`, isOurPage);
    if ('response' in end) throw new Error(`Led nowhere: ${end.response.status} ${await end.response.text()}`);
    return { url: end.url, said: new URLSearchParams(end.url.hash.slice(1)) };
  }
  const exchange = (code: string, by = browser, more: object = {}) =>
    app.call('POST', '/auth/oidc/exchange', { body: { code, ...more }, headers: { cookie: by.cookieHeader(app.url) } });
  /** The whole way. */
  async function signOn(account: Account): Promise<Answer> {
    idp.account = account;
    const { said } = await visit();
    return exchange(said.get('sign-on-code') ?? `none: ${said}`);
  }
  async function failure(account: Account): Promise<string | null> {
    idp.account = account;
    return (await visit()).said.get('sign-on-error');
  }

  test('a member signs in through the provider, and is led to where they came from', async () => {
    const { personId, email } = await member('agent');
    idp.account = { sub: 'ana', email, email_verified: true };
    const { url, said } = await visit('/inbox?tab=mine');
    expect(url.pathname + url.search).toBe('/inbox?tab=mine');
    const { status, body } = await exchange(said.get('sign-on-code') ?? '');
    expect([status, body.user.id, body.user.tenants.map(({ id }: { id: string }) => id)]).toEqual([200, personId, [tenantId]]);
    expect((await app.call('GET', '/tickets', { as: body.accessToken })).status).toBe(200);
    expect((await app.call('POST', '/auth/refresh', { body: { refreshToken: body.refreshToken } })).status).toBe(200);
  });

  test('the page of the tenant learns by its slug which providers there are, and nothing else', async () => {
    const list = async (of: string) => (await app.call('GET', `/auth/oidc/providers?tenant=${of}`)).body;
    expect(await list(slug)).toEqual({ items: [{ id: providerId, name: 'Clinic directory' }] });
    expect(await list('no-such-clinic')).toEqual({ items: [] });
    await change({ isActive: false });
    expect(await list(slug)).toEqual({ items: [] });
  });

  test('the client secret is never shown, and is stored sealed', async () => {
    const shown = JSON.stringify([(await addProvider({})).body, (await change({ name: 'Other' })).body]);
    expect(shown).not.toContain(idp.clientSecret);
    expect(shown).toContain(`${app.url}/api/v1/auth/oidc/callback`);
    const rows = await app.database.asSuperuser('select * from identity_providers');
    expect(JSON.stringify(rows)).not.toContain(idp.clientSecret);
  });

  test('somebody who signed in once stays the same person under a new e-mail address of the domain', async () => {
    const { personId, email } = await member('agent');
    await signOn({ sub: 'ana', email, email_verified: true });
    const { body } = await signOn({ sub: 'ana', email: 'ana.married@clinic.example', email_verified: true });
    expect(body.user).toMatchObject({ id: personId, email });
  });

  test('nobody gets in by an address that the provider has not verified or may not vouch for', async () => {
    const { email } = await member('agent');
    await member('agent', `agent-${counter}@elsewhere.example`);
    expect(await failure({ sub: '1', email })).toBe('SSO_EMAIL_NOT_VERIFIED');
    expect(await failure({ sub: '2', email, email_verified: false })).toBe('SSO_EMAIL_NOT_VERIFIED');
    expect(await failure({ sub: '3', email_verified: true })).toBe('SSO_EMAIL_NOT_VERIFIED');
    expect(await failure({ sub: '4', email: `agent-${counter}@elsewhere.example`, email_verified: true })).toBe('SSO_DOMAIN_NOT_ALLOWED');
    expect(await failure({ sub: '5', email: `agent-${counter}@sub.clinic.example`, email_verified: true })).toBe('SSO_DOMAIN_NOT_ALLOWED');
    expect(await failure({ sub: '6', email: `a@clinic.example@evil.example`, email_verified: true })).toBe('SSO_DOMAIN_NOT_ALLOWED');
  });

  test('unknown people join only where the tenant lets them, and with the role that it says', async () => {
    const bob = { sub: 'bob', email: `bob-${counter}@clinic.example`, email_verified: true, name: 'Bob' };
    expect(await failure(bob)).toBe('SSO_NOT_ADMITTED');
    await change({ joinRole: 'viewer' });
    const { body } = await signOn(bob);
    expect(body.user).toMatchObject({ name: 'Bob', isEmailVerified: false, tenants: [{ id: tenantId, role: 'viewer' }] });
  });

  test('somebody who has an account elsewhere, or was removed, is not let in by a provider', async () => {
    await change({ joinRole: 'agent' });
    const { people } = app.app.services;
    await people.add({ email: `eve-${counter}@clinic.example`, name: 'Eve', password: PASSWORD, isPlatformAdmin: false });
    expect(await failure({ sub: 'eve', email: `eve-${counter}@clinic.example`, email_verified: true })).toBe('SSO_NOT_ADMITTED');

    const { email, personId } = await member('agent');
    const ana = { sub: 'ana', email, email_verified: true };
    const { body } = await signOn(ana);
    const members = await app.call('GET', `/tenants/${tenantId}/members`, { as: app.admin });
    const { id } = members.body.items.find((item: { personId: string }) => item.personId === personId);
    await app.call('DELETE', `/tenants/${tenantId}/members/${id}`, { as: app.admin });
    expect((await app.call('GET', '/tickets', { as: body.accessToken })).body.code).toBe('NO_TENANT');
    expect(await failure(ana)).toBe('SSO_NOT_ADMITTED');
  });

  test('what a tenant’s provider says counts in that tenant alone, for platform admins as well', async () => {
    const { personId, email } = await member('owner');
    const elsewhere = await app.tenant(`elsewhere-${counter}`);
    await app.app.services.members.add(grantTenantScope(elsewhere.tenantId, { kind: 'system' }), { personId, role: 'owner' });
    await app.database.asSuperuser(`update people set is_platform_admin = true where id = '${personId}'`);
    const byPassword = (await signIn(email)).body;
    const { accessToken: as, user } = (await signOn({ sub: 'o', email, email_verified: true })).body;

    expect(user).toMatchObject({ isPlatformAdmin: false, tenants: [{ id: tenantId }] });
    expect((await app.call('GET', '/auth/me', { as })).body).toEqual(user);
    expect((await app.call('GET', `/tenants/${elsewhere.tenantId}`, { as })).body.code).toBe('TENANT_NOT_FOUND');
    expect((await app.call('GET', '/tickets', { as, headers: { 'x-tenant-id': elsewhere.tenantId } })).status).toBe(404);
    expect((await app.call('GET', '/tenants', { as })).body.items.map(({ id }: { id: string }) => id)).toEqual([tenantId]);
    expect((await app.call('POST', '/tenants', { as, body: { name: 'Mine', slug: `mine-${counter}` } })).status).toBe(403);
    expect((await app.call('POST', '/apps', { as, body: { tenantId: elsewhere.tenantId, name: 'Abc', slug: 'abc' } })).status).toBe(404);

    const devices = (await app.call('GET', '/auth/sessions', { as })).body.items;
    expect(devices.map(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toEqual([true]);
    await app.call('DELETE', '/auth/sessions', { as });
    expect((await app.call('GET', '/auth/me', { as: byPassword.accessToken })).status).toBe(200);
  });

  test('whoever has an authenticator app is asked for it, with the same code', async () => {
    const { email } = await member('agent');
    const { accessToken } = (await signIn(email)).body;
    const { secret } = (await app.call('POST', '/auth/totp/enable', { as: accessToken, body: { password: PASSWORD } })).body;
    const { TOTP, Secret } = await import('otpauth');
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const { recoveryCodes } = (await app.call('POST', '/auth/totp/confirm', { as: accessToken, body: { code: totp.generate() } })).body;
    idp.account = { sub: 'ana', email, email_verified: true };
    const code = (await visit()).said.get('sign-on-code') ?? '';
    expect((await exchange(code)).body.code).toBe('SECOND_FACTOR_REQUIRED');
    expect((await exchange(code, browser, { secondFactorCode: '000000x' })).body.code).toBe('SECOND_FACTOR_WRONG');
    expect((await exchange(code, browser, { secondFactorCode: recoveryCodes[0] })).status).toBe(200);
  });

  describe('a step', () => {
    test('works once', async () => {
      const { email } = await member('agent');
      idp.account = { sub: 'ana', email, email_verified: true };
      const { said } = await visit();
      const callback = browser.visited.find((url) => url.includes('/callback?')) ?? 'none';
      const again = await browser.open(callback);
      expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([401, 'SSO_EXPIRED']);
      expect((await exchange(said.get('sign-on-code') ?? '')).status).toBe(200);
      expect((await exchange(said.get('sign-on-code') ?? '')).body.code).toBe('SSO_EXPIRED');
    });

    test('belongs to the browser that began: nobody is signed in as somebody else by a link', async () => {
      const { email } = await member('agent');
      idp.account = { sub: 'mallory', email, email_verified: true };
      const mallory = new Browser();
      const isCallback = (url: URL) => url.pathname.endsWith('/callback');
      const end = await mallory.follow(`${app.url}/api/v1/auth/oidc/${providerId}/start`, isCallback);
      if (!('url' in end)) throw new Error('Not led back.');
      const victim = new Browser();
      expect((await victim.open(end.url.href)).status).toBe(401);

      const { said } = await visit();
      await victim.open(`${app.url}/api/v1/auth/oidc/${providerId}/start`);
      expect((await exchange(said.get('sign-on-code') ?? '', victim)).body.code).toBe('SSO_EXPIRED');
      expect((await app.call('POST', '/auth/oidc/exchange', { body: { code: said.get('sign-on-code') } })).body.code).toBe('SSO_EXPIRED');
      expect((await exchange(said.get('sign-on-code') ?? '')).status).toBe(200);
    });

    test('is refused with another state, with none, and after the provider was switched off', async () => {
      for (const query of ['', '?code=x', '?state=', '?state=unknown&code=x', `?state=${'a'.repeat(300)}`]) {
        const answer = await browser.open(`${app.url}/api/v1/auth/oidc/callback${query}`);
        expect([query, answer.status < 500 && answer.status >= 400]).toEqual([query, true]);
      }
      const end = await browser.follow(`${app.url}/api/v1/auth/oidc/${providerId}/start`, (url) => url.pathname.endsWith('/callback'));
      await change({ isActive: false });
      if (!('url' in end)) throw new Error('Not led back.');
      expect((await browser.open(end.url.href)).status).toBe(401);
      expect((await browser.open(`${app.url}/api/v1/auth/oidc/${providerId}/start`)).status).toBe(404);
    });

    test('sets a cookie that scripts cannot read and other sites cannot send along with their forms', async () => {
      const { headers } = await browser.open(`${app.url}/api/v1/auth/oidc/${providerId}/start`);
      expect(headers.getSetCookie()).toEqual([
        expect.stringMatching(/^foyer-sign-on=[\w-]{43}; Max-Age=900; Path=\/; HttpOnly; SameSite=Lax$/),
      ]);
      const url = new URL(headers.get('location') ?? '');
      expect([...url.searchParams.keys()].toSorted()).toEqual(
        ['client_id', 'code_challenge', 'code_challenge_method', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state'].toSorted(),
      );
      expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    });

    test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '/..//evil.example', 'evil'])(
      'leads to no other site: %j',
      async (returnTo) => {
        const answer = await browser.open(`${app.url}/api/v1/auth/oidc/${providerId}/start?returnTo=${encodeURIComponent(returnTo)}`);
        expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
      },
    );
  });

  test('whoever cancels at the provider comes back with that word', async () => {
    idp.isCancelling = true;
    expect(await failure({ sub: 'ana' })).toBe('SSO_REFUSED');
  });

  test('a wrong client secret, a provider that is away and one at a private address are failures, and nothing else', async () => {
    const { email } = await member('agent');
    const ana = { sub: 'ana', email, email_verified: true };
    await change({ clientSecret: 'wrong' });
    expect(await failure(ana)).toBe('SSO_INVALID');
    await change({ issuer: 'http://127.0.0.1:9' });
    expect(await failure(ana)).toBe('SSO_UNAVAILABLE');
    await change({ issuer: 'https://10.0.0.1' });
    expect(await failure(ana)).toBe('SSO_UNAVAILABLE');
  });

  test.each([
    'http://login.example.com',
    'ftp://login.example.com',
    'https://a:b@login.example.com',
    'https://login.example.com?x=1',
    'login',
  ])('an issuer such as %s is refused when it is written', async (issuer) => {
    const { status, body } = await addProvider({ issuer });
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'issuer']);
  });

  describe('a tenant that requires it', () => {
    test('needs a provider first, and keeps the last one', async () => {
      await change({ isActive: false });
      expect((await changeTenant({ requiresSingleSignOn: true })).body.code).toBe('SSO_NOT_SET_UP');
      await change({ isActive: true });
      expect((await changeTenant({ requiresSingleSignOn: true })).body).toMatchObject({ requiresSingleSignOn: true });
      expect((await change({ isActive: false })).body.code).toBe('SSO_IN_USE');
      const path = `/tenants/${tenantId}/identity-providers/${providerId}`;
      expect((await app.call('DELETE', path, { as: app.admin })).body.code).toBe('SSO_IN_USE');
      await addProvider({});
      expect((await app.call('DELETE', path, { as: app.admin })).status).toBe(204);
    });

    test('is closed to passwords and codes, also to those who are signed in already; owners keep that way', async () => {
      const agent = await member('agent');
      const owner = await member('owner');
      const before = (await signIn(agent.email)).body.accessToken;
      await changeTenant({ requiresSingleSignOn: true });

      expect((await app.call('GET', '/tickets', { as: before })).body.code).toBe('SSO_REQUIRED');
      expect((await signIn(agent.email)).body.code).toBe('SSO_REQUIRED');
      expect((await app.call('POST', '/auth/login', { body: { email: agent.email, password: 'wrong password' } })).body.code).toBe(
        'INVALID_CREDENTIALS',
      );
      const asOwner = (await signIn(owner.email)).body.accessToken;
      expect((await app.call('GET', '/tickets', { as: asOwner })).status).toBe(200);
      const { accessToken } = (await signOn({ sub: 'a', email: agent.email, email_verified: true })).body;
      expect((await app.call('GET', '/tickets', { as: accessToken })).status).toBe(200);
    });

    test('does not lock its members out of their other tenants', async () => {
      const { email, personId } = await member('agent');
      const other = await app.tenant(`other-${counter}`);
      await app.app.services.members.add(grantTenantScope(other.tenantId, { kind: 'system' }), { personId, role: 'agent' });
      await changeTenant({ requiresSingleSignOn: true });
      const { accessToken: as } = (await signIn(email)).body;
      const tickets = async (id: string) => (await app.call('GET', '/tickets', { as, headers: { 'x-tenant-id': id } })).status;
      expect([await tickets(other.tenantId), await tickets(tenantId)]).toEqual([200, 403]);
    });
  });

  test('a provider that is trusted less than before takes the sign-ins that came through it along', async () => {
    const { email } = await member('agent');
    const ana = { sub: 'ana', email, email_verified: true };
    const signedIn = async () => (await signOn(ana)).body.accessToken;
    const works = async (as: string) => (await app.call('GET', '/auth/me', { as })).status;
    const first = await signedIn();
    await change({ name: 'Renamed', domains: ['clinic.example', 'more.example'] });
    expect(await works(first)).toBe(200);
    await change({ domains: ['more.example'] });
    expect(await works(first)).toBe(401);
    await change({ domains: ['clinic.example'] });
    const second = await signedIn();
    await app.call('DELETE', `/tenants/${tenantId}/identity-providers/${providerId}`, { as: app.admin });
    expect(await works(second)).toBe(401);
  });

  test('only owners name providers; administrators see them', async () => {
    const admin = await member('admin');
    const { accessToken: as } = (await signIn(admin.email)).body;
    const path = `/tenants/${tenantId}/identity-providers`;
    expect((await app.call('GET', path, { as })).body.items).toHaveLength(1);
    expect((await app.call('PATCH', `${path}/${providerId}`, { as, body: { name: 'Mine' } })).body.code).toBe('ROLE_REQUIRED');
  });
});
