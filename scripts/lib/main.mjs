import { watchAncestors } from './ancestors.mjs';
import { apiTypes } from './api-types.mjs';
import { auditVerify } from './audit-verify.mjs';
import { buildAnew } from './build-pages.mjs';
import { chat } from './chat.mjs';
import { ensureInstalled } from './install.mjs';
import { migration } from './migration.mjs';
import { ROOT } from './paths.mjs';
import { prove } from './prove.mjs';
import { findRuntime } from './runtime.mjs';
import { secretsRotate } from './secrets-rotate.mjs';
import { createSignals } from './signals.mjs';
import { sizes } from './sizes.mjs';
import { start } from './start.mjs';
import { complain, Problem } from './terminal.mjs';
import { test } from './test.mjs';

/**
 * @typedef {{ node: string, environment: NodeJS.ProcessEnv, signals: import('./signals.mjs').Signals }} Context
 *   `node` is the pinned Node, `environment` has it first in PATH.
 * @type {Record<string, (context: Context, args: string[]) => Promise<number>>}
 */
const COMMANDS = {
  start,
  chat,
  test,
  prove,
  migration,
  'api-types': apiTypes,
  'audit-verify': auditVerify,
  'secrets-rotate': secretsRotate,
  build: buildAnew,
  sizes,
};

/** Runs one command of the project and leaves with its exit code. @param {string[]} argv */
export async function main([name = '', ...args]) {
  const signals = createSignals();
  watchAncestors(() => signals.raise('SIGTERM'));
  try {
    const command = COMMANDS[name];
    if (!command) throw new Problem(`Unknown command “${name}”: give one of ${Object.keys(COMMANDS).join(', ')}.`);
    process.chdir(ROOT);
    await ensureInstalled(ROOT, signals);
    const runtime = findRuntime(ROOT);
    process.exit(await command({ ...runtime, signals }, args));
  } catch (error) {
    if (signals.received) process.exit(signals.exitCode());
    complain(error instanceof Problem ? error.message : String(error instanceof Error ? error.stack : error));
    process.exit(1);
  }
}
