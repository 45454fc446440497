import type { StartedSession } from '@foyer/contracts/widget.ts';
import pg from 'pg';
import { startTestRedis, type TestRedis } from '#platform/realtime/redis-server.testing.ts';
import { type Balancer, startBalancer } from '#test/balancer.ts';
import { judgeInside, unsettled } from '#test/chaos/judge-inside.ts';
import { judgeOutside } from '#test/chaos/judge-outside.ts';
import { createRandom } from '#test/chaos/random.ts';
import { errorsIn } from '#test/chaos/run-chaos.ts';
import { until } from '#test/processes/process-tree.ts';
import { type Chatter, createChatter } from './chatter.ts';
import { countPhase, type PhaseCounts } from './count.ts';
import { judgeScreens, locateProcesses, type Outage, type PhaseEvidence } from './judge-screens.ts';
import { type PacedModel, startPacedModel } from './paced-model.ts';
import { readAttempts } from './stored.ts';
import { prepareTwoServers, type TwoServers } from './two-servers.ts';

export interface NodesOptions {
  seed: number;
  streams: number;
  pieceMs: number;
  say(line: string): void;
}

export type PhaseName = 'with Redis' | 'Redis killed' | 'without Redis';

export interface NodesReport {
  phases: Map<PhaseName, PhaseCounts>;
  problems: string[];
  inside: Record<string, number>;
  outages: Outage[];
  mostAtOnce: number;
  refusals: number;
  abandoned: number;
  errorsLogged: Map<string, number>;
}

type Phase = Pick<PhaseEvidence, 'fromMs' | 'untilMs' | 'hasRedis' | 'outages'> & { name: PhaseName; resets: number };

const SETTLE_PATIENCE_MS = 30_000;
/** Clients connect and write within a few of these. */
const GATHER_MS = 5_000;

interface World {
  options: NodesOptions;
  servers: TwoServers;
  balancer: Balancer;
  model: PacedModel;
  redis: TestRedis;
  chatters: Chatter[];
  problems: string[];
}

/** Lets visitors chat through a balancer in front of two servers, with Redis, through its deaths, and without it. */
export async function runNodes(options: NodesOptions): Promise<NodesReport> {
  const random = createRandom(options.seed);
  const model = await startPacedModel(random.fork('model'), options.pieceMs);
  const redis = await startTestRedis();
  const servers = await prepareTwoServers(model.url);
  const balancer = await startBalancer(servers.ports);
  const world: World = { options, servers, balancer, model, redis, chatters: [], problems: [] };
  let failed = true;
  try {
    await servers.start({ redisUrl: redis.url, publicUrl: balancer.url });
    await servers.untilLinked();
    const sessions = await Promise.all(Array.from({ length: options.streams }, () => startSession(balancer.url)));
    world.chatters = sessions.map((session, number) =>
      createChatter({ number, session, balancer, random: random.fork(`chatter ${number}`), pieceMs: options.pieceMs }),
    );
    const phases = [await chatWithRedis(world), await chatThroughDeaths(world), await chatWithoutRedis(world)];
    const report = await judge(world, phases);
    failed = report.problems.length > 0;
    return report;
  } finally {
    for (const chatter of world.chatters) chatter.leave();
    await balancer.close();
    await servers.stop();
    await redis.dispose();
    await model.close();
    if (failed) options.say(`  The data and the log are kept: ${servers.logFile}`);
    else servers.remove();
  }
}

async function chatWithRedis(world: World): Promise<Phase> {
  return chat(world, 'with Redis', true, async () => []);
}

/** Redis dies when everybody is in the middle of an answer, comes back, and dies again, so that the short answers end without it. */
async function chatThroughDeaths(world: World): Promise<Phase> {
  const { model, redis, servers, options } = world;
  return chat(world, 'Redis killed', true, async (answersBefore) => {
    const outages: Outage[] = [];
    const wordsWritten = () => model.answers.slice(answersBefore).reduce((sum, { writtenAtMs }) => sum + writtenAtMs.length, 0);
    for (const [death, back] of [
      [8, 12],
      [20, 30],
    ] as const) {
      await until('enough words', () => wordsWritten() >= death * options.streams);
      const fromMs = Date.now();
      await redis.stop();
      await until('words without Redis', () => wordsWritten() >= back * options.streams);
      await redis.start();
      await servers.untilLinked();
      outages.push({ fromMs, untilMs: Date.now() });
      options.say(`  Redis was away for ${((Date.now() - fromMs) / 1000).toFixed(1)} s`);
    }
    return outages;
  });
}

