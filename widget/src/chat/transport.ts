import type { ClientFrame, ServerFrame } from '@foyer/contracts/chat-socket.ts';
import type { Environment } from './environment.ts';
import type { Session } from './session.ts';

/** One way to the server, for as long as it lasts. */
export interface Transport {
  /** False where this way cannot carry it. */
  send(frame: ClientFrame): boolean;
  /** Asks for everything after a place in the conversation; the answer ends with `ready`. */
  resume(afterSeq: number): void;
  close(): void;
}

export interface TransportEvents {
  onFrame(frame: ServerFrame): void;
  /** Something came that is no frame: the way is open. */
  onSign(): void;
  /** Once, unless we have closed it ourselves. @param code of a WebSocket, or the one that says the same */
  onClose(code: number): void;
}

export type OpenTransport = (session: Session, afterSeq: number, events: TransportEvents, environment: Environment) => Transport;

/** A frame, or undefined for what nobody understands. */
export function readFrame(data: unknown): ServerFrame | undefined {
  try {
    return JSON.parse(String(data)) as ServerFrame;
  } catch {
    return undefined;
  }
}
