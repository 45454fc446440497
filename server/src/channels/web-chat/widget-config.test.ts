import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';

let desk: TestApp;
let clinic: Awaited<ReturnType<TestApp['tenant']>>;

beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(() => saying('Hello.')) });
  clinic = await desk.tenant('clinic', { allowedOrigins: ['https://www.clinic.example'] });
});
afterAll(() => desk.close());

const ask = (query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  desk.call('GET', `/widget/config?${new URLSearchParams({ projectId: clinic.app.projectId, ...query })}`, { headers });

const configure = (uiTheme: unknown, features = {}) =>
  desk.call('POST', `/apps/${clinic.app.id}/configs`, { as: desk.admin, body: { uiTheme, features } });

const rows = async () => {
  const [counted] = await desk.database.asSuperuser(
    `select (select count(*)::int from contacts) + (select count(*)::int from conversations)
       + (select count(*)::int from widget_sessions) + (select count(*)::int from events) as rows`,
  );
  return counted?.rows;
};

describe('how a widget looks', () => {
  test('can be asked before anybody writes, and makes nothing', async () => {
    const before = await rows();
    const { status, body, headers } = await ask({ locale: 'es-MX' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      projectId: clinic.app.projectId,
      configVersion: 1,
      locale: 'es-MX',
      features: { chat: true, voice: false },
      launcher: { position: 'bottom-right', offset: { horizontal: 20, vertical: 20 }, label: '', icon: 'chat', isHidden: false },
      uiHints: { widgetTitle: 'clinic' },
    });
    expect(body.uiHints.welcomeMessage).toContain('¿En qué puedo ayudarle?');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('vary')).toBe('origin, accept-language');
    expect(await rows()).toBe(before);
  });

  test('follows the browser’s language where the page names none, and the tenant’s where nobody does', async () => {
    expect((await ask({}, { 'accept-language': 'fr;q=0.2, es-ES' })).body.locale).toBe('es-ES');
    expect((await ask({}, { 'accept-language': '' })).body.locale).toBe('en');
    expect(await ask({ locale: 'not a language' })).toMatchObject({ status: 400, body: { errors: [{ path: 'query.locale' }] } });
  });

  test('is not sent again while it is the same, and is new as soon as it is another', async () => {
    const first = await ask();
    const etag = first.headers.get('etag') ?? '';
    expect((await ask({}, { 'if-none-match': etag })).status).toBe(304);
    await configure({
      launcher: { label: 'Ask us', icon: 'heart', visibility: 'hidden' },
      position: 'bottom-left',
      offset: { vertical: 80 },
    });
    const second = await ask({}, { 'if-none-match': etag });
    expect(second.body.launcher).toMatchObject({
      label: 'Ask us',
      icon: 'heart',
      isHidden: true,
      position: 'bottom-left',
      offset: { horizontal: 20, vertical: 80 },
    });
  });

  test('holds nothing that a widget could not show, and colours that can be told apart', async () => {
    const odd = { primaryColor: '#ffff00', logoUrl: 'javascript:alert(1)', radius: 999, title: 'Clinic', position: 'middle', stray: 1 };
    expect((await configure(odd)).status).toBe(201);
    const { body } = await ask();
    expect(body.theme).toEqual({ primaryColor: '#ffff00', title: 'Clinic' });
    expect(body.launcher).toMatchObject({ position: 'bottom-right', backgroundColor: expect.stringMatching(/^#[0-9a-f]{6}$/) });
    expect(body.launcher.backgroundColor).not.toBe('#ffff00');
    expect(body.launcher.color).not.toBe(body.launcher.backgroundColor);
  });

  test('is another as soon as anything that it is made of was changed', async () => {
    await ask();
    const rename = (name: string) => desk.call('PATCH', `/apps/${clinic.app.id}`, { as: desk.admin, body: { name } });
    expect((await rename('Front desk')).status).toBe(200);
    expect((await ask()).body.uiHints.widgetTitle).toBe('Front desk');
    const prompt = { name: 'welcome', kind: 'PRE_MESSAGE', content: 'Good day!', isDefault: true };
    expect((await desk.call('POST', `/apps/${clinic.app.id}/prompts`, { as: desk.admin, body: prompt })).status).toBe(201);
    expect((await ask()).body.uiHints.welcomeMessage).toBe('Good day!');
  });

  test('is told to the pages that the app allows, and others may read why not', async () => {
    for (const origin of ['https://www.clinic.example', desk.url]) expect((await ask({}, { origin })).status).toBe(200);
    const refused = await ask({}, { origin: 'https://evil.example' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'FORBIDDEN_ORIGIN' } });
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('cache-control')).toBe('no-store');
  });

  test('404 for a project that nobody has, 409 without configuration, 403 for an app that is switched off', async () => {
    expect(await ask({ projectId: 'nobody' })).toMatchObject({ status: 404, body: { code: 'PROJECT_NOT_FOUND' } });
    const { body } = await desk.call('POST', '/apps', { as: desk.admin, body: { tenantId: clinic.tenantId, name: 'Bare', slug: 'bare' } });
    expect(await ask({ projectId: body.projectId })).toMatchObject({ status: 409, body: { code: 'APP_NOT_CONFIGURED' } });
    await desk.call('PATCH', `/apps/${body.id}`, { as: desk.admin, body: { isActive: false } });
    expect(await ask({ projectId: body.projectId })).toMatchObject({ status: 403, body: { code: 'APP_INACTIVE' } });
  });
});
