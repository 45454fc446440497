import { readFileSync } from 'node:fs';
import { treeOf } from '../../processes/process-tree.ts';

export interface ProcessorTime {
  serverSeconds: number;
  databaseSeconds: number;
}

/** Linux tells programs hundredths of a second, whatever the kernel counts in. */
const TICKS_PER_SECOND = 100;

/**
 * What the server and its database have computed since they began, user and system time. The database's is that of all its
 * processes, those that have ended included.
 */
export function readProcessorTime(serverPid: number, databasePid: number): ProcessorTime {
  const database = treeOf(databasePid).reduce((sum, { pid }) => sum + ticksOf(pid, pid === databasePid), 0);
  return { serverSeconds: ticksOf(serverPid, false) / TICKS_PER_SECOND, databaseSeconds: database / TICKS_PER_SECOND };
}

function ticksOf(pid: number, withEndedChildren: boolean): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Counted after the name, which may hold spaces: user, system, and the same of children that have ended.
    const [user, system, childrenUser, childrenSystem] = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number);
    return (user ?? 0) + (system ?? 0) + (withEndedChildren ? (childrenUser ?? 0) + (childrenSystem ?? 0) : 0);
  } catch {
    // It has ended in the meantime, and its parent has counted it.
    return 0;
  }
}

export const spentBetween = (before: ProcessorTime, after: ProcessorTime): ProcessorTime => ({
  serverSeconds: after.serverSeconds - before.serverSeconds,
  databaseSeconds: after.databaseSeconds - before.databaseSeconds,
});
