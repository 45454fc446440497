import { setTimeout } from 'node:timers/promises';
import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { quantile } from '../shared/report.ts';
import { judgeStored } from './judge-stored.ts';
import type { Notices } from './notices.ts';
import type { World } from './phase.ts';
import { settle } from './settle.ts';
import { comesTrue, connectClients, type StormClient } from './storm-client.ts';

export interface SlowConsumersOptions {
  slow: number;
  healthy: number;
  /** Sessions whose connection the server has given up, as its log tells. */
  closings: Notices;
}

/** The system's own buffers take some megabytes before the server has to keep anything. */
const MOST_ANSWERS = 40;
/** As many as one session may have open. */
const WINDOWS = 10;
const CALM_ROUNDS = 4;
const ANSWER_PATIENCE_MS = 60_000;
const CLOSE_PATIENCE_MS = 10_000;
const SLOW_CONSUMER = 4408;
/** Who reads nothing is not told either: after a moment, and when pings are not answered, the server lets go. */
const CUT_OFF = 1006;

/** Clients that ask for long answers and do not read them, beside others that must not notice. */
export async function stormOfSlowConsumers(world: World, { slow, healthy, closings }: SlowConsumersOptions): Promise<void> {
  const { report } = world;
  const attentive = await connectClients(world.url, healthy, world.nextNumber(healthy));
  const delays = watchDelays(attentive);
  await Promise.all(attentive.map((client) => chat(world, client, (round) => round < CALM_ROUNDS)));
  const calmMs = delays.take();

  let isOver = false;
  const sessions = await connectClients(world.url, Math.ceil(slow / WINDOWS), world.nextNumber(slow));
  const groups = await Promise.all(sessions.map((client) => openWindows(world, client)));
  const chatting = Promise.all(attentive.map((client) => chat(world, client, () => !isOver)));
  const closed = (await Promise.all(groups.map((group) => stopReading(world, group, closings)))).flat();
  isOver = true;
  await chatting;
  const stormyMs = delays.take();

  const withCode = (code: number | undefined) => closed.filter((closing) => closing.code === code);
  report.say(
    `  ${closed.length} clients that do not read: ${withCode(SLOW_CONSUMER).length} closed with ${SLOW_CONSUMER} after ` +
      `${Math.min(...closed.map(({ answers }) => answers))} to ${Math.max(...closed.map(({ answers }) => answers))} answers of 90,000 characters, ` +
      `${withCode(CUT_OFF).length} cut off, ${withCode(undefined).length} read on in time`,
  );
  report.say(`  a token on its way to a healthy client: ${describe(calmMs)} before, ${describe(stormyMs)} meanwhile`);
  if (withCode(SLOW_CONSUMER).length === 0) report.violate('nobody who does not read was closed');
  for (const { client, code } of closed) {
    if (code !== SLOW_CONSUMER && code !== CUT_OFF && code !== undefined) report.violate(`client ${client.number} was closed with ${code}`);
    if (code === SLOW_CONSUMER && !client.errors.includes('SLOW_CONSUMER')) report.violate(`client ${client.number} was not told why`);
  }
  for (const client of attentive) {
    if (!client.visitor.isOpen) report.violate(`healthy client ${client.number} was closed with ${client.visitor.closeCode}`);
    if (client.errors.length > 0) report.violate(`healthy client ${client.number} was told ${client.errors[0]}`);
  }

  const inattentive = groups.flat();
  for (const client of inattentive) {
    if (!client.visitor.isOpen && !(await client.visitor.reconnect())) report.violate(`client ${client.number} could not connect again`);
  }
  await settle(world, ANSWER_PATIENCE_MS);
  const all = [...attentive, ...inattentive];
  if (!(await comesTrue(() => all.every((client) => client.isAnswered), ANSWER_PATIENCE_MS)))
    report.violate('a conversation was not answered');
  await judgeStored(world, all);
  for (const { visitor } of all) visitor.close();
}

async function chat({ report }: World, client: StormClient, goesOn: (round: number) => boolean): Promise<void> {
  for (let round = 0; goesOn(round); round += 1) {
    const key = client.send('stamped');
    const answered = await comesTrue(() => client.lastMessage?.content.includes(`[${key}]`) ?? false, ANSWER_PATIENCE_MS);
    if (!answered) return report.violate(`healthy client ${client.number} was not answered`);
  }
}

/** Every answer goes to each of them, so that fifty clients are behind before the pings find out that they do not read. */
const openWindows = async (world: World, first: StormClient): Promise<StormClient[]> => [
  first,
  ...(await Promise.all(Array.from({ length: WINDOWS - 1 }, () => first.openAnother(world.nextNumber(1))))),
];

interface Closing {
  client: StormClient;
  /** That the group had asked for. */
  answers: number;
  /** Undefined for one that the server kept. */
  code: number | undefined;
}

/** Asks and does not read, until the server has had enough of most; then reads again, in time for them to be told. */
async function stopReading({ upstream }: World, group: readonly StormClient[], closings: Notices): Promise<Closing[]> {
  const [first] = group;
  if (!first) return [];
  const { sessionId } = first.visitor.session;
  for (const { visitor } of group) visitor.pause();
  let answers = 0;
  for (let afterwards = 0; answers < MOST_ANSWERS && afterwards < 2 && closings.count(sessionId) < group.length; answers += 1) {
    if (closings.count(sessionId) > 0) afterwards += 1;
    await Promise.race([upstream.answered(first.send('long')), patience()]);
  }
  for (const { visitor } of group) visitor.resume();
  return Promise.all(
    group.map(async (client) => {
      await comesTrue(() => client.visitor.closeCode !== undefined, CLOSE_PATIENCE_MS);
      return { client, answers, code: client.visitor.closeCode };
    }),
  );
}

/** Nothing that goes wrong may hold the proof up for ever. */
const patience = () => setTimeout(CLOSE_PATIENCE_MS, undefined, { ref: false });

/** From the moment that the upstream writes a piece to the client's reading it: each piece carries that moment. */
function watchDelays(clients: readonly StormClient[]): { take(): number[] } {
  const delaysMs: number[] = [];
  const note = (frame: ServerFrame): void => {
    if (frame.type !== 'token') return;
    // A piece that was joined to others tells of the last of them.
    const writtenAtMs = Number(/@(\d+\.\d+) $/.exec(frame.delta)?.[1] ?? Number.NaN);
    if (!Number.isNaN(writtenAtMs)) delaysMs.push(performance.now() - writtenAtMs);
  };
  for (const client of clients) client.onFrame = note;
  return { take: () => delaysMs.splice(0) };
}

const describe = (valuesMs: readonly number[]): string =>
  `p50 ${quantile(valuesMs, 0.5).toFixed(0)} ms, p99 ${quantile(valuesMs, 0.99).toFixed(0)} ms (${valuesMs.length})`;
