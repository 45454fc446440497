import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentityWorld, type IdentityWorld } from '../identity.testing.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld();
});
afterAll(() => world.close());

const login = (email: string, password: string) => world.call('POST', '/auth/login', { body: { email, password } });
const refresh = (refreshToken: string) => world.call('POST', '/auth/refresh', { body: { refreshToken } });
const me = (token: string) => world.call('GET', '/auth/me', { as: token });

describe('signing in', () => {
  test('gives tokens for a quarter of an hour and says who it is', async () => {
    const { tenantId } = await world.tenant();
    const { email, password, personId } = await world.person({ [tenantId]: 'agent' });

    const answer = await login(email, password);
    expect(answer).toMatchObject({ status: 200, body: { expiresIn: 900, user: { id: personId, email, isPlatformAdmin: false } } });
    expect(answer.body.user.tenants).toEqual([{ id: tenantId, name: expect.any(String), slug: expect.any(String), role: 'agent' }]);
    expect((await me(answer.body.accessToken)).body).toEqual(answer.body.user);
    expect(JSON.stringify(answer.body)).not.toContain('argon2');
  });

  test('does not mind the capitals of the address', async () => {
    const { email, password } = await world.person();
    expect((await login(email.toUpperCase(), password)).status).toBe(200);
  });

  test('answers a wrong password and an unknown address alike', async () => {
    const { email } = await world.person();
    const wrong = await login(email, 'not the password');
    const unknown = await login('nobody@example.com', 'not the password');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'INVALID_CREDENTIALS' } });
    expect(unknown.body).toEqual(wrong.body);
  });

  test.each([
    [{}, ['email', 'password']],
    [{ email: 'no address', password: 'x' }, ['email']],
    [{ email: ['a@example.com'], password: 1 }, ['email', 'password']],
    [{ email: 'a@example.com', password: 'x', code: 123_456, role: 'owner' }, ['code', 'role']],
  ])('names what is wrong in %j', async (body, paths) => {
    const answer = await world.call('POST', '/auth/login', { body });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual(paths);
  });

  test.each(['known', 'unknown'])('is locked for a quarter of an hour after ten failures, for %s addresses alike', async (which) => {
    const known = await world.person();
    const email = which === 'known' ? known.email : `${which}@example.org`;
    for (let count = 0; count < 10; count += 1) expect((await login(email, 'wrong')).status).toBe(401);

    const locked = await login(email, known.password);
    expect(locked).toMatchObject({ status: 429, body: { code: 'ACCOUNT_LOCKED' }, headers: { 'retry-after': '900' } });
    await world.clock.advance(15 * 60_000);
    expect((await login(email, known.password)).status).toBe(which === 'known' ? 200 : 401);
  });

  test('of many guesses at once, no more than ten get an answer', async () => {
    const { email, password } = await world.person();
    const guesses = Array.from({ length: 30 }, (_, count) => login(email, `guess ${count}`));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    expect((await login(email, password)).status).toBe(429);
    await world.clock.advance(15 * 60_000);
  });

  test('right passwords at the same moment lock nobody out', async () => {
    const { email, password } = await world.person();
    const answers = await Promise.all(Array.from({ length: 15 }, () => login(email, password)));
    expect(answers.map(({ status }) => status)).toEqual(Array(15).fill(200));
    await world.clock.advance(60_000);
  });

  test('one caller may try so often and no more', async () => {
    await world.clock.advance(120_000);
    const answers = [];
    for (let count = 0; count < 61; count += 1) answers.push(await world.call('POST', '/auth/login', { body: {} }));
    expect(answers.at(-2)).toMatchObject({ status: 400 });
    expect(answers.at(-1)).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
    await world.clock.advance(120_000);
  });
});

