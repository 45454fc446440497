import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TurnLost } from '#messaging/turn-event.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { beforeWrite, Crash, type CrashPoint, crashAt } from './journal-faults.testing.ts';
import { addContact, createTurnWorld, type Ran, type Round, remoteTool, scriptedModel, type TurnWorld } from './turn-world.testing.ts';

let database: TestDatabase;
let world: TurnWorld;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  world = await createTurnWorld(database);
});

/** Two rounds with tools of both kinds, then the answer. */
const SCRIPT: readonly Round[] = [
  ['First (@).', { call: 'add_contact', args: { name: 'Ana' } }, { call: 'add_contact', args: { name: 'Luis' } }],
  ['Then (@).', { call: 'send_letter' }, { call: 'add_contact', args: { name: 'Eva' } }],
  ['Done (@).'],
];
/** The journal's writes for it, in order. */
const WRITES = ['recordStep', 'runDatabaseTool', 'runDatabaseTool', 'recordStep', 'startRemoteCall', 'finishCall', 'runDatabaseTool'];
const START_REMOTE = WRITES.indexOf('startRemoteCall');
const FINISH_REMOTE = WRITES.indexOf('finishCall');

const POINTS: CrashPoint[] = WRITES.flatMap((_name, write) => [
  { write, when: 'before' as const },
  { write, when: 'after' as const },
]);
/** Between two writes nothing happens that could be lost, but for the remote call and the model's first words. */
const DISTINCT = POINTS.filter(({ write, when }) => when === 'after' || write === 0 || write === FINISH_REMOTE);
const named = (points: CrashPoint[]) =>
  points.map((point): [string, CrashPoint] => [`${point.when} write ${point.write} (${WRITES[point.write]})`, point]);

/** The remote call had gone out, or may have, when the process died. */
const wasInFlight = ({ write, when }: CrashPoint) =>
  (write === START_REMOTE && when === 'after') || (write === FINISH_REMOTE && when === 'before');

function expectWholeAnswer(ran: Ran) {
  expect(ran.error).toBeUndefined();
  expect(ran.streamed).toBe(ran.answer?.text);
  expect(ran.streamed).toMatch(/^First \(\w\)\.\n\nThen \(\w\)\.\n\nDone \(\w\)\.$/);
}

