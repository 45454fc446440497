import { createHash } from 'node:crypto';
import { statSync, unlinkSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/**
 * Runs one piece of work at a time per folder, across processes. The lock is a listening socket, because it ends with its
 * process, however that dies.
 * @template T
 * @param {string} folder @param {() => Promise<T>} work @param {() => void} onWait called once when somebody else is at it
 * @returns {Promise<T>}
 */
export async function exclusively(folder, work, onWait) {
  const address = addressOf(folder);
  let waited = false;
  for (;;) {
    const lock = await listen(address);
    if (lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    if (!waited) onWait();
    waited = true;
    await untilHolderEnds(address);
  }
}

/** Linux has sockets without a file, Windows pipes; elsewhere the file of a dead holder is cleared away. @param {string} folder */
function addressOf(folder) {
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = `foyer-install-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(os.tmpdir(), `${name}.sock`);
}

/** @param {string} address @returns {Promise<{ release(): void } | undefined>} */
function listen(address) {
  return new Promise((resolve, reject) => {
    /** @type {Set<net.Socket>} those who wait, until we hang up on them */
    const waiting = new Set();
    const server = net.createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => waiting.delete(socket));
    });
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    const release = () => {
      server.close();
      for (const socket of waiting) socket.destroy();
    };
    server.listen(address, () => resolve({ release }));
  });
}

/** @param {string} address @returns {Promise<void>} */
function untilHolderEnds(address) {
  return new Promise((resolve) => {
    const socket = net.connect(address);
    socket.resume();
    socket.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'ECONNREFUSED' && path.isAbsolute(address)) clearAway(address);
    });
    socket.once('close', () => setTimeout(resolve, 50));
  });
}

/** @param {string} file */
function clearAway(file) {
  try {
    unlinkSync(file);
  } catch {
    // Another waiter was quicker.
  }
}
