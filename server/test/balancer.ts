import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { hashOf } from './chaos/random.ts';

/** Hands connections to the nodes in turn, as the simplest balancer in front of them does: it knows nothing of who comes back. */
export interface Balancer {
  url: string;
  /** The node that has the last connection of a screen; screens are named in the address that they connect to. */
  nodeOf(screen: string): number | undefined;
  /** How many connections each node was given. */
  readonly given: readonly number[];
  /** How many of them stuck to the node of their session. */
  readonly stuck: readonly number[];
  /** Those that are open, for whoever wants to do them harm. */
  links(): Link[];
  close(): Promise<void>;
}

/** One connection between a client and a node. */
export interface Link {
  /** The kind of its first request. */
  readonly kind: 'plain' | 'polling' | 'socketio-websocket' | 'other';
  readonly isFrozen: boolean;
  /** Both sides are told at once that the other has gone. */
  cut(): void;
  /** Nothing passes any more, and nobody is told: a network that is lost without a word. */
  freeze(): void;
}

const SCREEN = /[?&]screen=([\w-]+)/;
const SESSION = /[?&]sessionId=([\w-]+)/;

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const nodes = new Map<string, number>();
  const given = ports.map(() => 0);
  const stuck = ports.map(() => 0);
  const sockets = new Set<Socket>();
  const links = new Set<Link>();
  let next = 0;

  /** The many requests of long polling, and what follows on them, belong to one node: the one of their session. */
  function choose(requestLine: string, kind: Link['kind']): number {
    const [, sessionId] = SESSION.exec(requestLine) ?? [];
    if (sessionId !== undefined && (kind === 'polling' || /[?&]sid=/.test(requestLine))) {
      const node = hashOf(sessionId) % ports.length;
      stuck[node] = (stuck[node] ?? 0) + 1;
      return node;
    }
    const node = next;
    next = (next + 1) % ports.length;
    return node;
  }

  /** All requests on one connection go to the node of the first: clients here do not share their connections. */
  function join(client: Socket, head: Buffer): void {
    const [requestLine = ''] = head.toString('latin1').split('\r\n', 1);
    const kind = kindOf(requestLine);
    const node = choose(requestLine, kind);
    given[node] = (given[node] ?? 0) + 1;
    const [, screen] = SCREEN.exec(requestLine) ?? [];
    if (screen !== undefined) nodes.set(screen, node);
    const upstream = track(connect({ port: ports[node] ?? 0, host: '127.0.0.1', noDelay: true }));
    const link = linkOf(kind, client, upstream);
    links.add(link);
    upstream.write(head);
    client.pipe(upstream).pipe(client);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('close', () => {
        links.delete(link);
        // Behind a lost network neither side hears of the other.
        if (!link.isFrozen) other.destroy();
      });
    }
  }

  function track(socket: Socket): Socket {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    return socket;
  }

  const server = createServer((client) => {
    client.setNoDelay(true);
    // The line with the address is in the first packet: nobody here writes a request in pieces.
    track(client).once('data', (head) => {
      client.pause();
      join(client, head);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    nodeOf: (screen) => nodes.get(screen),
    given,
    stuck,
    links: () => [...links],
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function kindOf(requestLine: string): Link['kind'] {
  if (!requestLine.includes('/ws/chat')) return 'other';
  if (!/[?&]EIO=/.test(requestLine)) return 'plain';
  return /[?&]transport=polling/.test(requestLine) ? 'polling' : 'socketio-websocket';
}

function linkOf(kind: Link['kind'], client: Socket, upstream: Socket): Link {
  let isFrozen = false;
  return {
    kind,
    get isFrozen() {
      return isFrozen;
    },
    cut: () => {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    },
    freeze: () => {
      isFrozen = true;
      client.unpipe();
      upstream.unpipe();
      client.pause();
      upstream.pause();
    },
  };
}
