import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModelEvent } from '#agents/models/chat-model.ts';
import { ModelError } from '#agents/models/model-error.ts';
import { newId } from '#platform/ids.ts';
import { saying } from '#test/scripted-models.ts';
import { useTestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';
import { type AnsweringDesk, openAnsweringDesk } from './answering.testing.ts';

let world: AnsweringDesk;
beforeAll(async () => {
  world = await openAnsweringDesk();
});
afterAll(() => world.desk.close());

const failing =
  (options: ConstructorParameters<typeof ModelError>[1] = { retryable: false }) =>
  () => {
    throw new ModelError('unreachable', options);
  };
const statusOf = (frames: readonly ServerFrame[]) => frames.flatMap((frame) => (frame.type === 'status' ? [frame.status] : []));
const errorsOf = (frames: readonly ServerFrame[]) => frames.flatMap((frame) => (frame.type === 'error' ? [frame.code] : []));

async function tryAgain(conversationId: string): Promise<void> {
  await world.desk.app.services.turns.idle();
  await world.change(`update turns set claimable_at = now() - interval '1 second' where conversation_id = $1`, conversationId);
  await world.desk.app.services.turns.sweep();
  await world.desk.app.services.turns.idle();
}

describe('what a visitor sees of a model that does not answer', () => {
  test('is told once, not with every attempt, and is told when it is over', async () => {
    world.model(failing());
    const { visitor, conversationId } = await world.visitor();
    const { seq } = await visitor.say('Hello?', 'm');
    await visitor.frame(({ type }) => type === 'error');
    for (let attempt = 0; attempt < 2; attempt += 1) await tryAgain(conversationId);
    expect(errorsOf(visitor.frames)).toEqual(['PROVIDER_ERROR']);
    expect(statusOf(visitor.frames)).toEqual(['degraded']);

    world.model(() => saying('Here I am.'));
    await tryAgain(conversationId);
    expect(await visitor.answer(seq)).toMatchObject({ content: 'Here I am.' });
    await visitor.frame((frame) => frame.type === 'status' && frame.status === 'restored');
    expect(visitor.problems).toEqual([]);
  });

  test('comes with the next message again, and the status does not', async () => {
    world.model(failing());
    const { visitor } = await world.visitor();
    for (const id of ['a', 'b']) {
      const from = visitor.frames.length;
      await visitor.say('Hello?', id);
      await visitor.frame(({ type }) => type === 'error', from);
      await world.desk.app.services.turns.idle();
    }
    expect(statusOf(visitor.frames)).toEqual(['degraded']);
  });

  test('is known to a connection that opens meanwhile, right after it was let in', async () => {
    world.model(failing());
    const { visitor } = await world.visitor();
    await visitor.say('Hello?', 'm');
    await visitor.frame(({ type }) => type === 'error');
    visitor.cut();
    await visitor.connect();
    await visitor.frame(({ type }) => type === 'status');
    expect(visitor.frames.slice(0, 2)).toMatchObject([{ type: 'session_ack' }, { type: 'status', status: 'degraded' }]);
  });

  test('reaches connections on other nodes, also over a hub that carries ids alone', async () => {
    world.model(failing());
    const { visitor, conversationId } = await world.visitor();
    const other = await useTestApp({ sharedDatabase: world.desk.database });
    const elsewhere = new Visitor(visitor.session);
    const address = new URL(visitor.session.chat.wsUrl);
    address.port = new URL(other.url).port;
    await elsewhere.connect({ url: address.href });

    const { seq } = await visitor.say('Hello?', 'm');
    await elsewhere.frame((frame) => frame.type === 'status' && frame.status === 'degraded');
    world.model(() => saying('Here I am.'));
    await tryAgain(conversationId);
    await visitor.answer(seq);
    await elsewhere.frame((frame) => frame.type === 'status' && frame.status === 'restored');
    expect(statusOf(elsewhere.frames)).toEqual(['degraded', 'restored']);
    elsewhere.close();
  });

  test('is nothing but a reset where another provider is asked at once', async () => {
    let attempts = 0;
    world.model(async function* (): AsyncGenerator<ModelEvent> {
      attempts += 1;
      if (attempts > 1) return yield* saying('From the other one.');
      yield { type: 'text-delta', delta: 'I think ' };
      throw new ModelError('broken-stream', { othersLeft: true });
    });
    const { visitor } = await world.visitor();
    const { seq } = await visitor.say('Hello?', 'm');
    expect(await visitor.answer(seq)).toMatchObject({ content: 'From the other one.' });
    expect(visitor.frames.filter(({ type }) => type === 'message_reset')).toHaveLength(1);
    expect([...errorsOf(visitor.frames), ...statusOf(visitor.frames)]).toEqual([]);
    expect(visitor.problems).toEqual([]);
  });
});

test('a provider that asks for a longer wait gets it', async () => {
  world.model(failing({ retryAfterMs: 300_000 }));
  const { visitor, conversationId } = await world.visitor();
  await visitor.say('Hello?', 'm');
  await visitor.frame(({ type }) => type === 'error');
  await world.desk.app.services.turns.idle();
  const { claimable_in_seconds: seconds } = await world.turn(conversationId);
  expect(seconds).toBeGreaterThan(200);
  expect(seconds).toBeLessThanOrEqual(300);
});

test('an answer of the last resort is told apart, and the team is to look', async () => {
  world.model(async function* (): AsyncGenerator<ModelEvent> {
    yield { type: 'text-delta', delta: 'Automatic reply.' };
    yield { type: 'finish', reason: 'degraded' };
  });
  const { visitor, conversationId } = await world.visitor();
  const { seq } = await visitor.say('Hello?', 'a');
  expect(await visitor.answer(seq)).toMatchObject({ content: 'Automatic reply.', finishReason: 'degraded' });
  await visitor.frame((frame) => frame.type === 'status' && frame.status === 'degraded');
  const conversation = () =>
    world.desk.database.asSuperuser('select status, holder, is_degraded from conversations where id = $1', [conversationId]);
  expect(await conversation()).toEqual([{ status: 'open', holder: 'agent', is_degraded: true }]);
  const events = await world.desk.database.asSuperuser(
    `select count(*)::int as n from events where type = 'conversation.degraded' and subject->>'conversationId' = $1`,
    [conversationId],
  );
  expect(events).toEqual([{ n: 1 }]);

  world.model(() => saying('Here I am.'));
  const second = await visitor.say('Hello?', 'b');
  await visitor.answer(second.seq);
  await visitor.frame((frame) => frame.type === 'status' && frame.status === 'restored');
  expect(await conversation()).toMatchObject([{ is_degraded: false }]);
});

describe('what answers took', () => {
  const usage = (conversationId: string) =>
    world.desk.database.asSuperuser<{ id: string }>(
      `select id, turn_id, provider, model, outcome, input_tokens, output_tokens, cost_micro_usd::int from model_usage
        where conversation_id = $1 order by id`,
      [conversationId],
    );
  const spent = (id: string, outcome: 'answered' | 'failed' = 'answered') => ({
    id,
    outcome,
    provider: 'openai-compatible',
    model: 'gpt-4.1-mini',
    inputTokens: 100,
    outputTokens: 10,
  });

  test('is written down once with the answer', async () => {
    const id = newId();
    world.model(async function* (request): AsyncGenerator<ModelEvent> {
      for (let repetition = 0; repetition < 2; repetition += 1) request.onSpent?.(spent(id));
      yield* saying('Eight.');
    });
    const { visitor, conversationId } = await world.visitor();
    await visitor.answer((await visitor.say('Hours?', 'm')).seq);
    const { id: turnId } = await world.turn(conversationId);
    expect(await usage(conversationId)).toEqual([
      {
        id,
        turn_id: turnId,
        provider: 'openai-compatible',
        model: 'gpt-4.1-mini',
        outcome: 'answered',
        input_tokens: 100,
        output_tokens: 10,
        cost_micro_usd: 56,
      },
    ]);
  });

  test('is written down where nothing came of it', async () => {
    const id = newId();
    world.model((request) => {
      request.onSpent?.(spent(id, 'failed'));
      throw new ModelError('broken-stream', { retryable: false });
    });
    const { visitor, conversationId } = await world.visitor();
    await visitor.say('Hours?', 'm');
    await visitor.frame(({ type }) => type === 'error');
    await world.desk.app.services.turns.idle();
    expect(await usage(conversationId)).toMatchObject([{ id, outcome: 'failed' }]);
  });

  test('is written down where the visitor wrote again first', async () => {
    const id = newId();
    const asked = Promise.withResolvers<void>();
    world.model(async function* (request, signal): AsyncGenerator<ModelEvent> {
      world.model(() => saying('Both.'));
      yield { type: 'text-delta', delta: 'Well, ' };
      asked.resolve();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      request.onSpent?.(spent(id, 'failed'));
      throw new ModelError('cancelled');
    });
    const { visitor, conversationId } = await world.visitor();
    await visitor.say('Hours?', 'a');
    await asked.promise;
    await visitor.answer((await visitor.say('Prices?', 'b')).seq);
    await world.desk.app.services.turns.idle();
    expect(await usage(conversationId)).toMatchObject([{ id, outcome: 'failed' }]);
  });
});
