import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startTestRedis, type TestRedis } from '#platform/realtime/redis-server.testing.ts';
import { lastUserText, type Script, saying, scriptedModels } from '../scripted-models.ts';
import { startTestApp, type TestApp } from '../test-app.ts';
import { createTestDatabase } from '../test-database.ts';
import { Visitor } from '../visitor.ts';

const hasRedis = existsSync('/usr/bin/redis-server');

/** Two servers on one database. */
async function twoNodes(script: Script, env: Record<string, string> = {}): Promise<{ one: TestApp; two: TestApp }> {
  const sharedDatabase = await createTestDatabase();
  const models = scriptedModels(script);
  const one = await startTestApp({ sharedDatabase, models, env });
  const two = await startTestApp({ sharedDatabase, models, env });
  onTestFinished(async () => {
    await one.close();
    await two.close();
    await sharedDatabase.close();
  });
  return { one, two };
}

/** The same visitor, seen from another node. */
const on = (node: TestApp, visitor: Visitor) => {
  const address = new URL(visitor.session.chat.wsUrl);
  address.host = new URL(node.url).host;
  return new Visitor({ ...visitor.session, chat: { wsUrl: address.href } });
};

/** A model that stops in the middle until it is told to go on. */
function pausing(text: string, after: number) {
  let goOn = () => {};
  const released = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let paused = () => {};
  const reached = new Promise<void>((resolve) => {
    paused = resolve;
  });
  const script: Script = async function* (_request, signal) {
    const deltas = text.split(/(?<=\s)/);
    for (const [index, delta] of deltas.entries()) {
      if (index === after) {
        paused();
        await Promise.race([released, new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))]);
      }
      yield { type: 'text-delta', delta };
    }
    yield { type: 'finish', reason: 'stop' };
  };
  return { script, reached, goOn };
}

const TEXT = 'We are open from eight to five, on Saturdays until noon.';

describe.skipIf(!hasRedis)('two nodes with Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(() => redis.dispose());

  test('a visitor who joins on the other node in mid-answer gets its beginning, and every token from there on', async () => {
    const model = pausing(TEXT, 4);
    const { one, two } = await twoNodes(model.script, { REDIS_URL: redis.url });
    const here = await one.visitor();
    const there = on(two, here);
    await here.connect();
    const ack = await here.say('When are you open?', 'q');
    await model.reached;

    await there.connect();
    there.send({ type: 'resume', afterSeq: 0 });
    await there.frame((frame) => frame.type === 'ready');
    await there.frame((frame) => frame.type === 'token' && frame.offset === 0);
    model.goOn();
    const answers = [await here.answer(ack.seq), await there.answer(ack.seq)];

    expect(answers.map(({ content }) => content)).toEqual([TEXT, TEXT]);
    expect([...here.checkedAnswers, ...there.checkedAnswers]).toEqual([answers[0]?.messageId, answers[0]?.messageId]);
    expect([...here.problems, ...there.problems]).toEqual([]);
  });

  test('a message on one node supersedes the answer that is written on the other', async () => {
    let aborted = 0;
    const { one, two } = await twoNodes(
      async function* (request, signal) {
        if (lastUserText(request) === 'first') {
          yield { type: 'text-delta', delta: 'Withdrawn ' };
          await new Promise((_, reject) =>
            signal.addEventListener('abort', () => {
              aborted += 1;
              reject(signal.reason);
            }),
          );
        }
        yield* saying('One answer for both.');
      },
      { REDIS_URL: redis.url },
    );
    const here = await one.visitor();
    const there = on(two, here);
    await here.connect();
    await there.connect();
    await here.say('first', '1');
    await there.frame((frame) => frame.type === 'token');
    const ack = await there.say('second', '2');

    expect((await here.answer(ack.seq)).content).toBe('One answer for both.');
    await here.frame((frame) => frame.type === 'message_reset');
    await there.frame((frame) => frame.type === 'message_reset');
    expect(aborted).toBe(1);
    expect([...here.problems, ...there.problems]).toEqual([]);
  });

  test('what Redis lost while it was away is read again when it is back', async () => {
    const { one, two } = await twoNodes((request) => saying(`Re: ${lastUserText(request)}`), { REDIS_URL: redis.url });
    const here = await one.visitor();
    const there = on(two, here);
    await here.connect();
    await there.connect();
    await redis.stop();
    const ack = await here.say('Can you hear me?', 'm');
    expect((await here.answer(ack.seq)).content).toBe('Re: Can you hear me?');
    await redis.start();

    expect((await there.answer(ack.seq)).content).toBe('Re: Can you hear me?');
    expect(there.durable.get(1)).toMatchObject({ role: 'user', content: 'Can you hear me?' });
    expect([...here.problems, ...there.problems]).toEqual([]);
  });

  test('what was taken back while Redis was away is taken back when it is there again', async () => {
    const { one, two } = await twoNodes(
      async function* (request, signal) {
        if (lastUserText(request) === 'first') {
          yield { type: 'text-delta', delta: 'Withdrawn ' };
          await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
        }
        yield* saying('One answer for both.');
      },
      { REDIS_URL: redis.url },
    );
    const here = await one.visitor();
    const there = on(two, here);
    await here.connect();
    await there.connect();
    await here.say('first', '1');
    await there.frame((frame) => frame.type === 'token');
    await redis.stop();
    const ack = await here.say('second', '2');
    await here.answer(ack.seq);
    await redis.start();

    expect((await there.answer(ack.seq)).content).toBe('One answer for both.');
    await there.frame((frame) => frame.type === 'message_reset');
    expect([...here.drafts, ...there.drafts]).toEqual([]);
    expect([...here.problems, ...there.problems]).toEqual([]);
  });
});

describe('two nodes without Redis', () => {
  test('everything durable reaches the other node; tokens stay on their own', async () => {
    const { one, two } = await twoNodes((request) => saying(`Re: ${lastUserText(request)}`));
    const here = await one.visitor();
    const there = on(two, here);
    await here.connect();
    await there.connect();
    const ack = await here.say('Hello there', 'm');

    expect((await there.answer(ack.seq)).content).toBe('Re: Hello there');
    expect(there.durable.get(ack.seq)).toMatchObject({ role: 'user', content: 'Hello there' });
    await here.answer(ack.seq);
    expect(here.frames.some((frame) => frame.type === 'token')).toBe(true);
    expect(there.frames.some((frame) => frame.type === 'token')).toBe(false);
  });

  test('a message on the other node takes back what was shown on the first', async () => {
    const { one, two } = await twoNodes(async function* (request, signal) {
      if (lastUserText(request) === 'first') {
        yield { type: 'text-delta', delta: 'Withdrawn ' };
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      }
      yield* saying('One answer for both.');
    });
    const here = await one.visitor();
    const there = on(two, here);
    await here.connect();
    await there.connect();
    await here.say('first', '1');
    await here.frame((frame) => frame.type === 'token');
    const ack = await there.say('second', '2');

    await here.frame((frame) => frame.type === 'message_reset');
    expect((await here.answer(ack.seq)).content).toBe('One answer for both.');
    expect([...here.drafts]).toEqual([]);
    expect([...here.problems, ...there.problems]).toEqual([]);
  });
});
