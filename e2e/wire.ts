import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** The network between a browser and the server, which a test can harm. */
export interface Wire {
  /** What the browser is given as the server's address. */
  readonly url: string;
  /** From now on new connections go there. */
  lead(serverUrl: string): void;
  /** How many chat sockets were let through. */
  readonly socketCount: number;
  /** Every connection ends at once, on both sides. */
  cut(): void;
  /** Ends the chat sockets alone. */
  cutSockets(): void;
  /** From now on nothing that the server says reaches the browser on the open chat sockets; what the browser says still arrives. */
  deafen(): void;
  /** Nothing passes on the open connections any more, and nobody is told. */
  freeze(): void;
  /** Whether connections are taken at all. */
  isDown: boolean;
  /** A network that lets no web sockets through. */
  refusesSockets: boolean;
  close(): Promise<void>;
}

interface Link {
  isSocket: boolean;
  client: Socket;
  upstream: Socket;
  isDeaf: boolean;
  isFrozen: boolean;
}

export async function startWire(serverUrl: string): Promise<Wire> {
  let port = Number(new URL(serverUrl).port);
  const links = new Set<Link>();
  const state = { isDown: false, refusesSockets: false, socketCount: 0 };

  function join(client: Socket, head: Buffer): void {
    const upstream = connect({ port, host: '127.0.0.1', noDelay: true });
    const link: Link = { isSocket: false, client, upstream, isDeaf: false, isFrozen: false };
    links.add(link);
    // A connection that carried other requests before may become a socket too.
    const pass = (data: Buffer) => {
      if (link.isFrozen) return;
      if (!link.isSocket && /^upgrade:\s*websocket/im.test(data.toString('latin1'))) {
        if (state.refusesSockets) return void client.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
        link.isSocket = true;
        state.socketCount += 1;
      }
      upstream.write(data);
    };
    pass(head);
    client.on('data', pass);
    upstream.on('data', (data) => link.isDeaf || link.isFrozen || client.write(data));
    upstream.on('error', () => upstream.destroy());
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('end', () => link.isFrozen || other.end());
      one.on('close', () => {
        links.delete(link);
        if (!link.isFrozen) other.destroy();
      });
    }
  }

  const clients = new Set<Socket>();
  const server = createServer((client) => {
    client.on('error', () => client.destroy());
    if (state.isDown) return void client.resetAndDestroy();
    clients.add(client);
    client.on('close', () => clients.delete(client));
    client.setNoDelay(true);
    client.once('data', (head) => join(client, head));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const cut = (chosen: readonly Link[]) => {
    for (const { client, upstream } of chosen) {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    }
  };
  const open = () => [...links];
  const sockets = () => open().filter(({ isSocket }) => isSocket);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lead: (url) => {
      port = Number(new URL(url).port);
    },
    get socketCount() {
      return state.socketCount;
    },
    cut: () => cut(open()),
    cutSockets: () => cut(sockets()),
    deafen: () => {
      for (const link of sockets()) link.isDeaf = true;
    },
    freeze: () => {
      for (const link of open()) link.isFrozen = true;
    },
    get isDown() {
      return state.isDown;
    },
    set isDown(isDown) {
      state.isDown = isDown;
    },
    get refusesSockets() {
      return state.refusesSockets;
    },
    set refusesSockets(refusesSockets) {
      state.refusesSockets = refusesSockets;
    },
    close: async () => {
      for (const { upstream } of links) upstream.destroy();
      for (const client of clients) client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
