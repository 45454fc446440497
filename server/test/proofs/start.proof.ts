// Shows what a start costs and survives: a clean clone with only Node and npm, later starts, and the end of each process of the
// chain, as root in a folder closed to others and as an ordinary user. `npm run prove:start [count]`: that many later starts (5).
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chain, type Role, startChain } from '#test/processes/chain.ts';
import { type Checkout, ORDINARY_USER, plainEnvironment, REPOSITORY, type RunAs } from '#test/processes/checkout.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const PATIENCE_OF_THE_FIRST_START_MS = 600_000;
const LIMIT_OF_LATER_STARTS_MS = 3000;

/** The server has ended by itself, or was killed; `restarted` are those after which the same server must go on. */
const KILLS: { role: Role; restarted: boolean }[] = [
  { role: 'npm', restarted: false },
  { role: 'bootstrap', restarted: false },
  { role: 'server', restarted: false },
  { role: 'watchdog', restarted: true },
  { role: 'postgres', restarted: true },
];

function cleanClone(parent: string, runAs: RunAs): Checkout {
  const folder = realpathSync(mkdtempSync(join(parent, 'foyer-proof-')));
  const directory = join(folder, 'clean clone');
  execFileSync('git', ['clone', '--quiet', REPOSITORY, directory]);
  const main = join(directory, 'server/src/app/main.ts');
  if (!existsSync(main)) {
    say('  the clone has no main.ts yet: its database alone stands in for it');
    cpSync(join(REPOSITORY, 'server/test/processes/database-only-main.ts'), main);
  }
  if (runAs) execFileSync('chown', ['-R', `${runAs.uid}:${runAs.gid}`, folder]);
  const environment = { ...plainEnvironment(folder), PATH: onlyNodeAndNpm(folder) };
  return { directory, runAs, environment, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A PATH with Node, npm, and the shell that npm needs for its scripts. */
function onlyNodeAndNpm(folder: string): string {
  const programs = join(folder, 'programs');
  mkdirSync(programs);
  for (const name of ['node', 'npm', 'sh']) {
    const found = execFileSync('/bin/sh', ['-c', `command -v ${name}`], { env: plainEnvironment(folder), encoding: 'utf8' }).trim();
    symlinkSync(realpathSync(found), join(programs, name));
  }
  return programs;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const sinceMs = performance.now();
  return [await work(), performance.now() - sinceMs];
}

async function end(chain: Chain, send: () => void): Promise<number> {
  const [, tookMs] = await timed(async () => {
    send();
    await chain.exit;
    await chain.untilNothingIsLeft();
  });
  return tookMs;
}

async function prove(title: string, parent: string, runAs: RunAs, count: number): Promise<{ laterMs: number[]; ends: number }> {
  say(`\n${title}`);
  const checkout = cleanClone(parent, runAs);
  let ends = 0;
  try {
    const node = execFileSync(join(checkout.environment.PATH ?? '', 'node'), ['--version'], { encoding: 'utf8' }).trim();
    const [first, firstMs] = await timed(() => startChain(checkout, PATIENCE_OF_THE_FIRST_START_MS));
    say(`  first start from a clean clone (system Node ${node}, empty npm cache): healthy after ${(firstMs / 1000).toFixed(1)} s`);
    let chain = first;
    say(`  Ctrl-C: nothing left after ${(await end(chain, () => process.kill(-(first.npm.pid ?? 0), 'SIGINT'))).toFixed(0)} ms`);
    ends += 1;

    const laterMs: number[] = [];
    const startAgain = async (): Promise<void> => {
      const [next, tookMs] = await timed(() => startChain(checkout));
      chain = next;
      laterMs.push(tookMs);
    };
    for (let index = 0; index < count; index += 1) {
      await startAgain();
      const tookMs = await end(chain, () => chain.npm.kill('SIGTERM'));
      ends += 1;
      if (index === 0) say(`  SIGTERM to npm: nothing left after ${tookMs.toFixed(0)} ms`);
    }
    for (const { role, restarted } of KILLS) {
      await startAgain();
      const before = chain.roles();
      if (restarted) {
        const [, backMs] = await timed(async () => {
          process.kill(before[role].pid, 'SIGKILL');
          await chain.untilHealthyWithout(before.postgres);
        });
        const endMs = await end(chain, () => process.kill(chain.roles().bootstrap.pid, 'SIGTERM'));
        say(
          `  kill -9 of the ${role}: healthy again under the same server after ${backMs.toFixed(0)} ms; SIGTERM, nothing left after ${endMs.toFixed(0)} ms`,
        );
      } else {
        const endMs = await end(chain, () => process.kill(before[role].pid, 'SIGKILL'));
        say(`  kill -9 of the ${role}: nothing left after ${endMs.toFixed(0)} ms`);
      }
      ends += 1;
    }
    say(
      `  ${laterMs.length} later starts, after all of these: median ${median(laterMs).toFixed(0)} ms, longest ${Math.max(...laterMs).toFixed(0)} ms`,
    );
    return { laterMs, ends };
  } finally {
    checkout.remove();
  }
}

const count = Number(process.argv[2] ?? 5);
if (!Number.isInteger(count) || count < 1) throw new Error(`How many later starts? “${process.argv[2]}” is no number of them.`);
const results =
  process.getuid?.() === 0
    ? [
        await prove(`As root, under ${homedir()}`, homedir(), undefined, count),
        await prove('As an ordinary user', tmpdir(), ORDINARY_USER, count),
      ]
    : [await prove('As an ordinary user', tmpdir(), undefined, count)];

const laterMs = results.flatMap((result) => result.laterMs);
const longestMs = Math.max(...laterMs);
const ends = results.reduce((sum, result) => sum + result.ends, 0);
const passed = longestMs < LIMIT_OF_LATER_STARTS_MS;
say(
  `\nstart: ${passed ? 'passed' : 'FAILED'}: ${ends} ends of every kind left no process; ${laterMs.length} later starts, longest ${(longestMs / 1000).toFixed(2)} s (limit ${LIMIT_OF_LATER_STARTS_MS / 1000} s)`,
);
process.exit(passed ? 0 : 1);
