import { setTimeout as sleep } from 'node:timers/promises';
import { type Product, startProduct } from '../dialogues/product.ts';
import { judgeStored } from './judge-stored.ts';
import type { World } from './phase.ts';
import { query, settle } from './settle.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import { comesTrue, connectClients, type StormClient } from './storm-client.ts';

/** The database's own files take about 100 of them. */
const DISK_MEGABYTES = 200;
const CLIENTS = 5;
const PATIENCE_MS = 60_000;
/** Random, so that the database cannot make it smaller. */
const LONG_MESSAGE_LENGTH = 12_000;

/**
 * A data directory without room: messages that cannot be stored are refused and none of those that were acknowledged is lost, the server
 * lives and says what is wrong, and goes on by itself when there is room again. Twice: where tables cannot grow, and where the database
 * itself ends because its log cannot.
 */
export async function stormOnFullDisk(parts: Omit<World, 'url' | 'database'>): Promise<void> {
  const { report } = parts;
  const disk = mountSmallDisk(DISK_MEGABYTES);
  if (typeof disk === 'string') return report.say(`  skipped: ${disk}`);
  let product: Product | undefined;
  try {
    product = await startProduct(parts.upstream.url, { dataDirectory: disk.directory });
    const world: World = { ...parts, url: product.url, database: product.database };
    await chatThroughFullDisk(world, product, disk);
  } finally {
    disk.free();
    await product?.stop();
    disk.unmount();
  }
}

async function chatThroughFullDisk(world: World, product: Product, disk: SmallDisk): Promise<void> {
  const { report } = world;
  const clients = await connectClients(world.url, CLIENTS, world.nextNumber(CLIENTS));
  await exchange(world, clients);
  report.say(`  a disk of ${DISK_MEGABYTES} MB, of which ${disk.freeMegabytes().toFixed(0)} MB are free`);

  disk.fill();
  const untilRefused = await writeUntilRefused(world, clients);
  await judgeHealth(world, 'error', 'the disk was full');
  disk.free();
  report.say(`  full: ${untilRefused} messages later one is refused; ${describeRefusals(clients)}`);
  await goOn(world, clients);

  disk.fill();
  const wasEnded = await endDatabaseByItsLog(world, product);
  await Promise.all(clients.map((client) => client.visitor.isOpen && say(world, client)));
  await judgeHealth(world, 'error', 'the log of the database could not grow');
  disk.free();
  report.say(`  full, and the database's log has to grow: the database ${wasEnded ? 'ends' : 'goes on'}; ${describeRefusals(clients)}`);
  await goOn(world, clients);
  await judgeStored(world, clients);
  const counts = Map.groupBy(product.complaints, (line) => line.replace(/^\S+ +/, '').replace(/ +\S+=.*$/, ''));
  for (const [line, lines] of counts) report.say(`  logged ${lines.length} × ${line}`);
  for (const { visitor } of clients) visitor.close();
}

/** A message of each client, stored and answered. */
async function exchange({ report }: World, clients: readonly StormClient[]): Promise<void> {
  const keys = clients.map((client) => client.send('answer'));
  const isDone = () => clients.every((client, index) => client.visitor.acknowledged.has(keys[index] ?? '') && client.isAnswered);
  if (!(await comesTrue(isDone, PATIENCE_MS))) report.violate('messages are not answered although there is room');
}

async function writeUntilRefused(world: World, clients: readonly StormClient[]): Promise<number> {
  for (let count = 1; count <= 500; count += 1) {
    const client = clients[count % clients.length] as StormClient;
    await say(world, client);
    if (client.refused.size > 0) return count;
  }
  world.report.violate('no message was refused on a full disk');
  return 0;
}

/** One long message, acknowledged or refused. */
async function say({ random, report }: World, client: StormClient): Promise<void> {
  const padding = Array.from({ length: LONG_MESSAGE_LENGTH / 4 }, () => String.fromCharCode(0x4e00 + random.whole(0, 20_000))).join('');
  const key = client.send('answer', undefined, ` ${padding}`);
  const isOver = await comesTrue(() => client.isSettled(key) || !client.visitor.isOpen, PATIENCE_MS);
  if (!isOver) report.violate(`a message was neither acknowledged nor refused within ${PATIENCE_MS / 1000} s`);
}

/** Lets the database begin one file of its log after the other, until there is no room for the next. */
async function endDatabaseByItsLog(world: World, { complaints }: Product): Promise<boolean> {
  const hasEnded = () => complaints.some((line) => line.includes('the database died') || line.includes('PANIC'));
  for (let round = 0; round < 40 && !hasEnded(); round += 1) {
    await query(world, `select pg_logical_emit_message(false, 'storm', repeat('x', 100000)), pg_switch_wal()`).catch(() => []);
    await sleep(50);
  }
  return hasEnded();
}

async function judgeHealth({ url, report }: World, expected: 'ok' | 'error', when: string): Promise<void> {
  const health = async () => {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(10_000) });
    return { code: response.status, ...((await response.json()) as { status: string; database: string }) };
  };
  try {
    const isSo = await comesTrue(async () => (await health()).status === expected, PATIENCE_MS);
    const { code, status, database } = await health();
    report.say(`  /api/health: ${code}, status ${status}, database ${database}`);
    if (!isSo) report.violate(`/api/health said “${status}” when ${when}`);
  } catch (error) {
    report.violate(`/api/health did not answer when ${when}: ${error instanceof Error ? error.message : error}`);
  }
}

/** There is room again: nobody has to do anything but send again what was refused. */
async function goOn(world: World, clients: readonly StormClient[]): Promise<void> {
  await judgeHealth(world, 'ok', 'there was room again');
  for (const client of clients) {
    const { visitor } = client;
    if (!visitor.isOpen && !(await comesTrue(() => visitor.reconnect(), PATIENCE_MS))) {
      world.report.violate(`client ${client.number} could not connect again`);
    }
    const unsettled = [...client.sent.keys()].filter((key) => !visitor.acknowledged.has(key));
    for (const key of unsettled) {
      client.sendAgain(key);
      await comesTrue(() => client.isSettled(key), PATIENCE_MS);
    }
    const left = unsettled.filter((key) => !visitor.acknowledged.has(key));
    if (left.length > 0) world.report.violate(`${left} could not be stored although there was room again`);
  }
  await exchange(world, clients);
  await settle(world, PATIENCE_MS);
}

function describeRefusals(clients: readonly StormClient[]): string {
  const codes = Map.groupBy(
    clients.flatMap(({ refused }) => [...refused.values()]),
    (code) => code,
  );
  return `refused: ${[...codes].map(([code, all]) => `${all.length} × ${code}`).join(', ') || 'none'}`;
}
