/** One way of asking a process to end, and how long to wait for it before the next. */
export interface Ending {
  signal: NodeJS.Signals;
  waitMs: number;
}

/** What the watchdog runs; it gets this as its one argument, in JSON. */
export interface WatchdogTask {
  file: string;
  args: string[];
  directory: string;
  environment: Readonly<Record<string, string>>;
  uid?: number;
  gid?: number;
  endings: Ending[];
}

export type FromWatchdog =
  | { type: 'started'; pid: number }
  | { type: 'failed'; reason: string }
  | { type: 'exited'; code: number | null; signal: NodeJS.Signals | null };

export type ToWatchdog = { type: 'stop' };
