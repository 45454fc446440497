import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Hands connections to the nodes in turn, as the simplest balancer in front of them does: it knows nothing of who comes back. */
export interface Balancer {
  url: string;
  /** The node that has the last connection of a screen; screens are named in the address that they connect to. */
  nodeOf(screen: string): number | undefined;
  /** How many connections each node was given. */
  readonly given: readonly number[];
  close(): Promise<void>;
}

const SCREEN = /[?&]screen=([\w-]+)/;

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const nodes = new Map<string, number>();
  const given = ports.map(() => 0);
  const sockets = new Set<Socket>();
  let next = 0;

  const server = createServer((client) => {
    const node = next;
    next = (next + 1) % ports.length;
    given[node] = (given[node] ?? 0) + 1;
    const upstream = connect({ port: ports[node] ?? 0, host: '127.0.0.1', noDelay: true });
    client.setNoDelay(true);
    // The line with the address is in the first packet: nobody here writes a request in pieces.
    client.once('data', (head) => {
      const [, screen] = SCREEN.exec(head.toString('latin1').split('\r\n', 1)[0] ?? '') ?? [];
      if (screen !== undefined) nodes.set(screen, node);
    });
    client.pipe(upstream).pipe(client);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    nodeOf: (screen) => nodes.get(screen),
    given,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
