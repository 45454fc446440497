import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const CLAMD = '/usr/sbin/clamd';
export const hasClamd = existsSync(CLAMD);

/** The test file that every scanner knows; harmless. In two pieces, so that no scanner takes this source for it. Source: eicar.org */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
/** What that file is called by the one signature of the tests' database: its MD5 and its length. */
export const EICAR_NAME = 'Foyer-Test-File';
const SIGNATURE = `44d88612fea8a8f36de82e1278abb02f:68:${EICAR_NAME}\n`;
export const STREAM_LIMIT_BYTES = 1024 * 1024;

export interface TestClamd {
  port: number;
  socketPath: string;
  stop(): Promise<void>;
}

/** A real clamd on loopback and on a Unix socket, with a database of its own that knows one file. */
export async function startTestClamd(): Promise<TestClamd> {
  const directory = mkdtempSync(join(tmpdir(), 'foyer-clamd-'));
  chmodSync(directory, 0o755);
  const socketPath = join(directory, 'clamd.sock');
  const port = await freePort();
  writeFileSync(join(directory, 'test.hdb'), SIGNATURE);
  const settings = {
    DatabaseDirectory: directory,
    LocalSocket: socketPath,
    TCPSocket: String(port),
    TCPAddr: '127.0.0.1',
    Foreground: 'yes',
    StreamMaxLength: String(STREAM_LIMIT_BYTES),
    SelfCheck: '0',
  };
  const configuration = join(directory, 'clamd.conf');
  writeFileSync(
    configuration,
    Object.entries(settings)
      .map((line) => `${line.join(' ')}\n`)
      .join(''),
  );
  const server = spawn(CLAMD, ['--config-file', configuration], { stdio: ['ignore', 'pipe', 'ignore'] });
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const exited = once(server, 'exit');
      server.kill('SIGKILL');
      await exited;
    }
    rmSync(directory, { recursive: true, force: true });
  };
  if (await isReady(server)) return { port, socketPath, stop };
  await stop();
  throw new Error('clamd ended before it was ready.');
}

/** It says how often it checks itself when everything else is done. */
async function isReady(server: ChildProcess): Promise<boolean> {
  for await (const line of createInterface({ input: server.stdout as NodeJS.ReadableStream })) {
    if (/self ?check/i.test(line)) return true;
  }
  return false;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port on loopback.');
  return address.port;
}
