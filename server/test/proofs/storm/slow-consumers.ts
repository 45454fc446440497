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
const MOST_ANSWERS = 120;
const CALM_ROUNDS = 4;
const ANSWER_PATIENCE_MS = 60_000;
const SLOW_CONSUMER = 4408;

/** Clients that ask for long answers and do not read them, beside others that must not notice. */
export async function stormOfSlowConsumers(world: World, { slow, healthy, closings }: SlowConsumersOptions): Promise<void> {
  const { report } = world;
  const attentive = await connectClients(world.url, healthy, world.nextNumber(healthy));
  const delays = watchDelays(attentive);
  await Promise.all(attentive.map((client) => chat(world, client, (round) => round < CALM_ROUNDS)));
  const calmMs = delays.take();

  let isOver = false;
  const inattentive = await connectClients(world.url, slow, world.nextNumber(slow));
  const chatting = Promise.all(attentive.map((client) => chat(world, client, () => !isOver)));
  const closed = await Promise.all(inattentive.map((client) => stopReading(world, client, closings)));
  isOver = true;
  await chatting;
  const stormyMs = delays.take();

  const answers = closed.map(({ answersAsked }) => answersAsked);
  const unclosed = closed.filter(({ code }) => code !== SLOW_CONSUMER);
  report.say(
    `  ${slow} clients that do not read were closed after ${quantile(answers, 0)} to ${quantile(answers, 1)} answers of 90,000 characters`,
  );
  report.say(`  a token on its way to a healthy client: ${describe(calmMs)} before, ${describe(stormyMs)} meanwhile`);
  for (const { client, code } of unclosed) report.violate(`client ${client.number} does not read and was closed with ${code}`);
  for (const { client, wasTold } of closed) if (!wasTold) report.violate(`client ${client.number} was not told SLOW_CONSUMER`);
  for (const client of attentive) {
    if (!client.visitor.isOpen) report.violate(`healthy client ${client.number} was closed with ${client.visitor.closeCode}`);
    if (client.errors.length > 0) report.violate(`healthy client ${client.number} was told ${client.errors[0]}`);
  }

  for (const client of inattentive) {
    if (!(await client.visitor.reconnect())) report.violate(`client ${client.number} could not connect again`);
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

interface Closing {
  client: StormClient;
  answersAsked: number;
  code: number | undefined;
  /** Why, before it was closed. */
  wasTold: boolean;
}

/** Asks and does not read, until the server has had enough; then reads again, in time to be told. */
async function stopReading({ upstream }: World, client: StormClient, closings: Notices): Promise<Closing> {
  const { visitor } = client;
  const { sessionId } = visitor.session;
  visitor.pause();
  let answersAsked = 0;
  for (; answersAsked < MOST_ANSWERS && !closings.wasTold(sessionId); answersAsked += 1) {
    await Promise.race([upstream.answered(client.send('long')), closings.of(sessionId)]);
  }
  visitor.resume();
  const code = closings.wasTold(sessionId) ? await visitor.closed() : undefined;
  return { client, answersAsked, code, wasTold: client.errors.includes('SLOW_CONSUMER') };
}

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
