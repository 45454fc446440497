import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { frameOf, openRawPolling } from './raw-socket.testing.ts';
import { createSocketIoTransports } from './socket-io-transports.ts';
import type { IncomingFrame, Transport } from './transport.ts';

/** Begins to connect, and leaves it at that. @returns the status of the answer */
async function begin(url: string, address: string): Promise<number> {
  const answer = await fetch(`${url.replace('ws', 'http')}EIO=4&transport=polling`, { headers: { 'x-address': address } });
  await answer.text();
  return answer.status;
}

/** Socket.IO on a server of its own, whose clients are all let in. */
async function arrange() {
  const guests: { transport: Transport; frames: IncomingFrame[]; isOpen: boolean }[] = [];
  const transports = createSocketIoTransports(
    (transport) => {
      const guest = { transport, frames: [] as IncomingFrame[], isOpen: true };
      guests.push(guest);
      return {
        frame: (frame) => guest.frames.push(frame),
        closed: () => {
          guest.isOpen = false;
        },
        welcomes: () => true,
      };
    },
    { addressOf: ({ headers }) => String(headers['x-address'] ?? 'home'), hostOf: () => '127.0.0.1', waitingPerAddress: 3 },
  );
  const server = createServer((request, response) => void transports.request(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    await transports.stop();
    server.closeAllConnections();
    server.close();
  });
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/?`;
  return { guests, transports, url };
}

test('a polling client that is ahead has its requests held until what it sent is handled, and then none is lost', async () => {
  const { guests, url } = await arrange();
  const client = await openRawPolling(url);
  await client.post('40');
  await client.poll();
  const [guest] = guests;
  await client.post('42["ping"]');
  guest?.transport.pause();
  let isTaken = false;
  const held = client.post('42["ping"]\x1e42["ping"]').then(() => {
    isTaken = true;
  });
  // Another client's request goes there and back meanwhile.
  await openRawPolling(url);
  expect([isTaken, guest?.frames.length]).toEqual([false, 1]);

  guest?.transport.resume();
  await held;
  await expect.poll(() => guest?.frames.length).toBe(3);
});

test('clients that begin and do not join are limited per address; those of others, and those that come when one has joined, find room', async () => {
  const { url } = await arrange();
  const client = await openRawPolling(url);
  expect([await begin(url, 'home'), await begin(url, 'home'), await begin(url, 'home'), await begin(url, 'work')]).toEqual([
    200, 200, 429, 200,
  ]);
  await client.post('40');
  expect([await begin(url, 'home'), await begin(url, 'home')]).toEqual([200, 429]);
});

test('while the server drains, those who are there may still be told so, and nobody new is taken in', async () => {
  const { transports, guests, url } = await arrange();
  const client = await openRawPolling(url);
  await client.post('40');
  await client.poll();
  const [guest] = guests;
  transports.drain();
  guest?.transport.send({ type: 'status', status: 'reconnect' });
  expect(await begin(url, 'work')).toBe(503);
  expect((await client.poll()).map(frameOf)).toEqual([{ type: 'status', status: 'reconnect' }]);
});
