// Two server processes on one database behind a round-robin balancer, and visitors who go from one to the other while answers are being
// written: with Redis, while Redis is killed and comes back, and without Redis. `npm run prove -- nodes [--streams=200] [--seed=…]`
import { parseArgs } from 'node:util';
import { percentile } from '#test/chaos/recovery.ts';
import { describeMachine } from './dialogues/report.ts';
import { runNodes } from './nodes/run-nodes.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({ options: { streams: { type: 'string' }, seed: { type: 'string' }, 'piece-ms': { type: 'string' } } });
const wholeNumber = (name: 'streams' | 'seed' | 'piece-ms', otherwise: number): number => {
  const number = Number(values[name] ?? otherwise);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name}=${values[name]} is no whole number above zero.`);
  return number;
};
const streams = wholeNumber('streams', 200);
const seed = wholeNumber('seed', Math.floor(Math.random() * 1e9) + 1);
const pieceMs = wholeNumber('piece-ms', 350);
const PROBLEMS_SHOWN = 40;
const inMilliseconds = (values: readonly number[]): string =>
  `p50 ${percentile(values, 0.5).toFixed(0)} ms, p95 ${percentile(values, 0.95).toFixed(0)} ms, max ${Math.max(...values).toFixed(0)} ms of ${values.length}`;

say(`nodes: seed ${seed}, ${streams} streams, a word every ${pieceMs / 2} to ${pieceMs * 1.5} ms`);
say(`machine ${describeMachine()}\n`);
const startedMs = performance.now();
const { phases, problems, inside, outages, mostAtOnce, abandoned, refusals, errorsLogged } = await runNodes({
  seed,
  streams,
  pieceMs,
  say,
});

for (const [name, counts] of phases) {
  const {
    reconnects,
    moves,
    movesInMidAnswer,
    tokens,
    tokensFromOtherNode,
    beginningsHere,
    beginningsAcross,
    lastWatcherMs,
    lastWatcherWithoutRedisMs,
  } = counts;
  say(`\n${name}: ${counts.streams} streams on ${counts.screens} screens, ${counts.answers} answers, ${counts.resets} resets shown`);
  say(`  ${reconnects} reconnects, ${moves} of them to the other node, ${movesInMidAnswer} of those while the answer was being written`);
  say(
    `  ${tokens} tokens, ${tokensFromOtherNode} of them from the other node; beginnings served: ${beginningsHere} on the answer’s node, ${beginningsAcross} across`,
  );
  say(`  tokens came whole ${counts.whole} ×, cut short by the final text ${counts.cutShort} ×, not at all ${counts.none} ×`);
  say(`  final commit to the last screen connected then: ${inMilliseconds(lastWatcherMs)}`);
  if (lastWatcherWithoutRedisMs.length > 0) say(`    of it, while Redis was away: ${inMilliseconds(lastWatcherWithoutRedisMs)}`);
}
say(
  `\n${Object.entries(inside)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')}`,
);
say(
  `${mostAtOnce} answers were written at once at most; the model was left in mid-answer ${abandoned} ×; Redis was away ${outages.length} ×; ${refusals} connections were told to come again`,
);
for (const [text, count] of [...errorsLogged].slice(0, 12)) say(`  logged ${count} × ${text}`);
for (const problem of problems.slice(0, PROBLEMS_SHOWN)) say(`  PROBLEM ${problem}`);
if (problems.length > PROBLEMS_SHOWN) say(`  … and ${problems.length - PROBLEMS_SHOWN} more`);

const sum = (of: 'moves' | 'tokens' | 'answers') => [...phases.values()].reduce((total, counts) => total + counts[of], 0);
const gaps = Math.max(0, ...[...phases.values()].map((counts) => counts.gaps));
say(
  `\nnodes: ${problems.length === 0 ? 'passed' : 'FAILED'}: seed ${seed}, ${streams} streams × ${phases.size} phases, ${sum('answers')} answers, ${sum('moves')} moves between nodes, ` +
    `${sum('tokens')} tokens, ${gaps} gaps, ${problems.length} problems; ${((performance.now() - startedMs) / 60_000).toFixed(1)} minutes`,
);
process.exit(problems.length === 0 ? 0 : 1);
