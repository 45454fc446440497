// A process of its own, run by watched-process.ts: it runs one program and ends it when the server asks, or when the server is
// no longer there, however it died. The channel to the server closes with the server; that is how we learn of it.
import { spawn } from 'node:child_process';
import type { FromWatchdog, ToWatchdog, WatchdogTask } from './watchdog-protocol.ts';

process.title = 'foyer: database watchdog';

const { file, args, directory, environment, uid, gid, endings } = JSON.parse(process.argv[2] ?? '{}') as WatchdogTask;
const ids = { ...(uid === undefined ? {} : { uid }), ...(gid === undefined ? {} : { gid }) };
// The program writes straight to the server's pipe: what it prints does not stop with us.
const program = spawn(file, args, { cwd: directory, env: environment, stdio: ['ignore', 'inherit', 'inherit'], ...ids });

function tell(message: FromWatchdog): void {
  if (process.connected) process.send?.(message, () => undefined);
}

let ending = false;
function end(): void {
  if (ending) return;
  ending = true;
  let delayMs = 0;
  for (const { signal, waitMs } of endings) {
    setTimeout(() => program.kill(signal), delayMs).unref();
    delayMs += waitMs;
  }
}

program.once('spawn', () => tell({ type: 'started', pid: program.pid ?? 0 }));
program.once('error', (error) => {
  tell({ type: 'failed', reason: error.message });
  if (process.connected) process.disconnect();
});
program.once('exit', (code, signal) => {
  tell({ type: 'exited', code, signal });
  if (process.connected) process.disconnect();
});

process.on('message', (message: ToWatchdog) => {
  if (message.type === 'stop') end();
});
process.once('disconnect', end);
// A signal to everything at once (a service manager's) must not end the database before the server is done with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
