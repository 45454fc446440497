import { spawn } from 'node:child_process';
import { exitCodeOf } from './signals.mjs';

/**
 * @typedef {object} ChildOptions
 * @property {import('./signals.mjs').Signals} signals
 * @property {NodeJS.ProcessEnv} environment
 * @property {boolean} [tellsOurEnd] the child learns of our death, by its IPC channel
 * @property {boolean} [endsWithItsOwn] what the child leaves behind in its process group is ended with it
 * @property {boolean} [readsInput] the child reads what is typed or piped to us; without this it has no input
 * @property {(chunk: Buffer) => void} [onOutput] takes what the child prints, which otherwise goes to our own output
 */

/**
 * Runs a program to its end and resolves with its exit code, passing on the signals that we get.
 * It has a session of its own, so that it hears of Ctrl-C from us only, and once; a terminal that it reads from, it must share.
 * The third one is the last: whoever presses Ctrl-C three times means it.
 * @param {string} file @param {string[]} args @param {ChildOptions} options @returns {Promise<number>}
 */
export function runChild(file, args, { signals, environment, tellsOurEnd = false, endsWithItsOwn = false, readsInput = false, onOutput }) {
  const output = onOutput ? 'pipe' : 'inherit';
  const child = spawn(file, args, {
    env: environment,
    stdio: [readsInput ? 'inherit' : 'ignore', output, output, ...(tellsOurEnd ? [/** @type {const} */ ('ipc')] : [])],
    detached: !readsInput && process.platform !== 'win32',
  });
  if (onOutput) {
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
  }
  const unsubscribe = signals.subscribe((signal, times) => child.kill(times < 3 ? signal : 'SIGKILL'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ? exitCodeOf(signal) : (code ?? 1)));
  }).finally(() => {
    unsubscribe();
    if (endsWithItsOwn && child.pid !== undefined) endGroup(child.pid);
  });
}

/** @param {number} leader */
function endGroup(leader) {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nobody was left.
  }
}
