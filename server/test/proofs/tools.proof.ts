// Stops the process that runs a turn before and after each of its writes: it dies, or stands still and comes back, or the visitor writes
// again meanwhile. Tools of ours and remote ones, in every combination, through the whole product on two nodes, and at the journal
// itself. `npm run prove -- tools [--random 300] [--seed 1] [--minutes 4] [--desks 8]`;
// when the minutes are over, random cases that were not begun are left out.
import { parseArgs } from 'node:util';
import { createRandom } from '#test/chaos/random.ts';
import { createTestDatabase } from '#test/test-database.ts';
import { createReport } from './shared/report.ts';
import { runInJournal } from './tools/in-journal.ts';
import { judgeTheJudge } from './tools/judge-the-judge.ts';
import { everyPoint, randomCase, undisturbed } from './tools/plan.ts';
import { runLive } from './tools/run-live.ts';
import { randomMode } from './tools/script.ts';
import { startTestCluster } from './tools/test-cluster.ts';

const { values } = parseArgs({
  options: {
    random: { type: 'string', default: '300' },
    seed: { type: 'string', default: `${Date.now() % 2 ** 31}` },
    minutes: { type: 'string', default: '4' },
    desks: { type: 'string', default: '8' },
  },
});
const seed = Number(values.seed);
const report = createReport();
const random = createRandom(seed);
const describe = (counts: ReadonlyMap<string, number>) => [...counts].map(([name, count]) => `${count} × ${name}`).join(', ');
report.say(`tools: seed ${seed}`);

const { cluster, stop } = await startTestCluster();
let summary = '';
try {
  let count = 0;
  const nextId = () => `k${count++}`;
  const modes = random.fork('modes');
  const points = everyPoint((remote) => (remote % 2 === 0 ? 'answer' : randomMode(modes)), nextId);
  const ofRandom = random.fork('cases');
  const fixed = [...undisturbed(nextId), ...points];
  const cases = [...fixed, ...Array.from({ length: Number(values.random) }, () => randomCase(ofRandom, nextId()))];

  const journal = await runInJournal({ cluster, random: random.fork('journal') });
  for (const problem of journal.problems) report.violate(problem);
  report.say(`at the journal: ${journal.runs} runs; ${describe(journal.hits)}`);
  report.say(`  ${journal.requests} requests, ${journal.effects} remote effects; ${describe(journal.states)}`);

  const database = await createTestDatabase({ cluster, poolSize: 4 });
  const live = await runLive({
    database,
    cases,
    random: random.fork('live'),
    desks: Number(values.desks),
    longestMs: Number(values.minutes) * 60_000,
  });
  await database.close();
  for (const problem of live.problems) report.violate(problem);
  if (live.cases < fixed.length) report.violate(`only ${live.cases} of ${fixed.length} points were reached in ${values.minutes} minutes`);
  report.say(
    `through the product: ${live.cases} cases (every one of ${points.length} points, and ${live.cases - fixed.length} of ${values.random} random ones), ${live.seconds.toFixed(0)} s`,
  );
  report.say(`  ${describe(live.hits)}`);
  report.say(`  ${live.requests} requests, ${live.effects} remote effects; ${describe(live.states)}`);

  const { tried, unnoticed } = await judgeTheJudge(cluster, random.fork('judge'));
  for (const damage of unnoticed) report.violate(`the judge did not notice: ${damage}`);
  report.say(`the judge noticed ${tried - unnoticed.length} of ${tried} kinds of damage`);
  const stops = [...journal.hits.values(), ...live.hits.values()].reduce((sum, hits) => sum + hits, 0);
  summary = `${journal.runs + live.cases} turns stopped ${stops} times, ${journal.requests + live.requests} remote requests`;
} finally {
  await stop();
}

const passed = report.violations.length === 0;
report.say(
  `\ntools: ${passed ? 'passed, each effect once' : `FAILED with ${report.violations.length} violations`}: ${summary} (seed ${seed})`,
);
process.exit(passed ? 0 : 1);
