import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Command, PROGRAM_ENVIRONMENT } from './run-program.ts';
import type { Ending, FromWatchdog, ToWatchdog, WatchdogTask } from './watchdog-protocol.ts';

/** How a program ended. `watchdogLost`: its watchdog died, and the program may still be running. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  watchdogLost: boolean;
  /** The last lines that it wrote. */
  output: string;
}

export interface WatchedProcess {
  /** Known a moment after the start. */
  readonly pid: number | undefined;
  readonly watchdogPid: number | undefined;
  readonly exited: Promise<Exit>;
  stop(): Promise<Exit>;
}

interface Options {
  command: Command;
  directory: string;
  endings: Ending[];
  onLine?: (line: string) => void;
}

const KEPT_LINES = 20;

/**
 * Runs a program under a watchdog, both in a session of their own: Ctrl-C in the terminal does not reach them, and the
 * program ends when this process does, in whatever way.
 */
export function runWatched({ command, directory, endings, onLine }: Options): WatchedProcess {
  const task: WatchdogTask = { ...command, directory, environment: PROGRAM_ENVIRONMENT, endings };
  const watchdog: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'watchdog.ts'), JSON.stringify(task)], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  for (const output of [watchdog.stdout, watchdog.stderr]) {
    if (!output) continue;
    createInterface({ input: output }).on('line', (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      onLine?.(line);
    });
  }

  let pid: number | undefined;
  let ended: { code: number | null; signal: NodeJS.Signals | null } | undefined;
  watchdog.on('message', (message: FromWatchdog) => {
    if (message.type === 'started') pid = message.pid;
    if (message.type === 'failed') lines.push(message.reason);
    if (message.type !== 'started') ended = message.type === 'exited' ? message : { code: null, signal: null };
  });

  const exited = untilGone(watchdog).then(
    (): Exit => ({ code: ended?.code ?? null, signal: ended?.signal ?? null, watchdogLost: ended === undefined, output: lines.join('\n') }),
  );
  return {
    get pid() {
      return pid;
    },
    get watchdogPid() {
      return watchdog.pid;
    },
    exited,
    stop: () => {
      const message: ToWatchdog = { type: 'stop' };
      if (watchdog.connected) watchdog.send(message, () => undefined);
      return exited;
    },
  };
}

/**
 * The end of the watchdog, with its last messages and lines read. Its pipes may stay open beyond: whatever the program started,
 * and the program itself where only the watchdog was killed, still holds them. What was written before is with us already.
 */
async function untilGone(watchdog: ChildProcess): Promise<void> {
  const disconnected = new Promise<void>((resolve) => watchdog.once('disconnect', resolve));
  const started = await new Promise<boolean>((resolve) => {
    watchdog.once('exit', () => resolve(true));
    watchdog.once('error', () => resolve(false));
  });
  if (!started) return;
  await disconnected;
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  watchdog.stdout?.destroy();
  watchdog.stderr?.destroy();
}
