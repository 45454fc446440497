import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server, type Socket } from 'socket.io';
import { WebSocketServer } from 'ws';
import { readEvent } from './parse-event.ts';
import { type RequestReading, type SocketCaller, socketCaller } from './socket-caller.ts';
import { createSocketIoTransport, type SocketIoTransport } from './socket-io-transport.ts';
import { MAX_PAYLOAD_BYTES, PING_EVERY_MS, type Reception, type TransportListener } from './transport.ts';
import { createWaitingRoom } from './waiting-room.ts';

export interface SocketIoTransports {
  /** Whether a request is one of Socket.IO; a plain WebSocket asks for the same path. */
  isMeant(request: IncomingMessage): boolean;
  request(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sends those away that have not come further than the handshake. */
  drain(): void;
  stop(): Promise<void>;
}

/** How long a client may take to answer a ping. */
const PING_PATIENCE_MS = 20_000;
/** How long a client may take from the handshake to joining. */
const JOIN_PATIENCE_MS = 10_000;
/** Of one address at once, between the handshake and joining; a client that joins takes a moment. */
const WAITING_PER_ADDRESS = 500;
const ID_BYTES = 18;

interface Joined {
  transport: SocketIoTransport;
  listener: TransportListener;
}

/** Socket.IO 4 over long polling and WebSocket: frames as the event `message`, in the main namespace. */
export function createSocketIoTransports(
  receive: Reception,
  {
    addressOf,
    hostOf,
    pingEveryMs = PING_EVERY_MS,
    pingPatienceMs = PING_PATIENCE_MS,
    waitingPerAddress = WAITING_PER_ADDRESS,
  }: RequestReading & { pingEveryMs?: number; pingPatienceMs?: number; waitingPerAddress?: number },
): SocketIoTransports {
  const io = new Server({
    serveClient: false,
    connectTimeout: JOIN_PATIENCE_MS,
    maxHttpBufferSize: MAX_PAYLOAD_BYTES,
    pingInterval: pingEveryMs,
    pingTimeout: pingPatienceMs,
    // Compression is off for the same reason as with plain WebSocket; what a client missed comes back by our own resume, not by Socket.IO's.
    perMessageDeflate: false,
    httpCompression: false,
    wsEngine: WebSocketServer,
  });
  // It wants a server to listen to; this one never listens, and the product's own hands over what is meant for Socket.IO.
  io.attach(createServer());
  /** By their first request. Its connection may be gone by the time that they join, and then nothing tells their address any more. */
  const arrivals = new WeakMap<IncomingMessage, { id: string; caller: SocketCaller }>();
  const waiting = createWaitingRoom<Socket['conn']>(waitingPerAddress);
  const joined = new Map<string, Joined>();
  let isDraining = false;
  io.engine.generateId = (request: IncomingMessage) => {
    const id = randomBytes(ID_BYTES).toString('base64url');
    arrivals.set(request, { id, caller: socketCaller(request, { addressOf, hostOf }) });
    return id;
  };
  io.engine.on('connection', (connection: Socket['conn']) => {
    waiting.enter(connection, arrivals.get(connection.request)?.caller.address ?? '');
    connection.once('close', () => waiting.leave(connection));
  });
  io.on('connection', join);

  return {
    isMeant: (request) => queryOf(request).has('EIO'),

    request: async (request, response) => {
      // Pages of every origin may read the answers, which say why one is not let in; cookies are not involved.
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
      response.setHeader('x-content-type-options', 'nosniff');
      if (request.method === 'OPTIONS') return answerPreflight(response);
      // Another node may take it, or this one after its restart.
      if (isDraining && isNewcomer(request)) return void response.writeHead(503).end();
      if (isCrowded(request)) return void response.writeHead(429, { 'retry-after': RETRY_AFTER_SECONDS }).end();
      const known = joinedBy(request);
      if (known?.listener.welcomes(request.headers.origin) === false) return void response.writeHead(403).end();
      if (request.method === 'POST') await known?.transport.resumed();
      if (!response.destroyed) io.engine.handleRequest(request, response);
    },

    upgrade: (request, socket, head) => {
      if (isCrowded(request)) return void socket.end('HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\n\r\n');
      if (joinedBy(request)?.listener.welcomes(request.headers.origin) === false) return void socket.destroy();
      io.engine.handleUpgrade(request, socket, head);
    },

    drain: () => {
      isDraining = true;
      for (const connection of [...waiting.all()]) connection.close();
    },
    stop: () => io.close(),
  };

  /** Whether a newcomer has to wait outside. */
  function isCrowded(request: IncomingMessage): boolean {
    return isNewcomer(request) && waiting.isFull(addressOf(request));
  }

  function joinedBy(request: IncomingMessage): Joined | undefined {
    return joined.get(queryOf(request).get('sid') ?? '');
  }

  function join(socket: Socket): void {
    const arrival = arrivals.get(socket.request);
    if (!arrival) throw new Error('A Socket.IO client joined without having arrived.');
    waiting.leave(socket.conn);
    const transport = createSocketIoTransport(socket);
    const listener = receive(transport, arrival.caller);
    joined.set(arrival.id, { transport, listener });
    socket.onAny((...event) => listener.frame(readEvent(event)));
    socket.once('disconnect', () => {
      joined.delete(arrival.id);
      transport.resume();
      listener.closed();
      // A client that leaves the namespace has nothing more to do here.
      socket.conn.close();
    });
  }
}

const isNewcomer = (request: IncomingMessage): boolean => !queryOf(request).has('sid');

const queryOf = ({ url = '' }: IncomingMessage): URLSearchParams => new URLSearchParams(url.split('?').slice(1).join('?'));

const RETRY_AFTER_SECONDS = '5';
const PREFLIGHT_CACHE_SECONDS = '7200';

function answerPreflight(response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('access-control-max-age', PREFLIGHT_CACHE_SECONDS);
  response.writeHead(204).end();
}
