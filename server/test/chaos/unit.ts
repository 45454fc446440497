import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, type ProcessEntry, treeOf, until } from '#test/processes/process-tree.ts';

export interface UnitCommand {
  name: string;
  file: string;
  args: string[];
  directory: string;
  environment: Record<string, string>;
  /** Everything that it prints, of all its lives. */
  logFile: string;
  /** Whether it learns of our end by a channel, as a server does under its bootstrap. */
  hasChannel: boolean;
}

/** One process that is started again whenever it has ended, as a service manager does. */
export interface Unit {
  readonly name: string;
  readonly isPaused: boolean;
  /** Deaths that nobody caused on purpose, exits of orderly stops that were not orderly, and processes that were left. */
  readonly problems: string[];
  tree(): ProcessEntry[];
  /** Sends a signal to it, or to one process of its tree, and resolves when all that has to end has ended. */
  end(signal: 'SIGKILL' | 'SIGTERM', victim?: ProcessEntry): Promise<void>;
  /** The same, without starting it again. @returns what does */
  takeDown(signal: 'SIGKILL' | 'SIGTERM', victim?: ProcessEntry): Promise<() => void>;
  /** Stops it in its tracks for a while, without waiting for that while. */
  pauseFor(durationMs: number): Promise<void>;
  stop(): Promise<void>;
}

const END_PATIENCE_MS = 40_000;
const RESTART_AFTER_FAILURE_MS = 300;

export function keepRunning(command: UnitCommand): Unit {
  const problems: string[] = [];
  let child = launch(command);
  let isStopping = false;
  let isPaused = false;
  /** The process whose end was wanted. */
  let wantedEnd: ChildProcess | undefined;
  supervise();
  // However the harness ends, what it started does not stay.
  const endWithUs = (): void => {
    child.kill('SIGCONT');
    child.kill('SIGTERM');
  };
  process.once('exit', endWithUs);

  function supervise(): void {
    const current = child;
    current.once('exit', async (code, signal) => {
      if (isStopping) return;
      if (wantedEnd !== current) {
        problems.push(`${command.name} ended by itself (${signal ?? `exit code ${code}`})`);
        await sleep(RESTART_AFTER_FAILURE_MS);
        if (isStopping) return;
        restart();
      }
    });
  }

  function restart(): void {
    child = launch(command);
    supervise();
  }

  const exitOf = async (ended: ChildProcess): Promise<{ code: number | null }> => {
    if (ended.exitCode === null && ended.signalCode === null) await once(ended, 'exit');
    return { code: ended.exitCode };
  };

  async function takeDown(signal: 'SIGKILL' | 'SIGTERM', victim?: ProcessEntry): Promise<() => void> {
    const current = child;
    // Looked for only where it is needed: those who kill at a certain moment do not wait for it.
    const members = command.hasChannel ? [] : treeOf(current.pid ?? 0);
    wantedEnd = current;
    process.kill(victim?.pid ?? current.pid ?? 0, signal);
    const { code } = await exitOf(current);
    if (signal === 'SIGTERM' && code !== 0) problems.push(`${command.name} ended with ${code ?? current.signalCode} after SIGTERM`);
    // A server that was killed leaves its database to the next start; the chain of npm and bootstrap ends as a whole.
    if (!command.hasChannel) await untilGone(members);
    return restart;
  }

  return {
    name: command.name,
    get isPaused() {
      return isPaused;
    },
    problems,
    tree: () => treeOf(child.pid ?? 0),

    end: async (signal, victim) => (await takeDown(signal, victim))(),
    takeDown,

    pauseFor: async (durationMs) => {
      const current = child;
      isPaused = true;
      current.kill('SIGSTOP');
      setTimeout(() => {
        isPaused = false;
        current.kill('SIGCONT');
      }, durationMs);
    },

    stop: async () => {
      isStopping = true;
      process.off('exit', endWithUs);
      const members = treeOf(child.pid ?? 0);
      endWithUs();
      await exitOf(child);
      await untilGone(members);
    },
  };

  async function untilGone(members: ProcessEntry[]): Promise<void> {
    try {
      await until('all of its processes to end', () => !members.some(isAlive), END_PATIENCE_MS);
    } catch {
      problems.push(`${command.name} left ${members.filter(isAlive).map(({ pid, title }) => `${pid} ${title}`)}`);
    }
  }
}

function launch({ file, args, directory, environment, logFile, hasChannel }: UnitCommand): ChildProcess {
  const log = openSync(logFile, 'a');
  return spawn(file, args, {
    cwd: directory,
    env: environment,
    // In a session of its own: Ctrl-C is ours to pass on.
    detached: true,
    stdio: ['ignore', log, log, ...(hasChannel ? (['ipc'] as const) : [])],
  });
}
