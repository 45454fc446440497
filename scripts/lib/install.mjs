import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { exclusively } from './exclusive.mjs';
import { isInstalled, missingRuntime, removeStamp, writeStamp } from './install-state.mjs';
import { runChild } from './run-child.mjs';
import { Problem, say, secondsSince } from './terminal.mjs';

const SHOWN_CHARACTERS_OF_A_FAILURE = 6000;

/**
 * Installs the packages of the lock file when they are not there yet; otherwise asks nobody, so that it works offline.
 * @param {string} root @param {import('./signals.mjs').Signals} signals
 */
export async function ensureInstalled(root, signals) {
  if (isInstalled(root)) return;
  refuseLink(root);
  await exclusively(
    root,
    async () => {
      await untilNoOtherNpm(root);
      if (isInstalled(root)) return;
      await install(root, signals);
    },
    () => say('Another start is installing the packages; waiting for it.'),
  );
}

/** npm would empty the folder behind a link, which belongs to another checkout. @param {string} root */
function refuseLink(root) {
  const folder = path.join(root, 'node_modules');
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Problem(
    `${folder} is a link to the packages of another checkout, and they are not those of this lock file. Remove the link, or install there.`,
  );
}

/** @param {string} root @param {import('./signals.mjs').Signals} signals */
async function install(root, signals) {
  const sinceMs = performance.now();
  say('Installing packages (once; takes a minute or so) …');
  removeStamp(root);
  /** @type {Buffer[]} */
  const output = [];
  // Install scripts are left out: nothing here needs one, and so it makes no difference where they are blocked.
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const [file, ...args] = npmCommand();
  const code = await runChild(file, [...args, 'ci', ...options], {
    signals,
    environment: process.env,
    onOutput: (chunk) => output.push(chunk),
  }).catch((error) => {
    throw new Problem(`npm could not be run (${error.message}): is it installed and in PATH?`);
  });
  const tail = Buffer.concat(output).toString().trim().slice(-SHOWN_CHARACTERS_OF_A_FAILURE);
  if (signals.received) throw new Problem('The installation was interrupted; the next start does it again.');
  if (code !== 0) throw new Problem(`${tail}\nnpm ci failed with exit code ${code} in ${root}.`);
  const missing = missingRuntime(root);
  if (missing)
    throw new Problem(`${tail}\nnpm left out ${missing}, as it does when a download fails. Please start again with a working network.`);
  writeStamp(root);
  say(`Installed in ${secondsSince(sinceMs)}.`);
}

/** The npm that runs us, with the Node that runs us; another package manager, or none, gives way to the npm in PATH. @returns {[string, ...string[]]} */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && path.basename(script) === 'npm-cli.js' && existsSync(script)) return [process.execPath, script];
  return process.platform === 'win32' ? ['cmd.exe', '/d', '/s', '/c', 'npm'] : ['npm'];
}

/**
 * An npm that goes on after its start was killed would work in the same folder as ours. Seen on Linux only, where processes tell
 * their folder; elsewhere the second of the two would find a half-made node_modules and do it again.
 * @param {string} root
 */
async function untilNoOtherNpm(root) {
  if (process.platform !== 'linux') return;
  const folder = realpathSync(root);
  let told = false;
  while (readdirSync('/proc').some((id) => /^\d+$/.test(id) && isNpmInstalling(id, folder))) {
    if (!told) say('An npm is still installing in this folder; waiting for it.');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** @param {string} id @param {string} folder */
function isNpmInstalling(id, folder) {
  try {
    if (readlinkSync(`/proc/${id}/cwd`) !== folder) return false;
    return /^npm (ci|install|i|clean-install)\b/.test(readFileSync(`/proc/${id}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}
