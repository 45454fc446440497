import type { Random } from '#test/chaos/random.ts';
import { until } from '#test/processes/process-tree.ts';
import type { TestDatabase } from '#test/test-database.ts';
import { countBy } from './judge-effects.ts';
import { judgeLive } from './judge-live.ts';
import { type Case, type Evidence, liveCase } from './live-case.ts';
import { type Product, startProduct } from './product.ts';
import { type RemotePeer, startRemotePeer } from './remote-peer.ts';
import { caseOf, countWrites } from './script.ts';

export interface LiveRun {
  cases: number;
  /** Cases that time did not allow. */
  left: number;
  seconds: number;
  /** By act, moment and write. */
  hits: Map<string, number>;
  /** By state, as staff see them. */
  states: Map<string, number>;
  requests: number;
  effects: number;
  problems: string[];
}

export interface LiveOptions {
  database: TestDatabase;
  cases: readonly Case[];
  random: Random;
  /** Conversations at a time, each at a tenant of its own. */
  desks: number;
  longestMs: number;
  /** Where the judge itself is tried: does what it is there to find. */
  beforeJudging?: (evidence: readonly Evidence[], peer: RemotePeer) => Promise<void>;
}

/** Runs the cases through the whole product on two nodes, waits until nothing goes on any more, and judges. */
export async function runLive({ database, cases, random, desks, longestMs, beforeJudging }: LiveOptions): Promise<LiveRun> {
  const byId = new Map(cases.map((plan) => [plan.id, plan]));
  const roundsOf = (id: string) => byId.get(id)?.rounds ?? [];
  const modeOf = (label: string) =>
    roundsOf(caseOf(label))
      .flat()
      .find((effect) => effect.label === label)?.mode ?? 'answer';
  const peer = await startRemotePeer(modeOf);
  const product = await startProduct(database, roundsOf, random.fork('model'));
  const [node] = product.nodes;
  try {
    const startedMs = performance.now();
    const untilMs = startedMs + longestMs;
    const waiting = [...cases];
    const evidence: Evidence[] = [];
    const problems: string[] = [];
    const work = async (number: number) => {
      const desk = await product.openDesk(`desk-${number}`, `${peer.url}/`);
      const ofDesk = random.fork(`desk ${number}`);
      for (let plan = waiting.shift(); plan && performance.now() < untilMs; plan = waiting.shift()) {
        const from = desk.writes.length;
        const seen = await liveCase(product, desk, plan, ofDesk);
        evidence.push(seen);
        if (plan.isMetForSure && seen.hits.length < plan.stages.length) problems.push(`${plan.id} did not come by its fault`);
        const writes = desk.writes.length - from;
        if (plan.stages.length === 0 && writes !== countWrites(plan.rounds)) problems.push(`${plan.id} took ${writes} writes`);
      }
      problems.push(...desk.problems);
    };
    await Promise.all(Array.from({ length: desks }, (_, number) => work(number)));
    await settleAll(product, database);
    await beforeJudging?.(evidence, peer);
    for (const seen of evidence) problems.push(...(await judgeLive(node, database, peer, seen)));
    return {
      cases: evidence.length,
      left: cases.length - evidence.length,
      seconds: (performance.now() - startedMs) / 1000,
      hits: countBy(evidence.flatMap(({ hits }) => hits.map(({ act, when, write }) => `${act} ${when} ${write}`))),
      states: countBy((await database.asSuperuser<{ state: string }>('select state from tool_calls')).map(({ state }) => state)),
      requests: peer.requests.length,
      effects: peer.effects.length,
      problems,
    };
  } finally {
    await product.close();
    await peer.close();
  }
}

/** No turn runs, no process stands still, no call is left behind. */
async function settleAll({ nodes }: Product, database: TestDatabase): Promise<void> {
  for (const { app } of nodes) await app.services.turns.idle();
  await until('calls left behind to be settled', async () => {
    await database.asSuperuser(
      `update graphile_worker._private_jobs set run_at = now() where run_at > now() and locked_at is null and attempts = 0`,
    );
    const [row] = await database.asSuperuser<{ jobs: number }>('select count(*)::int as jobs from graphile_worker._private_jobs');
    return row?.jobs === 0;
  });
}
