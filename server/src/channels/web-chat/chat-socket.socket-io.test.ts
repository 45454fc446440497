import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';
import { TRANSPORTS } from '#test/visitor-socket.ts';
import { frameOf, openRawPolling } from './raw-socket.testing.ts';

let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels((request) => saying(`You said: ${lastUserText(request)}`)) });
});
afterAll(() => desk.close());

/** The client as a page has it, which reconnects by itself. */
function pageOf({ session }: Visitor, { namespace = '/', token = session.token } = {}) {
  const socket = io(`${desk.url}${namespace}`, {
    path: '/ws/chat',
    query: { sessionId: session.sessionId, token },
    forceNew: true,
    reconnectionDelay: 1,
    reconnectionDelayMax: 5,
  });
  onTestFinished(() => void socket.disconnect());
  const frames: Record<string, unknown>[] = [];
  socket.on('message', (frame) => frames.push(frame));
  const firstOf = (type: string) => expect.poll(() => frames.find((frame) => frame.type === type));
  return { socket, frames, firstOf };
}

const reasonOf = (socket: Socket) => new Promise<string>((resolve) => socket.once('disconnect', resolve));

describe('a Socket.IO client', () => {
  test('begins with polling, goes on with WebSocket in the middle of a conversation, and misses nothing', async () => {
    const visitor = await desk.visitor('demo', {}, 'socketio-upgrade');
    await visitor.connect();
    let [last, isUpgraded, count] = [0, false, 0];
    void visitor.upgraded().then(() => {
      isUpgraded = true;
    });
    // Some before, some meanwhile, some after.
    for (let after = 0; after < 3; count += 1) {
      last = (await visitor.answer((await visitor.say(`Question ${count}`, `q${count}`)).seq)).seq;
      if (isUpgraded) after += 1;
    }
    expect(last).toBe(count * 2);
    expect([visitor.checkedAnswers.size, visitor.problems]).toEqual([count, []]);
    visitor.cut();
  });

  test('that is refused stays away; one whose connection is lost comes back by itself', async () => {
    const visitor = await desk.visitor();
    const refused = pageOf(visitor, { token: 'wrong' });
    expect(await reasonOf(refused.socket)).toBe('io server disconnect');
    expect(refused.socket.active).toBe(false);
    expect(refused.frames).toMatchObject([{ type: 'error', code: 'INVALID_TOKEN' }]);

    const page = pageOf(visitor);
    await page.firstOf('session_ack').toBeDefined();
    const lost = reasonOf(page.socket);
    page.socket.io.engine.close();
    await lost;
    expect(page.socket.active).toBe(true);
    await expect.poll(() => page.frames.filter(({ type }) => type === 'session_ack').length).toBe(2);
  });

  test('that asks for another namespace is told that there is none, and the main one goes on', async () => {
    const visitor = await desk.visitor();
    const page = pageOf(visitor);
    const other = page.socket.io.socket('/admin');
    const reason = await new Promise<Error>((resolve) => other.once('connect_error', resolve));
    expect(reason.message).toBe('Invalid namespace');
    await page.firstOf('session_ack').toBeDefined();
    page.socket.emit('ping');
    await page.firstOf('pong').toEqual({ type: 'pong' });
  });

  test('is told by INVALID_MESSAGE when it waits for an acknowledgement; nothing is stored, and nothing else is lost', async () => {
    const visitor = await desk.visitor();
    const page = pageOf(visitor);
    const acknowledged: unknown[] = [];
    page.socket.emit('user_message', { content: 'Hello?', clientMessageId: 'a' }, (answer: unknown) => acknowledged.push(answer));
    page.socket.emit('user_message', { content: 'Hello!', clientMessageId: 'b' });
    await page.firstOf('message_ack').toMatchObject({ clientMessageId: 'b', seq: 1 });
    expect(page.frames[1]).toMatchObject({ type: 'error', code: 'INVALID_MESSAGE', clientMessageId: 'a' });
    expect(acknowledged).toEqual([]);
  });

  test('may send bytes, reserved words and nonsense, each of which is answered', async () => {
    const visitor = await desk.visitor();
    const page = pageOf(visitor);
    const events: [string, ...unknown[]][] = [
      ['error'],
      ['message', Buffer.from('x')],
      ['message'],
      ['toString', {}],
      ['typing', true],
      ['ping', {}, {}],
    ];
    for (const [name, ...payload] of events) page.socket.emit(name, ...payload);
    page.socket.emit('ping');
    await page.firstOf('pong').toBeDefined();
    const codes = page.frames.flatMap(({ type, code }) => (type === 'error' ? [code] : []));
    expect(codes).toEqual(events.map(() => 'INVALID_MESSAGE'));
  });
});

