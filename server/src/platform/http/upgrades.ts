import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '../telemetry/logger.ts';

/** A socket endpoint. Upgrades pass no HTTP hook: the handler checks origin, credentials and limits itself. */
export interface Upgrade {
  readonly path: string;
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): void | Promise<void>;
}

export interface Upgrades {
  /** How many upgraded connections are open. */
  open(): number;
  /** Refuses new ones from now on. */
  drain(): void;
  /** Cuts those that are still open. */
  destroyAll(): void;
}

/** Hands upgrade requests to the endpoint of their path; others are refused and closed. */
export function dispatchUpgrades(server: Server, endpoints: readonly Upgrade[], logger: Logger): Upgrades {
  const byPath = new Map(endpoints.map((endpoint) => [endpoint.path, endpoint]));
  const sockets = new Set<Duplex>();
  let isDraining = false;

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A reset between here and the handler's own listener would otherwise end the process.
    socket.on('error', () => socket.destroy());
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));

    const endpoint = byPath.get(pathOf(request));
    if (endpoint === undefined) return refuse(socket, 404);
    if (isDraining) return refuse(socket, 503);
    const fail = (error: unknown) => {
      logger.error('Upgrade failed', { path: endpoint.path, error });
      socket.destroy();
    };
    try {
      Promise.resolve(endpoint.handle(request, socket, head)).catch(fail);
    } catch (error) {
      fail(error);
    }
  });

  return {
    open: () => sockets.size,
    drain: () => {
      isDraining = true;
    },
    destroyAll: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Whether a request asks for WebSocket; others with an `Upgrade` header (h2c, say) are answered as plain requests. */
export const isWebSocketUpgrade = (request: IncomingMessage): boolean => request.headers.upgrade?.toLowerCase() === 'websocket';

/** A slash at the end makes no difference: some clients add one. */
const pathOf = ({ url = '' }: IncomingMessage): string => (url.split('?', 1)[0] ?? '').replace(/(?<=.)\/$/, '');

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
