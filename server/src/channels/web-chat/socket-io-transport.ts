import type { Socket } from 'socket.io';
import { WebSocket } from 'ws';
import type { Transport } from './transport.ts';

/** A Socket.IO client's connection, over long polling or WebSocket; it may change from the one to the other. */
export interface SocketIoTransport extends Transport {
  /** Long polling cannot stop a client from sending: its requests are held until this resolves. */
  resumed(): Promise<void>;
}

export function createSocketIoTransport(socket: Socket): SocketIoTransport {
  const engine = socket.conn;
  /** What waits for the client to ask, or for a WebSocket to take it. */
  let waitingBytes = 0;
  let pause: PromiseWithResolvers<void> | undefined;
  engine.on('packetCreate', ({ data }: { data?: unknown }) => {
    if (typeof data === 'string') waitingBytes += Buffer.byteLength(data);
  });
  // All that waits leaves at once.
  engine.on('flush', () => {
    waitingBytes = 0;
  });
  engine.on('upgrade', () => {
    if (pause) webSocket()?.pause();
  });

  /** Undefined while the client polls. */
  function webSocket(): WebSocket | undefined {
    const inner: unknown = Reflect.get(engine.transport, 'socket');
    return inner instanceof WebSocket ? inner : undefined;
  }

  return {
    isOpen: () => socket.connected && engine.readyState === 'open',
    send: (frame) => {
      if (socket.connected) socket.emit('message', frame);
    },
    unsentBytes: () => waitingBytes + (webSocket()?.bufferedAmount ?? 0),
    someTaken: () =>
      new Promise((resolve) => {
        const { transport } = engine;
        const done = () => {
          transport.off('drain', done);
          engine.off('upgrade', done).off('close', done);
          resolve();
        };
        transport.on('drain', done);
        engine.on('upgrade', done).on('close', done);
      }),
    pause: () => {
      pause ??= Promise.withResolvers();
      webSocket()?.pause();
    },
    resume: () => {
      pause?.resolve();
      pause = undefined;
      webSocket()?.resume();
    },
    resumed: async () => {
      await pause?.promise;
    },
    close: ({ mayReturn }) => {
      // Told that the server disconnects it, a Socket.IO client stays away; when only its transport closes, it comes back by itself.
      if (mayReturn) engine.close();
      else socket.disconnect(true);
    },
    cut: () => {
      webSocket()?.terminate();
      engine.close(true);
    },
  };
}
