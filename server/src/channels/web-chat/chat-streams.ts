import type { ClientFrame, ServerFrame } from '@foyer/contracts/chat-socket.ts';
import type { EventStream } from '#platform/http/event-stream.ts';
import { newId } from '#platform/ids.ts';
import { type ChatConnection, type ChatConnectionParts, createChatConnection } from './chat-connection.ts';
import { tooManyConnections } from './chat-http.errors.ts';
import type { ConnectionRegistry } from './connection-registry.ts';
import { createEventTransport, type EventTransport } from './event-transport.ts';
import { createPacedWire } from './paced-wire.ts';
import { createSeqGate, type SeqGate } from './seq-gate.ts';
import type { IncomingFrame } from './transport.ts';
import type { VisitorSession } from './visitor-session.ts';

/** A conversation that is shown to somebody over HTTP. */
export interface ChatStream {
  connection: ChatConnection;
  transport: EventTransport;
  gate: SeqGate;
  /** Gives back everything; calling it again does nothing. */
  close(): void;
}

export interface ChatStreamOptions {
  /** The caller's. */
  address: string;
  /** Sees every frame that is shown. */
  watch(frame: ServerFrame, stream: ChatStream): void;
  /** The caller is going to ask for what comes after it; nothing durable is shown before. */
  resumeAfter?: number | undefined;
}

export interface ChatStreams {
  /** @throws {AppError} TOO_MANY_CONNECTIONS, NO_SESSION */
  open(session: VisitorSession, options: ChatStreamOptions): Promise<ChatStream>;
  /** Shows it as server-sent events until it is over; `begin` says what comes first, and may end it. */
  show(stream: ChatStream, begin: (events: EventStream) => Promise<void>): (events: EventStream) => Promise<void>;
  count(): number;
  /** Other nodes may have been missed: every stream reads what it lacks. */
  catchUp(): void;
  /** Tells everybody to come back, and ends. */
  drain(): void;
}

export interface ChatStreamsParts extends Pick<ChatConnectionParts, 'chat' | 'live' | 'limits' | 'safety' | 'clock' | 'logger'> {
  registry: ConnectionRegistry;
}

const COMMENT_EVERY_MS = 15_000;
/** Somebody who takes nothing never takes the end either. */
const CUT_AFTER_MS = 5_000;

/** The chat without sockets: the same connections, on server-sent events or on an answer that waits. */
export function createChatStreams({ registry, ...parts }: ChatStreamsParts): ChatStreams {
  const { clock, logger } = parts;
  const open = new Set<ChatStream>();

  return {
    open: async (session, { address, watch, resumeAfter }) => {
      const leave = registry.admit({ sessionId: session.id, address, appId: session.appId });
      if (!leave) throw tooManyConnections();
      const transport = createEventTransport();
      const gate = createSeqGate();
      if (resumeAfter !== undefined) gate.startAfter(resumeAfter, { untilCaughtUp: true });
      const wire = createPacedWire(transport, clock, (unsentBytes) =>
        logger.info('A connection that does not keep up is closed', { sessionId: session.id, unsentBytes }),
      );
      const send = (frame: ServerFrame) => {
        if (!gate.lets(frame)) return;
        wire.send(frame);
        watch(frame, stream);
      };
      const connection = createChatConnection({ ...parts, connectionId: newId(), session, address, wire: { send, room: wire.room } });
      const stream: ChatStream = {
        connection,
        transport,
        gate,
        close: () => {
          if (!open.delete(stream)) return;
          transport.close({ code: 1000, reason: 'The stream is over.', mayReturn: true });
          connection.close();
          leave();
        },
      };
      open.add(stream);
      try {
        await connection.open();
      } catch (error) {
        stream.close();
        throw error;
      }
      return stream;
    },

    show: (stream, begin) => async (events) => {
      const { transport } = stream;
      const stopCommenting = clock.every(COMMENT_EVERY_MS, () => {
        if (events.unsentBytes() === 0) events.comment('still here');
      });
      try {
        transport.attach(events);
        await Promise.race([begin(events), transport.over]);
        await transport.over;
      } finally {
        stopCommenting();
        stream.close();
        if (events.unsentBytes() > 0) clock.after(CUT_AFTER_MS, () => events.cut());
      }
    },

    count: () => open.size,
    catchUp: () => {
      for (const { connection } of open) connection.catchUp();
    },
    drain: () => {
      for (const { transport } of open) {
        transport.send({ type: 'status', status: 'reconnect' });
        transport.close({ code: 1012, reason: 'The server restarts.', mayReturn: true });
      }
    },
  };
}

/** What a request asks for, as the frame of the socket that it stands for; the route has checked it. */
export const asIncoming = (frame: ClientFrame): IncomingFrame => ({ bytes: 0, parse: () => ({ kind: 'frame', frame }) });
