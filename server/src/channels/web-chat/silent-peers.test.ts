import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { createFakeClock } from '#platform/clock.testing.ts';
import { createSocketIoTransports } from './socket-io-transports.ts';
import { PING_EVERY_MS, type Reception } from './transport.ts';
import { createWebSocketTransports } from './websocket-transport.ts';

const reading = { addressOf: () => '192.0.2.1', hostOf: () => '127.0.0.1' };
/** Packets of Socket.IO's protocol. */
const [PING, PONG, JOIN] = ['2', '3', '40'];

/** Takes everybody in, and tells when they have gone. */
function reception() {
  let [open, closed] = [0, 0];
  const receive: Reception = () => {
    open += 1;
    return {
      frame: () => {},
      closed: () => {
        open -= 1;
        closed += 1;
      },
      welcomes: () => true,
    };
  };
  return { receive, counts: () => ({ open, closed }) };
}

/** A server that hands its upgrades over. */
async function serve(upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): Promise<string> {
  const server = createServer();
  server.on('upgrade', upgrade);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function connect(
  url: string,
  { onText, ...options }: { autoPong?: boolean; onText?: (text: string, socket: WebSocket) => void } = {},
) {
  const socket = new WebSocket(url, options);
  socket.on('message', (data) => onText?.(String(data), socket));
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  return socket;
}

test('a plain client that answers no pings is given up, and one that does is kept', async () => {
  const clock = createFakeClock();
  const { receive, counts } = reception();
  const transports = createWebSocketTransports(receive, { clock, ...reading });
  onTestFinished(() => transports.stop());
  const url = await serve(transports.upgrade);
  const alive = await connect(url);
  const dead = await connect(url, { autoPong: false });
  const pinged = [once(alive, 'ping'), once(dead, 'ping')];
  const gone = once(dead, 'close');
  await clock.advance(PING_EVERY_MS);
  await Promise.all(pinged);
  expect(counts()).toEqual({ open: 2, closed: 0 });

  // Whatever it sends now comes after its pong.
  alive.ping();
  await once(alive, 'pong');
  await clock.advance(PING_EVERY_MS);
  expect((await gone)[0]).toBe(1006);
  await expect.poll(counts).toEqual({ open: 1, closed: 1 });
});

test('a Socket.IO client that answers no pings is given up, and one that does is kept', async () => {
  const { receive, counts } = reception();
  // Its library has a clock of its own.
  const transports = createSocketIoTransports(receive, { ...reading, pingEveryMs: 20, pingPatienceMs: 2_000 });
  onTestFinished(() => transports.stop());
  const url = `${await serve(transports.upgrade)}/?EIO=4&transport=websocket`;
  let pings = 0;
  const alive = await connect(url, {
    onText: (text, socket) => {
      if (text !== PING) return;
      pings += 1;
      socket.send(PONG);
    },
  });
  const dead = await connect(url);
  alive.send(JOIN);
  dead.send(JOIN);
  await once(dead, 'close');
  expect(pings).toBeGreaterThan(1);
  await expect.poll(counts).toEqual({ open: 1, closed: 1 });
});
