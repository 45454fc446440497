import { setTimeout as sleep } from 'node:timers/promises';
import { judgeStored } from './judge-stored.ts';
import type { World } from './phase.ts';
import { settle } from './settle.ts';
import { comesTrue, connectClients, type StormClient } from './storm-client.ts';

export interface SupersedeOptions {
  clients: number;
  messagesEach: number;
  /** By one client more: above what the limit on messages lets through. */
  atOnce: number;
}

const SETTLE_PATIENCE_MS = 180_000;
/** What the product lets through of one conversation's messages. */
const LIMIT_PER_SECOND = 6;
/** Told to a client whose message could not be stored at the moment: a server with more to do than it can says so. */
const PASSING = 'INTERNAL';

/** Messages that come faster than answers: each is stored or refused, and the last answer covers all that came before it. */
export async function stormWithMessages(world: World, { clients: count, messagesEach, atOnce }: SupersedeOptions): Promise<void> {
  const { report, upstream, random } = world;
  const first = world.nextNumber(count + 1);
  const clients = await connectClients(world.url, count, first);
  upstream.resetPeaks();
  const before = { ...upstream.figures };
  await Promise.all(
    clients.map(async (client) => {
      const pace = random.fork(`burst ${client.number}`);
      for (let sent = 0; sent < messagesEach; sent += 1) {
        client.send('slow');
        await sleep(pace.between(20, 50));
      }
    }),
  );
  const turnedAway = await untilSettled(world, clients);
  const [flooder] = await connectClients(world.url, 1, first + count);
  if (!flooder) return;
  await floodWithMessages(world, flooder, atOnce);

  const all = [...clients, flooder];
  if (!(await comesTrue(() => all.every((client) => client.isAnswered), SETTLE_PATIENCE_MS)))
    report.violate('a conversation was not answered');
  await settle(world, SETTLE_PATIENCE_MS);
  const { asked, abandoned, peakOpen, peakPerConversation } = upstream.figures;
  const sum = (of: (client: StormClient) => number) => all.reduce((total, client) => total + of(client), 0);
  report.say(
    `  ${sum(({ sent }) => sent.size)} messages of ${all.length} clients: ${sum(({ visitor }) => visitor.acknowledged.size)} acknowledged, ` +
      `${sum(({ refused }) => refused.size)} RATE_LIMITED, ${turnedAway} sent again after INTERNAL; ${asked - before.asked} requests to the model, ` +
      `${abandoned - before.abandoned} of them cut; at most ${peakOpen} open at once, ${peakPerConversation} for one conversation`,
  );
  for (const client of all) {
    const last = client.lastMessage?.content ?? '';
    const lastKey = [...client.visitor.acknowledged].toSorted(([, one], [, other]) => one.seq - other.seq).at(-1)?.[0];
    if (!last.includes(`[${lastKey}]`)) report.violate(`the last answer of client ${client.number} does not cover ${lastKey}`);
  }
  // The request of a superseded turn and that of its successor may overlap for as long as a connection takes to close.
  if (peakPerConversation > 2) report.violate(`${peakPerConversation} requests to the model were open for one conversation`);
  if (peakOpen > 2 * all.length) report.violate(`${peakOpen} requests to the model were open for ${all.length} conversations`);
  if (!(await comesTrue(() => upstream.open === 0, 5_000))) report.violate(`${upstream.open} requests to the model were left open`);
  await judgeStored(world, all);
  for (const { visitor } of all) visitor.close();
}

/** Waits until everything is acknowledged or refused for good; what was refused for a moment is sent again. @returns how often */
async function untilSettled({ report }: World, clients: readonly StormClient[]): Promise<number> {
  let again = 0;
  const isSettled = () => {
    let left = 0;
    for (const client of clients) {
      for (const key of client.sent.keys()) {
        if (!client.isSettled(key)) left += 1;
        else if (client.refused.get(key) === PASSING) {
          client.sendAgain(key);
          again += 1;
          left += 1;
        }
      }
    }
    return left === 0;
  };
  if (!(await comesTrue(isSettled, SETTLE_PATIENCE_MS))) report.violate('messages were neither acknowledged nor refused');
  for (const client of clients) {
    const other = [...client.refused.values()].find((code) => code !== 'RATE_LIMITED');
    if (other !== undefined) report.violate(`client ${client.number} was refused with ${other}`);
  }
  return again;
}

/** All at once on a calm server, by one client. A machine that handles them more slowly than the limit has none to refuse. */
async function floodWithMessages(world: World, flooder: StormClient, count: number): Promise<void> {
  const { report } = world;
  const sinceMs = performance.now();
  for (let sent = 0; sent < count; sent += 1) flooder.send('answer');
  await untilSettled(world, [flooder]);
  const perSecond = count / ((performance.now() - sinceMs) / 1000);
  const limited = flooder.refused.size;
  report.say(
    `  ${count} messages of one client at once: ${flooder.visitor.acknowledged.size} acknowledged, ${limited} RATE_LIMITED, ${perSecond.toFixed(0)} a second`,
  );
  if (limited === 0 && perSecond > LIMIT_PER_SECOND) report.violate(`${count} messages at once were not limited`);
}
