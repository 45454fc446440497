import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';

let desk: TestApp;
let projectId: string;

beforeAll(async () => {
  desk = await startTestApp({
    models: scriptedModels(() => saying('Hello.')),
    env: { FOYER_PUBLIC_URL: 'https://desk.example.org', FOYER_TRUSTED_PROXIES: '127.0.0.1' },
  });
  ({ projectId } = (await desk.tenant('clinic')).app);
});
afterAll(() => desk.close());

const init = (headers: Record<string, string>) =>
  desk.call('POST', '/widget/session/init', { body: { projectId, widgetInstanceId: 'w' }, headers });

/** What the socket says first to a page of `origin`. */
async function greeted(session: unknown, origin: string): Promise<string> {
  const visitor = new Visitor(session as Visitor['session']);
  const first = await visitor.connect({ origin });
  visitor.close();
  return first.type === 'error' ? first.code : first.type;
}

test('a page of the installation works at its public address and at any other by which it is reached', async () => {
  const inside = await init({ origin: desk.url });
  expect(inside.status).toBe(201);
  expect(new URL(inside.body.chat.wsUrl).origin).toBe(desk.url.replace(/^http/, 'ws'));
  expect(await greeted(inside.body, desk.url)).toBe('session_ack');
  const { token } = inside.body;
  const refreshed = await desk.call('POST', '/widget/session/refresh', { headers: { origin: desk.url, authorization: `Bearer ${token}` } });
  expect(new URL(refreshed.body.chat.wsUrl).origin).toBe(desk.url.replace(/^http/, 'ws'));

  const outside = await init({ origin: 'https://desk.example.org' });
  expect(new URL(outside.body.chat.wsUrl).origin).toBe('wss://desk.example.org');
  const here = inside.body.chat.wsUrl.split('?')[0];
  const query = outside.body.chat.wsUrl.split('?')[1];
  expect(await greeted({ ...outside.body, chat: { wsUrl: `${here}?${query}` } }, 'https://desk.example.org')).toBe('session_ack');
});

test('so does one behind a proxy that says which host was asked for, over the socket too', async () => {
  const origin = 'https://second.example.org';
  const forwarded = { origin, 'x-forwarded-host': 'second.example.org', 'x-forwarded-proto': 'https' };
  const { status, body } = await init(forwarded);
  expect(status).toBe(201);
  expect(new URL(body.chat.wsUrl).origin).toBe('wss://second.example.org');
  const address = `${desk.url.replace(/^http/, 'ws')}/ws/chat?${body.chat.wsUrl.split('?')[1]}`;
  const first = await new Promise<string>((resolve, reject) => {
    const socket = new WebSocket(address, { headers: forwarded });
    socket.once('message', (data) => {
      resolve(String(data));
      socket.close();
    });
    socket.once('error', reject);
  });
  expect(JSON.parse(first)).toMatchObject({ type: 'session_ack' });
});

test('pages of other sites are still refused on both ways', async () => {
  expect((await init({ origin: 'https://evil.example' })).status).toBe(403);
  const { body } = await init({ origin: desk.url });
  expect(await greeted(body, 'https://evil.example')).toBe('FORBIDDEN_ORIGIN');
});
