import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestRedis } from '#platform/realtime/redis-server.testing.ts';
import { type Balancer, startBalancer } from '../balancer.ts';
import { words } from '../chaos/asks.ts';
import { createChattingClient } from '../chaos/chatting-client.ts';
import { judgeOutside } from '../chaos/judge-outside.ts';
import { createRandom } from '../chaos/random.ts';
import { startPacedModel } from '../proofs/nodes/paced-model.ts';
import { harmLinks } from '../proofs/sockets/harm.ts';
import { gapsOf } from '../proofs/sockets/run-sockets.ts';
import { startTestApp, type TestApp } from '../test-app.ts';
import { createTestDatabase } from '../test-database.ts';
import { Visitor } from '../visitor.ts';
import { TRANSPORTS } from '../visitor-socket.ts';

const SEED = Number(process.env.SOCKETS_SEED ?? Math.floor(Math.random() * 1e6));
const MESSAGES_EACH = 3;
/** There are few connections, and each needs a moment to come back, on a busy machine most of all. */
const MOST_HARM = 12;

/** Two servers on one database behind a balancer: with Redis between them where the machine has it. */
async function twoNodes(): Promise<{ nodes: TestApp[]; balancer: Balancer; close: () => Promise<void> }> {
  const model = await startPacedModel(createRandom(SEED), 4);
  const sharedDatabase = await createTestDatabase();
  const redis = existsSync('/usr/bin/redis-server') ? await startTestRedis() : undefined;
  const env = { OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'paced', FOYER_SECOND_OPINION: 'off', REDIS_URL: redis?.url ?? '' };
  const nodes = [await startTestApp({ sharedDatabase, env }), await startTestApp({ sharedDatabase, env })];
  const balancer = await startBalancer(nodes.map(({ url }) => Number(new URL(url).port)));
  const close = async () => {
    await balancer.close();
    for (const node of nodes) await node.close();
    await redis?.dispose();
    await sharedDatabase.close();
    await model.close();
  };
  return { nodes, balancer, close };
}

let world: Awaited<ReturnType<typeof twoNodes>>;
beforeAll(async () => {
  world = await twoNodes();
});
afterAll(() => world.close());

test('behind a balancer every transport works: plain sockets in turn, long polling on the node of its session', async () => {
  const { nodes, balancer } = world;
  const at = (visitor: Visitor, transport: Visitor['transport']) => {
    const address = new URL(visitor.session.chat.wsUrl);
    address.host = new URL(balancer.url).host;
    return new Visitor({ ...visitor.session, chat: { wsUrl: address.href } }, transport);
  };
  const visitor = await nodes[0]?.visitor();
  if (!visitor) throw new Error('There is no node.');
  const tabs = TRANSPORTS.map((transport) => at(visitor, transport));
  tabs.push(at(visitor, 'plain'));
  for (const tab of tabs) await tab.connect();
  for (const [index, tab] of tabs.entries()) {
    const { seq } = await tab.say(`[c0-${index}] Hello`, `m${index}`);
    const answers = await Promise.all(tabs.map((other) => other.answer(seq)));
    expect(new Set(answers.map(({ content }) => content)).size).toBe(1);
  }
  for (const tab of tabs) {
    expect([tab.problems, gapsOf(tab), tab.lastSeq]).toEqual([[], [], tabs.length * 2]);
    tab.cut();
  }
  expect(Math.min(...balancer.given)).toBeGreaterThan(0);
  // Every request of both tabs that poll went to one node.
  expect(balancer.stuck.filter((count) => count > 0)).toHaveLength(1);
});

test(`connections that are cut and left half-open at random lose nothing, show nothing twice (seed ${SEED})`, {
  timeout: 120_000,
}, async () => {
  const { balancer } = world;
  const random = createRandom(SEED);
  const clients = TRANSPORTS.map((transport, number) =>
    createChattingClient({
      number,
      urls: [balancer.url],
      projectId: 'demo',
      random: random.fork(transport),
      transport,
      compose: (key, own) => `[${key}] ${words(own, 4)}`,
      patienceMs: 60_000,
      silenceMs: 1_000,
      onAnswer: () => {
        const chats = client(number).chats;
        if (chats.flatMap(({ messages }) => messages).length >= MESSAGES_EACH) client(number).stop();
      },
    }),
  );
  const client = (number: number) => {
    const found = clients[number];
    if (!found) throw new Error('There is no such client.');
    return found;
  };
  const harming = harmLinks(balancer, random.fork('harm'), { pauseMs: [100, 700], most: MOST_HARM });
  await Promise.all(clients.map((one) => one.run())).finally(() => harming.stop());

  const chats = clients.flatMap((one) => one.chats);
  const problems = [
    ...clients.flatMap((one) => one.problems),
    ...(await judgeOutside(chats, balancer.url)),
    ...chats.flatMap(({ visitor }) => gapsOf(visitor)),
  ];
  expect(problems).toEqual([]);
  expect(chats.flatMap(({ messages }) => messages).every(({ seq }) => seq !== undefined)).toBe(true);
  expect(Object.values(harming.stop()).reduce((sum, count) => sum + count)).toBeGreaterThan(0);
});
