import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, startTestApp, type TestApp } from '#test/test-app.ts';

const ASKS = { 'x-foyer-session': 'cookie' };

describe('a refresh token in a cookie', () => {
  let app: TestApp;
  let ours: Record<string, string>;
  beforeAll(async () => {
    app = await startTestApp();
    ours = { ...ASKS, origin: app.url };
  });
  afterAll(() => app?.close());

  const signIn = (headers: Record<string, string>) => app.call('POST', '/auth/login', { body: ADMIN, headers });
  const refresh = (headers: Record<string, string>, body: object = {}) => app.call('POST', '/auth/refresh', { body, headers });
  const cookieIn = ({ headers }: { headers: Headers }): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';

  test('is given to pages of ours that ask, and not in the answer', async () => {
    const answer = await signIn(ours);
    expect(answer.body).toMatchObject({ accessToken: expect.any(String), user: { email: ADMIN.email } });
    expect(answer.body.refreshToken).toBeUndefined();
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^foyer-refresh=[\w.-]+; Max-Age=604800; Path=\/api\/v1\/auth\/refresh; HttpOnly; SameSite=Strict$/),
    ]);
  });

  test('is given to nobody else', async () => {
    const answer = await signIn({});
    expect([typeof answer.body.refreshToken, answer.headers.getSetCookie()]).toEqual(['string', []]);
    expect((await signIn({ 'x-foyer-session': 'yes' })).status).toBe(400);
  });

  test('renews itself, once each, and ends with the sign-in', async () => {
    const first = await signIn(ours);
    const second = await refresh({ ...ours, cookie: cookieIn(first) });
    expect([second.status, second.body.refreshToken, cookieIn(second) === cookieIn(first)]).toEqual([200, undefined, false]);
    const out = await app.call('POST', '/auth/logout', { as: second.body.accessToken, headers: ours });
    expect([out.status, out.headers.getSetCookie()]).toEqual([
      204,
      ['foyer-refresh=; Max-Age=0; Path=/api/v1/auth/refresh; HttpOnly; SameSite=Strict'],
    ]);
    expect((await refresh({ ...ours, cookie: cookieIn(second) })).body.code).toBe('SESSION_REVOKED');
  });

  test('is not used by other sites, nor without the header that no form can set', async () => {
    const cookie = cookieIn(await signIn(ours));
    for (const origin of ['https://evil.example', 'null', `${app.url}.evil.example`, app.url.replace('http:', 'https:')]) {
      expect([origin, (await refresh({ ...ASKS, origin, cookie })).body.code]).toEqual([origin, 'FORBIDDEN_ORIGIN']);
      expect([origin, (await signIn({ ...ASKS, origin })).body.code]).toEqual([origin, 'FORBIDDEN_ORIGIN']);
    }
    expect((await refresh({ ...ASKS, cookie })).body.code).toBe('FORBIDDEN_ORIGIN');
    expect((await refresh({ origin: app.url, cookie })).body).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'refreshToken' }],
    });
    expect((await refresh({ ...ours, cookie })).status).toBe(200);
  });

  test('is asked for where there is none, and is one or the other', async () => {
    expect((await refresh(ours)).body.code).toBe('MISSING_AUTH');
    expect((await refresh({ ...ours, cookie: 'foyer-refresh=made-up' })).body.code).toBe('INVALID_TOKEN');
    expect((await refresh(ours, { refreshToken: 'x' })).status).toBe(400);
    expect((await refresh({}, {})).status).toBe(400);
  });

  test('is sent by TLS alone where the installation is reached by it', async () => {
    const secure = await startTestApp({ sharedDatabase: app.database, env: { FOYER_PUBLIC_URL: 'https://desk.example.com' } });
    try {
      const headers = { ...ASKS, origin: 'https://desk.example.com' };
      const answer = await secure.call('POST', '/auth/login', { body: ADMIN, headers });
      expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-foyer-refresh=.*; HttpOnly; Secure; SameSite=Strict$/);
      expect((await secure.call('POST', '/auth/login', { body: ADMIN, headers: { ...ASKS, origin: secure.url } })).status).toBe(403);
    } finally {
      await secure.close();
    }
  });
});