describe('what is not of the protocol', () => {
  test('a frame beyond 1 MiB ends the connection, and the client comes back', async () => {
    for (const transport of ['socketio-websocket', 'socketio-polling'] as const) {
      const visitor = await desk.visitor('demo', {}, transport);
      await visitor.connect();
      visitor.sendRaw('x'.repeat(1024 * 1024 + 1));
      await visitor.closed();
      expect(visitor.closeReason).toMatch(/^transport (close|error)$/);
      expect(await visitor.reconnect()).toBe(true);
      visitor.cut();
    }
  });

  test.each([
    ['GET', '', 404],
    ['HEAD', '?EIO=4&transport=polling', 404],
    ['PUT', '?EIO=4&transport=polling', 404],
    ['POST', '?EIO=4&transport=polling', 400],
    ['GET', '?EIO=3&transport=polling', 400],
    ['GET', '?EIO=4&transport=pigeon', 400],
    ['GET', '?EIO=4&transport=websocket', 400],
    ['GET', '?EIO=4&transport=polling&sid=nobody', 400],
    ['GET', '?EIO=4&transport=polling&sid=__proto__', 400],
    ['GET', '/socket.io.js', 404],
    ['GET', '/socket.io.js?EIO=4&transport=polling', 404],
  ])('%s /ws/chat%s is answered with %i', async (method, rest, status) => {
    const answer = await fetch(`${desk.url}/ws/chat${rest}`, { method, redirect: 'error' });
    await answer.text();
    expect(answer.status).toBe(status);
  });

  test.each([
    ['an event whose frame waits for bytes that come', '451-["message",{"_placeholder":true,"num":7}]'],
    ['nothing but an event', '42["ping"]'],
    ['an unknown type', '9'],
    ['another namespace', '40/'],
    ['leaving', '41'],
    ['broken JSON', '42{'],
    ['brackets without end', `42${'['.repeat(50_000)}`],
    ['separators', '\x1e\x1e'],
    ['a zero', '\u0000'],
  ])('packets of %s end at most their own connection', async (_name, packets) => {
    const visitor = await desk.visitor();
    const polling = await openRawPolling(visitor.session.chat.wsUrl);
    await polling.post('40');
    await polling.post(packets);
    await polling.poll();
    expect(await visitor.connect()).toMatchObject({ type: 'session_ack' });
    visitor.cut();
  });
});

describe('pages of other origins', () => {
  test('may read the answers, of a preflight too, and send no cookies', async () => {
    const { session } = await desk.visitor();
    const url = `${session.chat.wsUrl.replace('ws', 'http')}&EIO=4&transport=polling`;
    const headers = { origin: 'https://page.example', 'access-control-request-method': 'POST' };
    const preflight = await fetch(url, { method: 'OPTIONS', headers });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, POST']);
    const answer = await fetch(url, { headers });
    await answer.text();
    for (const { headers } of [preflight, answer]) {
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  test('may not go on with a connection of a page that may', async () => {
    const clinic = await desk.tenant('clinic', { allowedOrigins: ['https://www.clinic.example'] });
    const { session } = await desk.visitor(clinic.app.projectId);
    const polling = await openRawPolling(session.chat.wsUrl);
    const post = (origin: string) => polling.post('42["ping"]', { origin });
    await polling.post('40');
    while (!(await polling.poll()).some((packet) => frameOf(packet)?.type === 'session_ack'));

    expect(await post('https://evil.example')).toBe(403);
    expect(await post('https://www.clinic.example')).toBe(200);
    expect((await polling.poll()).map(frameOf)).toEqual([{ type: 'pong' }]);
  });
});

test('tabs of one session over every transport see the same frames, each once and in order', async () => {
  const first = await desk.visitor();
  const tabs = [first, ...TRANSPORTS.slice(1).map((transport) => new Visitor(first.session, transport))];
  for (const tab of tabs) await tab.connect();
  for (const [index, tab] of tabs.entries()) {
    const { seq } = await tab.say(`From tab ${index}`, `m${index}`);
    await Promise.all(tabs.map((other) => other.answer(seq)));
  }
  first.send({ type: 'read', seq: 8 });
  for (const tab of tabs) await tab.frame(({ type }) => type === 'read');

  const own = tabs.map((tab) => new Set([...tab.acknowledged.values()].map(({ seq }) => seq)));
  for (const [index, tab] of tabs.entries()) {
    expect([...tab.durable.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].filter((seq) => !own[index]?.has(seq)));
    expect(tab.lastSeq).toBe(9);
    expect(tab.problems).toEqual([]);
    tab.cut();
  }
});
