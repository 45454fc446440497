import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '#platform/clock.ts';
import { parseFrame } from './parse-frame.ts';
import { type RequestReading, type SocketCaller, socketCaller } from './socket-caller.ts';
import { MAX_PAYLOAD_BYTES, PING_EVERY_MS, type Reception, type Transport } from './transport.ts';

export interface WebSocketTransports {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): void;
}

/** Plain WebSocket: one JSON object per text frame. */
export function createWebSocketTransports(
  receive: Reception,
  { clock, ...reading }: { clock: Clock } & RequestReading,
): WebSocketTransports {
  // Compression is off on purpose: with it, the slowest percent of frames waits longer than a second.
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES, perMessageDeflate: false, clientTracking: false });
  /** Those that have answered since the last ping, and those that have not. */
  const answered = new Set<WebSocket>();
  const silent = new Set<WebSocket>();
  const stop = clock.every(PING_EVERY_MS, pingAll);

  return {
    upgrade: (request, stream, head) => {
      const caller = socketCaller(request, reading);
      server.handleUpgrade(request, stream, head, (socket) => open(socket, stream, caller));
    },
    stop,
  };

  function open(socket: WebSocket, stream: Duplex, caller: SocketCaller): void {
    const listener = receive(transportOf(socket, stream), caller);
    answered.add(socket);
    socket.on('message', (data, isBinary) => {
      const bytes = data as Buffer;
      listener.frame({ bytes: bytes.byteLength, parse: () => parseFrame(bytes, isBinary) });
    });
    socket.on('pong', () => {
      if (silent.delete(socket)) answered.add(socket);
    });
    // A protocol error (too large, broken UTF-8) closes the socket by itself, with its own code.
    socket.on('error', () => {});
    socket.once('close', () => {
      answered.delete(socket);
      silent.delete(socket);
      listener.closed();
    });
  }

  /** Peers that are gone without a word are noticed by the pong that does not come. */
  function pingAll(): void {
    for (const socket of silent) socket.terminate();
    for (const socket of answered) {
      silent.add(socket);
      socket.ping();
    }
    answered.clear();
  }
}

function transportOf(socket: WebSocket, stream: Duplex): Transport {
  return {
    isOpen: () => socket.readyState === socket.OPEN,
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
    },
    unsentBytes: () => socket.bufferedAmount,
    someTaken: () => drainedOrClosed(stream),
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: ({ code, reason }) => socket.close(code, reason),
    cut: () => socket.terminate(),
  };
}

function drainedOrClosed(stream: Duplex): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });
}
