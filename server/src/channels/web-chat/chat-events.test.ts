import { once } from 'node:events';
import { connect } from 'node:net';
import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { EventSource } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EventReader } from '#test/event-reader.ts';
import { lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';

let desk: TestApp;
const sources: EventSource[] = [];
const readers: EventReader[] = [];
beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels((request) => saying(`You said: ${lastUserText(request)}`)) });
});
afterEach(() => {
  for (const source of sources.splice(0)) source.close();
  for (const reader of readers.splice(0)) reader.leave();
});
afterAll(() => desk.close());

const url = (query = '') => `${desk.url}/api/v1/widget/events${query}`;
const bearer = ({ session }: Visitor) => ({ authorization: `Bearer ${session.token}` });
const send = (visitor: Visitor, content: string, clientMessageId?: string) =>
  desk.call('POST', '/widget/message', { body: { content, clientMessageId }, headers: bearer(visitor) });

async function follow(visitor: Visitor, query = '', headers: Record<string, string> = {}): Promise<EventReader> {
  const reader = await EventReader.open(url(query), { headers: { ...bearer(visitor), ...headers } });
  readers.push(reader);
  return reader;
}

/** As a browser does it: without a header, and coming back by itself. */
function listen(visitor: Visitor, query = ''): { source: EventSource; frames: ServerFrame[]; ids: string[] } {
  const source = new EventSource(url(`?token=${encodeURIComponent(visitor.session.token)}${query}`), { node: { reconnectionTime: 20 } });
  sources.push(source);
  const [frames, ids]: [ServerFrame[], string[]] = [[], []];
  source.addEventListener('message', ({ data, lastEventId }) => {
    frames.push(JSON.parse(data) as ServerFrame);
    ids.push(lastEventId);
  });
  return { source, frames, ids };
}

const seqs = (frames: readonly ServerFrame[]) =>
  frames.flatMap((frame) => ('seq' in frame && frame.type !== 'message_ack' ? [frame.seq] : []));

