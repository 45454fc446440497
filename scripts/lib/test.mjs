import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildPages } from './build-pages.mjs';
import { ROOT } from './paths.mjs';
import { runChild } from './run-child.mjs';
import { say, secondsSince } from './terminal.mjs';
import { readCounts, summaryOf } from './test-counts.mjs';

/**
 * Runs everything that must be true at every commit, to the end even when something failed; with arguments, vitest alone.
 * @param {import('./main.mjs').Context} context @param {string[]} args
 */
export async function test(context, args) {
  /** @type {import('./test-counts.mjs').Counts} */
  const total = { passed: 0, failed: 0, skipped: 0 };

  await buildPages(context);
  for (const check of args.length > 0 ? [] : checks(context.node)) {
    const outcome = await runCheck(context, check);
    if (context.signals.received) return context.signals.exitCode();
    total[outcome] += 1;
  }

  const counts = await runVitest(context, args);
  if (context.signals.received) return context.signals.exitCode();
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
  say(`\n${summaryOf(total)}`);
  return total.failed > 0 ? 1 : 0;
}

/**
 * @typedef {{ name: string, command: [string, ...string[]], skipped?: string | undefined }} Check
 * @param {string} node @returns {Check[]}
 */
function checks(node) {
  const platform = `${process.platform === 'win32' ? 'win32' : process.platform}-${process.arch}`;
  const biome = path.join(ROOT, 'node_modules', '@biomejs', `cli-${platform}`, process.platform === 'win32' ? 'biome.exe' : 'biome');
  return [
    { name: 'Biome', command: [biome, 'check'], skipped: existsSync(biome) ? undefined : `no Biome for ${platform}` },
    { name: 'tsc', command: [node, tool('typescript-native/bin/tsc'), '-p', ROOT] },
    { name: 'tsc (widget)', command: [node, tool('typescript-native/bin/tsc'), '-p', path.join(ROOT, 'widget')] },
    {
      name: 'tsc (pages)',
      command: [node, tool('typescript-native/bin/tsc'), '-p', path.join(ROOT, 'server/src/app/tsconfig.browser.json')],
    },
    { name: 'tsc (e2e)', command: [node, tool('typescript-native/bin/tsc'), '-p', path.join(ROOT, 'e2e')] },
    {
      name: 'dependency-cruiser',
      command: [
        node,
        tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        '.dependency-cruiser.mjs',
        'contracts',
        'server',
        'widget/src',
      ],
    },
    { name: 'sizes of the widget', command: [node, path.join(ROOT, 'scripts', 'foyer.mjs'), 'sizes'] },
  ];
}

/** @param {string} name */
const tool = (name) => path.join(ROOT, 'node_modules', ...name.split('/'));

/** @param {import('./main.mjs').Context} context @param {Check} check @returns {Promise<keyof import('./test-counts.mjs').Counts>} */
async function runCheck(context, { name, command, skipped }) {
  if (skipped) {
    say(`\n== ${name}: skipped: ${skipped}`);
    return 'skipped';
  }
  return (await step(context, name, command)) === 0 ? 'passed' : 'failed';
}

/** @param {import('./main.mjs').Context} context @param {string[]} args */
async function runVitest(context, args) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'foyer-test-'));
  try {
    const report = path.join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await step(context, 'vitest', [context.node, tool('vitest/vitest.mjs'), 'run', ...reporters, ...args]);
    return readCounts(report, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('./main.mjs').Context} context @param {string} name @param {[string, ...string[]]} command */
async function step({ signals, environment }, name, [file, ...args]) {
  say(`\n== ${name}`);
  const sinceMs = performance.now();
  const code = await runChild(file, args, { signals, environment, endsWithItsOwn: true });
  say(`== ${name}: ${code === 0 ? 'passed' : `failed (exit code ${code})`} in ${secondsSince(sinceMs)}`);
  return code;
}
