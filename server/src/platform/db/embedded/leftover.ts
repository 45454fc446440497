import { readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { basename, join } from 'node:path';
import type { Clock } from '#platform/clock.ts';
import { dataDirectoryInUse, dataDirectoryUnusable } from './embedded-postgres.errors.ts';
import { runProgram } from './run-program.ts';

const POLL_INTERVAL_MS = 20;
interface Step {
  signal: NodeJS.Signals;
  waitMs: number;
}
// The main process writes everything out and ends its own. Those of a dead one have nothing left to write.
const WITH_MAIN: readonly Step[] = [
  { signal: 'SIGINT', waitMs: 10_000 },
  { signal: 'SIGQUIT', waitMs: 5_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
];
const WITHOUT_MAIN: readonly Step[] = [
  { signal: 'SIGQUIT', waitMs: 500 },
  { signal: 'SIGKILL', waitMs: 5_000 },
];

/**
 * Ends a PostgreSQL that still works on this data: one whose server was killed, or the processes of one that was killed itself,
 * which hold its shared memory. The caller holds the data directory's lock, so that none of them is wanted.
 * Answers how many there were.
 * @throws {AppError} DATA_DIRECTORY_IN_USE by a PostgreSQL that we cannot see, such as another container's
 */
export async function stopLeftover(cluster: string, clock: Clock): Promise<number> {
  const record = readRecord(cluster);
  const found = await findProcesses(cluster, record);
  if (found.length > 0) await endAll(cluster, record, found, clock);
  if (!record) return found.length;
  if (await answers(record.socketFile))
    throw dataDirectoryInUse(cluster, 'a PostgreSQL that this process cannot see (in another container?)');
  // Its number may have been given to another program since; PostgreSQL would take that one for a PostgreSQL and refuse to start.
  await rm(join(cluster, 'postmaster.pid'), { force: true });
  return found.length;
}

async function endAll(cluster: string, record: Postmaster | undefined, found: number[], clock: Clock): Promise<void> {
  let left = found;
  const main = found.find((pid) => pid === record?.pid);
  for (const { signal, waitMs } of main === undefined ? WITHOUT_MAIN : WITH_MAIN) {
    for (const pid of signal === 'SIGINT' && main !== undefined ? [main] : left) send(pid, signal);
    const deadlineMs = clock.monotonicMs() + waitMs;
    do {
      left = await findProcesses(cluster, record);
      if (left.length === 0) return;
      await clock.sleep(POLL_INTERVAL_MS);
    } while (clock.monotonicMs() < deadlineMs);
  }
  throw dataDirectoryUnusable(cluster, `an earlier PostgreSQL does not end (process ${left.join(', ')})`);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone meanwhile.
  }
}

interface Postmaster {
  pid: number;
  socketFile: string;
}

/** postmaster.pid, by line: process, data directory, start time, port, socket directory. */
function readRecord(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), socketFile: lines[4] ? join(lines[4], `.s.PGSQL.${lines[3] ?? ''}`) : '' };
  } catch {
    return undefined;
  }
}

/** Every PostgreSQL process works in its data's directory; Linux tells, and other systems at least name the main process's program. */
async function findProcesses(cluster: string, record: Postmaster | undefined): Promise<number[]> {
  if (process.platform === 'linux') {
    const directory = realDirectory(cluster);
    return directory === undefined
      ? []
      : readdirSync('/proc')
          .map(Number)
          .filter((pid) => pid > 0 && worksIn(pid, directory));
  }
  if (!record) return [];
  const { output } = await runProgram({ file: 'ps', args: ['-o', 'comm=', '-p', String(record.pid)] });
  return output.includes('postgres') ? [record.pid] : [];
}

function realDirectory(directory: string): string | undefined {
  try {
    return realpathSync(directory);
  } catch {
    return undefined;
  }
}

function worksIn(pid: number, directory: string): boolean {
  try {
    // The program's file may have been replaced under it: “/…/postgres (deleted)”.
    return readlinkSync(`/proc/${pid}/cwd`) === directory && /^postgres\b/.test(basename(readlinkSync(`/proc/${pid}/exe`)));
  } catch {
    return false;
  }
}

function answers(socketFile: string): Promise<boolean> {
  if (!socketFile) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect(socketFile);
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