describe('a turn whose process dies', () => {
  test('has exactly these writes', async () => {
    const seen: string[] = [];
    const journal = (real: Parameters<ReturnType<typeof beforeWrite>>[0]) =>
      WRITES.reduce((inner, _name, number) => beforeWrite(number, async (write) => void seen.push(write))(inner), real);
    await world.run(await world.newTurn(), { model: scriptedModel(SCRIPT), tools: [addContact, remoteTool().tool], journal });
    expect(seen).toEqual(WRITES);
  });

  test.each(named(POINTS))('%s: the next process does the rest, and nothing twice', async (_name, point) => {
    const { tool, keys } = remoteTool();
    const tools = [addContact, tool];
    const first = await world.newTurn();
    const died = await world.run(first, { model: scriptedModel(SCRIPT, 'a'), tools, journal: crashAt(point) });
    expect(died.error).toBeInstanceOf(Crash);

    const model = scriptedModel(SCRIPT, 'b');
    const ran = await world.run(await world.claimAgain(first), { model, tools });
    expectWholeAnswer(ran);
    expect(await world.contactNames()).toEqual(['Ana', 'Eva', 'Luis']);
    expect(keys.length).toBeLessThanOrEqual(1);
    expect(keys.every((key) => key === `${first.turnId}-1-0`)).toBe(true);

    const expected = wasInFlight(point) ? 'outcome_unknown' : 'succeeded';
    expect((await world.calls()).map(({ name, state }) => [name, state])).toEqual([
      ['add_contact', 'succeeded'],
      ['add_contact', 'succeeded'],
      ['send_letter', expected],
      ['add_contact', 'succeeded'],
    ]);
    expect(keys).toHaveLength(point.write === START_REMOTE && point.when === 'after' ? 0 : 1);
    expect(world.events.filter(({ type }) => type === 'tool-call.outcome-unknown')).toHaveLength(wasInFlight(point) ? 1 : 0);

    // What was recorded is not asked again: the last request holds the first attempt's words where there is a record of them.
    const recordedByFirst = [0, 3].filter((write) => write < point.write || (write === point.write && point.when === 'after'));
    expect(model.requests).toHaveLength(3 - recordedByFirst.length);
    expect(ran.streamed).toContain(recordedByFirst.includes(0) ? 'First (a)' : 'First (b)');
    expect(ran.streamed).toContain(recordedByFirst.includes(3) ? 'Then (a)' : 'Then (b)');
  });

  test.each(named(DISTINCT))(
    '%s, and then once more anywhere: still each effect once, and each remote call at most once',
    async (_name, point) => {
      for (const again of DISTINCT) {
        world = await createTurnWorld(database);
        const { tool, keys } = remoteTool();
        const tools = [addContact, tool];
        const first = await world.newTurn();
        await world.run(first, { model: scriptedModel(SCRIPT, 'a'), tools, journal: crashAt(point) });
        const second = await world.claimAgain(first);
        await world.run(second, { model: scriptedModel(SCRIPT, 'b'), tools, journal: crashAt(again) });
        const ran = await world.run(await world.claimAgain(second), { model: scriptedModel(SCRIPT, 'c'), tools });

        const where = JSON.stringify(again);
        expectWholeAnswer(ran);
        expect(await world.contactNames(), where).toEqual(['Ana', 'Eva', 'Luis']);
        expect(keys.length, where).toBeLessThanOrEqual(1);
        const [letter] = (await world.calls()).filter(({ name }) => name === 'send_letter');
        expect(letter?.state, where).toMatch(keys.length === 0 ? /^outcome_unknown$/ : /^(succeeded|outcome_unknown)$/);
      }
    },
  );

  test.each(WRITES.map((name, write) => [write, name] as const))(
    'slowly: whoever comes back at write %i (%s) after somebody else took the turn writes nothing',
    async (write) => {
      const { tool, keys } = remoteTool();
      const first = await world.newTurn();
      let after: unknown;
      const late = await world.run(first, {
        model: scriptedModel(SCRIPT, 'a'),
        tools: [addContact, tool],
        journal: beforeWrite(write, async () => {
          await world.claimAgain(first);
          after = await world.everything();
        }),
      });

      expect(late.error).toBeInstanceOf(TurnLost);
      expect(await world.everything()).toEqual(after);
      expect(keys).toHaveLength(write > START_REMOTE ? 1 : 0);
    },
  );

  test('no write of a stale claim goes through, whatever state the call is in', async () => {
    const first = await world.newTurn();
    await world.run(first, {
      model: scriptedModel(SCRIPT, 'a'),
      tools: [addContact, remoteTool().tool],
      journal: crashAt({ write: 4, when: 'after' }),
    });
    const [step] = await world.steps(first);
    await world.claimAgain(first);
    const before = await world.everything();

    const stale = world.journalOf(first);
    const key = (ordinal: number) => ({ turnId: first.turnId, step: 1, ordinal });
    const context = {
      tenantId: world.scope.tenantId,
      conversationId: world.conversationId,
      contactId: '',
      turnId: '',
      agentId: '',
      language: 'en',
    };
    const done = { ok: true as const, content: 'Done.' };
    await expect(stale.recordStep({ ...step, turnId: first.turnId, step: 7, calls: [] } as never, [])).rejects.toBeInstanceOf(TurnLost);
    await expect(stale.startRemoteCall(key(1))).rejects.toBeInstanceOf(TurnLost);
    await expect(stale.runDatabaseTool(key(1), addContact, { name: 'Late' }, context)).rejects.toBeInstanceOf(TurnLost);
    for (const ordinal of [0, 1]) await expect(stale.finishCall(key(ordinal), 'succeeded', done)).rejects.toBeInstanceOf(TurnLost);
    expect(await world.everything()).toEqual(before);
  });
});
