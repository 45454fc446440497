import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process of Linux; its number alone may be given to another one later, together with its start it may not. */
export interface ProcessEntry {
  pid: number;
  parentPid: number;
  startedAt: string;
  title: string;
}

export function readProcess(pid: number): ProcessEntry | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended, and waits to be collected by whoever is its parent now.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parentPid: Number(fields[1]), startedAt: fields[19] ?? '', title };
  } catch {
    return undefined;
  }
}

export function allProcesses(): ProcessEntry[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map(readProcess)
    .filter((entry) => entry !== undefined);
}

/** A process and everything that it started, and those, and so on. */
export function treeOf(pid: number): ProcessEntry[] {
  const all = allProcesses();
  const tree = all.filter((entry) => entry.pid === pid);
  for (const parent of tree) tree.push(...all.filter((entry) => entry.parentPid === parent.pid));
  return tree;
}

export const isAlive = ({ pid, startedAt }: ProcessEntry): boolean => readProcess(pid)?.startedAt === startedAt;

/** Every process that works in a directory or below it. */
export function processesIn(directory: string): ProcessEntry[] {
  return allProcesses().filter(({ pid }) => {
    try {
      return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${directory}/`);
    } catch {
      return false;
    }
  });
}

/** Looks again and again until `look` finds something, and gives up after `patienceMs` with what was looked for. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  patienceMs = 60_000,
): Promise<T> {
  const deadlineMs = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadlineMs) throw new Error(`Waited ${patienceMs} ms in vain: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
