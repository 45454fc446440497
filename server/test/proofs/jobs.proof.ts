// Shows what the job queue promises: nothing lost or added by a rollback under kills, jobs of dead workers begun again within 30 s,
// back-off as documented, dead letters that are seen and retried, poison set aside, and every scheduled time once over two nodes.
// `npm run prove -- jobs [--jobs 10000] [--rounds 3] [--ticks 4] [--seed 1]`.
import { parseArgs } from 'node:util';
import { createRandom } from '#test/chaos/random.ts';
import { backOff } from './jobs/back-off.ts';
import { holdMany } from './jobs/hold-many.ts';
import { makeJobWorld, openJobWorld } from './jobs/job-world.ts';
import { poison } from './jobs/poison.ts';
import { startTicking } from './jobs/tick.ts';
import { workThroughKills } from './jobs/work-through-kills.ts';
import { endOnSignals } from './shared/child.ts';
import { migrate, startCluster } from './shared/cluster.ts';
import { createReport, quantile } from './shared/report.ts';
import { describeCounts } from './shared/torment.ts';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    ticks: { type: 'string', default: '4' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
  },
});
const seed = Number(values.seed);
const LONGEST_WORK_MS = 15 * 60_000;

endOnSignals();
const report = createReport();
const random = createRandom(seed);
const cluster = await startCluster();
await migrate(cluster.database);
await makeJobWorld(cluster.superuser);
const world = openJobWorld(cluster, report);
report.say(`jobs: seed ${seed}, PostgreSQL ${cluster.version}`);

const ticking = await startTicking(world, random.fork('ticks'));
const { strikes } = await workThroughKills(world, random.fork('work'), Number(values.jobs), LONGEST_WORK_MS);
const { delaysMs } = await holdMany(world, random.fork('hold'), Number(values.rounds));
await backOff(world);
await poison(world);
const cron = await ticking.finish(Number(values.ticks));
report.say(`heard from the processes: ${describeCounts(world.troubles)}`);
await cluster.stop();

const passed = report.violations.length === 0;
report.say(
  `\njobs: ${passed ? 'passed' : `FAILED with ${report.violations.length} violations`}: ${values.jobs} jobs through ${strikes} kills and pauses, ${delaysMs.length} jobs of dead workers begun again after at most ${(quantile(delaysMs, 1) / 1000).toFixed(1)} s, ${cron.ticks} ticks over two nodes with ${cron.strikes} kills and stops (seed ${seed})`,
);
process.exit(passed ? 0 : 1);
