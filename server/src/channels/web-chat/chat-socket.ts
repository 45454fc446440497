import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { CLOSING_ERRORS, type ClosingErrorCode, type ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { type WebSocket, WebSocketServer } from 'ws';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import type { Clock } from '#platform/clock.ts';
import { isDatabaseUnavailable } from '#platform/db/database-errors.ts';
import { AppError } from '#platform/errors.ts';
import type { Upgrade } from '#platform/http/upgrades.ts';
import { newId } from '#platform/ids.ts';
import type { RateLimiter } from '#platform/realtime/rate-limiter.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type ChatConnection, createChatConnection } from './chat-connection.ts';
import type { ChatService } from './chat-service.ts';
import type { ConnectionRegistry } from './connection-registry.ts';
import { mayOpen } from './origin.policy.ts';
import type { SessionCheck, VisitorSession, VisitorSessions } from './visitor-session.ts';

export interface ChatSocketParts {
  sessions: VisitorSessions;
  chat: ChatService;
  live: LiveConversations;
  rateLimiter: RateLimiter;
  registry: ConnectionRegistry;
  clock: Clock;
  logger: Logger;
  publicUrl: string | undefined;
  /** The app's allowed origins as they are now. */
  allowedOrigins(session: VisitorSession): Promise<{ isActive: boolean; allowedOrigins: readonly string[] } | undefined>;
  addressOf(request: IncomingMessage): string;
}

export interface ChatSocket {
  upgrade: Upgrade;
  count(): number;
  /** Other nodes may have been missed: every connection reads what it lacks. */
  catchUp(): void;
  /** Tells everybody to come back, and closes. */
  drain(): void;
  stop(): void;
}

/** Beyond this the protocol itself closes, with 1009. */
const MAX_PAYLOAD_BYTES = 1024 * 1024;
/** A client that has so much unread is too slow to be kept. */
const MAX_UNSENT_BYTES = 2 * 1024 * 1024;
/** With so much unsent, what need not be sent now waits. */
const ROOMY_BYTES = 256 * 1024;
/** More than either unhandled, and the socket is not read for a while. */
const MAX_QUEUED_FRAMES = 64;
const MAX_QUEUED_BYTES = 2 * 1024 * 1024;
const PING_EVERY_MS = 25_000;
const TRY_AGAIN_LATER = 1013;
const SERVICE_RESTART = 1012;

interface OpenSocket {
  socket: WebSocket;
  connection: ChatConnection | undefined;
  /** Told whether it is let in: nothing but `session_ack` or `error` may come before. */
  isGreeted: boolean;
  isAlive: boolean;
}

/** Plain WebSocket at `/ws/chat`. The upgrade is always accepted, so that a browser can read why it is refused afterwards. */
export function createChatSocket(parts: ChatSocketParts): ChatSocket {
  const { clock, logger } = parts;
  // Compression is off on purpose: with it, the slowest percent of frames waits longer than a second.
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES, perMessageDeflate: false, clientTracking: false });
  const open = new Set<OpenSocket>();
  const stopPinging = clock.every(PING_EVERY_MS, pingAll);

  return {
    upgrade: {
      path: '/ws/chat',
      handle: (request, socket, head) => server.handleUpgrade(request, socket, head, (accepted) => void accept(accepted, request)),
    },
    count: () => open.size,
    catchUp: () => {
      for (const { connection } of open) connection?.catchUp();
    },
    drain: () => {
      for (const { socket, isGreeted } of open) {
        sendFrame(
          socket,
          isGreeted
            ? { type: 'status', status: 'reconnect' }
            : { type: 'error', code: 'INTERNAL', message: 'The server restarts. Connect again.' },
        );
        socket.close(SERVICE_RESTART, 'The server restarts.');
      }
    },
    stop: stopPinging,
  };

  async function accept(socket: WebSocket, request: IncomingMessage): Promise<void> {
    const entry: OpenSocket = { socket, connection: undefined, isGreeted: false, isAlive: true };
    open.add(entry);
    const queue = new FrameQueue(socket);
    let leave: (() => void) | undefined;
    // Listeners first: what a client sends before it is let in waits in the queue.
    socket.on('message', (data, isBinary) => queue.push(data as Buffer, isBinary));
    socket.on('pong', () => {
      entry.isAlive = true;
    });
    // A protocol error (too large, broken UTF-8) closes the socket by itself, with its own code.
    socket.on('error', () => {});
    socket.once('close', () => {
      open.delete(entry);
      queue.stop();
      entry.connection?.close();
      leave?.();
    });

    try {
      const admission = await admit(request);
      if (!admission.ok) return refuse(socket, admission.code, admission.message);
      leave = admission.leave;
      if (socket.readyState !== socket.OPEN) return leave();
      entry.connection = createChatConnection({
        connectionId: newId(),
        session: admission.session,
        wire: {
          send: (frame) => {
            entry.isGreeted = true;
            sendFrame(socket, frame, admission.session.id);
          },
          room: () => room(socket, request.socket),
        },
        chat: parts.chat,
        live: parts.live,
        rateLimiter: parts.rateLimiter,
        clock,
        logger,
      });
      await entry.connection.open();
      queue.start(entry.connection);
    } catch (error) {
      closeForTrouble(socket, error);
    }
  }

  type Admission = { ok: true; session: VisitorSession; leave: () => void } | { ok: false; code: ClosingErrorCode; message: string };

  async function admit(request: IncomingMessage): Promise<Admission> {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const [sessionId, token] = [query.get('sessionId'), query.get('token')];
    if (!sessionId || !token) return { ok: false, code: 'MISSING_AUTH', message: 'Give sessionId and token in the address.' };
    const check: SessionCheck = await parts.sessions.verify(token);
    if (!check.ok || check.session.id !== sessionId) return { ok: false, code: 'INVALID_TOKEN', message: refusalOf(check) };

    const app = await parts.allowedOrigins(check.session);
    if (!app?.isActive) return { ok: false, code: 'INVALID_TOKEN', message: 'The app of this session is switched off.' };
    const installation = { publicUrl: parts.publicUrl, host: request.headers.host ?? '' };
    if (!mayOpen(request.headers.origin, app.allowedOrigins, installation)) {
      return { ok: false, code: 'FORBIDDEN_ORIGIN', message: 'Pages of this origin may not open this app.' };
    }
    const leave = parts.registry.admit(sessionId, parts.addressOf(request));
    if (!leave) return { ok: false, code: 'TOO_MANY_CONNECTIONS', message: 'Too many connections are open for this session or address.' };
    return { ok: true, session: check.session, leave };
  }

  function refuse(socket: WebSocket, code: ClosingErrorCode, message: string): void {
    sendFrame(socket, { type: 'error', code, message });
    socket.close(CLOSING_ERRORS[code], code);
  }

  function closeForTrouble(socket: WebSocket, error: unknown): void {
    const isKnown = isDatabaseUnavailable(error) || error instanceof AppError;
    if (!isKnown) logger.error('A chat socket could not be opened', { error });
    sendFrame(socket, { type: 'error', code: 'INTERNAL', message: 'The conversation cannot be reached at the moment. Connect again.' });
    socket.close(TRY_AGAIN_LATER, 'Try again later.');
  }

  function sendFrame(socket: WebSocket, frame: ServerFrame, sessionId?: string): void {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > MAX_UNSENT_BYTES) {
      logger.info('A connection that does not keep up is closed', { sessionId, unsentBytes: socket.bufferedAmount });
      socket.send(
        JSON.stringify({ type: 'error', code: 'SLOW_CONSUMER', message: 'This connection does not keep up. Connect again and resume.' }),
      );
      socket.close(CLOSING_ERRORS.SLOW_CONSUMER, 'SLOW_CONSUMER');
      // A peer that reads nothing never sees the close either.
      clock.after(5_000, () => socket.terminate());
      return;
    }
    socket.send(JSON.stringify(frame));
  }

  async function room(socket: WebSocket, connection: Socket): Promise<void> {
    while (socket.readyState === socket.OPEN && socket.bufferedAmount > ROOMY_BYTES) await drainedOrClosed(connection);
  }

  /** Peers that are gone without a word are noticed by the pong that does not come. */
  function pingAll(): void {
    for (const entry of open) {
      if (!entry.isAlive) {
        entry.socket.terminate();
        continue;
      }
      entry.isAlive = false;
      entry.socket.ping();
    }
  }
}

