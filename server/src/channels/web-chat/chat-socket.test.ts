import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatRequest } from '#agents/models/chat-model.ts';
import { lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';
import { TRANSPORTS } from '#test/visitor-socket.ts';

/** Echoes; but of an answer to “first” it writes the beginning only, until it is stopped. */
async function* script(request: ChatRequest, signal: AbortSignal) {
  const text = lastUserText(request);
  if (text === 'second') return yield* saying('Both.');
  if (text !== 'first') return yield* saying(`You said: ${text}`);
  yield { type: 'text-delta' as const, delta: 'This will be taken ' };
  await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

let desk: TestApp;
beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(script) });
});
afterAll(() => desk.close());

describe.each(TRANSPORTS)('the chat socket, %s', (transport) => {
  const arrive = () => desk.visitor('demo', {}, transport);
  const rows = (query: string, { session }: Visitor) => desk.database.asSuperuser(query, [session.sessionId]);

  test('acknowledges a message, streams the answer, and ends with the whole of it', async () => {
    const visitor = await arrive();
    expect(await visitor.connect()).toMatchObject({ type: 'session_ack', status: 'ok', lastSeq: 0, sessionId: visitor.session.sessionId });

    const ack = await visitor.say('Do you open on Sundays?', 'm1');
    const answer = await visitor.answer(ack.seq);

    expect(ack.seq).toBe(1);
    expect(answer).toMatchObject({ seq: 2, content: 'You said: Do you open on Sundays?', finishReason: 'stop' });
    expect([...visitor.checkedAnswers]).toEqual([answer.messageId]);
    expect(visitor.problems).toEqual([]);
  });

  test('the same clientMessageId again is acknowledged again and stored once', async () => {
    const visitor = await arrive();
    await visitor.connect();
    const first = await visitor.say('Hello', 'same');
    await visitor.answer(first.seq);
    const again = await visitor.say('Hello', 'same');

    expect(again).toEqual(first);
    expect(
      await rows(
        `select count(*)::int as n from messages join widget_sessions s using (conversation_id) where role = 'user' and s.id = $1`,
        visitor,
      ),
    ).toEqual([{ n: 1 }]);
  });

  test('a resume brings everything after a seq, in order, then ready', async () => {
    const visitor = await arrive();
    await visitor.connect();
    await visitor.answer((await visitor.say('one', 'a')).seq);
    await visitor.answer((await visitor.say('two', 'b')).seq);
    visitor.cut();

    expect(await visitor.connect()).toMatchObject({ type: 'session_ack', lastSeq: 4 });
    visitor.send({ type: 'resume', afterSeq: 1 });
    await visitor.frame((frame) => frame.type === 'ready');

    expect(visitor.frames.filter((frame) => 'seq' in frame).map((frame) => (frame as { seq: number }).seq)).toEqual([2, 3, 4]);
    expect(visitor.frames.at(-1)).toEqual({ type: 'ready', lastSeq: 4 });
    expect(visitor.frames[2]).toMatchObject({ type: 'message', role: 'user', content: 'two', clientMessageId: 'b' });
  });

  test('a second connection of the session sees the message and its answer too', async () => {
    const one = await arrive();
    const two = new Visitor(one.session, transport);
    await one.connect();
    await two.connect();
    const ack = await one.say('From the first tab', 'x');
    const answer = await two.answer(ack.seq);

    expect(two.durable.get(1)).toMatchObject({ role: 'user', content: 'From the first tab', clientMessageId: 'x' });
    expect(answer.content).toBe('You said: From the first tab');
    expect(one.durable.has(1)).toBe(false);
    expect([...one.problems, ...two.problems]).toEqual([]);
  });

  test('a message during an answer withdraws it, and one answer covers both', async () => {
    const visitor = await arrive();
    await visitor.connect();
    await visitor.say('first', '1');
    await visitor.frame((frame) => frame.type === 'token');
    const second = await visitor.say('second', '2');
    const answer = await visitor.answer(second.seq);

    const token = visitor.frames.find((frame) => frame.type === 'token');
    expect(visitor.frames).toContainEqual({ type: 'message_reset', messageId: (token as { messageId: string }).messageId });
    expect(answer).toMatchObject({ seq: 3, content: 'Both.' });
    const turns = await rows(
      'select t.status, from_seq, to_seq from turns t join widget_sessions s using (conversation_id) where s.id = $1 order by to_seq',
      visitor,
    );
    expect(turns).toEqual([
      { status: 'superseded', from_seq: 1, to_seq: 1 },
      { status: 'done', from_seq: 1, to_seq: 2 },
    ]);
    expect(visitor.problems).toEqual([]);
  });

  test('after the end nothing more is taken, and a rating still is', async () => {
    const visitor = await arrive();
    await visitor.connect();
    visitor.send({ type: 'end_session' });
    await visitor.frame((frame) => frame.type === 'status' && frame.status === 'session_ended');
    visitor.send({ type: 'user_message', content: 'Anybody?', clientMessageId: 'late' });
    const refused = await visitor.frame((frame) => frame.type === 'error');
    visitor.send({ type: 'satisfaction', rating: 5, comment: 'kind' });
    visitor.send({ type: 'ping' });
    await visitor.frame((frame) => frame.type === 'pong');

    expect(refused).toMatchObject({ code: 'SESSION_ENDED', clientMessageId: 'late' });
    expect(await rows('select status, satisfaction_rating from widget_sessions where id = $1', visitor)).toEqual([
      { status: 'ENDED', satisfaction_rating: 5 },
    ]);
    expect(await visitor.connect()).toMatchObject({ type: 'session_ack', status: 'ended' });
  });
});
