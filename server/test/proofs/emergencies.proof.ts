// Emergencies are typed while the model hangs, the queue is stopped, the database hangs or restarts, and processes are killed: was the emergency text
// shown, is there one escalation, was everybody told once? `npm run prove -- emergencies [--runs=120] [--visitors=5] [--seed=n] [--only=whole|roles]`
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { makeCheckout } from '#test/processes/checkout.ts';
import type { Emergency } from './emergencies/emergency.ts';
import { disturbancesFor, type EmergencyTopology } from './emergencies/plan.ts';
import { type EmergencyReport, runEmergencies } from './emergencies/run-emergencies.ts';
import { quantile } from './shared/report.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: { runs: { type: 'string' }, visitors: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const wholeNumber = (name: string, text: string | undefined, otherwise: number): number => {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}=${text} is no whole number above zero.`);
  return number;
};
const runs = wholeNumber('runs', values.runs, 120);
const visitors = wholeNumber('visitors', values.visitors, 5);
const seed = wholeNumber('seed', values.seed, Math.floor(Math.random() * 1e9) + 1);
const { only } = values;
if (only !== undefined && only !== 'whole' && only !== 'roles') throw new Error(`--only=${only} names no phase: give whole or roles.`);

const spread = (valuesMs: readonly number[]): string =>
  valuesMs.length === 0
    ? '–'
    : `${[0.5, 0.95, 1].map((share) => quantile(valuesMs, share).toFixed(valuesMs.some((ms) => ms >= 100) ? 0 : 1)).join(' / ')} ms`;

const isAtOnce = ({ shown: [first], sentOn: [typedOn] }: Emergency): boolean => first !== undefined && first.connection === typedOn;
const shownAfterMs = (emergencies: readonly Emergency[]): number[] =>
  emergencies.flatMap(({ shown: [first] }) => (first ? [first.afterMs] : []));

say(`emergencies: seed ${seed}, at least ${runs} runs, ${visitors} visitors in each disturbance, load ${loadavg()[0]?.toFixed(1)}`);
// Leaving by `exit` ends the processes that were started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
// A copy: what is changed in the checkout meanwhile does not reach the processes that are started again.
const checkout = makeCheckout(undefined);
const startedMs = performance.now();
const reports: EmergencyReport[] = [];
try {
  for (const [topology, disturbances] of Object.entries(disturbancesFor({ runs, visitors, only }))) {
    say(`\n${topology === 'whole' ? 'one process with its own database' : 'two web processes and a worker on a given database'}`);
    const report = await runEmergencies({
      seed,
      topology: topology as EmergencyTopology,
      disturbances,
      visitors,
      directory: checkout.directory,
      say,
    });
    reports.push(report);
    tell(report);
  }
} finally {
  checkout.remove();
}

/** Half of them, all but a twentieth, and the longest, since the message was typed. */
function tell({ emergencies, toldAfterMs, problems, errorsLogged }: EmergencyReport): void {
  for (const kind of new Set(emergencies.map(({ disturbance }) => disturbance))) {
    const all = emergencies.filter(({ disturbance }) => disturbance === kind);
    const atOnce = all.filter(isAtOnce);
    const later = all.filter((emergency) => !isAtOnce(emergency));
    const killed = all.filter(({ wasAcknowledged }) => wasAcknowledged !== undefined);
    say(`  ${kind}: ${all.length} runs, ${all.filter(({ timesSent }) => timesSent > 1).length} sent again`);
    if (killed.length > 0)
      say(`    acknowledged before the kill: ${killed.filter(({ wasAcknowledged }) => wasAcknowledged).length} of ${killed.length}`);
    say(`    text shown on the same connection: ${atOnce.length}, after ${spread(shownAfterMs(atOnce))}`);
    if (later.length > 0) say(`    text shown on the first reconnection: ${later.length}, after ${spread(shownAfterMs(later))}`);
    say(`    acknowledged after ${spread(all.flatMap(({ acknowledgedAfterMs = [] }) => acknowledgedAfterMs))}`);
    say(`    the last mail after ${spread(all.flatMap(({ key }) => toldAfterMs.get(key) ?? []))}`);
  }
  for (const [text, count] of [...errorsLogged].slice(0, 12)) say(`  logged ${count} × ${text}`);
  for (const problem of problems.slice(0, 40)) say(`  PROBLEM ${problem}`);
  if (problems.length > 40) say(`  … and ${problems.length - 40} more`);
}

const emergencies = reports.flatMap((report) => report.emergencies);
const problems = reports.flatMap((report) => report.problems).length;
const atOnce = emergencies.filter(isAtOnce);
const told = reports.reduce((sum, { toldAfterMs }) => sum + toldAfterMs.size, 0);
say(
  `\nemergencies: ${problems === 0 ? 'passed' : 'FAILED'}: seed ${seed}, ${emergencies.length} runs, text shown at once ${atOnce.length} (${spread(shownAfterMs(atOnce))}), ` +
    `on the first reconnection ${emergencies.length - atOnce.length}, told ${told}, ${problems} problems; ${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`,
);
process.exit(problems === 0 ? 0 : 1);
