import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataDirectoryInUse } from './embedded-postgres.errors.ts';

const ANSWER_TIMEOUT_MS = 1000;
/** Of somebody who hangs up without a word: a child of a killed holder has its socket until it begins its own program. */
const ATTEMPTS = 20;

export interface DataDirectoryLock {
  release(): Promise<void>;
}

/**
 * Lets one process at a time use a data directory. The lock is a listening socket, since that ends with its process, however
 * that dies; who connects is told the holder's process id.
 * @throws {AppError} DATA_DIRECTORY_IN_USE
 */
export async function lockDataDirectory(dataDirectory: string): Promise<DataDirectoryLock> {
  const address = addressOf(dataDirectory);
  for (let attempt = 1; ; attempt += 1) {
    const held = await listen(address);
    if (held) return { release: () => new Promise((resolve) => held.close(() => resolve())) };
    const holder = await askHolder(address);
    const isGoing = holder === 'dead' || holder === 'going';
    if (!isGoing || attempt === ATTEMPTS) throw dataDirectoryInUse(dataDirectory, isGoing ? 'another process' : holder);
    if (holder === 'dead') await unlink(address).catch(() => undefined);
    else await pause(50);
  }
}

/**
 * Named after the directory itself, so that two paths to it are one lock. Linux has sockets without a file; elsewhere a dead
 * holder's file is recognised by its refusing.
 */
function addressOf(dataDirectory: string): string {
  const { dev, ino } = statSync(dataDirectory, { bigint: true });
  const name = `foyer-data-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16)}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      // Hanging up ourselves, so that a caller who does not cannot hold up the release.
      socket.end(String(process.pid), () => socket.destroy());
    });
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(address, () => resolve(server.unref()));
  });
}

function askHolder(address: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let answer = '';
    const settle = (holder: string): void => {
      socket.destroy();
      resolve(holder);
    };
    // A holder that is stopped or busy accepts and says nothing: it holds the lock all the same.
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => settle('another process'));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.once('end', () => settle(/^\d+$/.test(answer) ? `process ${answer}` : 'going'));
    socket.once('error', (error: NodeJS.ErrnoException) => settle(error.code === 'ECONNREFUSED' ? 'dead' : 'going'));
  });
}
