import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import type { ParsedFrame } from './parse-frame.ts';
import type { SocketCaller } from './socket-caller.ts';

/** One connection to a client, whatever it is made of. What is sent stays in order; once it has closed, nothing has an effect. */
export interface Transport {
  isOpen(): boolean;
  send(frame: ServerFrame): void;
  /** How much of what was sent the client has not taken yet. */
  unsentBytes(): number;
  /** Resolves when the client has taken some of it, or the connection has closed. */
  someTaken(): Promise<void>;
  /** The client is not read until `resume`; what it sends meanwhile waits in the network. */
  pause(): void;
  resume(): void;
  /** Closes after what has been sent. */
  close(farewell: Farewell): void;
  /** Closes at once: for a client that takes nothing any more. */
  cut(): void;
}

/** Why the server closes a connection. */
export interface Farewell {
  /** As WebSocket has it. */
  code: number;
  reason: string;
  /** Whether the client is to connect again by itself. */
  mayReturn: boolean;
}

/** A frame of a client, which is looked at when its turn comes. */
export interface IncomingFrame {
  /** About how much memory it takes while it waits. */
  bytes: number;
  parse(): ParsedFrame;
}

/** What a transport tells of its client. */
export interface TransportListener {
  frame(frame: IncomingFrame): void;
  closed(): void;
  /** Whether a page of this origin may go on using the connection: long polling is many requests. */
  welcomes(origin: string | undefined): boolean;
}

/** Takes a new connection in, before anything is known of it but its request. */
export type Reception = (transport: Transport, caller: SocketCaller) => TransportListener;

/** Larger frames are refused by the protocol itself. */
export const MAX_PAYLOAD_BYTES = 1024 * 1024;
/** How often the server makes sure that a client is still there. */
export const PING_EVERY_MS = 25_000;
