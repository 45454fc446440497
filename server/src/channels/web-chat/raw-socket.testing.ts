import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { WebSocket } from 'ws';
import { openVisitorSocket, type TransportName } from '#test/visitor-socket.ts';

/** All that a client of a socket sees until it is closed. */
export interface Seen {
  frames: ServerFrame[];
  closeCode: number;
}

/** Opens a plain socket, which sends `data` at once, and waits until the server has closed it. */
export function seenUntilClosed(url: string, { data = [] }: { data?: { bytes: string | Buffer; binary?: boolean }[] } = {}): Promise<Seen> {
  const socket = new WebSocket(url);
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

/** The same over any transport, for a client that does nothing but look. */
export function seenByGuest(transport: TransportName, url: string, origin?: string): Promise<Seen> {
  const frames: ServerFrame[] = [];
  return new Promise((resolve, reject) => {
    openVisitorSocket(transport, url, origin, {
      frame: (frame) => frames.push(frame),
      closed: (closeCode) => resolve({ frames, closeCode }),
      problem: (text) => reject(new Error(text)),
    });
  });
}

/** A Socket.IO client made by hand, which polls when it is told to. */
export interface RawPolling {
  url: string;
  /** The packets that one request brings. */
  poll(): Promise<string[]>;
  /** @returns the status of the answer */
  post(packets: string, headers?: Record<string, string>): Promise<number>;
}

/** Separates the packets of one request. */
const SEPARATOR = '\x1e';

export async function openRawPolling(wsUrl: string): Promise<RawPolling> {
  const base = `${wsUrl.replace(/^ws/, 'http')}&EIO=4&transport=polling`;
  const [open = ''] = (await (await fetch(base)).text()).split(SEPARATOR);
  const { sid } = JSON.parse(open.slice(1)) as { sid: string };
  const url = `${base}&sid=${sid}`;
  return {
    url,
    poll: async () => (await (await fetch(url)).text()).split(SEPARATOR),
    post: async (body, headers = {}) => (await fetch(url, { method: 'POST', body, headers })).status,
  };
}

/** The frame that a packet carries, if it carries one. */
export function frameOf(packet: string): ServerFrame | undefined {
  return packet.startsWith('42') ? (JSON.parse(packet.slice(2)) as [string, ServerFrame])[1] : undefined;
}
