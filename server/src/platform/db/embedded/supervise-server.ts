import type { Cancel, Clock } from '#platform/clock.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Exit, WatchedProcess } from './watched-process.ts';

export type ServerExit = Pick<Exit, 'code' | 'signal' | 'watchdogLost'>;

export interface Supervisor {
  readonly server: WatchedProcess | undefined;
  readonly status: 'ready' | 'restarting' | 'stopped';
  onExit(listener: (exit: ServerExit) => void): () => void;
  stop(): Promise<void>;
}

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;
// A server that ran this long did not die of its start: the next delay is the first one again.
const STABLE_AFTER_MS = 10_000;

/**
 * Keeps a server running: when it dies, or its watchdog does, it is launched again, at growing intervals for as long as that fails.
 * The first launch is not repeated; its error is the caller's.
 */
export async function superviseServer(
  launch: () => Promise<WatchedProcess>,
  { clock, logger }: { clock: Clock; logger: Logger },
): Promise<Supervisor> {
  const listeners = new Set<(exit: ServerExit) => void>();
  let server: WatchedProcess | undefined;
  let status: Supervisor['status'] = 'restarting';
  let failures = 0;
  let cancelRetry: Cancel = () => undefined;
  let launching: Promise<void> = Promise.resolve();
  const stopped = (): boolean => status === 'stopped';

  const start = async (): Promise<void> => {
    const launched = await launch();
    if (stopped()) {
      await launched.stop();
      return;
    }
    server = launched;
    status = 'ready';
    const startedMs = clock.monotonicMs();
    void launched.exited.then((exit) => {
      if (stopped()) return;
      if (clock.monotonicMs() - startedMs > STABLE_AFTER_MS) failures = 0;
      const { code, signal, watchdogLost } = exit;
      logger.error('the database died and is being restarted', { code, signal, watchdogLost, output: exit.output });
      server = undefined;
      status = 'restarting';
      for (const listener of listeners) listener({ code, signal, watchdogLost });
      retryLater();
    });
  };

  const retryLater = (): void => {
    const delayMs = Math.min(FIRST_DELAY_MS * 2 ** failures, LONGEST_DELAY_MS);
    failures += 1;
    cancelRetry = clock.after(delayMs, () => {
      launching = start().then(
        () => logger.info('the database runs again'),
        (error: unknown) => {
          if (stopped()) return;
          logger.error('the database could not be restarted', { error });
          retryLater();
        },
      );
    });
  };

  await start();
  return {
    get server() {
      return server;
    },
    get status() {
      return status;
    },
    onExit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      status = 'stopped';
      cancelRetry();
      await server?.stop();
      await launching;
    },
  };
}
