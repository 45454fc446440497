import pg from 'pg';
import { startTestRedis } from '#platform/realtime/redis-server.testing.ts';
import { type Balancer, startBalancer } from '#test/balancer.ts';
import { sentences } from '#test/chaos/asks.ts';
import { type ChattingClient, createChattingClient } from '#test/chaos/chatting-client.ts';
import { judgeInside, unsettled } from '#test/chaos/judge-inside.ts';
import { judgeOutside } from '#test/chaos/judge-outside.ts';
import { createRandom } from '#test/chaos/random.ts';
import { errorsIn } from '#test/chaos/run-chaos.ts';
import { until } from '#test/processes/process-tree.ts';
import type { Visitor } from '#test/visitor.ts';
import { TRANSPORTS, type TransportName } from '#test/visitor-socket.ts';
import { startPacedModel } from '../nodes/paced-model.ts';
import { prepareTwoServers, type TwoServers } from '../nodes/two-servers.ts';
import { type Harm, harmLinks } from './harm.ts';

export interface SocketsOptions {
  seed: number;
  clients: number;
  seconds: number;
  pieceMs: number;
  hasRedis: boolean;
  say(line: string): void;
}

export interface SocketsReport {
  problems: string[];
  inside: Record<string, number>;
  harm: Record<Harm, number>;
  byTransport: Map<TransportName, TransportCounts>;
  given: readonly number[];
  stuck: readonly number[];
  errorsLogged: Map<string, number>;
}

export interface TransportCounts {
  clients: number;
  connections: number;
  messages: number;
  acknowledged: number;
  sentAgain: number;
  durableFrames: number;
  tokens: number;
}

/** However often its sockets are killed, a message is answered within this. */
const PATIENCE_MS = 120_000;
const SETTLE_PATIENCE_MS = 60_000;
/** With some forty connections open, each is harmed every six seconds or so. */
const HARM_PAUSE_MS = [20, 300] as const;
const REPORT_EVERY_MS = 30_000;

interface Chatting extends ChattingClient {
  transport: TransportName;
}

/** Clients of every transport chat through a balancer in front of two servers, and their connections are harmed at random. */
export async function runSockets(options: SocketsOptions): Promise<SocketsReport> {
  const random = createRandom(options.seed);
  const model = await startPacedModel(random.fork('model'), options.pieceMs);
  const redis = options.hasRedis ? await startTestRedis() : undefined;
  const servers = await prepareTwoServers(model.url);
  const balancer = await startBalancer(servers.ports);
  let isSound = false;
  try {
    await servers.start({ redisUrl: redis?.url, publicUrl: balancer.url });
    if (redis) await servers.untilLinked();
    const clients = Array.from({ length: options.clients }, (_, number): Chatting => {
      const transport = TRANSPORTS[number % TRANSPORTS.length] ?? 'plain';
      const client = createChattingClient({
        number,
        urls: [balancer.url],
        projectId: 'demo',
        random: random.fork(`client ${number}`),
        transport,
        compose: (key, own) => `[${key}] ${sentences(own, own.whole(1, 4))}`,
        patienceMs: PATIENCE_MS,
        onAnswer: () => {},
      });
      return { ...client, transport };
    });
    const running = Promise.all(clients.map((client) => client.run()));
    const harming = harmLinks(balancer, random.fork('harm'), { pauseMs: HARM_PAUSE_MS });
    await passTime(options, () => clients.reduce((sum, { chats }) => sum + chats.flatMap(({ messages }) => messages).length, 0));
    const harm = harming.stop();
    for (const client of clients) client.stop();
    await running;
    const report = await judge(servers, balancer, clients, harm);
    isSound = report.problems.length === 0;
    return report;
  } finally {
    await balancer.close();
    await servers.stop();
    await redis?.dispose();
    await model.close();
    if (isSound) servers.remove();
    else options.say(`  The data and the log are kept: ${servers.logFile}`);
  }
}

async function passTime({ seconds, say }: SocketsOptions, countMessages: () => number): Promise<void> {
  const endsAtMs = Date.now() + seconds * 1_000;
  while (Date.now() < endsAtMs) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(REPORT_EVERY_MS, endsAtMs - Date.now())));
    say(`  ${Math.max(0, Math.round((endsAtMs - Date.now()) / 1_000))} s to go, ${countMessages()} messages so far`);
  }
}

async function judge(
  servers: TwoServers,
  balancer: Balancer,
  clients: readonly Chatting[],
  harm: Record<Harm, number>,
): Promise<SocketsReport> {
  const problems = [...servers.problems, ...clients.flatMap((client) => client.problems)];
  const client = new pg.Client(servers.database);
  await client.connect();
  let inside: Record<string, number>;
  try {
    await until('everything to settle', async () => (await unsettled(client, '')) === '', SETTLE_PATIENCE_MS).catch((error: Error) => {
      problems.push(error.message);
    });
    const judged = await judgeInside(client, '', []);
    problems.push(...judged.problems);
    inside = judged.counts;
  } finally {
    await client.end();
  }
  // By plain WebSocket, whatever the client itself speaks.
  const chats = clients.flatMap((chatting) => chatting.chats);
  problems.push(...(await judgeOutside(chats, balancer.url)), ...chats.flatMap(({ visitor }) => gapsOf(visitor)));
  const byTransport = new Map(TRANSPORTS.map((transport) => [transport, countOf(clients.filter((one) => one.transport === transport))]));
  return { problems, inside, harm, byTransport, given: balancer.given, stuck: balancer.stuck, errorsLogged: errorsIn(servers.logFile) };
}

/** What a client was never shown, although it was shown what came later. Its own messages it knows by their acknowledgements. */
export function gapsOf({ durable, acknowledged, session }: Visitor): string[] {
  const known = new Set([...durable.keys(), ...[...acknowledged.values()].map(({ seq }) => seq)]);
  const missing = Array.from({ length: Math.max(0, ...known) }, (_, index) => index + 1).filter((seq) => !known.has(seq));
  return missing.map((seq) => `seq ${seq} of session ${session.sessionId} was never shown`);
}

function countOf(clients: readonly Chatting[]): TransportCounts {
  const chats = clients.flatMap((client) => client.chats);
  const messages = chats.flatMap((chat) => chat.messages);
  const sum = (of: (chat: (typeof chats)[number]) => number) => chats.reduce((total, chat) => total + of(chat), 0);
  return {
    clients: clients.length,
    connections: sum(({ visitor }) => visitor.connections),
    messages: messages.length,
    acknowledged: messages.filter(({ seq }) => seq !== undefined).length,
    sentAgain: messages.reduce((total, { timesSent }) => total + timesSent - 1, 0),
    durableFrames: sum(({ visitor }) => visitor.durable.size),
    tokens: sum(({ visitor }) => visitor.tokens),
  };
}
