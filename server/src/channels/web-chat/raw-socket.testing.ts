import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { type ClientOptions, WebSocket } from 'ws';

/** All that a client of a socket sees until it is closed. */
export interface Seen {
  frames: ServerFrame[];
  closeCode: number;
}

/** Opens a socket, which sends `data` at once, and waits until the server has closed it. */
export function seenUntilClosed(
  url: string,
  { data = [], ...options }: ClientOptions & { data?: { bytes: string | Buffer; binary?: boolean }[] } = {},
): Promise<Seen> {
  const socket = new WebSocket(url, options);
  const frames: ServerFrame[] = [];
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      // A frame of text from a buffer: the only way to send text that is none.
      for (const { bytes, binary = false } of data) socket.send(bytes, { binary });
    });
    socket.on('message', (message) => frames.push(JSON.parse(String(message)) as ServerFrame));
    socket.on('close', (closeCode) => resolve({ frames, closeCode }));
    socket.on('unexpected-response', () => reject(new Error('The upgrade was refused.')));
    socket.on('error', () => {});
  });
}
