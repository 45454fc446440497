// Forms beside answers, and through kills: how long answers take beside readings that are slow or fail, and whether every form is
// what its visitor said after the server was killed again and again. `npm run prove -- forms [--kills=12] [--visitors=8] [--rounds=10] [--seed=]`
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureAnswers } from './forms/delays.ts';
import { killWhileReading } from './forms/kills.ts';
import { createReport, quantile } from './shared/report.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '12' },
    visitors: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const report = createReport();
const [kills, visitors, rounds, seed] = [values.kills, values.visitors, values.rounds, values.seed].map(Number);
if (![kills, visitors, rounds, seed].every((number) => Number.isInteger(number) && (number ?? -1) >= 0))
  throw new Error('Options are whole numbers.');
report.say(`forms: seed ${seed}, ${kills} kills, ${visitors} visitors, ${rounds} rounds`);

const figures = await measureAnswers({ rounds: rounds ?? 0, visitors: visitors ?? 0 });
const plain = figures[0]?.answersMs ?? [];
for (const { mode, answersMs } of figures) {
  const [p50, p95] = [quantile(answersMs, 0.5), quantile(answersMs, 0.95)];
  report.say(
    `  answers, ${mode}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, longest ${Math.max(...answersMs).toFixed(1)} ms of ${answersMs.length}`,
  );
  // A reading of 30 seconds or a failure that held an answer up would show as seconds.
  if (Math.max(...answersMs) > Math.max(...plain) + 2_000) report.violate(`answers wait for a reading: ${mode}`);
}

const directory = fileURLToPath(new URL('../../..', import.meta.url));
const killed = await killWhileReading({ directory, seed: seed ?? 0, kills: kills ?? 0, visitors: visitors ?? 0 });
for (const problem of killed.problems) report.violate(problem);
report.say(`  ${killed.kills} kills: ${killed.fields} of ${3 * killed.visitors} fields known, each once`);
const isHeld = report.violations.length === 0;
report.say(
  `forms: ${isHeld ? 'passed' : 'failed'}: ${figures.flatMap(({ answersMs }) => answersMs).length} answers, ${killed.kills} kills, ${report.violations.length} violations`,
);
process.exit(isHeld ? 0 : 1);
