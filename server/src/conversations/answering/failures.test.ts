import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ModelError } from '#agents/models/model-error.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { saying } from '#test/scripted-models.ts';
import { type AnsweringDesk, openAnsweringDesk } from './answering.testing.ts';
import { RETRY_DELAYS_MS } from './give-back-turn.ts';

let world: AnsweringDesk;
beforeAll(async () => {
  world = await openAnsweringDesk();
});
afterAll(() => world.desk.close());

const failing = () => {
  throw new ModelError('unreachable', { retryable: false });
};
const isError = (frame: ServerFrame) => frame.type === 'error';

/** Lets the wait be over, and tries the turn again. */
async function tryAgain(conversationId: string): Promise<void> {
  // A second back: the column holds milliseconds, and rounding may put “now” into the future.
  await world.change(`update turns set claimable_at = now() - interval '1 second' where conversation_id = $1`, conversationId);
  await world.desk.app.services.turns.sweep();
  await world.desk.app.services.turns.idle();
}

describe('a model that fails', () => {
  test('is asked again later and later; after the last time the team is to answer, and the visitor is told', async () => {
    world.model(failing);
    const { visitor, conversationId } = await world.visitor();
    const { seq } = await visitor.say('Is my appointment on Monday?', 'm');
    expect(await visitor.frame(isError)).toMatchObject({ code: 'PROVIDER_ERROR' });

    const delays: number[] = [];
    for (const [failures] of RETRY_DELAYS_MS.entries()) {
      await world.desk.app.services.turns.idle();
      const turn = await world.turn(conversationId);
      expect(turn).toMatchObject({ status: 'waiting', failures: failures + 1, error_code: 'PROVIDER_ERROR', lease_owner: null });
      delays.push(turn.claimable_in_seconds);
      await tryAgain(conversationId);
    }
    for (const [index, delayMs] of RETRY_DELAYS_MS.entries()) {
      // The wait had begun a moment before it was looked at.
      expect(delays[index]).toBeLessThanOrEqual(delayMs / 1000);
      expect(delays[index]).toBeGreaterThan((RETRY_DELAYS_MS[index - 1] ?? 0) / 1000);
    }

    expect(await world.turn(conversationId)).toMatchObject({ status: 'failed', failures: RETRY_DELAYS_MS.length + 1 });
    const told = await visitor.frame((frame) => frame.type === 'message' && frame.role === 'system' && frame.seq > seq);
    expect(told).toMatchObject({ content: expect.stringContaining('The assistant cannot answer at the moment') });
    expect(await holderOf(conversationId)).toEqual([{ holder: 'nobody', status: 'open' }]);
    const events = await world.desk.database.asSuperuser(`select count(*)::int as n from events where type = 'turn.failed'`);
    expect(events).toEqual([{ n: 1 }]);
    expect(visitor.problems).toEqual([]);
  });

  test('once is forgiven: what it streamed is withdrawn, and the next attempt answers', async () => {
    world.model(async function* () {
      yield { type: 'text-delta', delta: 'I think that ' };
      throw new ModelError('broken-stream');
    });
    const { visitor, conversationId } = await world.visitor();
    const { seq } = await visitor.say('Hello', 'm');
    const token = await visitor.frame<Extract<ServerFrame, { type: 'token' }>>(({ type }) => type === 'token');
    expect(await visitor.frame(({ type }) => type === 'message_reset')).toMatchObject({ messageId: token.messageId });
    await world.desk.app.services.turns.idle();

    world.model(() => saying('Good morning.'));
    await tryAgain(conversationId);
    expect(await visitor.answer(seq)).toMatchObject({ content: 'Good morning.' });
    expect((await visitor.answer(seq)).messageId).not.toBe(token.messageId);
    expect(visitor.problems).toEqual([]);
  });

  test('while the visitor writes again is not held against the new message', async () => {
    world.model(failing);
    const { visitor, conversationId } = await world.visitor();
    await visitor.say('First', 'a');
    await visitor.frame(isError);
    await world.desk.app.services.turns.idle();
    world.model(() => saying('Here I am.'));
    const second = await visitor.say('Second', 'b');

    expect(await visitor.answer(second.seq)).toMatchObject({ content: 'Here I am.' });
    const statuses = (await world.turns(conversationId)).map(({ status, failures }) => [status, failures]);
    expect(statuses).toEqual([
      ['superseded', 1],
      ['done', 0],
    ]);
  });

  test('says nothing at all: that is no answer', async () => {
    world.model(() => saying(''));
    const { visitor, conversationId } = await world.visitor();
    await visitor.say('Hello', 'm');
    expect(await visitor.frame(isError)).toMatchObject({ code: 'PROVIDER_ERROR' });
    await world.desk.app.services.turns.idle();
    expect(await world.messages(conversationId)).toHaveLength(1);
  });
});

describe('who may say the answer', () => {
  test('nobody, when the team has taken the conversation meanwhile: the model is stopped and its words withdrawn', async () => {
    const { asked, stopped } = world.hold();
    const { visitor, conversationId } = await world.visitor();
    await visitor.say('Hello', 'm');
    await asked;
    const [row] = await world.desk.database.asSuperuser<{ tenant_id: string }>('select tenant_id from conversations where id = $1', [
      conversationId,
    ]);
    await world.desk.app.services.handOver.handOver(grantTenantScope(row?.tenant_id ?? '', { kind: 'person' }), conversationId);
    expect(await stopped).toMatchObject({ name: 'TurnLost' });
    await world.desk.app.services.turns.idle();

    expect(await world.turn(conversationId)).toMatchObject({ status: 'cancelled' });
    await visitor.frame(({ type }) => type === 'message_reset');
    expect((await world.messages(conversationId)).map(({ role }) => role)).toEqual(['user', 'system']);
    expect(visitor.frames.some(isError)).toBe(false);
  });

  test.each(['person', 'workflow', 'nobody'])(
    'not the agent, when “%s” holds the conversation at the moment of delivery',
    async (holder) => {
      const { asked, goOn } = world.hold();
      const { visitor, conversationId } = await world.visitor();
      await visitor.say('Hello', 'm');
      await asked;
      await world.change('update conversations set holder = $2 where id = $1', conversationId, holder);
      goOn();
      await world.desk.app.services.turns.idle();
      expect(await world.messages(conversationId)).toEqual([{ role: 'user', content: 'Hello' }]);
      expect(visitor.problems).toEqual([]);
    },
  );
});

const holderOf = (conversationId: string) =>
  world.desk.database.asSuperuser('select holder, status from conversations where id = $1', [conversationId]);
