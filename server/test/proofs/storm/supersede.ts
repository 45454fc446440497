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

const SETTLE_PATIENCE_MS = 90_000;

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
  const [flooder] = await connectClients(world.url, 1, first + count);
  if (!flooder) return;
  for (let sent = 0; sent < atOnce; sent += 1) flooder.send('answer');

  const all = [...clients, flooder];
  const isAllSettled = () => all.every((client) => [...client.sent.keys()].every((key) => client.isSettled(key)));
  if (!(await comesTrue(isAllSettled, SETTLE_PATIENCE_MS))) report.violate('messages were neither acknowledged nor refused');
  if (!(await comesTrue(() => all.every((client) => client.isAnswered), SETTLE_PATIENCE_MS)))
    report.violate('a conversation was not answered');
  await settle(world, SETTLE_PATIENCE_MS);

  const { asked, abandoned, peakOpen, peakPerConversation } = upstream.figures;
  const sum = (of: (client: StormClient) => number) => all.reduce((total, client) => total + of(client), 0);
  report.say(
    `  ${sum(({ sent }) => sent.size)} messages of ${all.length} clients: ${sum(({ visitor }) => visitor.acknowledged.size)} acknowledged, ` +
      `${sum(({ refused }) => refused.size)} refused; ${asked - before.asked} requests to the model, ${abandoned - before.abandoned} of them cut; ` +
      `at most ${peakOpen} open at once, ${peakPerConversation} for one conversation`,
  );
  for (const client of all) {
    const others = [...client.refused].filter(([, code]) => code !== 'RATE_LIMITED');
    if (others.length > 0) report.violate(`client ${client.number} was refused with ${others[0]?.[1]}`);
    const last = client.lastMessage?.content ?? '';
    const lastKey = [...client.visitor.acknowledged].toSorted(([, one], [, other]) => one.seq - other.seq).at(-1)?.[0];
    if (!last.includes(`[${lastKey}]`)) report.violate(`the last answer of client ${client.number} does not cover ${lastKey}`);
  }
  if (![...flooder.refused.values()].includes('RATE_LIMITED')) report.violate(`${atOnce} messages at once were not limited`);
  // The request of a superseded turn and that of its successor may overlap for as long as a connection takes to close.
  if (peakPerConversation > 2) report.violate(`${peakPerConversation} requests to the model were open for one conversation`);
  if (peakOpen > 2 * all.length) report.violate(`${peakOpen} requests to the model were open for ${all.length} conversations`);
  if (!(await comesTrue(() => upstream.open === 0, 5_000))) report.violate(`${upstream.open} requests to the model were left open`);
  await judgeStored(world, all);
  for (const { visitor } of all) visitor.close();
}
