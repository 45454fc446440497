import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';

let desk: TestApp;
let clinic: Awaited<ReturnType<TestApp['tenant']>>;
beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(() => saying('Hello.')) });
  clinic = await desk.tenant('clinic');
});
afterAll(() => desk.close());

const init = (body: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  desk.call('POST', '/widget/session/init', { body: { projectId: clinic.app.projectId, widgetInstanceId: 'w', ...body }, headers });

const userToken = (claims: Record<string, unknown>) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(clinic.app.identitySecret as string));

async function identifiersOf(sessionId: string): Promise<string[]> {
  const rows = await desk.database.asSuperuser<{ identifier: string }>(
    `select kind || ' ' || value as identifier from contact_identifiers i join widget_sessions s on s.contact_id = i.contact_id
     where s.id = $1 order by 1`,
    [sessionId],
  );
  return rows.map(({ identifier }) => identifier);
}

const sessionRow = async (sessionId: string) =>
  (await desk.database.asSuperuser('select * from widget_sessions where id = $1', [sessionId]))[0] ?? {};

describe('what the app’s server vouches for', () => {
  test('stays with the contact: address, number and name', async () => {
    const { body } = await init({
      userToken: await userToken({ sub: 'ana', name: 'Ana', email: 'Ana@Example.COM', phone: '+34911234567' }),
    });
    expect(await identifiersOf(body.sessionId)).toEqual(['email ana@example.com', 'external ana', 'phone +34911234567']);
    const later = await init({ userToken: await userToken({ sub: 'ana', email: 'ana@work.example', phone: null }) });
    expect(await identifiersOf(later.body.sessionId)).toEqual([
      'email ana@example.com',
      'email ana@work.example',
      'external ana',
      'phone +34911234567',
    ]);
  });

  test('opens nobody else’s history by a shared address or number', async () => {
    const mother = await init({ userToken: await userToken({ sub: 'mother', email: 'family@example.com', phone: '+34600000001' }) });
    const son = await init({ userToken: await userToken({ sub: 'son', email: 'family@example.com', phone: '+34600000001' }) });
    expect(await identifiersOf(son.body.sessionId)).toEqual(['external son']);
    expect((await sessionRow(son.body.sessionId)).conversation_id).not.toBe((await sessionRow(mother.body.sessionId)).conversation_id);
  });

  test.each([
    ['phone', '0911 234567'],
    ['phone', '+34 911 234 567'],
    ['email', 'nobody'],
    ['email', 7],
    ['name', 'x'.repeat(201)],
  ])('is refused by name when it cannot be used: %s %s', async (claim, value) => {
    const { status, body } = await init({ userToken: await userToken({ sub: 'p', [claim]: value }) });
    expect([status, body.code]).toEqual([401, 'INVALID_USER_TOKEN']);
    expect(body.detail).toContain(`\`${claim}\``);
  });
});

describe('a form', () => {
  const form = (properties: object) => ({ metadata: { formSchema: { type: 'object', properties } } });

  test('that can be filled in is taken', async () => {
    const { status } = await init({
      metadata: {
        formType: 'intake',
        formSchema: { type: 'object', properties: { age: { type: 'integer', minimum: 0, medicalTerms: ['years of age'] } } },
      },
    });
    expect(status).toBe(201);
  });

  test.each([
    [form({ age: { type: 'age' } }), 'metadata.formSchema.properties.age.type'],
    [form({ address: { type: 'object', properties: {} } }), 'metadata.formSchema.properties.address.properties'],
    [form({}), 'metadata.formSchema.properties'],
    [{ metadata: { formSchema: 'age' } }, 'metadata.formSchema'],
    [{ metadata: { formSchema: null } }, 'metadata.formSchema'],
    [{ metadata: { formType: 7 } }, 'metadata.formType'],
  ])('that cannot be used is refused, and the property is named: %j', async (body, path) => {
    const refused = await init(body);
    expect([refused.status, refused.body.errors[0].path]).toEqual([400, path]);
  });
});

describe('of a visit the team sees', () => {
  const chrome = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36';
  const visit = {
    pageUrl: 'https://clinic.example/prices?utm_source=mail&patient=7',
    referrer: 'https://search.example/?q=my+illness',
    userAgent: chrome,
  };
  const seenByTeam = async (sessionId: string) => {
    const { conversation_id } = await sessionRow(sessionId);
    const headers = { 'x-tenant-id': clinic.tenantId };
    return (await desk.call('GET', `/conversations/${conversation_id}`, { as: desk.admin, headers })).body.visitor;
  };

  test('the page, where they came from and with what', async () => {
    const { body } = await init({ ...visit, locale: 'es' });
    expect(await seenByTeam(body.sessionId)).toMatchObject({
      pageUrl: 'https://clinic.example/prices?utm_source=mail',
      referrer: 'https://search.example/',
      deviceClass: 'mobile',
      browser: 'Chrome',
      locale: 'es',
      lastSeenAt: expect.any(String),
    });
  });

  test.each([{ dnt: '1' }, { 'sec-gpc': '1' }])('nothing for who does not want it: %o', async (headers) => {
    const { body } = await init(visit, headers as Record<string, string>);
    expect(await seenByTeam(body.sessionId)).toMatchObject({ pageUrl: null, referrer: null, deviceClass: null, browser: null });
    expect((await sessionRow(body.sessionId)).user_agent).toBeNull();
  });

  test('when they were last there, which is noted at most once a minute', async () => {
    const visitor = await desk.visitor(clinic.app.projectId);
    const { sessionId } = visitor.session;
    const setBack = () =>
      desk.database.asSuperuser(`update widget_sessions set last_seen_at = now() - interval '1 hour' where id = $1`, [sessionId]);
    const secondsAgo = async () => (Date.now() - Number((await sessionRow(sessionId)).last_seen_at)) / 1000;
    await setBack();
    await visitor.connect();
    await expect.poll(secondsAgo).toBeLessThan(60);
    await setBack();
    await visitor.say('Hello', 'a');
    expect(await secondsAgo()).toBeGreaterThan(3_000);
    visitor.close();
  });
});

test('the language is the page’s, else the browser’s, else the tenant’s', async () => {
  const localeOf = async (body: object, headers: Record<string, string> = {}) =>
    (await sessionRow((await init(body as Record<string, unknown>, headers)).body.sessionId)).locale;
  expect(await localeOf({ locale: 'es-mx' }, { 'accept-language': 'en' })).toBe('es-MX');
  expect(await localeOf({}, { 'accept-language': 'es-AR,es;q=0.8' })).toBe('es-AR');
  expect(await localeOf({}, { 'accept-language': '*' })).toBe('en');
});
