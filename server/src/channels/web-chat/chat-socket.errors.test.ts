import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ModelError } from '#agents/models/model-error.ts';
import { systemClock } from '#platform/clock.ts';
import { lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp, useTestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';
import { TRANSPORTS } from '#test/visitor-socket.ts';
import { frameOf, openRawPolling, seenUntilClosed } from './raw-socket.testing.ts';

let desk: TestApp;

beforeAll(async () => {
  const models = scriptedModels((request) => {
    if (lastUserText(request) === 'fail') throw new ModelError('overloaded', { retryable: false });
    if (lastUserText(request) === 'break') throw new TypeError('undefined is not a model');
    return saying('Hello.');
  });
  // Time stands still, so that no window of a limit ends while the test fills it.
  const now = new Date();
  desk = await startTestApp({ models, clock: { ...systemClock, now: () => now }, env: { FOYER_CHAT_MESSAGES_PER_SESSION: '10' } });
});
afterAll(() => desk.close());

const isError = (frame: ServerFrame) => frame.type === 'error';

/** Sends a frame and returns the error that it is answered with, on a connection that is still good afterwards. */
async function errorFor(visitor: Visitor, frame: unknown): Promise<ServerFrame> {
  const from = visitor.frames.length;
  if (typeof frame === 'string' || Buffer.isBuffer(frame)) visitor.sendRaw(frame);
  else visitor.send(frame);
  const error = await visitor.frame(isError, from);
  visitor.send({ type: 'ping' });
  await visitor.frame(({ type }) => type === 'pong', from);
  return error;
}

describe.each(TRANSPORTS)('errors that leave the connection open, %s', (transport) => {
  async function connected(): Promise<Visitor> {
    const visitor = await desk.visitor('demo', {}, transport);
    await visitor.connect();
    return visitor;
  }

  test('INVALID_MESSAGE for what is no frame of the protocol', async () => {
    const visitor = await connected();
    for (const frame of [Buffer.from('{"type":"ping"}'), 'ping', '[]', { type: 'shout' }, { type: 'typing' }, { type: 'ping', extra: 1 }]) {
      expect(await errorFor(visitor, frame)).toMatchObject({ code: 'INVALID_MESSAGE' });
    }
  });

  test('INVALID_MESSAGE for what this conversation does not have', async () => {
    const visitor = await connected();
    const attachments = [{ fileId: '0190a3f0-7c3a-7000-8000-000000000001' }];
    for (const frame of [
      { type: 'confirm_field', fieldName: 'age', value: 3 },
      { type: 'reject_field', fieldName: 'age' },
      { type: 'read', seq: 1 },
      { type: 'user_message', content: 'See this', clientMessageId: 'file', attachments },
    ]) {
      expect(await errorFor(visitor, frame)).toMatchObject({ code: 'INVALID_MESSAGE' });
    }
    expect(visitor.frames.at(-2)).toMatchObject({ clientMessageId: 'file' });
  });

  test('MESSAGE_TOO_LONG for a message of more than 16,000 characters, and for a frame of up to 1 MiB', async () => {
    const visitor = await connected();
    const long = { type: 'user_message', content: 'x'.repeat(16_001), clientMessageId: 'long' };
    expect(await errorFor(visitor, long)).toMatchObject({ code: 'MESSAGE_TOO_LONG', clientMessageId: 'long' });
    // Of Socket.IO, the wrapping belongs to it.
    const mebibyte = 1024 * 1024 - (transport === 'plain' ? 0 : 64);
    expect(await errorFor(visitor, 'x'.repeat(mebibyte))).toMatchObject({ code: 'MESSAGE_TOO_LONG' });
    expect(await visitor.say('é'.repeat(16_000), 'longest')).toMatchObject({ seq: 1 });
  });

  test('SESSION_ENDED for messages and for a second end', async () => {
    const visitor = await connected();
    visitor.send({ type: 'end_session' });
    await visitor.frame((frame) => frame.type === 'status' && frame.status === 'session_ended');
    expect(await errorFor(visitor, { type: 'end_session' })).toMatchObject({ code: 'SESSION_ENDED' });
    const late = { type: 'user_message', content: 'Anybody?', clientMessageId: 'late' };
    expect(await errorFor(visitor, late)).toMatchObject({ code: 'SESSION_ENDED', clientMessageId: 'late' });
  });

  test('NO_SESSION when the session has been erased meanwhile', async () => {
    const visitor = await connected();
    await desk.database.asSuperuser('delete from widget_sessions where id = $1', [visitor.session.sessionId]);
    const message = { type: 'user_message', content: 'Hello?', clientMessageId: 'm' };
    expect(await errorFor(visitor, message)).toMatchObject({ code: 'NO_SESSION', clientMessageId: 'm' });
  });

  test('RATE_LIMITED for a flood of messages, of which those that were taken are acknowledged', async () => {
    const visitor = await connected();
    for (let count = 0; count < 13; count += 1) visitor.send({ type: 'user_message', content: 'now', clientMessageId: `m${count}` });
    const limited = await visitor.frame<Extract<ServerFrame, { type: 'error' }>>(isError);
    visitor.send({ type: 'ping' });
    await visitor.frame(({ type }) => type === 'pong');
    expect(limited).toMatchObject({ code: 'RATE_LIMITED', clientMessageId: expect.stringMatching(/^m\d+$/) });
    const refused = visitor.frames.filter(isError).length;
    expect(visitor.acknowledged.size + refused).toBe(13);
  });

  test('RATE_LIMITED for a flood of frames that make no sense, which are answered one by one until then', async () => {
    const visitor = await connected();
    for (let count = 0; count < 302; count += 1) visitor.send({ type: 'shout' });
    await visitor.frame((frame) => frame.type === 'error' && frame.code === 'RATE_LIMITED');
    const codes = visitor.frames.flatMap((frame) => (frame.type === 'error' ? [frame.code] : []));
    expect(codes.slice(0, 301)).toEqual([...Array.from({ length: 300 }, () => 'INVALID_MESSAGE'), 'RATE_LIMITED']);
    expect(visitor.isOpen).toBe(true);
    visitor.cut();
  });

  test('PROVIDER_ERROR when the model does not answer, INTERNAL when we are at fault; neither says more', async () => {
    for (const [content, code] of [
      ['fail', 'PROVIDER_ERROR'],
      ['break', 'INTERNAL'],
    ] as const) {
      const visitor = await connected();
      visitor.send({ type: 'user_message', content });
      const error = await visitor.frame(isError);
      expect(error).toMatchObject({ code, message: expect.stringContaining('Your message is kept') });
      expect(JSON.stringify(error)).not.toMatch(/undefined|TypeError|overloaded/);
    }
  });

  test('INTERNAL when a message cannot be stored, and the same one again is taken once it can', async () => {
    const visitor = await connected();
    await desk.database.asSuperuser('alter table messages rename to messages_elsewhere');
    const message = { type: 'user_message', content: 'Hello', clientMessageId: 'again' };
    const error = await errorFor(visitor, message).finally(() =>
      desk.database.asSuperuser('alter table messages_elsewhere rename to messages'),
    );
    expect(error).toMatchObject({ code: 'INTERNAL', clientMessageId: 'again' });
    expect(JSON.stringify(error)).not.toMatch(/relation|messages_elsewhere|insert/i);
    expect(await visitor.say('Hello', 'again')).toMatchObject({ seq: 1 });
  });
});

describe('errors of the protocol itself close the connection', () => {
  test.each([
    ['a frame beyond 1 MiB', 1009, { bytes: Buffer.alloc(1024 * 1024 + 1, 'x') }],
    ['text that is not UTF-8', 1007, { bytes: Buffer.from([0x22, 0xc3, 0x28, 0x22]) }],
    ['half a surrogate pair in UTF-8', 1007, { bytes: Buffer.from([0xed, 0xa0, 0x80]) }],
  ])('%s', async (_name, closeCode, data) => {
    const { session } = await desk.visitor();
    const seen = await seenUntilClosed(session.chat.wsUrl, { data: [data] });
    expect(seen.closeCode).toBe(closeCode);
  });
});

describe('SLOW_CONSUMER: a client that does not read is told so and closed, and nobody else is', () => {
  const delta = 'x'.repeat(500_000);

  /** Publishes more than the system itself keeps for a peer that does not read, in pieces that one who reads keeps up with. */
  async function flood(reading: Visitor, pieces: number): Promise<void> {
    const { conversation_id: conversationId } = await conversationOf(reading.session.sessionId);
    for (let piece = 0; piece < pieces; piece += 1) {
      const messageId = `flood ${piece}`;
      desk.app.foundation.live.publish(conversationId, { kind: 'token', messageId, delta, offset: 0 });
      await reading.frame((frame) => frame.type === 'token' && frame.messageId === messageId);
    }
  }

  test.each(['plain', 'socketio-websocket', 'socketio-upgrade'] as const)('%s', async (transport) => {
    const reading = await desk.visitor();
    await reading.connect();
    const sleeping = new Visitor(reading.session, transport);
    await sleeping.connect();
    await sleeping.upgraded();
    sleeping.pause();
    await flood(reading, 50);
    sleeping.resume();

    expect(await sleeping.closed()).toBe(transport === 'plain' ? 4408 : 1006);
    expect(sleeping.frames.at(-1)).toMatchObject({ type: 'error', code: 'SLOW_CONSUMER', message: expect.stringContaining('resume') });
    expect(reading.isOpen).toBe(true);
    reading.cut();
  });

  /** Packets of the protocol. */
  const NOTHING = '6';
  const CLOSE = '1';

  test('a client that does not poll', async () => {
    const reading = await desk.visitor();
    await reading.connect();
    const sleeping = await openRawPolling(reading.session.chat.wsUrl);
    expect(await sleeping.post('40')).toBe(200);
    const isGreeted = (packets: string[]) => packets.some((packet) => frameOf(packet)?.type === 'session_ack');
    while (!isGreeted(await sleeping.poll()));
    await flood(reading, 20);
    const packets = [...(await sleeping.poll()), ...(await sleeping.poll())].filter((packet) => packet !== NOTHING);

    // What waited, which is bounded, then why there is no more of it, then the end.
    expect(packets.slice(0, -2).map((packet) => frameOf(packet)?.type)).toEqual(packets.slice(0, -2).map(() => 'token'));
    expect(packets.length).toBeLessThan(10);
    expect(frameOf(packets.at(-2) ?? '')).toMatchObject({ type: 'error', code: 'SLOW_CONSUMER' });
    expect(packets.at(-1)).toBe(CLOSE);
    expect(reading.isOpen).toBe(true);
    reading.cut();
  });
});

test('a long conversation is shown to whoever comes back to it, however long it is', async () => {
  const { session } = await desk.visitor();
  const { conversation_id: conversationId, tenant_id: tenantId } = await conversationOf(session.sessionId);
  await desk.database.asSuperuser(
    `insert into messages (id, tenant_id, conversation_id, seq, direction, role, content)
     select gen_random_uuid(), $2, $1, seq, 'outbound', 'assistant', repeat('word ', 20000) from generate_series(1, 150) as seq`,
    [conversationId, tenantId],
  );
  await desk.database.asSuperuser('update conversations set last_seq = 150 where id = $1', [conversationId]);
  const visitor = new Visitor(session);
  await visitor.connect();
  visitor.send({ type: 'resume', afterSeq: 0 });
  expect(await visitor.frame(({ type }) => type === 'ready')).toEqual({ type: 'ready', lastSeq: 150 });
  expect([...visitor.durable.keys()]).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
  visitor.cut();
});

async function conversationOf(sessionId: string) {
  const [row] = await desk.database.asSuperuser<{ conversation_id: string; tenant_id: string }>(
    'select conversation_id, tenant_id from widget_sessions where id = $1',
    [sessionId],
  );
  if (!row) throw new Error('There is no such session.');
  return row;
}

test('shutdown: every connection is told to come back, and closed with 1012; a Socket.IO client so that it does come back', async () => {
  const { visitor: arrive, close } = await useTestApp({ models: scriptedModels(() => saying('Hello.')) });
  const visitors = await Promise.all(TRANSPORTS.map((transport) => arrive('demo', {}, transport)));
  for (const visitor of visitors) await visitor.connect();
  const closing = close();
  for (const visitor of visitors) {
    expect(await visitor.closed()).toBe(visitor.transport === 'plain' ? 1012 : 1006);
    // Of these reasons the client says that it reconnects by itself.
    if (visitor.transport !== 'plain') expect(['transport close', 'transport error']).toContain(visitor.closeReason);
    expect(visitor.frames.at(-1)).toEqual({ type: 'status', status: 'reconnect' });
  }
  await closing;
});
