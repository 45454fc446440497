import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import type { ModelEvent } from '../models/chat-model.ts';
import { ModelError } from '../models/model-error.ts';
import { addContact, createTurnWorld, modelThat, scriptedModel, type TurnWorld } from './turn-world.testing.ts';

let database: TestDatabase;
let world: TurnWorld;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  world = await createTurnWorld(database);
});

const call = (ordinal: number, argumentsText = JSON.stringify({ name: `n${ordinal}` })): ModelEvent => ({
  type: 'tool-call',
  ordinal,
  providerCallId: `x${ordinal}`,
  name: addContact.name,
  argumentsText,
});
const finish: ModelEvent = { type: 'finish', reason: 'tool-calls' };

function* endless(event: (count: number) => ModelEvent): Generator<ModelEvent> {
  for (let count = 0; ; count += 1) yield event(count);
}

describe('a model that runs wild', () => {
  test('calling tools again and again, it has to answer without them in the end', async () => {
    const model = modelThat(({ tools }) => (tools.length > 0 ? [call(0), finish] : [{ type: 'text-delta', delta: 'Enough.' }, finish]));
    const { answer } = await world.run(await world.newTurn(), { model });

    expect(answer?.text).toBe('Enough.');
    expect(model.requests).toHaveLength(9);
    expect(await world.contactNames()).toHaveLength(8);
  });

  test('calling tools that it was not offered, it gets no further', async () => {
    const model = modelThat(() => [call(0), finish]);
    const { error } = await world.run(await world.newTurn(), { model });

    expect(error).toBeInstanceOf(ModelError);
    expect(model.requests).toHaveLength(9);
    expect(await world.contactNames()).toHaveLength(8);
  });

  test.each([
    ['fifty', () => [...Array.from({ length: 50 }, (_, ordinal) => call(ordinal)), finish]],
    ['endless', () => endless((ordinal) => call(ordinal))],
  ])('with %s calls in one round, the first sixteen count', async (_what, calls) => {
    const model = modelThat(({ messages }) => (messages.length === 1 ? calls() : [{ type: 'text-delta', delta: 'Ok.' }]));
    const { answer } = await world.run(await world.newTurn(), { model });

    expect(answer?.text).toBe('Ok.');
    expect(await world.contactNames()).toHaveLength(16);
    expect(model.requests[1]?.messages).toHaveLength(2 + 16);
  });

  test('with arguments beyond all measure, it is told so, and not all of them are kept', async () => {
    const huge = JSON.stringify({ name: 'x'.repeat(500_000) });
    const model = modelThat(({ messages }) => (messages.length === 1 ? [call(0, huge), finish] : [{ type: 'text-delta', delta: 'Ok.' }]));
    const { answer } = await world.run(await world.newTurn(), { model });

    expect(answer?.text).toBe('Ok.');
    const [stored] = await world.calls();
    expect(stored).toMatchObject({ state: 'refused', result: expect.stringContaining('longer than 32000 characters') });
    expect(stored?.argumentsText.length).toBeLessThan(33_000);
  });

  test.each([
    ['nothing', []],
    ['only spaces', ['  ', '\n']],
  ])('saying %s, it has not answered', async (_what, deltas) => {
    const model = modelThat(() => [
      ...deltas.map((delta): ModelEvent => ({ type: 'text-delta', delta })),
      { type: 'finish', reason: 'stop' },
    ]);
    const { error } = await world.run(await world.newTurn(), { model });
    expect(error).toMatchObject({ name: 'ModelError', kind: 'broken-stream' });
  });

  test('talking without end, it is cut, says so, and its tools stay untouched', async () => {
    let closed = false;
    const model = modelThat(function* () {
      try {
        yield call(0);
        yield* endless(() => ({ type: 'text-delta', delta: 'bla '.repeat(1_000) }));
      } finally {
        closed = true;
      }
    });
    const { answer, streamed } = await world.run(await world.newTurn(), { model });

    expect(answer?.finishReason).toBe('length');
    expect(answer?.text).toBe(streamed);
    expect(streamed).toHaveLength(100_000);
    expect(closed).toBe(true);
    expect(await world.contactNames()).toEqual([]);
  });

  test('saying it all in one piece, it is cut just the same, between whole characters', async () => {
    const model = modelThat(() => [
      { type: 'text-delta', delta: `.${'😀'.repeat(60_000)}` },
      { type: 'finish', reason: 'stop' },
    ]);
    const { answer, streamed } = await world.run(await world.newTurn(), { model });

    expect(streamed).toHaveLength(99_999);
    expect(answer).toMatchObject({ text: streamed, finishReason: 'length' });
    expect(streamed.isWellFormed()).toBe(true);
  });

  test('when it is cancelled, it is heard no more', async () => {
    const controller = new AbortController();
    const model = scriptedModel([[{ call: 'add_contact', args: { name: 'Ana' } }], ['Done.']]);
    const stopping = {
      ...addContact,
      run: async (...args: Parameters<typeof addContact.run>) => {
        controller.abort(new Error('stop'));
        return addContact.run(...args);
      },
    };
    const { error } = await world.run(await world.newTurn(), { model, tools: [stopping], signal: controller.signal });

    expect(error).toMatchObject({ message: 'stop' });
    expect(await world.contactNames()).toEqual(['Ana']);
  });
});
