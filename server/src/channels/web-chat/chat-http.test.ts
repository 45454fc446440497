import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Clock, systemClock } from '#platform/clock.ts';
import { EventReader } from '#test/event-reader.ts';
import { calling, lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';
import { forgedToken } from './widget-tokens.testing.ts';

/** Answers that wait until a test lets them go on, by the message that they answer. */
const gates = new Map<string, { asked: PromiseWithResolvers<void>; go: PromiseWithResolvers<void> }>();
const hold = (text: string) => {
  const gate = { asked: Promise.withResolvers<void>(), go: Promise.withResolvers<void>() };
  gates.set(text, gate);
  return gate;
};

const models = scriptedModels(async function* (request, signal) {
  const text = lastUserText(request);
  const gate = gates.get(text);
  if (text === 'A person, please' && request.messages.at(-1)?.role === 'user') {
    yield* calling('transfer_to_person', {});
    return;
  }
  if (text === 'Fail') throw new Error('The model is broken.');
  if (gate) {
    yield { type: 'text-delta', delta: 'Let me see. ' };
    gate.asked.resolve();
    await Promise.race([gate.go.promise, new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))]);
  }
  yield* saying(`You said: ${text}`);
});

let desk: TestApp;
/** While it is set, no time passes. */
let standingAt: Date | undefined;
const clock: Clock = { ...systemClock, now: () => standingAt ?? new Date() };
beforeAll(async () => {
  desk = await startTestApp({ models, clock });
});
afterAll(() => desk.close());

const streamsOpen = (): number => desk.app.connections().streams;
const bearer = ({ session }: Visitor) => ({ authorization: `Bearer ${session.token}` });
const send = (visitor: Visitor, body: object, headers: Record<string, string> = {}) =>
  desk.call('POST', '/widget/message', { body, headers: { ...bearer(visitor), ...headers } });
const stream = (visitor: Visitor, body: object) =>
  EventReader.open(`${desk.url}/api/v1/widget/message`, { headers: bearer(visitor), body });

async function conversationOf({ session }: Visitor): Promise<string> {
  const [row] = await desk.database.asSuperuser<{ conversation_id: string }>('select conversation_id from widget_sessions where id = $1', [
    session.sessionId,
  ]);
  return row?.conversation_id ?? '';
}

async function handOff(visitor: Visitor, to: 'nobody' | 'agent'): Promise<void> {
  const answer = await desk.call('POST', `/conversations/${await conversationOf(visitor)}/handoff`, {
    as: desk.admin,
    headers: { 'x-tenant-id': await tenantOf(visitor) },
    body: { to },
  });
  expect(answer.status).toBe(200);
}

async function tenantOf({ session }: Visitor): Promise<string> {
  const [row] = await desk.database.asSuperuser<{ tenant_id: string }>('select tenant_id from widget_sessions where id = $1', [
    session.sessionId,
  ]);
  return row?.tenant_id ?? '';
}

