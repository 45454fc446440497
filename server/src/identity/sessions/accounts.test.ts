import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentityWorld, type IdentityWorld } from '../identity.testing.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld();
});
afterAll(() => world.close());

const post = (path: string, body: unknown, as?: string) => world.call('POST', path, { body, as });
const mailTo = (address: string) => world.mails.findLast(({ to }) => to === address);
const codeTo = (address: string) => mailTo(address)?.code ?? '';
const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a code by mail', () => {
  test('signs in once, on both versions of the API', async () => {
    const { email, personId } = await world.person();
    expect(await post('/auth/otp/send', { email: email.toUpperCase() })).toMatchObject({ status: 202, body: { expiresIn: 600 } });
    const code = codeTo(email);
    expect(code).toMatch(/^\d{6}$/);
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    const answer = await post('/auth/otp/verify', { email, code: spaced });
    expect(answer).toMatchObject({ status: 200, body: { expiresIn: 900, user: { id: personId, isEmailVerified: true } } });
    expect(await post('/auth/otp/verify', { email, code })).toMatchObject({ status: 401, body: { code: 'CODE_INVALID' } });
  });

  test('is answered alike for an address that nobody has, and no mail goes out', async () => {
    const known = await post('/auth/otp/send', { email: (await world.person()).email });
    const before = world.mails.length;
    const unknown = await post('/auth/otp/send', { email: 'nobody@example.com' });
    expect({ ...unknown.body, status: unknown.status }).toEqual({ ...known.body, status: known.status });
    expect(world.mails).toHaveLength(before);
    expect(await post('/auth/otp/verify', { email: 'nobody@example.com', code: '123456' })).toMatchObject({ status: 401 });
  });

  test('is void after five wrong tries, after ten minutes, and when another one was sent', async () => {
    const { email } = await world.person();
    await post('/auth/otp/send', { email });
    const code = codeTo(email);
    for (let count = 0; count < 5; count += 1) expect((await post('/auth/otp/verify', { email, code: wrongOf(code) })).status).toBe(401);
    expect((await post('/auth/otp/verify', { email, code })).status).toBe(401);

    await post('/auth/otp/send', { email });
    const second = codeTo(email);
    await post('/auth/otp/send', { email });
    const third = codeTo(email);
    if (second !== third) expect((await post('/auth/otp/verify', { email, code: second })).status).toBe(401);
    await world.clock.advance(600_000);
    expect((await post('/auth/otp/verify', { email, code: third })).status).toBe(401);
  });

  test('of many guesses at once, five are judged', async () => {
    const { email } = await world.person();
    await post('/auth/otp/send', { email });
    const code = codeTo(email);
    const guesses = Array.from({ length: 8 }, () => post('/auth/otp/verify', { email, code: wrongOf(code) }));
    await Promise.all(guesses);
    expect((await post('/auth/otp/verify', { email, code })).status).toBe(401);
    await world.clock.advance(15 * 60_000);
  });

  test('five mails an hour go to one address', async () => {
    const { email } = await world.person();
    for (let count = 0; count < 5; count += 1) expect((await post('/auth/otp/send', { email })).status).toBe(202);
    expect(await post('/auth/otp/send', { email })).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
    await world.clock.advance(60 * 60_000);
    expect((await post('/auth/otp/send', { email })).status).toBe(202);
  });

  test('is stored sealed', async () => {
    const { email } = await world.person();
    await post('/auth/otp/send', { email });
    const rows = await world.database.asSuperuser('select * from one_time_codes');
    expect(JSON.stringify(rows)).not.toContain(codeTo(email));
    expect(JSON.stringify(rows)).not.toContain(email);
  });
});

describe('a forgotten password', () => {
  test('is replaced with the token of the mail, once; every sign-in ends', async () => {
    const { email, token: access } = await world.person();
    expect((await post('/auth/forgot-password', { email })).status).toBe(202);
    const token = mailTo(email)?.token ?? '';
    expect((await post('/auth/reset-password', { token, newPassword: 'another long password' })).status).toBe(204);
    expect(mailTo(email)?.kind).toBe('password-changed');
    expect(await world.call('GET', '/auth/me', { as: access })).toMatchObject({ status: 401, body: { code: 'SESSION_REVOKED' } });
    expect((await post('/auth/login', { email, password: 'another long password' })).status).toBe(200);
    expect(await post('/auth/reset-password', { token, newPassword: 'a third long password' })).toMatchObject({
      status: 401,
      body: { code: 'RESET_TOKEN_INVALID' },
    });
  });

  test('the token works for an hour, and only the last one', async () => {
    const { email } = await world.person();
    await post('/auth/forgot-password', { email });
    const first = mailTo(email)?.token;
    await post('/auth/forgot-password', { email });
    const second = mailTo(email)?.token;
    expect((await post('/auth/reset-password', { token: first, newPassword: 'another long password' })).status).toBe(401);
    await world.clock.advance(60 * 60_000);
    expect((await post('/auth/reset-password', { token: second, newPassword: 'another long password' })).status).toBe(401);
  });

  test('nothing tells whether somebody has the address', async () => {
    const before = world.mails.length;
    expect(await post('/auth/forgot-password', { email: 'nobody@example.com' })).toMatchObject({ status: 202, body: undefined });
    expect(world.mails).toHaveLength(before);
  });

  test('opens an account that was locked', async () => {
    const { email } = await world.person();
    for (let count = 0; count < 10; count += 1) await post('/auth/login', { email, password: 'wrong' });
    await post('/auth/forgot-password', { email });
    await post('/auth/reset-password', { token: mailTo(email)?.token, newPassword: 'another long password' });
    expect((await post('/auth/login', { email, password: 'another long password' })).status).toBe(200);
    await world.clock.advance(120_000);
  });
});