async function chatWithoutRedis(world: World): Promise<Phase> {
  const { servers, redis, balancer } = world;
  await servers.end();
  await redis.stop();
  await servers.start({ redisUrl: undefined, publicUrl: balancer.url });
  return chat(world, 'without Redis', false, async () => []);
}

async function chat(
  world: World,
  name: PhaseName,
  hasRedis: boolean,
  meanwhile: (answersBefore: number) => Promise<Outage[]>,
): Promise<Phase> {
  const { chatters, model, problems, options } = world;
  const resetsSoFar = () => chatters.flatMap(({ screens }) => screens).reduce((sum, { resets }) => sum + resets.length, 0);
  const resetsBefore = resetsSoFar();
  const answersBefore = model.answers.length;
  await Promise.all(chatters.map((chatter) => chatter.connect()));
  const fromMs = Date.now();
  const [outages] = await Promise.all([meanwhile(answersBefore), ...chatters.map((chatter) => chatter.chat())]);
  const drafts = () => chatters.reduce((sum, chatter) => sum + chatter.drafts(), 0);
  await until('half-written answers to go', () => drafts() === 0, GATHER_MS).catch(() => {
    problems.push(`${name}: ${drafts()} half-written answers stay on screens although they were never finished`);
  });
  const untilMs = Date.now();
  options.say(`  ${name}: ${((untilMs - fromMs) / 1000).toFixed(1)} s, ${model.answers.length - answersBefore} answers asked of the model`);
  return { name, fromMs, untilMs, hasRedis, outages: outages ?? [], resets: resetsSoFar() - resetsBefore };
}

async function judge(world: World, phases: Phase[]): Promise<NodesReport> {
  const { servers, chatters, model, balancer } = world;
  const problems = [...world.problems, ...servers.problems, ...chatters.flatMap((chatter) => chatter.problems)];
  const client = new pg.Client(servers.database);
  await client.connect();
  let counts: Record<string, number>;
  try {
    await until('everything to settle', async () => (await unsettled(client, '')) === '', SETTLE_PATIENCE_MS).catch((error: Error) => {
      problems.push(error.message);
    });
    const inside = await judgeInside(client, '', []);
    problems.push(...inside.problems);
    counts = inside.counts;
  } finally {
    await client.end();
  }
  problems.push(
    ...(await judgeOutside(
      chatters.flatMap(({ screens, messages }) => screens.map(({ visitor }) => ({ visitor, messages }))),
      balancer.url,
    )),
  );

  const attempts = await readAttempts(servers.database);
  const located = locateProcesses(chatters, attempts);
  problems.push(...located.problems);
  const common = {
    chatters,
    attempts: new Map(attempts.map((attempt) => [attempt.messageId, attempt])),
    nodes: located.nodes,
    modelAnswers: model.answers,
  };
  const gaps = problems.filter((problem) => problem.includes('leave a gap')).length;
  const counted = phases.map((phase) => {
    const evidence = { ...common, ...phase };
    const { judged, problems: found } = judgeScreens(evidence);
    problems.push(...found.map((problem) => `${phase.name}: ${problem}`));
    return [phase.name, { ...countPhase(evidence, judged, gaps), resets: phase.resets }] as const;
  });
  return {
    phases: new Map(counted),
    problems,
    inside: counts,
    outages: phases.flatMap(({ outages }) => [...outages]),
    mostAtOnce: model.mostAtOnce(),
    refusals: chatters.flatMap(({ screens }) => screens.flatMap(({ refusals }) => refusals)).length,
    abandoned: model.abandoned(),
    errorsLogged: errorsIn(servers.logFile),
  };
}

async function startSession(url: string): Promise<StartedSession> {
  const response = await fetch(`${url}/api/v1/widget/session/init`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ projectId: 'demo', widgetInstanceId: 'nodes' }),
  });
  if (response.status !== 201) throw new Error(`No session: ${response.status} ${await response.text()}`);
  return (await response.json()) as StartedSession;
}
