import { z } from 'zod';
import { createHttpTool } from '#agents/http-tools/http-tool.ts';
import { Crash, crashAt } from '#agents/run-turn/journal-faults.testing.ts';
import { createTurnWorld, modelThat } from '#agents/run-turn/turn-world.testing.ts';
import { contacts } from '#contacts/contacts.tables.ts';
import type { DatabaseTool } from '#messaging/tool.ts';
import { createGuardedClient } from '#platform/outbound/guarded-client.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import type { Random } from '#test/chaos/random.ts';
import type { TestCluster } from '#test/database.global-setup.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { askForEffects, TOOL_NAMES } from './forgetful-model.ts';
import { countBy, judgeEffects } from './judge-effects.ts';
import { type RemotePeer, startRemotePeer } from './remote-peer.ts';
import { countWrites, type Effect, labelIn, makeRounds, type Rounds, randomMode, SHAPES } from './script.ts';

export interface JournalRun {
  runs: number;
  hits: Map<string, number>;
  states: Map<string, number>;
  requests: number;
  effects: number;
  problems: string[];
}

interface Point {
  write: number;
  when: 'before' | 'after';
}

/** Every point at which the journal is written, each followed by a second, random one: the turn alone, without the product around it. */
export async function runInJournal({ cluster, random }: { cluster: TestCluster; random: Random }): Promise<JournalRun> {
  const database = await createTestDatabase({ cluster });
  const modes = new Map<string, Effect['mode']>();
  const peer = await startRemotePeer((label) => modes.get(label) ?? 'answer');
  const run: JournalRun = { runs: 0, hits: new Map(), states: new Map(), requests: 0, effects: 0, problems: [] };
  const hits: string[] = [];
  const states: string[] = [];
  try {
    for (const shape of SHAPES) {
      // All but the last write, which is that of the answer, belong to the journal.
      const writes = countWrites(makeRounds('k0', shape, () => 'answer')) - 1;
      for (let write = 0; write < writes; write += 1) {
        for (const when of ['before', 'after'] as const) {
          const rounds = makeRounds(`k${run.runs}`, shape, () => randomMode(random));
          for (const { label, mode } of rounds.flat()) modes.set(label, mode);
          const second: Point = { write: random.whole(0, writes), when: random.pick(['before', 'after'] as const) };
          const seen = await crashTwice({ database, peer, rounds, random, points: [{ write, when }, second] });
          run.runs += 1;
          hits.push(...seen.hits);
          states.push(...seen.states);
          run.problems.push(
            ...seen.problems.map((problem) => `at the journal, ${when} ${write} then ${second.when} ${second.write}: ${problem}`),
          );
        }
      }
    }
    return {
      ...run,
      hits: countBy(hits.toSorted()),
      states: countBy(states.toSorted()),
      requests: peer.requests.length,
      effects: peer.effects.length,
    };
  } finally {
    await database.close();
    await peer.close();
  }
}

interface Twice {
  database: TestDatabase;
  peer: RemotePeer;
  rounds: Rounds;
  random: Random;
  points: readonly Point[];
}

async function crashTwice({ database, peer, rounds, random, points }: Twice) {
  const world = await createTurnWorld(database);
  const model = modelThat((request) => askForEffects(rounds, request, random));
  const tools = [ticketTool, remoteTool(TOOL_NAMES.remote, peer.url, 30_000), remoteTool(TOOL_NAMES.silent, peer.url, 300)];
  const keyOf = ({ turnId, step, ordinal }: { turnId: string; step: number; ordinal: number }) => `${turnId}-${step}-${ordinal}`;
  const problems: string[] = [];
  const hits: string[] = [];
  const inDoubt = new Set<string>();

  let claim = await world.newTurn();
  let ended: unknown = new Crash();
  for (const point of [...points, undefined]) {
    const { error, answer, streamed } = await world.run(claim, { model, tools, journal: crashAt(point) });
    ended = error;
    if (!error) {
      if (answer?.text !== streamed) problems.push('its tokens are not its text');
      break;
    }
    if (!(error instanceof Crash)) break;
    hits.push(`crash ${point?.when}`);
    for (const call of await world.calls()) if (call.state === 'started') inDoubt.add(keyOf(call));
    claim = await world.claimAgain(claim);
  }
  if (ended) problems.push(`it ended with ${ended}`);

  const calls = (await world.calls()).map((call) => ({
    key: keyOf(call),
    args: call.argumentsText,
    state: call.state,
    result: call.result,
  }));
  problems.push(...judgeEffects({ effects: rounds.flat(), calls, done: await world.contactNames(), peer, inDoubt, mayBeCancelled: false }));
  const told = world.events.filter(({ type }) => type === 'tool-call.outcome-unknown').length;
  const unknown = calls.filter(({ state }) => state === 'outcome_unknown').length;
  if (told !== unknown) problems.push(`${told} events tell of ${unknown} unknown outcomes`);
  return { problems, hits, states: calls.map(({ state }) => state) };
}

/** Its effect can be counted: one contact of the name that its subject carries. */
const ticketTool: DatabaseTool<{ subject: string; description: string }> = {
  kind: 'database',
  name: TOOL_NAMES.ours,
  description: 'Opens a ticket.',
  parameters: z.strictObject({ subject: z.string(), description: z.string() }),
  run: async (tx, { subject }) => {
    await tx.insert(contacts).values({ name: labelIn(subject), tenantId: tx.scope.tenantId });
    return { ok: true, content: 'Opened.' };
  },
};

const client = createGuardedClient({ allow: ['127.0.0.1'], logger: silentLogger });

const remoteTool = (name: string, url: string, timeoutMs: number) =>
  createHttpTool(
    { name, description: 'Sends something.', parameters: { type: 'object' }, url: `${url}/`, method: 'POST', headers: {}, timeoutMs },
    client,
  );
