// Shows that consumers of events see each exactly once and in order: while processes commit concurrently, roll back and hold
// transactions open, while those that number and handle events are killed and paused, and after a dump of the database at work
// into a newly made cluster. `npm run prove -- events [--events 100000] [--seed 1]`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '#test/chaos/random.ts';
import { copyAndGoOn } from './events/copy-and-go-on.ts';
import { dump, dumpAsOwner } from './events/copy-cluster.ts';
import { makeEventWorld } from './events/event-world.ts';
import { judgeTheJudge } from './events/judge-events.ts';
import { type EventRun, type EventRunOptions, runEvents } from './events/run-events.ts';
import { endOnSignals } from './shared/child.ts';
import { migrate, startCluster, systemBinaries } from './shared/cluster.ts';
import { createReport } from './shared/report.ts';
import { describeCounts } from './shared/torment.ts';

const { values } = parseArgs({
  options: { events: { type: 'string', default: '100000' }, seed: { type: 'string', default: `${Date.now() % 2 ** 31}` } },
});
const events = Number(values.events);
const seed = Number(values.seed);
const LONGEST_MS = 30 * 60_000;
const SHARE_OF_THE_COPY = 0.15;
const inTheCopy = Math.round(events * SHARE_OF_THE_COPY);

endOnSignals();
const report = createReport();
const random = createRandom(seed);
const binaries = systemBinaries();
const directory = mkdtempSync(join(tmpdir(), 'foyer-dump-'));
const dumpFile = join(directory, 'foyer.sql');
report.say(`events: seed ${seed}, ${events} events, ${inTheCopy} of them in the copy`);

const original = await startCluster({ binaries });
await migrate(original.database);
const world = await makeEventWorld(original.superuser);
const pace: Pick<EventRunOptions, 'processes' | 'calmMs' | 'pauseMs' | 'longestMs' | 'report'> = {
  processes: { writer: 3, numberer: 2, node: 3 },
  calmMs: [300, 2_500],
  // The longest are past the 10 s after which the database ends a transaction that stands still.
  pauseMs: [300, 13_000],
  longestMs: LONGEST_MS,
  report,
};
const tell = (title: string, run: EventRun) => {
  report.say(`${title}: ${run.events} events of ${run.transactions} acknowledged transactions, ${run.rolledBack} rolled back`);
  report.say(
    `  written in ${(run.writingMs / 1000).toFixed(0)} s, all handled after ${(run.totalMs / 1000).toFixed(0)} s; longest lag ${run.longestLag}`,
  );
  report.say(`  ${describeCounts(run.torments)}`);
  report.say(`  heard from the processes: ${describeCounts(run.troubles)}`);
};

const first = await runEvents({
  ...original,
  ...pace,
  world,
  random,
  events: events - inTheCopy,
  midway: { share: 0.5, run: () => dump(binaries, original, dumpFile) },
});
tell(`PostgreSQL ${original.version}`, first);
const { tried, unnoticed } = await judgeTheJudge(original.superuser);
for (const damage of unnoticed) report.violate(`the judge did not notice: ${damage}`);
report.say(`  the judge noticed ${tried - unnoticed.length} of ${tried} kinds of damage`);

const owner = await dumpAsOwner(binaries, original);
if (owner.plain.succeeded) report.violate('a dump as the owner succeeded: documentation says that it fails');
report.say(`  pg_dump as the owner: ${owner.plain.output.split('\n').find((line) => line.includes('error'))}`);
report.say(`  with --enable-row-security: ${owner.rowsUnderPolicies} of ${first.events} events`);

const second = await copyAndGoOn({
  ...pace,
  binaries,
  original,
  dumpFile,
  world,
  random: random.fork('copy'),
  events: inTheCopy,
});
tell('the copy, in a new cluster', second);
await original.stop();
rmSync(directory, { recursive: true, force: true });

const total = first.events + second.events;
const strikes = [...first.torments.values(), ...second.torments.values()].reduce((sum, count) => sum + count, 0);
const passed = report.violations.length === 0;
report.say(
  `\nevents: ${passed ? 'passed' : `FAILED with ${report.violations.length} violations`}: ${total} events through ${strikes} kills and pauses and a copy that went on (seed ${seed})`,
);
process.exit(passed ? 0 : 1);
