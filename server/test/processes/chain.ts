import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Checkout } from './checkout.ts';
import { isAlive, type ProcessEntry, processesIn, treeOf, until } from './process-tree.ts';

export type Role = 'npm' | 'bootstrap' | 'server' | 'watchdog' | 'postgres';

/** A running `npm start` and the processes that it consists of. */
export interface Chain {
  npm: ChildProcess;
  roles(): Record<Role, ProcessEntry>;
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  output(): string;
  untilHealthy(): Promise<void>;
  /** Resolves when it is healthy with another PostgreSQL process than the given one. */
  untilHealthyWithout(postgres: ProcessEntry): Promise<void>;
  /** Resolves when no process of it is left, nor any other in its checkout. */
  untilNothingIsLeft(): Promise<void>;
}

/** Runs `npm start` as a terminal does, in a process group of its own, and waits until it is healthy. */
export async function startChain({ directory, runAs, environment }: Checkout, patienceMs = 60_000): Promise<Chain> {
  const port = await freePort();
  const npm = spawn('npm', ['start'], {
    cwd: directory,
    env: { ...environment, PORT: String(port) },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...runAs,
  });
  let output = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const exit = once(npm, 'exit').then(([code, signal]) => ({ code, signal }));
  const untilHealthy = async (): Promise<void> => {
    const found = await until(
      'npm start to be healthy',
      async () => (await healthOf(port)) === 200 || (npm.exitCode !== null && 'ended'),
      patienceMs,
    );
    if (found === 'ended') throw new Error(`npm start ended with ${npm.exitCode}:\n${output}`);
  };
  await untilHealthy();
  let members = treeOf(npm.pid ?? 0);
  return {
    npm,
    roles: () => rolesOf(members),
    exit,
    output: () => output,
    untilHealthy,
    untilHealthyWithout: async (postgres) => {
      await until('another PostgreSQL', () => {
        if (isAlive(postgres)) return false;
        members = treeOf(npm.pid ?? 0);
        return hasDatabase(members);
      });
      await untilHealthy();
    },
    untilNothingIsLeft: async () => {
      const left = (): ProcessEntry[] => [...members.filter(isAlive), ...processesIn(directory)];
      await until('all processes to end', () => left().length === 0).catch((error: unknown) => {
        const names = left().map(({ pid, title }) => `${pid} ${title}`);
        for (const entry of left()) kill(entry.pid);
        throw new Error(`Left over: ${names.join(', ')}\n${output}`, { cause: error });
      });
    },
  };
}

/** What a failed test leaves must not stay on the machine. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone meanwhile.
  }
}

function hasDatabase(members: ProcessEntry[]): boolean {
  try {
    return rolesOf(members).postgres.title.includes('postgres');
  } catch {
    return false;
  }
}

export async function healthOf(port: number): Promise<number | undefined> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}

function rolesOf(members: ProcessEntry[]): Record<Role, ProcessEntry> {
  const find = (role: Role, matches: (entry: ProcessEntry) => boolean): ProcessEntry => {
    const found = members.find(matches);
    if (!found) throw new Error(`There is no ${role} among ${members.map(({ title }) => title).join(' | ')}`);
    return found;
  };
  const npm = find('npm', () => true);
  const bootstrap = find('bootstrap', ({ title }) => /^node scripts\/foyer\.mjs start/.test(title));
  const server = find('server', ({ parentPid }) => parentPid === bootstrap.pid);
  const watchdog = find('watchdog', ({ parentPid }) => parentPid === server.pid);
  const postgres = find('postgres', ({ parentPid }) => parentPid === watchdog.pid);
  return { npm, bootstrap, server, watchdog, postgres };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