describe('a message as JSON', () => {
  test('is answered in the same request, and again with the same outcome', async () => {
    const visitor = await desk.visitor();
    const first = await send(visitor, { content: 'Hello', clientMessageId: 'a' });
    expect(first).toMatchObject({
      status: 200,
      body: {
        ack: { type: 'message_ack', clientMessageId: 'a', seq: 1 },
        messages: [{ type: 'message', role: 'assistant', content: 'You said: Hello', seq: 2, finishReason: 'stop' }],
      },
    });
    await send(visitor, { content: 'And more', clientMessageId: 'b' });
    const again = await send(visitor, { content: 'Hello', clientMessageId: 'a' });
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  test('that is sent again while it is being answered waits for the one answer', async () => {
    const visitor = await desk.visitor();
    const gate = hold('Slowly');
    const first = send(visitor, { content: 'Slowly', clientMessageId: 'a' });
    await gate.asked.promise;
    const second = send(visitor, { content: 'Slowly', clientMessageId: 'a' });
    await expect.poll(streamsOpen).toBe(2);
    gate.go.resolve();
    const answers = await Promise.all([first, second]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(answers[0]?.body.messages).toHaveLength(1);
  });

  test('that is answered together with its successor ends with that answer', async () => {
    const visitor = await desk.visitor();
    const gate = hold('One');
    const first = send(visitor, { content: 'One', clientMessageId: '1' });
    await gate.asked.promise;
    const second = send(visitor, { content: 'Two', clientMessageId: '2' });
    const [one, two] = [await first, await second];
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(one.body.messages).toEqual(two.body.messages);
    expect(one.body.messages).toMatchObject([{ content: 'You said: Two', seq: 3 }]);
  });

  test('is only acknowledged when the team has the conversation, or takes it meanwhile', async () => {
    const visitor = await desk.visitor();
    const gate = hold('Wait for it');
    const taken = send(visitor, { content: 'Wait for it', clientMessageId: 'a' });
    await gate.asked.promise;
    await handOff(visitor, 'nobody');
    expect(await taken).toMatchObject({ status: 202, body: { ack: { seq: 1 }, messages: [] } });
    const later = await send(visitor, { content: 'Anybody?', clientMessageId: 'b' });
    expect(later).toMatchObject({ status: 202, body: { ack: { clientMessageId: 'b' }, messages: [] } });
    await handOff(visitor, 'agent');
    expect(await send(visitor, { content: 'Anybody?', clientMessageId: 'b' })).toMatchObject({ status: 202, body: later.body });
    expect(await send(visitor, { content: 'Back?', clientMessageId: 'c' })).toMatchObject({ status: 200 });
  });

  test('says what the visitor was told when the agent hands over, and its last words', async () => {
    const visitor = await desk.visitor();
    const { status, body } = await send(visitor, { content: 'A person, please' });
    expect(status).toBe(200);
    expect(body.messages.map(({ role }: { role: string }) => role)).toEqual(['system', 'assistant']);
  });

  test.each([
    [{ content: '' }, 400, 'VALIDATION_FAILED', 'content'],
    [{ content: 'x'.repeat(16_001) }, 400, 'VALIDATION_FAILED', 'content'],
    [{ content: 'Hi', clientMessageId: '' }, 400, 'VALIDATION_FAILED', 'clientMessageId'],
    [{ content: 'Hi', type: 'user_message' }, 400, 'VALIDATION_FAILED', 'type'],
  ])('is refused by name: %o', async (body, status, code, path) => {
    const refused = await send(await desk.visitor(), body);
    expect(refused).toMatchObject({ status, body: { code } });
    expect(refused.body.errors[0].path).toBe(path);
  });

  test('is refused after the end of the session', async () => {
    const visitor = await desk.visitor();
    await visitor.connect();
    visitor.send({ type: 'end_session' });
    await visitor.frame((frame) => frame.type === 'status');
    visitor.close();
    expect(await send(visitor, { content: 'Late' })).toMatchObject({ status: 409, body: { code: 'SESSION_ENDED' } });
  });

  test('counts to the same limit as messages of the socket', async () => {
    const visitor = await desk.visitor();
    await handOff(visitor, 'nobody');
    await visitor.connect();
    standingAt = new Date();
    onTestFinished(() => {
      standingAt = undefined;
    });
    for (let n = 0; n < 60; n += 1) visitor.send({ type: 'user_message', content: 'Spam', clientMessageId: `s${n}` });
    await visitor.frame((frame) => frame.type === 'message_ack' && frame.clientMessageId === 's59');
    const refused = await send(visitor, { content: 'One more' });
    expect(refused).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    visitor.close();
  });

  test('leaves nothing open when its caller goes away', async () => {
    const visitor = await desk.visitor();
    const gate = hold('Gone');
    const abort = new AbortController();
    const gone = fetch(`${desk.url}/api/v1/widget/message`, {
      method: 'POST',
      signal: abort.signal,
      headers: { ...bearer(visitor), 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'Gone', clientMessageId: 'g' }),
    }).catch(() => 'gone');
    await gate.asked.promise;
    expect(streamsOpen()).toBe(1);
    abort.abort();
    expect(await gone).toBe('gone');
    await expect.poll(streamsOpen).toBe(0);
    gate.go.resolve();
    expect(await send(visitor, { content: 'Gone', clientMessageId: 'g' })).toMatchObject({
      status: 200,
      body: { messages: [{ content: 'Let me see. You said: Gone' }] },
    });
  });
});

describe('a message as a stream', () => {
  test('shows the frames of the socket, and ends with the answer', async () => {
    const visitor = await desk.visitor();
    const events = await stream(visitor, { content: 'Hello there', clientMessageId: 'a' });
    await events.ended;
    expect(events.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(events.frames[0]).toMatchObject({ type: 'session_ack', status: 'ok' });
    expect(events.frames[1]).toMatchObject({ type: 'message_ack', clientMessageId: 'a', seq: 1 });
    const tokens = events.frames.filter((frame) => frame.type === 'token');
    expect(tokens.map(({ delta }) => delta).join('')).toBe('You said: Hello there');
    expect(events.events.at(-1)).toMatchObject({
      id: '2',
      frame: { type: 'message', role: 'assistant', content: 'You said: Hello there' },
    });
    expect(events.problems).toEqual([]);
  });

  test('that is sent again shows the answer that is there, and while it is written, all of it', async () => {
    const visitor = await desk.visitor();
    const gate = hold('Twice');
    const first = await stream(visitor, { content: 'Twice', clientMessageId: 'a' });
    await gate.asked.promise;
    const second = await stream(visitor, { content: 'Twice', clientMessageId: 'a' });
    expect(await second.frame((frame) => frame.type === 'token')).toMatchObject({ delta: 'Let me see. ', offset: 0 });
    gate.go.resolve();
    await Promise.all([first.ended, second.ended]);
    expect(second.events.at(-1)).toEqual(first.events.at(-1));
    const third = await stream(visitor, { content: 'Twice', clientMessageId: 'a' });
    await third.ended;
    expect(third.frames.map(({ type }) => type)).toEqual(['session_ack', 'message_ack', 'message']);
    expect(third.events.at(-1)).toEqual(first.events.at(-1));
    expect([...first.problems, ...second.problems, ...third.problems]).toEqual([]);
  });

  test('ends with the status that says that the team has the conversation', async () => {
    const visitor = await desk.visitor();
    const gate = hold('Who are you?');
    const events = await stream(visitor, { content: 'Who are you?' });
    await gate.asked.promise;
    await handOff(visitor, 'nobody');
    await events.ended;
    expect(events.frames).toContainEqual({ type: 'status', seq: 2, createdAt: expect.any(String), status: 'handoff_requested' });
    expect(events.frames.some((frame) => frame.type === 'message_reset')).toBe(true);
    const next = await stream(visitor, { content: 'Still there?', clientMessageId: 'n' });
    await next.ended;
    expect(next.events.at(-1)).toMatchObject({ id: '2', frame: { type: 'status', status: 'handoff_requested' } });
    expect([...events.problems, ...next.problems]).toEqual([]);
  });

  test('that is answered together with its successor ends with that answer', async () => {
    const visitor = await desk.visitor();
    const gate = hold('First of two');
    const first = await stream(visitor, { content: 'First of two', clientMessageId: '1' });
    await gate.asked.promise;
    const second = await stream(visitor, { content: 'Second of two', clientMessageId: '2' });
    await Promise.all([first.ended, second.ended]);
    expect(first.frames.map(({ type }) => type)).toContain('message_reset');
    expect(first.events.at(-1)).toEqual(second.events.at(-1));
    expect(first.frames.at(-1)).toMatchObject({ role: 'assistant', content: 'You said: Second of two', seq: 3 });
    expect(first.frames.find((frame) => frame.type === 'message')).toMatchObject({ role: 'user', clientMessageId: '2', seq: 2 });
    expect([...first.problems, ...second.problems]).toEqual([]);
  });

  test('ends with the error when the answer fails, and the message is kept', async () => {
    const visitor = await desk.visitor();
    const events = await stream(visitor, { content: 'Fail', clientMessageId: 'f' });
    await events.ended;
    expect(events.frames.at(-1)).toMatchObject({ type: 'error', code: 'INTERNAL' });
    expect(events.problems).toEqual([]);
    const { body } = await desk.call('GET', '/widget/messages', { headers: bearer(visitor) });
    expect(body.items).toMatchObject([{ role: 'user', content: 'Fail', clientMessageId: 'f' }]);
  });

  test('is refused before it begins, as any request', async () => {
    const visitor = await desk.visitor();
    await expect(stream(visitor, { content: '' })).rejects.toThrow('No stream: 400');
    await expect(
      EventReader.open(`${desk.url}/api/v1/widget/message`, { headers: { authorization: 'Bearer x' }, body: { content: 'Hi' } }),
    ).rejects.toThrow('INVALID_TOKEN');
  });
});

test('messages can be read after a seq', async () => {
  const visitor = await desk.visitor();
  await send(visitor, { content: 'Hello', clientMessageId: 'a' });
  await send(visitor, { content: 'Again' });
  const read = (query: string) => desk.call('GET', `/widget/messages${query}`, { headers: bearer(visitor) });
  const all = (await read('')).body;
  expect(all.lastSeq).toBe(4);
  expect(all.items.map(({ seq, role }: { seq: number; role: string }) => [seq, role])).toEqual([
    [1, 'user'],
    [2, 'assistant'],
    [3, 'user'],
    [4, 'assistant'],
  ]);
  expect((await read('?afterSeq=3')).body).toEqual({ items: all.items.slice(3), lastSeq: 4 });
  expect((await read('?afterSeq=1&limit=2')).body).toEqual({ items: all.items.slice(1, 3), lastSeq: 3 });
  expect((await read('?afterSeq=4')).body).toEqual({ items: [], lastSeq: 4 });
  expect((await read('?afterSeq=x')).body).toMatchObject({ status: 400, errors: [{ path: 'query.afterSeq' }] });
});

describe('the routes without sockets', () => {
  test('are for pages that the app allows, and pages may read why not', async () => {
    const clinic = await desk.tenant('clinic-http', { allowedOrigins: ['https://www.clinic.example'] });
    const visitor = await desk.visitor(clinic.app.projectId);
    const from = (origin: string) => send(visitor, { content: 'Hi' }, { origin });
    const refused = await from('https://evil.example');
    expect(refused).toMatchObject({ status: 403, body: { code: 'FORBIDDEN_ORIGIN' } });
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect((await from('https://www.clinic.example')).status).toBe(200);
  });

  test('say what is wrong with a token: 401', async () => {
    const visitor = await desk.visitor();
    const read = (headers: Record<string, string>) => desk.call('GET', '/widget/messages', { headers });
    expect(await read({})).toMatchObject({ status: 401, body: { code: 'MISSING_AUTH' } });
    expect(await read({ authorization: `Bearer ${visitor.session.token}x` })).toMatchObject({
      status: 401,
      body: { code: 'INVALID_TOKEN' },
    });
    const expired = await forgedToken({ sessionId: visitor.session.sessionId, projectId: 'demo' }, { expiresInSeconds: -60 });
    expect(await read({ authorization: `Bearer ${expired}` })).toMatchObject({
      status: 401,
      body: { code: 'INVALID_TOKEN', detail: 'The session token has expired.' },
    });
    expect((await desk.call('GET', `/widget/messages?token=${visitor.session.token}`)).status).toBe(401);
  });
});
