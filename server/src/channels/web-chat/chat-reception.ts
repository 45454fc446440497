import { CLOSING_ERRORS } from '@foyer/contracts/chat-socket.ts';
import type { LiveConversations } from '#messaging/live-conversation.ts';
import type { Clock } from '#platform/clock.ts';
import { isDatabaseUnavailable } from '#platform/db/database-errors.ts';
import { AppError } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type Admission, type Admit, isWelcome } from './admission.ts';
import { type ChatConnection, type ChatConnectionParts, createChatConnection } from './chat-connection.ts';
import type { ChatLimits } from './chat-limits.ts';
import type { ChatService } from './chat-service.ts';
import { FrameQueue } from './frame-queue.ts';
import { createPacedWire } from './paced-wire.ts';
import type { SocketCaller } from './socket-caller.ts';
import type { Farewell, Reception, Transport } from './transport.ts';

export interface ChatReceptionParts {
  admit: Admit;
  chat: ChatService;
  live: LiveConversations;
  limits: ChatLimits;
  safety: ChatConnectionParts['safety'];
  clock: Clock;
  logger: Logger;
}

/** Where connections of every transport come in: lets them in or says why not, and keeps them until they close. */
export interface ChatReception {
  receive: Reception;
  count(): number;
  catchUp(): void;
  drain(): void;
}

const RESTART: Farewell = { code: 1012, reason: 'The server restarts.', mayReturn: true };
const TRY_AGAIN_LATER: Farewell = { code: 1013, reason: 'Try again later.', mayReturn: true };

interface Guest {
  transport: Transport;
  connection: ChatConnection | undefined;
  admission: (Admission & { ok: true }) | undefined;
  /** Told whether it is let in: nothing but `session_ack` or `error` may come before. */
  isGreeted: boolean;
}

export function createChatReception({ admit, chat, live, limits, safety, clock, logger }: ChatReceptionParts): ChatReception {
  const guests = new Set<Guest>();

  return {
    receive: (transport, caller) => {
      const guest: Guest = { transport, connection: undefined, admission: undefined, isGreeted: false };
      guests.add(guest);
      // What a client sends before it is let in waits in the queue.
      const queue = new FrameQueue(transport);
      void letIn(guest, caller, queue);
      return {
        frame: (frame) => queue.push(frame),
        closed: () => {
          guests.delete(guest);
          queue.stop();
          guest.connection?.close();
          guest.admission?.leave();
        },
        welcomes: (origin) => guest.admission === undefined || isWelcome(guest.admission, origin),
      };
    },
    count: () => guests.size,
    catchUp: () => {
      for (const { connection } of guests) connection?.catchUp();
    },
    drain: () => {
      for (const { transport, isGreeted } of guests) {
        transport.send(
          isGreeted
            ? { type: 'status', status: 'reconnect' }
            : { type: 'error', code: 'INTERNAL', message: 'The server restarts. Connect again.' },
        );
        transport.close(RESTART);
      }
    },
  };

  async function letIn(guest: Guest, caller: SocketCaller, queue: FrameQueue): Promise<void> {
    const { transport } = guest;
    try {
      const admission = await admit(caller);
      if (!admission.ok) {
        transport.send({ type: 'error', code: admission.code, message: admission.message });
        return transport.close({ code: CLOSING_ERRORS[admission.code], reason: admission.code, mayReturn: false });
      }
      // It has gone while it was looked at.
      if (!guests.has(guest) || !transport.isOpen()) return admission.leave();
      guest.admission = admission;
      const { session } = admission;
      const wire = createPacedWire(transport, clock, (unsentBytes) =>
        logger.info('A connection that does not keep up is closed', { sessionId: session.id, unsentBytes }),
      );
      const connection = createChatConnection({
        connectionId: newId(),
        session,
        wire: {
          send: (frame) => {
            guest.isGreeted = true;
            wire.send(frame);
          },
          room: wire.room,
        },
        chat,
        live,
        limits,
        safety,
        address: caller.address,
        clock,
        logger,
      });
      guest.connection = connection;
      await connection.open();
      queue.start(connection.receive);
    } catch (error) {
      const isKnown = isDatabaseUnavailable(error) || error instanceof AppError;
      if (!isKnown) logger.error('A chat socket could not be opened', { error });
      transport.send({ type: 'error', code: 'INTERNAL', message: 'The conversation cannot be reached at the moment. Connect again.' });
      transport.close(TRY_AGAIN_LATER);
    }
  }
}
