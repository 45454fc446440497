import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Chat } from './chat.ts';
import { type ChattingClient, createChattingClient } from './chatting-client.ts';
import { setUpFrontDesk } from './front-desk.ts';
import { hit } from './hit.ts';
import { type Installation, startInstallation } from './installation.ts';
import { type InsideReport, judgeInside, unsettled } from './judge-inside.ts';
import { judgeOutside } from './judge-outside.ts';
import { startModelServer } from './model-server.ts';
import type { ChaosPlan, KillKind } from './plan.ts';
import { createRandom, type Random } from './random.ts';
import { type KillRecord, measureRecovery, type Recovery } from './recovery.ts';
import { startToolServer } from './tool-server.ts';

export interface ChaosReport {
  kills: KillRecord[];
  problems: string[];
  counts: InsideReport['counts'];
  recovery: Recovery;
  mailDelaysMs: number[];
  /** Messages that clients sent again because no acknowledgement had come. */
  sentAgain: number;
  modelRequests: { asked: number; abandoned: number };
  /** Lines of the server's log at the levels error and fatal, by text. */
  errorsLogged: Map<string, number>;
}

/** A turn goes on within 20 s of a kill, another job is done within 30 s. */
export const TURN_LIMIT_MS = 20_000;
export const JOB_LIMIT_MS = 30_000;
const ANSWER_PATIENCE_MS = 90_000;
const SETTLE_PATIENCE_MS = 60_000;

/** Lets clients chat while processes are killed, waits until everything has settled, and judges from outside and from inside. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosReport> {
  const random = createRandom(plan.seed).fork(plan.phase.topology);
  const model = await startModelServer(random.fork('model'));
  const tool = await startToolServer(random.fork('tool'));
  const installation = await startInstallation({ topology: plan.phase.topology, directory: plan.directory, modelUrl: model.url });
  let failed = true;
  try {
    await installation.untilHealthy();
    const { projectId } = await setUpFrontDesk(installation.urls[0] ?? '', tool.url);
    const answersAtMs: number[] = [];
    const clients = Array.from({ length: plan.clients }, (_, number) =>
      createChattingClient({
        number,
        urls: installation.urls,
        projectId,
        random: random.fork(`client ${number}`),
        patienceMs: ANSWER_PATIENCE_MS,
        onAnswer: (atMs) => answersAtMs.push(atMs),
      }),
    );
    const chatting = Promise.all(clients.map((client) => client.run()));
    const { kills, problems } = await killAll(plan, installation, random.fork('kills')).finally(() => {
      for (const client of clients) client.stop();
    });
    await chatting;
    await installation.untilHealthy();

    const report = await judge({ installation, clients, kills, answersAtMs, bookings: tool.requests });
    failed = problems.length + report.problems.length > 0;
    return {
      ...report,
      kills,
      problems: [...problems, ...report.problems],
      modelRequests: { asked: model.asked, abandoned: model.abandoned },
      errorsLogged: errorsIn(installation.logFile),
    };
  } finally {
    await installation.stop();
    await model.close();
    await tool.close();
    if (failed) plan.say(`  The data and the log are kept: ${installation.logFile}`);
    else installation.remove();
  }
}

async function killAll(plan: ChaosPlan, installation: Installation, random: Random): Promise<{ kills: KillRecord[]; problems: string[] }> {
  const left = Object.entries(plan.phase.kills).flatMap(([kind, count]) => Array<KillKind>(count).fill(kind as KillKind));
  const total = left.length;
  const kills: KillRecord[] = [];
  const sinceMs = Date.now();
  while (left.length > 0 && Date.now() - sinceMs < plan.longestMs) {
    // The random moment at which it happens.
    await sleep(random.between(...plan.calmMs));
    const [kind] = left.splice(random.whole(0, left.length - 1), 1);
    if (!kind) break;
    const kill: KillRecord = { kind, ...(await hit(installation, kind, random)) };
    kills.push(kill);
    appendFileSync(installation.logFile, `--- ${new Date(kill.atMs).toISOString()} kill ${kills.length}: ${kind} (${kill.name})\n`);
    await installation.untilHealthy();
    kill.healthyAfterMs = Date.now() - kill.atMs;
    if (kills.length % 10 === 0) plan.say(`  ${kills.length} of ${total} kills, ${((Date.now() - sinceMs) / 1000).toFixed(0)} s`);
  }
  return { kills, problems: left.length === 0 ? [] : [`${left.length} of ${total} kills were not reached in ${plan.longestMs / 1000} s`] };
}

interface Evidence {
  installation: Installation;
  clients: readonly ChattingClient[];
  kills: KillRecord[];
  answersAtMs: number[];
  bookings: Parameters<typeof judgeInside>[2];
}

type Judgement = Pick<ChaosReport, 'problems' | 'counts' | 'recovery' | 'mailDelaysMs' | 'sentAgain'>;

async function judge({ installation, clients, kills, answersAtMs, bookings }: Evidence): Promise<Judgement> {
  const chats: Chat[] = clients.flatMap((client) => client.chats);
  const problems = [...installation.units.flatMap((unit) => unit.problems), ...clients.flatMap((client) => client.problems)];
  const client = new pg.Client(installation.database());
  await client.connect();
  try {
    problems.push(...(await settle(client, installation.outboxDirectory)));
    problems.push(...(await judgeOutside(chats, installation.urls[0] ?? '')));
    const inside = await judgeInside(client, installation.outboxDirectory, bookings);
    const { topology } = installation;
    const recovery = await measureRecovery(client, topology, kills, answersAtMs);
    const mailDelaysMs = inside.mails.map(({ handedOverAtMs, keptAtMs }) => keptAtMs - handedOverAtMs);
    const tooLate = (what: string, valuesMs: number[], limitMs: number) =>
      valuesMs.filter((ms) => ms > limitMs).map((ms) => `${what} after ${(ms / 1000).toFixed(1)} s`);
    problems.push(
      ...inside.problems,
      ...tooLate('a turn went on', recovery.goneOnThroughAllMs, TURN_LIMIT_MS),
      ...tooLate('a hand-over was told', mailDelaysMs, JOB_LIMIT_MS),
    );
    const sentAgain = chats.flatMap(({ messages }) => messages).filter(({ timesSent }) => timesSent > 1).length;
    return { problems, counts: { conversations: chats.length, ...inside.counts }, recovery, mailDelaysMs, sentAgain };
  } finally {
    await client.end();
  }
}

async function settle(client: pg.Client, outboxDirectory: string): Promise<string[]> {
  const deadlineMs = Date.now() + SETTLE_PATIENCE_MS;
  for (;;) {
    const left = await unsettled(client, outboxDirectory);
    if (left === '') return [];
    if (Date.now() > deadlineMs) return [`not settled after ${SETTLE_PATIENCE_MS / 1000} s: ${left}`];
    await sleep(200);
  }
}

export function errorsIn(logFile: string): Map<string, number> {
  const counts = new Map<string, number>();
  if (!existsSync(logFile)) return counts;
  for (const line of readFileSync(logFile, 'utf8').split('\n')) {
    const [, text] = /\b(?:error|fatal)\b\s+(.{1,80})/i.exec(line) ?? [];
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}
