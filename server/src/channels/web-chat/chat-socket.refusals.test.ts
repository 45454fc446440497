import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';
import { SERVER_DISCONNECT, TRANSPORTS } from '#test/visitor-socket.ts';
import { seenByGuest, seenUntilClosed } from './raw-socket.testing.ts';
import { forgedToken, unsignedToken } from './widget-tokens.testing.ts';

let desk: TestApp;
let visitor: Visitor;
let clinic: Awaited<ReturnType<TestApp['tenant']>>;

beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(() => saying('Hello.')) });
  clinic = await desk.tenant('clinic', { allowedOrigins: ['https://www.clinic.example'] });
  visitor = await desk.visitor(clinic.app.projectId);
});
afterAll(() => desk.close());

const socketUrl = (query: Record<string, string>) => `${desk.url.replace('http', 'ws')}/ws/chat?${new URLSearchParams(query)}`;
const claims = () => ({ sessionId: visitor.session.sessionId, projectId: clinic.app.projectId as string });

describe.each(TRANSPORTS)('over %s', (transport) => {
  /** The connection is accepted, one error is shown, and then it is closed: with a code that says the same, where there are codes. */
  async function expectRefusal(url: string, code: string, closeCode: number, origin?: string): Promise<void> {
    const seen = await seenByGuest(transport, url, origin);
    expect(seen).toEqual({
      frames: [{ type: 'error', code, message: expect.any(String) }],
      closeCode: transport === 'plain' ? closeCode : SERVER_DISCONNECT,
    });
  }

  describe('whoever shows no credentials', () => {
    test.each([{}, { token: 'x' }, { sessionId: 'x' }, { sessionId: '', token: '' }])('%j', (query) =>
      expectRefusal(socketUrl(query as Record<string, string>), 'MISSING_AUTH', 4401),
    );
  });

  test('whoever shows a token like ours is let in: the ones below differ from it in one thing each', async () => {
    const token = await forgedToken(claims());
    expect(
      await new Visitor(visitor.session, transport).connect({ url: socketUrl({ sessionId: visitor.session.sessionId, token }) }),
    ).toMatchObject({ type: 'session_ack' });
  });

  describe('whoever shows a token that is not good', () => {
    const cases: [string, () => Promise<string> | string][] = [
      ['no token at all', () => 'abc'],
      ['three empty parts', () => '..'],
      ['bytes that are no text', () => '\u0000.\ufffd.😀'],
      ['one signed by somebody else', () => forgedToken(claims(), { secret: new TextEncoder().encode('another '.repeat(6)) })],
      ['one whose signature was cut', () => visitor.session.token.slice(0, -4)],
      ['one without signature', () => unsignedToken(claims())],
      ['an expired one', () => forgedToken(claims(), { expiresInSeconds: -1 })],
      ['one of another issuer', () => forgedToken(claims(), { issuer: 'somebody' })],
      ['one of another type, under our own secret', () => forgedToken({ ...claims(), type: 'access' })],
      ['the access token of the administrator', () => desk.admin],
      ['one of another app', () => forgedToken({ ...claims(), projectId: 'demo' })],
      ['one of a session that does not exist', () => forgedToken({ ...claims(), sessionId: '0190a3f0-7c3a-7000-8000-000000000001' })],
      ['one of a session that is no id', () => forgedToken({ ...claims(), sessionId: "x'; --" })],
    ];
    test.each(cases)('%s', async (_name, make) =>
      expectRefusal(socketUrl({ sessionId: visitor.session.sessionId, token: await make() }), 'INVALID_TOKEN', 4401),
    );

    test('the token of another session', async () => {
      const other = await desk.visitor(clinic.app.projectId);
      await expectRefusal(socketUrl({ sessionId: visitor.session.sessionId, token: other.session.token }), 'INVALID_TOKEN', 4401);
    });

    test('is told when it has only expired', async () => {
      const token = await forgedToken(claims(), { expiresInSeconds: -1 });
      const { frames } = await seenByGuest(transport, socketUrl({ sessionId: visitor.session.sessionId, token }));
      expect(frames[0]).toMatchObject({ message: expect.stringMatching(/expired.*Refresh/) });
    });
  });

  test('a session of an app that was switched off', async () => {
    const shop = await desk.tenant(`shop-${transport}`);
    const customer = await desk.visitor(shop.app.projectId);
    await desk.call('PATCH', `/apps/${shop.app.id}`, { as: desk.admin, body: { isActive: false } });
    await expectRefusal(customer.session.chat.wsUrl, 'INVALID_TOKEN', 4401);
  });

  describe('pages', () => {
    test.each(['https://evil.example', 'http://www.clinic.example', 'null', 'not an origin'])('of %s may not open this app', (origin) =>
      expectRefusal(visitor.session.chat.wsUrl, 'FORBIDDEN_ORIGIN', 4403, origin),
    );

    test('of an allowed origin, of the installation itself, and whoever is no page, may', async () => {
      for (const origin of ['https://www.clinic.example', desk.url, undefined]) {
        const page = new Visitor(visitor.session, transport);
        expect(await page.connect(origin === undefined ? {} : { origin })).toMatchObject({ type: 'session_ack' });
        page.cut();
      }
    });

    test('lose the right when the app withdraws it', async () => {
      const school = await desk.tenant(`school-${transport}`, { allowedOrigins: ['https://school.example'] });
      const parent = await desk.visitor(school.app.projectId);
      await desk.call('PATCH', `/apps/${school.app.id}`, { as: desk.admin, body: { allowedOrigins: [] } });
      await expectRefusal(parent.session.chat.wsUrl, 'FORBIDDEN_ORIGIN', 4403, 'https://school.example');
    });
  });

  test('a session has ten connections at once; the next is refused until one has gone', async () => {
    const { session } = await desk.visitor(clinic.app.projectId);
    const tabs = Array.from({ length: 10 }, () => new Visitor(session, transport));
    await Promise.all(tabs.map((tab) => tab.connect()));
    await expectRefusal(session.chat.wsUrl, 'TOO_MANY_CONNECTIONS', 4429);

    tabs[0]?.close();
    await tabs[0]?.closed();
    await expect.poll(() => new Visitor(session, transport).connect()).toMatchObject({ type: 'session_ack' });
    for (const tab of tabs) tab.cut();
  });
});

test('what is sent before the refusal is not answered, and changes nothing', async () => {
  const before = await desk.database.asSuperuser('select count(*)::int as n from messages');
  const data = [{ bytes: '{"type":"user_message","content":"Let me in"}' }, { bytes: '{"type":"ping"}' }];
  const seen = await seenUntilClosed(socketUrl({ sessionId: visitor.session.sessionId, token: 'wrong' }), { data });
  expect(seen).toEqual({ frames: [{ type: 'error', code: 'INVALID_TOKEN', message: expect.any(String) }], closeCode: 4401 });
  expect(await desk.database.asSuperuser('select count(*)::int as n from messages')).toEqual(before);
});

test('a socket at any other path is refused before it is one', async () => {
  const socket = new WebSocket(`${desk.url.replace('http', 'ws')}/ws/nothing`);
  const status = await new Promise((resolve) => socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode)));
  expect(status).toBe(404);
});
