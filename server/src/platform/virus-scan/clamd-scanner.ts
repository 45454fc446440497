import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Clock } from '../clock.ts';
import { assertOutsideUnitOfWork } from '../db/unit-of-work.ts';
import { type AppError, unavailable } from '../errors.ts';
import { type ClamdAddress, describeAddress } from './clamd-address.ts';
import type { ScanResult, VirusScanner } from './virus-scanner.ts';

export interface ClamdOptions {
  address: ClamdAddress;
  clock: Clock;
  /** For the whole of one file. clamd itself gives up on a file after two minutes. */
  patienceMs?: number;
}

const PATIENCE_MS = 150_000;
/** clamd's answers are one short line; more is somebody else. */
const MAXIMUM_REPLY_LENGTH = 4_096;

/** ClamAV's daemon, by its command INSTREAM (clamd(8)): chunks with their length in front, an empty one at the end. Every file has a connection of its own. */
export function createClamdScanner({ address, clock, patienceMs = PATIENCE_MS }: ClamdOptions): VirusScanner {
  return {
    scan: async (content) => {
      assertOutsideUnitOfWork('The virus scanner');
      const socket = connect('path' in address ? { path: address.path } : { host: address.host, port: address.port });
      const cancel = clock.after(patienceMs, () => socket.destroy(new Error('clamd did not answer in time')));
      const reply = replyOf(socket);
      // Whoever fails first is told; the other's failure is the same story.
      reply.catch(() => undefined);
      try {
        await sendAll(socket, content);
        return meaningOf(await reply);
      } catch (error) {
        if (error instanceof ConnectionLost) return meaningOf(await reply);
        throw error;
      } finally {
        cancel();
        socket.destroy();
      }
    },
    describe: () => describeAddress(address),
  };
}

class ConnectionLost extends Error {}

async function sendAll(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  await send(socket, Buffer.from('zINSTREAM\0'));
  for await (const chunk of content) {
    if (chunk.length === 0) continue;
    await send(socket, lengthOf(chunk.length));
    await send(socket, chunk);
  }
  await send(socket, lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** @throws {ConnectionLost} when clamd has hung up: its reply, if there was one, says why */
async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  if (socket.destroyed || !socket.writable) throw new ConnectionLost();
  if (socket.write(bytes)) return;
  const gone = new AbortController();
  const lost = once(socket, 'close', { signal: gone.signal }).then(() => {
    throw new ConnectionLost();
  });
  lost.catch(() => undefined);
  await Promise.race([once(socket, 'drain', { signal: gone.signal }), lost]).catch((error: unknown) => {
    throw error instanceof ConnectionLost ? error : new ConnectionLost();
  });
  gone.abort();
}

function replyOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = '';
    let failure: Error | undefined;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      reply += text;
      if (reply.includes('\0')) resolve(reply.slice(0, reply.indexOf('\0')));
      else if (reply.length > MAXIMUM_REPLY_LENGTH) socket.destroy();
    });
    socket.on('error', (error) => {
      failure = error;
    });
    socket.on('close', () => reject(away(failure ?? new Error('clamd hung up without an answer'))));
  });
}

/** `stream: OK`, `stream: <name> FOUND`, or an error, which also comes for a file above its StreamMaxLength. */
function meaningOf(reply: string): ScanResult {
  if (reply === 'stream: OK') return { isClean: true };
  const [, finding] = /^stream: (.+) FOUND$/.exec(reply) ?? [];
  if (finding !== undefined) return { isClean: false, finding };
  throw away(new Error(`clamd answered: ${reply}`));
}

const away = (cause: unknown): AppError =>
  unavailable('VIRUS_SCAN_UNAVAILABLE', 'Files cannot be checked for viruses at the moment, so none is taken. Try again later.', {
    cause,
    retryAfterSeconds: 30,
  });
