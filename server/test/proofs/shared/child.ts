import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A process of a proof, which may be killed or paused at any moment. What it sends arrives at `onMessage`. */
export interface Child {
  readonly pid: number;
  readonly exited: Promise<void>;
  send(message: unknown): void;
  kill(): Promise<void>;
  /** SIGSTOP; `go` lets it run again. */
  stand(): void;
  go(): void;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** For a proof that is run by itself: told to end, it takes its processes along. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));
}

/** What every script of a proof sends first. */
export const READY = 'ready';

/** Forks a script with one argument, and resolves when it has sent `READY`. */
export async function startChild(script: string, argument: unknown, onMessage: (message: unknown) => void): Promise<Child> {
  const child = fork(script, [JSON.stringify(argument)], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  running.add(child);
  child.on('error', () => {});
  const exited = once(child, 'exit').then(() => void running.delete(child));
  const ready = Promise.withResolvers<void>();
  child.on('message', (message) => {
    if (message === READY) ready.resolve();
    else onMessage(message);
  });
  await Promise.race([ready.promise, exited.then(() => Promise.reject(new Error(`${script} ended before it was ready.`)))]);
  return {
    pid: child.pid ?? 0,
    exited,
    send: (message) => {
      // It may be dead by now; whoever sends does not know, and need not.
      if (child.connected) child.send(message as never, () => {});
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stand: () => void child.kill('SIGSTOP'),
    go: () => void child.kill('SIGCONT'),
  };
}

/** For the script itself: its argument, and an end with its parent's. */
export function childArgument<T>(): T {
  process.on('disconnect', () => process.exit(0));
  return JSON.parse(process.argv[2] ?? 'null') as T;
}

export const tell = (message: unknown): void => {
  if (process.connected) process.send?.(message, () => {});
};
