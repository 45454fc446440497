import { Agent, type ClientRequestArgs } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';

/** The ways in which a client may speak to the chat socket. */
export const TRANSPORTS = ['plain', 'socketio-websocket', 'socketio-polling', 'socketio-upgrade'] as const;
export type TransportName = (typeof TRANSPORTS)[number];

/** One connection of a visitor, whatever it is made of. */
export interface VisitorSocket {
  readonly isOpen: boolean;
  readonly isClosed: boolean;
  /** Resolves when it has left polling, or at once where it does not. */
  readonly upgraded: Promise<void>;
  send(frame: unknown): void;
  /** Something that is no frame. */
  sendRaw(data: string | Buffer): void;
  /** Gone without a word, as a lost network is. */
  cut(): void;
  close(): void;
  /** Stops reading; what comes waits in the network until `resume`. */
  pause(): void;
  resume(): void;
}

export interface VisitorSocketEvents {
  frame(frame: ServerFrame): void;
  /** Socket.IO has no codes: `SERVER_DISCONNECT` when the server says so, 1006 when only the transport has gone. */
  closed(code: number, reason: string): void;
  problem(text: string): void;
}

/** What stands in for the close code when a Socket.IO server disconnects its client, which then stays away. */
export const SERVER_DISCONNECT = 4000;
const GONE = 1006;
const HANDSHAKE_TIMEOUT_MS = 5_000;

export function openVisitorSocket(
  transport: TransportName,
  url: string,
  origin: string | undefined,
  events: VisitorSocketEvents,
): VisitorSocket {
  return transport === 'plain' ? openPlain(url, origin, events) : openSocketIo(transport, url, origin, events);
}

function openPlain(url: string, origin: string | undefined, events: VisitorSocketEvents): VisitorSocket {
  const socket = new WebSocket(url, { handshakeTimeout: HANDSHAKE_TIMEOUT_MS, ...(origin !== undefined && { origin }) });
  socket.on('message', (data) => events.frame(JSON.parse(String(data)) as ServerFrame));
  socket.on('close', (code, reason) => events.closed(code, String(reason)));
  socket.on('error', () => {});
  return {
    get isOpen() {
      return socket.readyState === WebSocket.OPEN;
    },
    get isClosed() {
      return socket.readyState === WebSocket.CLOSED;
    },
    upgraded: Promise.resolve(),
    send: (frame) => socket.send(JSON.stringify(frame), () => {}),
    sendRaw: (data) => socket.send(data, () => {}),
    cut: () => socket.terminate(),
    close: () => socket.close(),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  };
}

/** The real client, without its own reconnecting, so that tests say when it comes back. */
function openSocketIo(
  transport: Exclude<TransportName, 'plain'>,
  url: string,
  origin: string | undefined,
  events: VisitorSocketEvents,
): VisitorSocket {
  const { protocol, host, pathname, searchParams } = new URL(url);
  const agent = new CuttableAgent();
  const socket = io(`${protocol.replace('ws', 'http')}//${host}`, {
    path: pathname,
    query: Object.fromEntries(searchParams),
    transports: { 'socketio-websocket': ['websocket'], 'socketio-polling': ['polling'], 'socketio-upgrade': ['polling', 'websocket'] }[
      transport
    ],
    forceNew: true,
    reconnection: false,
    timeout: HANDSHAKE_TIMEOUT_MS,
    // It takes Node's agents, though its types speak of its browser build.
    agent: agent as unknown as string,
    ...(origin !== undefined && { extraHeaders: { origin } }),
  });
  const upgraded = Promise.withResolvers<void>();
  socket.io.on('open', () => void socket.io.engine.once('upgrade', () => upgraded.resolve()));
  let isClosed = false;
  let sent = 0;
  const end = (code: number, reason: string) => {
    if (isClosed) return;
    isClosed = true;
    events.closed(code, reason);
    agent.destroy();
  };
  socket.onAny((name: unknown, ...payload: unknown[]) => {
    if (name !== 'message' || payload.length !== 1) events.problem(`an event came that is no frame: ${JSON.stringify([name, ...payload])}`);
    else events.frame(payload[0] as ServerFrame);
  });
  socket.on('disconnect', (reason) => end(reason === 'io server disconnect' ? SERVER_DISCONNECT : GONE, reason));
  socket.on('connect_error', (error) => end(GONE, error.message));
  const webSocket = (): WebSocket | undefined => {
    const inner: unknown = Reflect.get(socket.io.engine?.transport ?? {}, 'ws');
    // The client brings a WebSocket of its own, from another copy of the same library.
    return typeof inner === 'object' ? (inner as WebSocket | undefined) : undefined;
  };

  return {
    get isOpen() {
      return socket.connected;
    },
    get isClosed() {
      return isClosed;
    },
    upgraded: transport === 'socketio-upgrade' ? upgraded.promise : Promise.resolve(),
    // Both ways of sending are in use all the time.
    send: (frame) => {
      sent += 1;
      const { type, ...rest } = frame as { type?: unknown };
      if (sent % 2 === 0 && typeof type === 'string') socket.emit(type, rest);
      else socket.emit('message', frame);
    },
    sendRaw: (data) => void socket.emit('message', data),
    cut: () => {
      agent.cut();
      webSocket()?.terminate();
      socket.disconnect();
      end(GONE, 'cut');
    },
    close: () => void socket.disconnect(),
    pause: () => {
      webSocket()?.pause();
      for (const connection of agent.connections) connection.pause();
    },
    resume: () => {
      webSocket()?.resume();
      for (const connection of agent.connections) connection.resume();
    },
  };
}

/** Opens the connections of one client, and can lose all of them for good. */
class CuttableAgent extends Agent {
  readonly connections = new Set<Duplex>();
  #isCut = false;

  constructor() {
    super({ keepAlive: true });
  }

  override createConnection(
    options: ClientRequestArgs,
    callback?: (error: Error | null, connection: Duplex) => void,
  ): Duplex | null | undefined {
    const connection = super.createConnection(options, callback);
    if (!connection) return connection;
    this.connections.add(connection);
    connection.once('close', () => this.connections.delete(connection));
    if (this.#isCut) connection.destroy();
    return connection;
  }

  cut(): void {
    this.#isCut = true;
    for (const connection of this.connections) connection.destroy();
  }
}