describe('access tokens', () => {
  test('expire after a quarter of an hour', async () => {
    const { token } = await world.person();
    await world.clock.advance(899_000);
    expect((await me(token)).status).toBe(200);
    await world.clock.advance(1_000);
    expect(await me(token)).toMatchObject({ status: 401, body: { code: 'TOKEN_EXPIRED' } });
  });

  test('stop working at once when their sign-in ends', async () => {
    const { token, refreshToken } = await world.person();
    expect((await world.call('POST', '/auth/logout', { as: token })).status).toBe(204);
    expect(await me(token)).toMatchObject({ status: 401, body: { code: 'SESSION_REVOKED' } });
    expect(await refresh(refreshToken)).toMatchObject({ status: 401, body: { code: 'SESSION_REVOKED' } });
  });

  test('are not to be confused with refresh tokens', async () => {
    const { token, refreshToken } = await world.person();
    expect(await me(refreshToken)).toMatchObject({ status: 401, body: { code: 'INVALID_TOKEN' } });
    expect(await refresh(token)).toMatchObject({ status: 401, body: { code: 'INVALID_TOKEN' } });
  });

  test.each([
    [{}, 'MISSING_AUTH'],
    [{ authorization: 'Bearer' }, 'INVALID_TOKEN'],
    [{ authorization: 'Basic YTpi' }, 'INVALID_TOKEN'],
    [{ authorization: 'Bearer a.b.c' }, 'INVALID_TOKEN'],
  ])('%j is refused as %s', async (headers, code) => {
    expect(await world.call('GET', '/auth/me', { headers: headers as Record<string, string> })).toMatchObject({
      status: 401,
      body: { code },
    });
  });
});

describe('refreshing', () => {
  test('uses a token up and gives another, for as long as somebody keeps coming back', async () => {
    let { refreshToken } = await world.person();
    for (let day = 0; day < 10; day += 1) {
      await world.clock.advance(24 * 60 * 60_000);
      const answer = await refresh(refreshToken);
      expect(answer).toMatchObject({ status: 200, body: { expiresIn: 900 } });
      expect(answer.body.refreshToken).not.toBe(refreshToken);
      expect((await me(answer.body.accessToken)).status).toBe(200);
      refreshToken = answer.body.refreshToken;
    }
  });

  test('ends after seven days without it', async () => {
    const { refreshToken } = await world.person();
    await world.clock.advance(7 * 24 * 60 * 60_000);
    expect(await refresh(refreshToken)).toMatchObject({ status: 401, body: { code: 'TOKEN_EXPIRED' } });
  });

  test('two tabs may use the same token within ten seconds, and both go on', async () => {
    const { refreshToken } = await world.person();
    const tabs = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    await world.clock.advance(10_000);
    tabs.push(await refresh(refreshToken));
    for (const { status, body } of tabs) {
      expect(status).toBe(200);
      expect((await refresh(body.refreshToken)).status).toBe(200);
    }
  });

  test('a token that comes back later ends the whole sign-in', async () => {
    const { refreshToken } = await world.person();
    const next = (await refresh(refreshToken)).body;
    await world.clock.advance(10_001);

    expect(await refresh(refreshToken)).toMatchObject({ status: 401, body: { code: 'REFRESH_TOKEN_REUSED' } });
    expect(await me(next.accessToken)).toMatchObject({ status: 401, body: { code: 'SESSION_REVOKED' } });
    expect(await refresh(next.refreshToken)).toMatchObject({ status: 401, body: { code: 'SESSION_REVOKED' } });
  });

  test('no token is stored as it is', async () => {
    const { refreshToken } = await world.person();
    const rows = await world.database.asSuperuser<{ token_hash: string }>('select token_hash from refresh_tokens');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ token_hash }) => /^[0-9a-f]{64}$/.test(token_hash))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
  });
});

describe('changing the password', () => {
  const change = (as: string, body: object) => world.call('POST', '/auth/change-password', { as, body });

  test('ends every other sign-in, and only the new one opens', async () => {
    const { email, password, token } = await world.person();
    const other = (await login(email, password)).body;
    expect((await change(token, { currentPassword: password, newPassword: 'another long password' })).status).toBe(204);

    expect((await me(token)).status).toBe(200);
    expect(await me(other.accessToken)).toMatchObject({ status: 401, body: { code: 'SESSION_REVOKED' } });
    expect((await login(email, password)).status).toBe(401);
    expect((await login(email, 'another long password')).status).toBe(200);
  });

  test('needs the current one, and a new one that is long enough and different', async () => {
    const { password, token } = await world.person();
    expect(await change(token, { currentPassword: 'wrong', newPassword: 'another long password' })).toMatchObject({
      status: 422,
      body: { code: 'CURRENT_PASSWORD_WRONG' },
    });
    expect(await change(token, { currentPassword: password, newPassword: password })).toMatchObject({
      status: 422,
      body: { code: 'PASSWORD_UNCHANGED' },
    });
    expect(await change(token, { currentPassword: password, newPassword: 'short' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'newPassword', message: 'Must have at least 12 characters' }] },
    });
  });
});
