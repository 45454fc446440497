// Messages faster than answers; an upstream that hangs, floods and breaks off; clients that stop reading; a disk without room. Judged by
// what clients were told, by what is stored, and by the memory of the server. The product is a process of its own with its own database.
// `npm run prove -- storm [--only=supersede,upstream,slow,disk] [--clients=50] [--seed=n]`
import { parseArgs } from 'node:util';
import { createRandom } from '#test/chaos/random.ts';
import { type Product, startProduct } from './dialogues/product.ts';
import { createReport } from './shared/report.ts';
import { stormOnFullDisk } from './storm/full-disk.ts';
import { createNotices } from './storm/notices.ts';
import type { World } from './storm/phase.ts';
import { readMemory, resetPeak } from './storm/server-memory.ts';
import { stormOfSlowConsumers } from './storm/slow-consumers.ts';
import { stormWithMessages } from './storm/supersede.ts';
import { startUpstream } from './storm/upstream.ts';
import { stormFromUpstream } from './storm/upstream-faults.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, clients: { type: 'string' }, seed: { type: 'string' } },
});
const PHASES = ['supersede', 'upstream', 'slow', 'disk'];
const wholeNumber = (name: string, text: string | undefined, otherwise: number): number => {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}=${text} is no whole number above zero.`);
  return number;
};
const clients = wholeNumber('clients', values.clients, 50);
const seed = wholeNumber('seed', values.seed, Math.floor(Math.random() * 1e9) + 1);
const only = values.only?.split(',') ?? PHASES;
const unknown = only.find((name) => !PHASES.includes(name));
if (unknown !== undefined) throw new Error(`--only names ${unknown}: give some of ${PHASES.join(', ')}.`);

/** What a phase may add to the server's memory: far less than what it is sent, and no more for a longer storm. */
const MOST_GROWTH_MEGABYTES = 512;
const MESSAGES_EACH = 20;
const AT_ONCE = 200;
const HEALTHY_CLIENTS = 10;

const report = createReport();
const startedMs = performance.now();
report.say(`storm: seed ${seed}, ${clients} clients, phases ${only.join(', ')}`);
const upstream = await startUpstream();
const random = createRandom(seed);
let product: Product | undefined;
let lastNumber = 0;
const slowSessions = createNotices();
const nextNumber = (count: number): number => {
  lastNumber += count;
  return lastNumber - count + 1;
};

try {
  if (only.some((name) => name !== 'disk')) {
    product = await startProduct(upstream.url, {
      environment: { LOG_LEVEL: 'info' },
      onLine: (line) => {
        const [, sessionId] = /does not keep up.*sessionId=([\w-]+)/.exec(line) ?? [];
        if (sessionId !== undefined) slowSessions.tell(sessionId);
      },
    });
    const world: World = { url: product.url, database: product.database, upstream, random, report, nextNumber };
    await phase('supersede', product, () => stormWithMessages(world, { clients, messagesEach: MESSAGES_EACH, atOnce: AT_ONCE }));
    await phase('upstream', product, () => stormFromUpstream(world, { clientsEach: Math.max(1, Math.round(clients / 18)) }));
    await phase('slow', product, () => stormOfSlowConsumers(world, { slow: clients, healthy: HEALTHY_CLIENTS, closings: slowSessions }));
    await product.stop();
    product = undefined;
  }
  if (only.includes('disk')) {
    report.say('disk');
    await stormOnFullDisk({ upstream, random, report, nextNumber });
  }
} finally {
  await product?.stop();
  await upstream.close();
}

async function phase(name: string, { serverPid, complaints }: Product, run: () => Promise<void>): Promise<void> {
  if (!only.includes(name)) return;
  report.say(name);
  const before = readMemory(serverPid).nowMegabytes;
  const sinceMs = performance.now();
  resetPeak(serverPid);
  complaints.length = 0;
  await run();
  const { nowMegabytes, peakMegabytes } = readMemory(serverPid);
  const text = [before, peakMegabytes, nowMegabytes].map((megabytes) => megabytes.toFixed(0)).join(' → ');
  report.say(`  memory of the server before → at its peak → after: ${text} MB; ${((performance.now() - sinceMs) / 1000).toFixed(0)} s`);
  if (peakMegabytes - before > MOST_GROWTH_MEGABYTES) report.violate(`the server's memory grew by more than ${MOST_GROWTH_MEGABYTES} MB`);
  const counts = Map.groupBy(complaints, messageOf);
  for (const [line, lines] of counts) report.say(`  logged ${lines.length} × ${line}`);
}

/** The static sentence of a line of the log, without the fields behind it. */
function messageOf(line: string): string {
  return line.replace(/^\S+ +/, '').replace(/ +\S+=.*$/, '');
}

const { violations } = report;
const minutes = ((performance.now() - startedMs) / 60_000).toFixed(1);
report.say(
  `storm: ${violations.length === 0 ? 'passed: nothing acknowledged lost, memory bounded' : `FAILED: ${violations.length} violations`}; ` +
    `${only.join(', ')}; ${clients} clients, seed ${seed}, ${minutes} minutes`,
);
process.exit(violations.length === 0 ? 0 : 1);
