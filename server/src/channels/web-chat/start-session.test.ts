import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';

let desk: TestApp;
let clinic: Awaited<ReturnType<TestApp['tenant']>>;

beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(() => saying('Hello.')) });
  clinic = await desk.tenant('clinic', { allowedOrigins: ['https://www.clinic.example'] });
});
afterAll(() => desk.close());

const init = (body: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  desk.call('POST', '/widget/session/init', { body: { projectId: clinic.app.projectId, widgetInstanceId: 'w', ...body }, headers });

/** What the app's own server signs for a person who is signed in there. */
function userToken(claims: Record<string, unknown>, { secret = clinic.app.identitySecret as string, exp = '5m' as string | null } = {}) {
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' });
  return (exp === null ? token : token.setExpirationTime(exp)).sign(new TextEncoder().encode(secret));
}

async function conversationOf(sessionId: string): Promise<string> {
  const [row] = await desk.database.asSuperuser<{ conversation_id: string }>('select conversation_id from widget_sessions where id = $1', [
    sessionId,
  ]);
  return row?.conversation_id ?? 'none';
}

describe('starting a session', () => {
  test('gives a token, the address of the socket and what the widget shows', async () => {
    const { status, body } = await init({ locale: 'es' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ configVersion: 1, features: { chat: true, voice: false }, uiHints: { widgetTitle: 'clinic' } });
    expect(body.uiHints.welcomeMessage).not.toBe('');
    expect(body).not.toHaveProperty('voice');
    const address = new URL(body.chat.wsUrl);
    expect([address.protocol, address.pathname]).toEqual(['ws:', '/ws/chat']);
    expect(address.searchParams.get('sessionId')).toBe(body.sessionId);
    expect(await new Visitor(body).connect()).toMatchObject({ type: 'session_ack' });
  });

  test('is the same at its short path', async () => {
    const { status } = await desk.call('POST', '/widget/init', { body: { projectId: clinic.app.projectId, widgetInstanceId: 'w' } });
    expect(status).toBe(201);
  });

  test('404 for a project that nobody has', async () => {
    expect(await init({ projectId: 'nobody' })).toMatchObject({ status: 404, body: { code: 'PROJECT_NOT_FOUND' } });
  });

  test('403 for an app that is switched off, 409 for one that was never configured', async () => {
    const made = await desk.call('POST', '/apps', { as: desk.admin, body: { tenantId: clinic.tenantId, name: 'Bare', slug: 'bare' } });
    const { id, projectId } = made.body;
    expect(await init({ projectId })).toMatchObject({ status: 409, body: { code: 'APP_NOT_CONFIGURED' } });
    await desk.call('PATCH', `/apps/${id}`, { as: desk.admin, body: { isActive: false } });
    expect(await init({ projectId })).toMatchObject({ status: 403, body: { code: 'APP_INACTIVE' } });
  });

  test('an app whose workspace is still being set up lets nobody in', async () => {
    const { app, tenantId } = await desk.tenant('being-set-up');
    await desk.database.asSuperuser(`update tenants set is_onboarding = true where id = '${tenantId}'`);
    expect(await init({ projectId: app.projectId })).toMatchObject({ status: 409, body: { code: 'TENANT_ONBOARDING' } });
    const done = await desk.call('POST', `/tenants/${tenantId}/complete-onboarding`, { as: desk.admin });
    expect(done).toMatchObject({ status: 200, body: { isOnboarding: false } });
    expect((await init({ projectId: app.projectId })).status).toBe(201);
  });

  test('403 for pages of other origins, and they may read why', async () => {
    const refused = await init({}, { origin: 'https://evil.example' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'FORBIDDEN_ORIGIN' } });
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('access-control-allow-credentials')).toBeNull();
    for (const origin of ['https://www.clinic.example', desk.url]) expect((await init({}, { origin })).status).toBe(201);
  });

  test('a preflight is answered without credentials, whatever the origin', async () => {
    const answer = await fetch(`${desk.url}/api/v1/widget/session/init`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(answer.status).toBeLessThan(300);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')).toContain('POST');
    expect(answer.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('content-type');
  });

  test.each([
    [{ projectId: 7 }, 'projectId'],
    [{ widgetInstanceId: '' }, 'widgetInstanceId'],
    [{ widgetInstanceId: 'a\nb' }, 'widgetInstanceId'],
    [{ externalUserId: 'a\0b' }, undefined],
    [{ locale: 'not a language' }, 'locale'],
    [{ pageUrl: 'x'.repeat(4_001) }, 'pageUrl'],
    [{ metadata: [] }, 'metadata'],
    [{ metadata: { note: 'x'.repeat(70_000) } }, 'metadata'],
    [{ color: 'red' }, 'color'],
  ])('400 for %j names the property', async (body, path) => {
    const { status, body: problem } = await init(body as Record<string, unknown>);
    expect([status, problem.code]).toEqual([400, path === undefined ? 'INVALID_TEXT' : 'VALIDATION_FAILED']);
    if (path !== undefined) expect(problem.errors[0].path).toBe(path);
  });
});

describe('somebody for whom the app’s server vouches', () => {
  test('goes on with the conversation that is open, on another device too', async () => {
    const token = await userToken({ sub: 'patient-1', name: 'Ana' });
    const first = await init({ userToken: token });
    const second = await init({ userToken: await userToken({ sub: 'patient-1' }), widgetInstanceId: 'phone' });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(await conversationOf(second.body.sessionId)).toBe(await conversationOf(first.body.sessionId));
    const other = await init({ userToken: await userToken({ sub: 'patient-2' }) });
    expect(await conversationOf(other.body.sessionId)).not.toBe(await conversationOf(first.body.sessionId));
  });

  test('opens a new conversation after the last one has ended', async () => {
    const token = await userToken({ sub: 'patient-3' });
    const before = await init({ userToken: token });
    const visitor = new Visitor(before.body);
    await visitor.connect();
    visitor.send({ type: 'end_session' });
    await visitor.frame((frame) => frame.type === 'status' && frame.status === 'session_ended');
    const after = await init({ userToken: token });
    expect(await conversationOf(after.body.sessionId)).not.toBe(await conversationOf(before.body.sessionId));
  });

  test('is one contact with one conversation, however many tabs open at the same moment', async () => {
    for (const sub of ['patient-4', 'patient-5', 'patient-6']) {
      const token = await userToken({ sub });
      const tabs = await Promise.all(Array.from({ length: 6 }, () => init({ userToken: token })));
      expect(tabs.map(({ status }) => status)).toEqual(Array(6).fill(201));
      const conversations = await Promise.all(tabs.map(({ body }) => conversationOf(body.sessionId)));
      expect(new Set(conversations).size).toBe(1);
    }
    const orphans = await desk.database.asSuperuser(
      'select count(*)::int as n from contacts c where not exists (select from conversations where contact_id = c.id)',
    );
    expect(orphans).toEqual([{ n: 0 }]);
  });

  test('is in one conversation when all tabs come back at the same moment after it has ended', async () => {
    const token = await userToken({ sub: 'patient-8' });
    const before = new Visitor((await init({ userToken: token })).body);
    await before.connect();
    before.send({ type: 'end_session' });
    await before.frame((frame) => frame.type === 'status' && frame.status === 'session_ended');
    const tabs = await Promise.all(Array.from({ length: 6 }, () => init({ userToken: token })));
    const conversations = await Promise.all(tabs.map(({ body }) => conversationOf(body.sessionId)));
    expect(new Set(conversations).size).toBe(1);
  });

  const refused: [string, () => Promise<string> | string][] = [
    ['an expired token', () => userToken({ sub: 'p' }, { exp: '-1m' })],
    ['a token without an expiry', () => userToken({ sub: 'p' }, { exp: null })],
    ['a token for nobody', () => userToken({ name: 'Ana' })],
    ['a token for an empty id', () => userToken({ sub: '' })],
    ['a token for an id that cannot be stored', () => userToken({ sub: 'a\0b' })],
    ['a token whose person’s name cannot be stored', () => userToken({ sub: 'p', name: 'a\0b' })],
    ['a token for half a character', () => userToken({ sub: '\ud800' })],
    ['a token under another secret', () => userToken({ sub: 'p' }, { secret: 'x'.repeat(64) })],
    ['our own session token', async () => (await init()).body.token],
    ['no token', () => 'abc'],
  ];
  test.each(refused)('is nobody with %s: 401', async (_name, make) => {
    expect(await init({ userToken: await make() })).toMatchObject({ status: 401, body: { code: 'INVALID_USER_TOKEN' } });
  });

  test('is nobody under the secret of another app', async () => {
    const other = await desk.tenant('other');
    const token = await userToken({ sub: 'patient-1' }, { secret: other.app.identitySecret });
    expect((await init({ userToken: token })).status).toBe(401);
  });
});

test('an id that nobody vouches for opens nobody’s history', async () => {
  const known = await init({ userToken: await userToken({ sub: 'patient-7' }) });
  const claimed = [
    await init({ externalUserId: 'patient-7' }),
    await init({ externalUserId: 'patient-7', metadata: { userId: 'patient-7' } }),
  ];
  const conversations = await Promise.all([known, ...claimed].map(({ body }) => conversationOf(body.sessionId)));
  expect(new Set(conversations).size).toBe(3);
});