/** A person whose authenticator app is on. */
async function withApp() {
  const person = await world.person();
  const started = await post('/auth/totp/enable', { password: person.password }, person.token);
  const totp = new TOTP({ secret: started.body.secret });
  const codeNow = () => totp.generate({ timestamp: world.clock.now().getTime() });
  const confirmed = await post('/auth/totp/confirm', { code: codeNow() }, person.token);
  const recoveryCodes: string[] = confirmed.body.recoveryCodes;
  const login = (code?: string) => post('/auth/login', { email: person.email, password: person.password, code });
  await world.clock.advance(30_000);
  return { ...person, started, recoveryCodes, codeNow, login };
}

describe('an authenticator app', () => {
  test('is asked for at every sign-in once it is confirmed', async () => {
    const { started, login, codeNow, email } = await withApp();
    expect(started.body.otpauthUrl).toMatch(/^otpauth:\/\/totp\/Foyer:/);
    expect(mailTo(email)?.kind).toBe('second-factor-on');
    expect(await login()).toMatchObject({ status: 401, body: { code: 'SECOND_FACTOR_REQUIRED' } });
    expect(await login('000000')).toMatchObject({ status: 401, body: { code: 'SECOND_FACTOR_WRONG' } });
    expect(await login(codeNow())).toMatchObject({ status: 200, body: { user: { hasSecondFactor: true } } });
  });

  test('takes no code twice, also not two at the same moment', async () => {
    const { login, codeNow } = await withApp();
    const answers = await Promise.all([login(codeNow()), login(codeNow())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    await world.clock.advance(30_000);
    expect((await login(codeNow())).status).toBe(200);
  });

  test('a recovery code stands in for it, once, however it is typed', async () => {
    const { login, recoveryCodes } = await withApp();
    expect(recoveryCodes).toHaveLength(10);
    const [first = ''] = recoveryCodes;
    expect((await login(first.replace('-', ' ').toUpperCase())).status).toBe(200);
    expect((await login(first)).status).toBe(401);
  });

  test('guesses are counted like wrong passwords', async () => {
    const { login, codeNow } = await withApp();
    for (let count = 0; count < 10; count += 1) expect((await login('000000')).status).toBe(401);
    expect(await login(codeNow())).toMatchObject({ status: 429, body: { code: 'ACCOUNT_LOCKED' } });
    await world.clock.advance(15 * 60_000);
  });

  test('is asked for after a code by mail too, which then is sent again', async () => {
    const { email, codeNow } = await withApp();
    await post('/auth/otp/send', { email });
    const code = codeTo(email);
    expect(await post('/auth/otp/verify', { email, code })).toMatchObject({ status: 401, body: { code: 'SECOND_FACTOR_REQUIRED' } });
    expect((await post('/auth/otp/verify', { email, code, secondFactorCode: codeNow() })).status).toBe(200);
  });

  test('is switched off with password and code', async () => {
    const person = await withApp();
    const { token } = (await person.login(person.codeNow())).body.accessToken
      ? { token: (await person.login(person.recoveryCodes[0])).body.accessToken as string }
      : { token: '' };
    await world.clock.advance(30_000);
    const off = (password: string, code: string) => post('/auth/totp/disable', { password, code }, token);
    expect(await off('wrong', person.codeNow())).toMatchObject({ status: 422, body: { code: 'CURRENT_PASSWORD_WRONG' } });
    expect(await off(person.password, '000000')).toMatchObject({ status: 401 });
    expect((await off(person.password, person.codeNow())).status).toBe(204);
    expect((await person.login()).status).toBe(200);
  });

  test('does not count before it is confirmed, and is set up once', async () => {
    const { email, password, token } = await world.person();
    expect(await post('/auth/totp/enable', { password: 'wrong' }, token)).toMatchObject({ status: 422 });
    await post('/auth/totp/enable', { password }, token);
    expect(await post('/auth/totp/confirm', { code: '000000' }, token)).toMatchObject({ status: 422 });
    expect((await post('/auth/login', { email, password })).status).toBe(200);
    const on = await withApp();
    const { accessToken } = (await on.login(on.codeNow())).body;
    expect(await post('/auth/totp/enable', { password: on.password }, accessToken)).toMatchObject({
      status: 409,
      body: { code: 'SECOND_FACTOR_ON' },
    });
  });
});

describe('devices', () => {
  test('are listed, and one or all others can be signed out at once', async () => {
    const { email, password, token } = await world.person();
    const phone = (await world.call('POST', '/auth/login', { body: { email, password }, headers: { 'user-agent': 'Phone' } })).body;
    const tablet = (await post('/auth/login', { email, password })).body;
    const { items } = (await world.call('GET', '/auth/sessions', { as: token })).body;
    expect(items).toHaveLength(3);
    expect(items.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
    const { id } = items.find(({ userAgent }: { userAgent: string }) => userAgent === 'Phone');

    expect((await world.call('DELETE', `/auth/sessions/${id}`, { as: token })).status).toBe(204);
    expect((await world.call('GET', '/auth/me', { as: phone.accessToken })).status).toBe(401);
    expect((await world.call('DELETE', `/auth/sessions/${id}`, { as: token })).status).toBe(404);
    expect((await world.call('DELETE', '/auth/sessions', { as: token })).status).toBe(204);
    expect((await world.call('GET', '/auth/me', { as: tablet.accessToken })).status).toBe(401);
    expect((await world.call('GET', '/auth/me', { as: token })).status).toBe(200);
  });

  test('of somebody else cannot be signed out', async () => {
    const [one, other] = [await world.person(), await world.person()];
    const { items } = (await world.call('GET', '/auth/sessions', { as: one.token })).body;
    expect((await world.call('DELETE', `/auth/sessions/${items[0].id}`, { as: other.token })).status).toBe(404);
    expect((await world.call('GET', '/auth/me', { as: one.token })).status).toBe(200);
  });
});

test('nobody registers where registration is closed', async () => {
  const registration = { email: 'new@example.com', name: 'New', password: 'a long enough password' };
  expect(await post('/auth/register', registration)).toMatchObject({ status: 403, body: { code: 'REGISTRATION_CLOSED' } });
});

describe('where anybody may register', () => {
  let open: IdentityWorld;
  beforeAll(async () => {
    open = await createIdentityWorld({ isRegistrationOpen: true });
  });
  afterAll(() => open.close());
  const send = (path: string, body: unknown, as?: string) => open.call('POST', path, { body, as });
  const registration = { email: 'Nora@example.com', name: 'Nora', password: 'a long enough password', locale: 'es' };

  test('an account is there once the address is shown, and not before', async () => {
    expect((await send('/auth/register', registration)).status).toBe(202);
    const { email, password } = registration;
    expect((await send('/auth/login', { email, password })).status).toBe(401);
    const code = open.mails.at(-1)?.code;
    const signedIn = await send('/auth/verify-email', { email, code });
    expect(signedIn).toMatchObject({ status: 200, body: { user: { name: 'Nora', isEmailVerified: true, tenants: [] } } });
    expect((await send('/auth/login', { email, password })).status).toBe(200);
  });

  test('an address that has an account answers alike, and its owner is told', async () => {
    await open.people.add({ email: 'there@example.com', name: 'There', password: 'a long enough password', isPlatformAdmin: false });
    const again = await send('/auth/register', { ...registration, email: 'there@example.com', password: 'the thief’s own password' });
    expect(again).toMatchObject({ status: 202, body: { expiresIn: 600 } });
    expect(open.mails.at(-1)).toMatchObject({ to: 'there@example.com', kind: 'already-registered' });
    expect((await send('/auth/login', { email: 'there@example.com', password: 'the thief’s own password' })).status).toBe(401);
  });

  test('people make a tenant of their own and set it up', async () => {
    const { accessToken } = (await send('/auth/login', { email: registration.email, password: registration.password })).body;
    const made = await send('/tenants', { name: 'Nora’s practice', slug: 'nora' }, accessToken);
    expect(made).toMatchObject({ status: 201, body: { isOnboarding: true } });
    const finish = () => send(`/tenants/${made.body.id}/complete-onboarding`, undefined, accessToken);
    expect(await finish()).toMatchObject({ status: 422, body: { code: 'ONBOARDING_INCOMPLETE' } });
    const app = await send('/apps', { tenantId: made.body.id, name: 'Site', slug: 'site' }, accessToken);
    await send(`/apps/${app.body.id}/configs`, {}, accessToken);
    expect(await finish()).toMatchObject({ status: 200, body: { isOnboarding: false } });
  });
});
