import { afterAll, beforeAll, expect, test } from 'vitest';
import { EventReader } from '#test/event-reader.ts';
import { lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';

const gate = { asked: Promise.withResolvers<void>(), go: Promise.withResolvers<void>() };
const models = scriptedModels(async function* (request) {
  if (lastUserText(request) === 'Slowly') {
    gate.asked.resolve();
    await gate.go.promise;
  }
  yield* saying(`You said: ${lastUserText(request)}`);
});

let one: TestApp;
let two: TestApp;
beforeAll(async () => {
  one = await startTestApp({ models });
  two = await startTestApp({ models, sharedDatabase: one.database });
});
afterAll(async () => {
  await two?.close();
  await one?.close();
});

test('a stream on one node shows what happens on the other', async () => {
  const visitor = await one.visitor();
  const headers = { authorization: `Bearer ${visitor.session.token}` };
  const events = await EventReader.open(`${two.url}/api/v1/widget/events`, { headers });
  for (const [node, content] of [
    [one, 'first'],
    [two, 'second'],
    [one, 'third'],
  ] as const) {
    expect((await node.call('POST', '/widget/message', { headers, body: { content } })).status).toBe(200);
  }
  await events.frame((frame) => frame.type === 'message' && frame.seq === 6);
  expect(events.frames.flatMap((frame) => (frame.type === 'message' ? [`${frame.seq} ${frame.content}`] : []))).toEqual([
    '1 first',
    '2 You said: first',
    '3 second',
    '4 You said: second',
    '5 third',
    '6 You said: third',
  ]);
  expect(events.problems).toEqual([]);
  events.leave();
});

test('a message that is sent again to another node waits there for the answer of the first', async () => {
  const visitor = await one.visitor();
  const headers = { authorization: `Bearer ${visitor.session.token}` };
  const body = { content: 'Slowly', clientMessageId: 'a' };
  const first = one.call('POST', '/widget/message', { headers, body });
  await gate.asked.promise;
  const second = two.call('POST', '/widget/message', { headers, body });
  const third = await EventReader.open(`${two.url}/api/v1/widget/message`, { headers, body });
  await third.frame((frame) => frame.type === 'message_ack');
  await expect.poll(() => two.app.connections().streams).toBe(2);
  gate.go.resolve();
  const answers = await Promise.all([first, second]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers[1]?.body).toEqual(answers[0]?.body);
  await third.ended;
  expect(third.frames.at(-1)).toEqual(answers[0]?.body.messages[0]);
});
