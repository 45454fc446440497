import { expect, onTestFinished, test } from 'vitest';
import { createRandom } from '#test/chaos/random.ts';
import { useTestApp } from '#test/test-app.ts';
import { judgeStored } from './judge-stored.ts';
import type { World } from './phase.ts';
import { query } from './settle.ts';
import { connectClients } from './storm-client.ts';
import { stormWithMessages } from './supersede.ts';
import { startUpstream } from './upstream.ts';
import { stormFromUpstream } from './upstream-faults.ts';

// At full size, with slow consumers and a full disk, and with a server process of its own: the proof `storm`.
const SEED = Number(process.env.FOYER_STORM_SEED ?? Math.floor(Math.random() * 1e9) + 1);
const PATIENCE = { timeout: 120_000 };

async function arrange(): Promise<World & { violations: string[] }> {
  const upstream = await startUpstream();
  onTestFinished(() => upstream.close());
  const { url, database } = await useTestApp({ env: { OPENAI_BASE_URL: upstream.url, FOYER_SECOND_OPINION: 'off', FOYER_DEMO: 'true' } });
  const violations: string[] = [];
  let lastNumber = 0;
  return {
    url,
    database: database.superuserConnectionString,
    upstream,
    random: createRandom(SEED),
    report: { say: () => {}, violations, violate: (what) => void violations.push(what) },
    nextNumber: (count) => {
      lastNumber += count;
      return lastNumber - count + 1;
    },
    violations,
  };
}

test(`messages faster than answers are all stored or refused, and answered together (seed ${SEED})`, PATIENCE, async () => {
  const world = await arrange();
  await stormWithMessages(world, { clients: 3, messagesEach: 12, atOnce: 90 });
  expect(world.violations).toEqual([]);
});

test(
  'an upstream that breaks off, floods or refuses is told to the visitor, and answers later or leaves it to the team',
  PATIENCE,
  async () => {
    const world = await arrange();
    await stormFromUpstream(world, { clientsEach: 1, behaviours: ['cut', 'flood-text', 'flood-line', 'flood-calls'] });
    expect(world.violations).toEqual([]);
  },
);

test('a lost message, an answer nobody was shown and a message that nobody answers are found by the judge', PATIENCE, async () => {
  const world = await arrange();
  const clients = await connectClients(world.url, 3, world.nextNumber(3));
  const statements = [
    `delete from messages where role = 'user' and external_id = $key`,
    `update messages set content = 'something else' where role = 'assistant' and content like '%[' || $key || ']%'`,
    `update turns set status = 'superseded' where to_seq = (select seq from messages m where m.conversation_id = turns.conversation_id and m.external_id = $key)`,
  ];
  for (const [index, client] of clients.entries()) {
    const key = client.send('answer');
    await client.visitor.answer(0);
    await query(world, (statements[index] ?? '').replace('$key', `'${key}'`));
  }
  await judgeStored(world, clients);
  expect(world.violations).toEqual([
    'client 1: c1-1 was acknowledged and is stored 0 times',
    'client 2: the message at 2 was not shown as it is stored',
    'client 3: the message at 1 is covered by 0 turns',
  ]);
});