const refusalOf = (check: SessionCheck): string =>
  !check.ok && check.reason === 'expired' ? 'The token has expired. Refresh it.' : 'The token is not valid for this session.';

function drainedOrClosed(connection: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      connection.off('drain', done).off('close', done);
      resolve();
    };
    connection.on('drain', done).on('close', done);
  });
}

/** Handles a socket's frames one after the other; a sender that is ahead is not read until its frames are handled. */
class FrameQueue {
  readonly #socket: WebSocket;
  readonly #frames: { data: Buffer; isBinary: boolean }[] = [];
  #bytes = 0;
  #connection: ChatConnection | undefined;
  #isWorking = false;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  push(data: Buffer, isBinary: boolean): void {
    this.#frames.push({ data, isBinary });
    this.#bytes += data.byteLength;
    if (this.#frames.length >= MAX_QUEUED_FRAMES || this.#bytes >= MAX_QUEUED_BYTES) this.#socket.pause();
    void this.#work();
  }

  start(connection: ChatConnection): void {
    this.#connection = connection;
    void this.#work();
  }

  stop(): void {
    this.#connection = undefined;
    this.#frames.length = 0;
    this.#bytes = 0;
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    while (this.#connection && this.#frames.length > 0) {
      const frame = this.#frames.shift();
      if (frame) {
        this.#bytes -= frame.data.byteLength;
        await this.#connection.receive(frame.data, frame.isBinary);
      }
      const hasRoom = this.#frames.length < MAX_QUEUED_FRAMES / 2 && this.#bytes < MAX_QUEUED_BYTES / 2;
      if (hasRoom && this.#socket.isPaused) this.#socket.resume();
    }
    this.#isWorking = false;
  }
}
