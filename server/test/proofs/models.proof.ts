// Every fault of a language model that we know, on the wires of OpenAI and of Anthropic, each met by visitors of the real product over real
// sockets; then lists of providers, a provider that never comes back, visitors who write again meanwhile, and a mock that spoils answers at
// random. Judged by what visitors see, by the record, and by what the product says it spent.
// `npm run prove -- models [--visitors 3] [--seed 1] [--only faults,lists,aimock] [--messages 12]`
import { parseArgs } from 'node:util';
import { createRandom } from '#test/chaos/random.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { openFaultDesk } from './models/fault-desk.ts';
import { startFaultServer } from './models/fault-server.ts';
import { FAULTS } from './models/faults.ts';
import { judgeUsage } from './models/judge-usage.ts';
import { tryAimock } from './models/try-aimock.ts';
import { tryFailOver } from './models/try-fail-over.ts';
import { tryFault } from './models/try-fault.ts';
import { trySupersede, tryTeam } from './models/try-team.ts';
import type { WireName } from './models/wires.ts';
import { createReport } from './shared/report.ts';
import { startTestCluster } from './tools/test-cluster.ts';

const PARTS = ['faults', 'lists', 'aimock'];
const { values } = parseArgs({
  options: {
    visitors: { type: 'string', default: '3' },
    messages: { type: 'string', default: '12' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
    only: { type: 'string', default: PARTS.join() },
  },
});
const number = (name: 'visitors' | 'messages' | 'seed'): number => {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name}=${values[name]} is no whole number above zero.`);
  return value;
};
const [visitors, messagesEach, seed] = [number('visitors'), number('messages'), number('seed')];
const only = values.only.split(',');
const unknown = only.find((part) => !PARTS.includes(part));
if (unknown !== undefined) throw new Error(`--only names ${unknown}: give some of ${PARTS.join(', ')}.`);
// As many failures at once as this would give a provider a rest, and then other faults would not be met.
if (visitors > 4) throw new Error('--visitors: at most 4 meet a fault at once.');

const WIRES: readonly WireName[] = ['openai', 'anthropic'];
const report = createReport();
const random = createRandom(seed);
const startedMs = performance.now();
let messages = 0;
const { cluster, stop } = await startTestCluster();
report.say(`models: seed ${seed}, ${visitors} visitors per fault, parts ${only.join(', ')}`);

if (only.includes('faults')) await onDatabase(runFaults);
if (only.includes('lists')) {
  const runs = WIRES.map((wire) => onDatabase((database) => tryFailOver(wire, database)));
  for (const run of await Promise.all(runs)) {
    messages += run.messages;
    report.say(`  a list of providers: ${run.messages} messages, a failing provider spared ${run.spared} of them`);
    for (const problem of run.problems) report.violate(problem);
  }
}
if (only.includes('aimock')) {
  const runs = WIRES.map((wire) =>
    onDatabase((database) => tryAimock({ wire, visitors: visitors * 3, messagesEach, random: random.fork(wire) }, database)),
  );
  for (const [index, run] of (await Promise.all(runs)).entries()) {
    messages += run.messages;
    const spoiled = Object.entries(run.spoiled).map(([action, count]) => `${count} × ${action}`);
    report.say(
      `  a mock of ${WIRES[index]} that spoils answers at random: ${run.messages} messages; ${spoiled.join(', ') || 'none spoiled'}`,
    );
    if (spoiled.length === 0) report.violate('the mock spoiled nothing');
    for (const problem of run.problems) report.violate(problem);
  }
}

await stop();
const seconds = ((performance.now() - startedMs) / 1000).toFixed(0);
report.say(
  `models: ${report.violations.length === 0 ? 'held' : 'FAILED'}; seed ${seed}; ${Object.keys(FAULTS).length} faults on ${WIRES.length} wires, ` +
    `${messages} messages, ${report.violations.length} violations, ${seconds} s`,
);
process.exit(report.violations.length === 0 ? 0 : 1);

async function runFaults(database: TestDatabase): Promise<void> {
  const server = await startFaultServer();
  const desk = await openFaultDesk(server, { database });
  try {
    await Promise.all(WIRES.map((wire) => runWire(wire)));
    if (server.misled > 0) report.violate(`${server.misled} requests followed a redirect`);
    if (server.open > 0) report.violate(`${server.open} requests were left open`);
    const usage = await judgeUsage(desk);
    report.say(`  what was spent: ${usage.answers} answers of providers written down, ${usage.failed} of them broken off`);
    for (const problem of usage.problems) report.violate(problem);
  } finally {
    await desk.close();
    await server.close();
  }

  async function runWire(wire: WireName): Promise<void> {
    const order = shuffled(Object.keys(FAULTS), wire);
    let requests = 0;
    for (const name of order) {
      const keys = Array.from({ length: visitors }, (_, index) => `${wire}x${order.indexOf(name)}x${index}`);
      const trials = await Promise.all(keys.map((key) => tryFault(desk, wire, name, key)));
      messages += trials.length;
      for (const trial of trials) requests += trial.requests;
      for (const problem of trials.flatMap((trial) => trial.problems)) report.violate(`${wire}, ${name}: ${problem}`);
    }
    report.say(`  ${wire}: ${order.length} faults × ${visitors} visitors, ${requests} requests`);
    for (const problem of await tryTeam(desk, wire, `${wire}team`)) report.violate(`${wire}, ${problem}`);
    for (const problem of await trySupersede(desk, wire, `${wire}again`)) report.violate(`${wire}, ${problem}`);
  }
}

async function onDatabase<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await createTestDatabase({ cluster });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function shuffled(names: readonly string[], wire: WireName): string[] {
  const draw = random.fork(`order of ${wire}`);
  return names
    .map((name) => ({ name, at: draw.next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ name }) => name);
}
