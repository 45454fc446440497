import { readFileSync } from 'node:fs';
import { ROOT } from './paths.mjs';

const POLL_INTERVAL_MS = 500;
const SHELL = /^(sh|ash|dash|bash|busybox|zsh)$/;

/**
 * Calls back when the npm that runs us has died, which nobody tells us: killed with -9 it passes nothing on, and the shell
 * between us and it may live on. Started by anything else (systemd, a container, a shell with nohup) our parent's end means
 * nothing, and nothing is watched.
 * @param {() => void} onGone
 */
export function watchAncestors(onGone) {
  if (!startedByOurNpm() || startedByNohup()) return;
  const alive = process.platform === 'linux' ? watchLinux() : watchParentId();
  const timer = setInterval(() => {
    if (alive()) return;
    clearInterval(timer);
    onGone();
  }, POLL_INTERVAL_MS);
  timer.unref();
}

function startedByOurNpm() {
  const manifest = process.env.npm_package_json;
  return Boolean(process.env.npm_lifecycle_event) && manifest?.startsWith(ROOT);
}

/**
 * Node forgets that nohup told it to ignore a hang-up, so that npm dies of one; we are to go on all the same. Shells leave the
 * program that they ran in `_`.
 */
export function startedByNohup() {
  return /(^|\/)nohup$/.test(process.env._ ?? '');
}

function watchParentId() {
  const parent = process.ppid;
  return () => process.ppid === parent;
}

/** Watches our parent and, across one shell, its parent; a process id that was given to another process counts as dead. */
function watchLinux() {
  const parent = readProcess(process.ppid);
  const watched = parent ? [parent] : [];
  if (parent && SHELL.test(parent.name)) {
    const grandparent = readProcess(parent.parentId);
    if (grandparent) watched.push(grandparent);
  }
  return () => watched.every((ancestor) => readProcess(ancestor.id)?.startedAt === ancestor.startedAt);
}

/**
 * A zombie is dead already, whoever has yet to collect it.
 * @param {number} id
 */
function readProcess(id) {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8');
    // The name stands in parentheses and may itself contain any of them: the fields begin after the last one.
    const end = text.lastIndexOf(')');
    const fields = text.slice(end + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return { id, name: text.slice(text.indexOf('(') + 1, end), parentId: Number(fields[1]), startedAt: fields[19] };
  } catch {
    return undefined;
  }
}
