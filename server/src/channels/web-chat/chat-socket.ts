import type { LiveConversations } from '#messaging/live-conversation.ts';
import type { Clock } from '#platform/clock.ts';
import type { RawEndpoint } from '#platform/http/raw-endpoints.ts';
import type { Upgrade } from '#platform/http/upgrades.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type AdmissionParts, createAdmission } from './admission.ts';
import type { ChatConnectionParts } from './chat-connection.ts';
import type { ChatLimits } from './chat-limits.ts';
import { createChatReception } from './chat-reception.ts';
import type { ChatService } from './chat-service.ts';
import type { RequestReading } from './socket-caller.ts';
import { createSocketIoTransports } from './socket-io-transports.ts';
import { createWebSocketTransports } from './websocket-transport.ts';

export interface ChatSocketParts extends AdmissionParts, RequestReading {
  chat: ChatService;
  live: LiveConversations;
  limits: ChatLimits;
  safety: ChatConnectionParts['safety'];
  clock: Clock;
  logger: Logger;
}

export interface ChatSocket {
  upgrade: Upgrade;
  /** Long polling of Socket.IO clients. */
  polling: RawEndpoint;
  count(): number;
  /** Other nodes may have been missed: every connection reads what it lacks. */
  catchUp(): void;
  /** Tells everybody to come back, and closes. */
  drain(): void;
  stop(): Promise<void>;
}

const PATH = '/ws/chat';

/**
 * Plain WebSocket and Socket.IO at one path. Connections are always accepted, so that a browser can read why it is refused afterwards.
 */
export function createChatSocket(parts: ChatSocketParts): ChatSocket {
  const reception = createChatReception({ ...parts, admit: createAdmission(parts) });
  const webSocket = createWebSocketTransports(reception.receive, parts);
  const socketIo = createSocketIoTransports(reception.receive, parts);

  return {
    upgrade: {
      path: PATH,
      handle: (request, socket, head) => (socketIo.isMeant(request) ? socketIo : webSocket).upgrade(request, socket, head),
    },
    polling: { path: PATH, accepts: socketIo.isMeant, handle: socketIo.request },
    count: reception.count,
    catchUp: reception.catchUp,
    drain: () => {
      reception.drain();
      socketIo.drain();
    },
    stop: async () => {
      webSocket.stop();
      await socketIo.stop();
    },
  };
}
