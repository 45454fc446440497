// Kills processes of every kind at random moments under chatting clients, and then counts: nothing acknowledged lost or doubled, one
// answer for every message, effects once. `npm run prove -- kills [--kills=500 | --each=n] [--clients=50] [--seed=n] [--only=whole|npm|roles]`
import { parseArgs } from 'node:util';
import { phasesOf } from '#test/chaos/plan.ts';
import { summary } from '#test/chaos/recovery.ts';
import { type ChaosReport, runChaos } from '#test/chaos/run-chaos.ts';
import { makeCheckout } from '#test/processes/checkout.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    each: { type: 'string' },
    clients: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
  },
});
const wholeNumber = (name: string, text: string | undefined, otherwise: number): number => {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}=${text} is no whole number above zero.`);
  return number;
};
const kills = wholeNumber('kills', values.kills, 500);
const clients = wholeNumber('clients', values.clients, 50);
const seed = wholeNumber('seed', values.seed, Math.floor(Math.random() * 1e9) + 1);
const each = values.each === undefined ? undefined : wholeNumber('each', values.each, 1);
const phases = phasesOf({ kills, each }).filter(({ topology }) => values.only === undefined || topology === values.only);
if (phases.length === 0) throw new Error(`--only=${values.only} names no phase: give whole, npm or roles.`);

say(
  `kills: seed ${seed}, ${clients} clients, ${each === undefined ? `about ${kills} kills over all kinds` : `${each} kills of each kind`}`,
);
// Leaving by `exit` ends the processes that were started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
// A copy: what is changed in the checkout meanwhile does not reach the processes that are started again.
const checkout = makeCheckout(undefined);
const startedMs = performance.now();
const reports: ChaosReport[] = [];
try {
  for (const phase of phases) {
    say(`\n${phase.topology}: ${JSON.stringify(phase.kills)}`);
    const report = await runChaos({
      seed,
      clients,
      phase,
      calmMs: [300, 1_800],
      longestMs: 30 * 60_000,
      directory: checkout.directory,
      say,
    });
    reports.push(report);
    tell(report);
  }
} finally {
  checkout.remove();
}

function tell({ kills: done, counts, recovery, mailDelaysMs, sentAgain, modelRequests, problems, errorsLogged }: ChaosReport): void {
  for (const kind of new Set(done.map((kill) => kill.kind))) {
    const ofKind = done.filter((kill) => kill.kind === kind);
    say(
      `  ${String(ofKind.length).padStart(4)} × ${kind.padEnd(12)} healthy again: ${summary(ofKind.map((kill) => kill.healthyAfterMs ?? 0))}`,
    );
  }
  say(
    `  ${Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
  );
  say(`  ${sentAgain} messages sent again; ${modelRequests.asked} requests to the model, ${modelRequests.abandoned} of them cut`);
  say(`  next answer after a kill:          ${summary(recovery.nextAnswerMs)}`);
  say(`  interrupted turns go on:           ${summary(recovery.goneOnMs)}; ${recovery.takenOverDuringPauses} while their owner was paused`);
  say(`    through all kills in between:    ${summary(recovery.goneOnThroughAllMs)}`);
  say(`  interrupted turns are answered:    ${summary(recovery.completedMs)}`);
  say(`  hand-overs told by e-mail:         ${summary(mailDelaysMs)}`);
  if (recovery.unexplained.length > 0)
    say(`  claims lost without a kill:        ${recovery.unexplained.slice(0, 5).join(', ')} (${recovery.unexplained.length})`);
  for (const [text, count] of [...errorsLogged].slice(0, 12)) say(`  logged ${count} × ${text}`);
  for (const problem of problems.slice(0, 40)) say(`  PROBLEM ${problem}`);
  if (problems.length > 40) say(`  … and ${problems.length - 40} more`);
}

const total = reports.flatMap((report) => report.kills).length;
const problems = reports.flatMap((report) => report.problems).length;
const sum = (name: string) => reports.reduce((all, { counts }) => all + (counts[name] ?? 0), 0);
const goneOn = summary(reports.flatMap(({ recovery }) => recovery.goneOnMs));
say(
  `\nkills: ${problems === 0 ? 'passed' : 'FAILED'}: seed ${seed}, ${total} kills, ${clients} clients, ${sum('messages')} messages, ${sum('answers')} answers, ` +
    `${sum('tickets')} tickets, ${problems} problems; interrupted turns go on ${goneOn}; ${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`,
);
process.exit(problems === 0 ? 0 : 1);
