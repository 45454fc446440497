import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OutcomeUnknown } from '#messaging/tool.ts';
import { TurnLost } from '#messaging/turn-event.ts';
import type { ClaimedTurn } from '#messaging/turns/turns.repository.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { beforeWrite } from './journal-faults.testing.ts';
import { addContact, createTurnWorld, remoteTool, scriptedModel, type TurnWorld } from './turn-world.testing.ts';

let database: TestDatabase;
let world: TurnWorld;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  world = await createTurnWorld(database);
});

const CALLS = [{ call: 'add_contact', args: { name: 'Ana' } }, { call: 'send_letter' }, { call: 'add_contact', args: { name: 'Eva' } }];
const WRITES = ['recordStep', 'runDatabaseTool', 'startRemoteCall', 'finishCall', 'runDatabaseTool'];
/** What the calls have come to when a message arrives just before each write. */
const OUTCOMES = [
  [],
  ['not-run', 'not-run', 'not-run'],
  ['succeeded', 'not-run', 'not-run'],
  ['succeeded', 'succeeded', 'not-run'],
  ['succeeded', 'succeeded', 'not-run'],
];

async function supersededAt(write: number, tool = remoteTool()) {
  const first = await world.newTurn();
  let successor: ClaimedTurn | undefined;
  const ran = await world.run(first, {
    model: scriptedModel([['Wait.', ...CALLS], ['Done.']]),
    tools: [addContact, tool.tool],
    journal: beforeWrite(write, async () => {
      successor = await world.supersede(first);
    }),
  });
  if (!successor) throw new Error('The turn was not superseded.');
  return { first, successor, ran, keys: tool.keys };
}

describe('a turn that a later message supersedes', () => {
  test.each(WRITES.map((name, write) => [write, name] as const))(
    'at write %i (%s) stops; what has not begun is not done',
    async (write) => {
      const { ran, keys } = await supersededAt(write);

      expect(ran.error).toBeInstanceOf(TurnLost);
      expect((await world.calls()).map(({ state }) => state)).toEqual(OUTCOMES[write]);
      expect(await world.contactNames()).toEqual(write >= 2 ? ['Ana'] : []);
      expect(keys).toHaveLength(write >= 3 ? 1 : 0);
    },
  );

  test('a remote call in flight still records how it ended, also when nobody knows', async () => {
    await supersededAt(
      3,
      remoteTool(() => Promise.reject(new OutcomeUnknown('send_letter'))),
    );

    expect((await world.calls()).map(({ state }) => state)).toEqual(['succeeded', 'outcome_unknown', 'not-run']);
    expect(world.events.map(({ type }) => type)).toEqual(['tool-call.outcome-unknown']);
  });

  test("its successor's model sees what was done, what was not, and none of the withdrawn words", async () => {
    const { first, successor } = await supersededAt(4);
    const model = scriptedModel([[], ['All is well.']]);
    const { answer } = await world.run(successor, { model, carriedSteps: await world.steps(first) });

    expect(answer).toMatchObject({ text: 'All is well.', lastStep: { step: 0 } });
    expect(model.requests[0]?.messages).toMatchObject([
      { role: 'user' },
      { role: 'assistant', content: '', toolCalls: [{ name: 'add_contact' }, { name: 'send_letter' }, { name: 'add_contact' }] },
      { role: 'tool', content: 'Added Ana.', failed: false },
      { role: 'tool', content: 'Sent.', failed: false },
      { role: 'tool', content: expect.stringContaining('This was not done'), failed: true },
    ]);
  });

  test("its successor's model is told not to repeat a call that is still on its way", async () => {
    const first = await world.newTurn();
    let seen: unknown;
    const letter = remoteTool(async () => {
      const successor = await world.supersede(first);
      const model = scriptedModel([[], ['I wait.']]);
      await world.run(successor, { model, carriedSteps: await world.steps(first) });
      seen = model.requests[0]?.messages.at(-1);
      return { ok: true, content: 'Sent.' };
    });
    const model = scriptedModel([[{ call: 'send_letter' }], ['Sent.']]);
    const ran = await world.run(first, { model, tools: [letter.tool] });

    expect(ran.error).toBeInstanceOf(TurnLost);
    expect(model.requests).toHaveLength(1);

    expect(seen).toMatchObject({ role: 'tool', content: expect.stringContaining('Do not send it again'), failed: true });
    expect((await world.calls()).map(({ state }) => state)).toEqual(['succeeded']);
  });
});
