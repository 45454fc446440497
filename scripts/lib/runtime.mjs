import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem, say } from './terminal.mjs';

const OLDEST_MAJOR = 24;

/**
 * The Node that runs the server: the pinned one of node_modules, which is a plain package without install scripts, or the one
 * that runs us where it is new enough.
 * @param {string} root
 * @returns {{ node: string, environment: NodeJS.ProcessEnv }}
 */
export function findRuntime(root) {
  const pinned = pinnedNode(root);
  const problem = pinned ? whyItDoesNotRun(pinned) : `there is no Node package for ${process.platform}-${process.arch}`;
  if (pinned && !problem) return use(pinned);

  if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) {
    if (pinned) say(`The pinned Node cannot be used (${problem}); going on with ${process.version}.`);
    return use(process.execPath);
  }
  throw new Problem(
    `Foyer runs on Node ${OLDEST_MAJOR}, which it usually brings along; here it cannot: ${problem}.\n` +
      `Install Node ${OLDEST_MAJOR} or later (https://nodejs.org) and start again with it; this is ${process.version}.`,
  );
}

/** @param {string} root @returns {string | undefined} */
export function pinnedNode(root) {
  const name = process.platform === 'win32' ? 'win' : process.platform;
  const file = path.join(root, 'node_modules', `node-${name}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

/** @param {string} node @returns {string | undefined} */
function whyItDoesNotRun(node) {
  const { error, status, stdout, signal } = spawnSync(node, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  const code = error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `${node} needs the GNU C library, which this system does not have (musl?)`;
  if (code === 'EACCES') return `${node} may not be executed: its file system is mounted noexec, or the permission is missing`;
  if (error) return `${node}: ${error.message}`;
  if (status !== 0) return `${node} --version ended with ${signal ?? status}`;
  const major = Number(stdout.slice(1).split('.')[0]);
  return major >= OLDEST_MAJOR ? undefined : `${node} is ${stdout.trim()}`;
}

/** @param {string} node */
function use(node) {
  const current = process.env.PATH;
  const folder = path.dirname(node);
  return { node, environment: { ...process.env, PATH: current ? `${folder}${path.delimiter}${current}` : folder } };
}