describe('following a conversation', () => {
  test('shows everything from now on, to the event source of a browser too', async () => {
    const visitor = await desk.visitor();
    await send(visitor, 'Before');
    const browser = listen(visitor);
    await expect.poll(() => browser.frames.length).toBe(1);
    expect(browser.frames[0]).toEqual({ type: 'session_ack', sessionId: visitor.session.sessionId, status: 'ok', lastSeq: 2 });
    await send(visitor, 'Hello', 'h');
    await expect.poll(() => seqs(browser.frames)).toEqual([3, 4]);
    expect(browser.frames).toContainEqual(expect.objectContaining({ role: 'user', content: 'Hello', clientMessageId: 'h' }));
    expect(browser.frames.flatMap((frame) => (frame.type === 'token' ? [frame.delta] : [])).join('')).toBe('You said: Hello');
    expect(browser.ids.at(-1)).toBe('4');
  });

  test('goes on after a seq, in order and without repetition', async () => {
    const visitor = await desk.visitor();
    for (const content of ['one', 'two', 'three']) await send(visitor, content);
    const events = await follow(visitor, '?afterSeq=2');
    await events.frame((frame) => frame.type === 'ready');
    expect(seqs(events.frames)).toEqual([3, 4, 5, 6]);
    expect(events.frames[0]).toMatchObject({ type: 'session_ack', lastSeq: 6 });
    await send(visitor, 'four');
    await events.frame((frame) => frame.type === 'message' && frame.seq === 8);
    expect(seqs(events.frames)).toEqual([3, 4, 5, 6, 7, 8]);
    const later = await follow(visitor, '?afterSeq=2', { 'last-event-id': '7' });
    await later.frame((frame) => frame.type === 'ready');
    expect(seqs(later.frames)).toEqual([8]);
    expect([...events.problems, ...later.problems]).toEqual([]);
  });

  test('gives whoever leaves before the first message the place to come back to', async () => {
    const visitor = await desk.visitor();
    await send(visitor, 'one');
    const events = await follow(visitor);
    await events.frame((frame) => frame.type === 'session_ack');
    await expect.poll(() => events.lastEventId).toBe('2');
    events.leave();
    await events.ended;
    await send(visitor, 'two');
    const back = await follow(visitor, '', { 'last-event-id': events.lastEventId });
    await back.frame((frame) => frame.type === 'ready');
    expect(seqs(back.frames)).toEqual([3, 4]);
  });

  test('misses nothing when many messages come at the moment of coming back', async () => {
    const visitor = await desk.visitor();
    const sending = (async () => {
      for (let n = 0; n < 15; n += 1) await send(visitor, `message ${n}`);
    })();
    let [position, seen]: [string, number[]] = ['0', []];
    for (let attempt = 0; seen.at(-1) !== 30; attempt += 1) {
      const events = await follow(visitor, '', { 'last-event-id': position });
      await events.frame(
        (frame) => 'seq' in frame && frame.type !== 'message_ack' && frame.seq >= Math.min(30, Number(position) + 1 + (attempt % 3)),
      );
      events.leave();
      await events.ended;
      seen = [...seen, ...seqs(events.frames)];
      position = events.lastEventId;
      expect(events.problems).toEqual([]);
    }
    await sending;
    expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  test('ends with the session, and browsers do not come back', async () => {
    const visitor = await desk.visitor();
    const browser = listen(visitor);
    await expect.poll(() => browser.frames.length).toBe(1);
    const events = await follow(visitor);
    await visitor.connect();
    visitor.send({ type: 'end_session' });
    await events.ended;
    expect(events.events.at(-1)).toMatchObject({ id: '1', frame: { type: 'status', seq: 1, status: 'session_ended' } });
    await expect.poll(() => browser.source.readyState).toBe(EventSource.CLOSED);
    expect(seqs(browser.frames)).toEqual([1]);
    const late = await follow(visitor, '?afterSeq=0');
    await late.ended;
    expect(late.frames[0]).toMatchObject({ type: 'session_ack', status: 'ended', lastSeq: 1 });
    expect(seqs(late.frames)).toEqual([1]);
    expect((await desk.call('GET', '/widget/events?afterSeq=1', { headers: bearer(visitor) })).status).toBe(204);
    visitor.close();
  });

  test('leaves nothing behind when the caller goes, or asks for the head alone', async () => {
    const visitor = await desk.visitor();
    const streams = () => desk.app.connections().streams;
    await expect.poll(streams).toBe(0);
    const events = await follow(visitor);
    await events.frame((frame) => frame.type === 'session_ack');
    expect(streams()).toBe(1);
    events.leave();
    await expect.poll(streams).toBe(0);
    const head = await fetch(url(), { method: 'HEAD', headers: bearer(visitor) });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    expect(streams()).toBe(0);
  });

  test('does not pile up for a caller that reads nothing: they are cut off', async () => {
    const visitor = await desk.visitor();
    const [row] = await desk.database.asSuperuser<{ id: string }>('select conversation_id as id from widget_sessions where id = $1', [
      visitor.session.sessionId,
    ]);
    const { host, pathname } = new URL(url());
    const socket = connect(Number(host.split(':')[1]), '127.0.0.1');
    socket.on('error', () => {});
    let text = '';
    socket.on('data', (chunk) => {
      text = (text + String(chunk)).slice(-1_000);
    });
    socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${bearer(visitor).authorization}\r\n\r\n`);
    await expect.poll(() => text).toContain('session_ack');
    socket.pause();
    const delta = 'x'.repeat(64_000);
    for (let n = 0; n < 500 && desk.app.connections().streams > 0; n += 1) {
      desk.app.foundation.live.publish(row?.id ?? '', { kind: 'token', messageId: 'm', delta, offset: n * delta.length });
      await new Promise(setImmediate);
    }
    expect(desk.app.connections().streams).toBe(0);
    const closed = once(socket, 'close');
    socket.resume();
    await expect.poll(() => text).toContain('SLOW_CONSUMER');
    socket.destroy();
    await closed;
  });

  test('counts as a connection of its session', async () => {
    const visitor = await desk.visitor();
    for (let n = 0; n < 10; n += 1) await follow(visitor);
    await expect(follow(visitor)).rejects.toThrow(/429.*TOO_MANY_CONNECTIONS/);
    expect(await send(visitor, 'Hello')).toMatchObject({ status: 429, body: { code: 'TOO_MANY_CONNECTIONS' } });
  });

  test.each([
    ['?afterSeq=-1', {}, 'query.afterSeq'],
    ['?since=1', {}, 'query.since'],
    ['', { 'last-event-id': 'abc' }, 'Last-Event-ID'],
  ])('refuses %s %o by name', async (query, headers, path) => {
    const visitor = await desk.visitor();
    const answer = await desk.call('GET', `/widget/events${query}`, {
      headers: { ...bearer(visitor), ...(headers as Record<string, string>) },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path }] } });
  });

  test('is nobody’s with a token that is not valid', async () => {
    expect(await desk.call('GET', '/widget/events')).toMatchObject({ status: 401, body: { code: 'MISSING_AUTH' } });
    expect(await desk.call('GET', '/widget/events?token=x')).toMatchObject({ status: 401, body: { code: 'INVALID_TOKEN' } });
  });
});

test('a server that stops tells everybody to come back, and lets nobody wait', async () => {
  const asked = Promise.withResolvers<void>();
  const other = await startTestApp({
    models: scriptedModels(async function* (_request, signal) {
      asked.resolve();
      yield { type: 'text-delta', delta: 'This takes ' };
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    }),
  });
  try {
    const visitor = await other.visitor();
    const headers = bearer(visitor);
    const events = await EventReader.open(`${other.url}/api/v1/widget/events`, { headers });
    const waiting = other.call('POST', '/widget/message', { headers, body: { content: 'Hello', clientMessageId: 'a' } });
    await asked.promise;
    const answer = await EventReader.open(`${other.url}/api/v1/widget/message`, {
      headers,
      body: { content: 'Hello', clientMessageId: 'a' },
    });
    await answer.frame((frame) => frame.type === 'message_ack');
    await other.close();
    await Promise.all([events.ended, answer.ended]);
    expect(await waiting).toMatchObject({ status: 202, body: { ack: { seq: 1 }, messages: [] } });
    for (const stream of [events, answer]) {
      expect(stream.frames).toContainEqual({ type: 'status', status: 'reconnect' });
      expect(stream.problems).toEqual([]);
    }
  } finally {
    await other.close();
  }
});
