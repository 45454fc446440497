import { fileURLToPath } from 'node:url';
import { systemClock } from '#platform/clock.ts';
import type { Random } from '#test/chaos/random.ts';
import { type Child, startChild } from '../shared/child.ts';
import type { ProofDatabase } from '../shared/cluster.ts';
import type { Report } from '../shared/report.ts';
import { fillPost, type Post, startTorment } from '../shared/torment.ts';
import type { EventProcessArgument, EventProcessMessage, EventWorld } from './event-world.ts';
import { followLog } from './follow-log.ts';
import { judgeAcknowledged, judgeEvents } from './judge-events.ts';

const SCRIPT = fileURLToPath(new URL('event-process.ts', import.meta.url));

export interface EventRunOptions extends ProofDatabase {
  world: EventWorld;
  random: Random;
  report: Report;
  /** How many more events are to be committed. */
  events: number;
  processes: Record<EventProcessArgument['role'], number>;
  calmMs: readonly [low: number, high: number];
  pauseMs: readonly [low: number, high: number];
  /** Of the writers, and as many of the others; any number when left out. */
  strikesAtMost?: number;
  /** All of it has to be done by then. */
  longestMs: number;
  /** Called once, in the midst of everything, when this share of the events is committed. */
  midway?: { share: number; run(): Promise<void> };
}

export interface EventRun {
  /** Committed in this run. */
  events: number;
  transactions: number;
  rolledBack: number;
  torments: ReadonlyMap<string, number>;
  troubles: ReadonlyMap<string, number>;
  longestLag: number;
  writingMs: number;
  totalMs: number;
}

/** Writers, numberers and nodes at work while they are killed and paused, until all is written and handled; then the verdict. */
export async function runEvents(options: EventRunOptions): Promise<EventRun> {
  const { database, superuser, world, random, report, midway } = options;
  const committed = new Map<string, number>();
  const rolledBack = new Set<string>();
  const troubles = new Map<string, number>();
  const hear = (message: unknown): void => {
    const heard = message as EventProcessMessage;
    if (heard.kind === 'committed') committed.set(heard.transaction, heard.events);
    else if (heard.kind === 'rolled-back') rolledBack.add(heard.transaction);
    else troubles.set(heard.what, (troubles.get(heard.what) ?? 0) + 1);
  };
  let started = 0;
  const start = (role: EventProcessArgument['role']) => (): Promise<Child> => {
    started += 1;
    const name = `${role} ${started}`;
    const argument: EventProcessArgument = {
      role,
      name,
      connection: options.connection,
      tenantIds: world.tenantIds,
      seed: random.fork(name).whole(1, 2 ** 31),
    };
    return startChild(SCRIPT, argument, hear);
  };
  const staff = async (role: EventProcessArgument['role']): Promise<Post[]> =>
    Promise.all(Array.from({ length: options.processes[role] }, () => fillPost(role, start(role))));

  const before = await progress(superuser);
  const startedMs = performance.now();
  const late = () => performance.now() - startedMs > options.longestMs;
  const followers = world.tenantIds.map((tenantId) => followLog(database, tenantId, random.fork(tenantId)));
  const others = [...(await staff('numberer')), ...(await staff('node'))];
  const writers = await staff('writer');
  const { calmMs, pauseMs, strikesAtMost } = options;
  // A paused writer keeps the others from its conversations, so writers are struck less often.
  const rarely = [calmMs[0] * 3, calmMs[1] * 3] as const;
  const ofWriters = startTorment({
    posts: writers,
    random: random.fork('writers'),
    calmMs: rarely,
    pauseMs,
    pauseProbability: 0.2,
    strikesAtMost,
  });
  const ofOthers = startTorment({ posts: others, random: random.fork('others'), calmMs, pauseMs, pauseProbability: 0.35, strikesAtMost });

  let longestLag = 0;
  let toldMs = startedMs;
  const look = async () => {
    await systemClock.sleep(250);
    const now = await progress(superuser);
    longestLag = Math.max(longestLag, now.committed - now.handled);
    if (performance.now() - toldMs > 30_000) {
      toldMs = performance.now();
      report.say(`  … ${now.committed} committed, ${now.handled} handled`);
    }
    return now;
  };
  let done = 0;
  let midwayDone = midway === undefined;
  while (done < options.events && !late()) {
    done = (await look()).committed - before.committed;
    if (midway && !midwayDone && done >= options.events * midway.share) {
      midwayDone = true;
      await midway.run();
    }
  }
  await ofWriters.stop();
  await Promise.all(
    writers.map(({ child }) => {
      child?.send('stop');
      return child?.exited;
    }),
  );
  const writingMs = performance.now() - startedMs;
  // The rest is handled while nodes go on dying.
  while (!(await atRest(superuser)) && !late()) await look();
  await ofOthers.stop();
  while (!(await atRest(superuser)) && !late()) await look();
  await Promise.all(others.map(({ child }) => child?.kill()));

  if (late()) report.violate(`not done after ${Math.round(options.longestMs / 1000)} s`);
  for (const wrong of await judgeEvents(superuser)) report.violate(wrong);
  for (const wrong of await judgeAcknowledged(superuser, { committed, rolledBack })) report.violate(wrong);
  for (const follower of followers) for (const wrong of await follower.finish(superuser)) report.violate(wrong);
  return {
    events: (await progress(superuser)).committed - before.committed,
    transactions: committed.size,
    rolledBack: rolledBack.size,
    torments: new Map([...ofWriters.counts, ...ofOthers.counts]),
    troubles,
    longestLag,
    writingMs,
    totalMs: performance.now() - startedMs,
  };
}

async function progress(superuser: ProofDatabase['superuser']): Promise<{ committed: number; handled: number }> {
  const { rows } = await superuser.query<{ committed: number; handled: number }>(
    `select (select count(*)::integer from events) as committed, (select count(*)::integer from proof_effects) as handled`,
  );
  return rows[0] ?? { committed: 0, handled: 0 };
}

/** Everything is numbered, and every subscriber has come to where nothing of its kind follows. */
async function atRest(superuser: ProofDatabase['superuser']): Promise<boolean> {
  const { rows } = await superuser.query<{ rest: number }>(
    `select count(*)::integer as rest from events
      where position is null or position > (select position from event_cursors where consumer = 'proof-everything')
         or type = 'proof.rare' and position > (select position from event_cursors where consumer = 'proof-picky')`,
  );
  return rows[0]?.rest === 0;
}
