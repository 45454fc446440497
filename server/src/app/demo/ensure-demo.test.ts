import type { TenantProfile } from '@foyer/contracts/tenant-profile.ts';
import { readTheme } from '@foyer/contracts/widget-theme.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { QUESTIONS } from '../browser/demo/questions.mjs';
import { readDemoDocuments } from './demo-documents.ts';
import { DEMO_THEME } from './demo-theme.ts';
import { ensureDemo } from './ensure-demo.ts';

let sharedDatabase: TestDatabase;
let nodes: TestApp[];

beforeAll(async () => {
  const demoDocuments = await readDemoDocuments();
  sharedDatabase = await createTestDatabase();
  nodes = await Promise.all(Array.from({ length: 3 }, () => startTestApp({ sharedDatabase, env: { FOYER_DEMO: 'on' }, demoDocuments })));
});
afterAll(async () => {
  for (const node of nodes) await node.close();
  await sharedDatabase.close();
});

const rows = <T>(sql: string) => sharedDatabase.asSuperuser<T & object>(sql);
const first = () => {
  const [node] = nodes;
  if (!node) throw new Error('No node has started.');
  return node;
};
async function asTeam(method: string, path: string, body?: unknown) {
  const { admin, call } = first();
  const [tenant] = await rows<{ id: string }>('select id from tenants');
  const headers = { 'x-tenant-id': tenant?.id ?? '' };
  return (await call(method, path, { as: admin, headers, ...(body !== undefined && { body }) })).body;
}
const demoApp = async (): Promise<{ id: string }> => (await asTeam('GET', '/apps')).items[0];
const startAgain = () => {
  const { app } = first();
  return ensureDemo(app.foundation, app.services, { owner: undefined });
};

describe('nodes that start at the same moment on an empty database', () => {
  test('have one demo tenant between them', async () => {
    for (const { call } of nodes) {
      const session = await call('POST', '/widget/session/init', { body: { projectId: 'demo', widgetInstanceId: 'w' } });
      expect(session.status).toBe(201);
      expect(session.body).toMatchObject({ features: { chat: true, extraction: true, attachments: true } });
    }
    expect(await rows('select slug from apps')).toEqual([{ slug: 'demo' }]);
    const [tenant] = await rows<{ profile: TenantProfile }>('select profile from tenants');
    expect(tenant?.profile.services?.map(({ name }) => name)).toContain('Echocardiogram');
  });

  test('have each document once, in both languages', async () => {
    const counts = await rows(
      'select language, count(*)::int, count(distinct title)::int titles from knowledge_documents group by 1 order by 1',
    );
    expect(counts).toEqual([
      { language: 'en', count: 18, titles: 18 },
      { language: 'es', count: 18, titles: 18 },
    ]);
  });
});

test('the theme is one that the widget takes whole', () => {
  expect(readTheme(DEMO_THEME)).toEqual({ theme: DEMO_THEME, problems: [] });
});

describe('what the clinic knows', () => {
  const TITLES: Record<string, [en: string, es: string]> = {
    parking: ['Parking and how to get here', 'Estacionamiento y cómo llegar'],
    tavi: ['TAVI: a new aortic valve without opening the chest', 'TAVI: una válvula aórtica nueva sin abrir el pecho'],
    anticoagulants: ['Blood thinners and other medicines before an operation', 'Anticoagulantes y otras medicinas antes de una operación'],
    stress: ['Stress test', 'Prueba de esfuerzo'],
    interpreter: ['Interpreters and languages', 'Intérpretes e idiomas'],
    cancel: ['Making, moving and cancelling appointments', 'Pedir, cambiar y cancelar citas'],
    directions: ['Parking and how to get here', 'Estacionamiento y cómo llegar'],
  };

  test.each(Object.entries(TITLES))('answers what the button “%s” asks', async (name, [en, es]) => {
    for (const [language, title] of [
      ['en', en],
      ['es', es],
    ] as const) {
      await expect
        .poll(
          async () => (await asTeam('POST', '/knowledge/search', { query: QUESTIONS[name]?.[language], language })).items[0]?.documentTitle,
        )
        .toBe(title);
    }
  });
});

describe('another start', () => {
  test('makes what is missing, as a start that was killed leaves it', async () => {
    const [document] = (await asTeam('GET', '/knowledge/documents?language=es&q=TAVI')).items;
    await asTeam('DELETE', `/knowledge/documents/${document.id}`);
    await startAgain();
    expect((await asTeam('GET', '/knowledge/documents?language=es&q=TAVI')).items).toHaveLength(1);
  });

  test('renews the look that an earlier version of the product has made, where nobody has touched it', async () => {
    const { id } = await demoApp();
    const earlier = { features: '{"chat": true}', theme: '{"title": "Harbour Heart Clinic", "primaryColor": "#0f5c63"}' };
    await rows(`delete from app_configs where version > 1`);
    await rows(`update app_configs set is_active = true, features = '${earlier.features}', ui_theme = '${earlier.theme}'`);
    await startAgain();
    expect(await asTeam('GET', `/apps/${id}/configs/active`)).toMatchObject({ version: 2, uiTheme: DEMO_THEME });
    await startAgain();
    expect(await asTeam('GET', `/apps/${id}/configs/active`)).toMatchObject({ version: 2 });
  });

  test('leaves alone what somebody has changed', async () => {
    const [document] = (await asTeam('GET', '/knowledge/documents?language=en&q=TAVI')).items;
    await asTeam('PUT', `/knowledge/documents/${document.id}`, { title: document.title, content: 'Ask us.', language: 'en' });
    const { id } = await demoApp();
    await asTeam('POST', `/apps/${id}/configs`, { features: { chat: true }, uiTheme: { title: 'Ours' } });
    await startAgain();
    expect((await asTeam('GET', `/knowledge/documents/${document.id}`)).content).toBe('Ask us.');
    expect(await asTeam('GET', `/apps/${id}/configs/active`)).toMatchObject({ uiTheme: { title: 'Ours' } });
  });

  test('does not open a chat again that somebody has closed', async () => {
    const { id } = await demoApp();
    await asTeam('PATCH', `/apps/${id}`, { isActive: false });
    await startAgain();
    const session = await first().call('POST', '/widget/session/init', { body: { projectId: 'demo', widgetInstanceId: 'w' } });
    expect(session).toMatchObject({ status: 403, body: { code: 'APP_INACTIVE' } });
  });
});
