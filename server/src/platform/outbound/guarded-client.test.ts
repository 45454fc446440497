import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '../clock.testing.ts';
import { silentLogger } from '../telemetry/logger.ts';
import { createGuardedClient } from './guarded-client.ts';

const clientFor = (allow: string[], clock = createFakeClock()) => ({
  clock,
  client: createGuardedClient({ allow, clock, logger: silentLogger }),
});

/** A server on loopback that the operator permits. */
async function arrange(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  const host = `127.0.0.1:${address.port}`;
  return { ...clientFor([host]), url: `http://${host}/hook?x=1`, port: address.port };
}

/** Resolves with the request that the server got, and leaves it without an answer. */
async function arrangeSilence() {
  const { promise: arrived, resolve } = Promise.withResolvers<{ request: IncomingMessage; response: ServerResponse }>();
  return { ...(await arrange((request, response) => resolve({ request, response }))), arrived };
}

describe('a permitted address', () => {
  test('gets the request as it was given, and its answer comes back whole', async () => {
    const { client, url } = await arrange(async (request, response) => {
      const seen = {
        method: request.method,
        path: request.url,
        key: request.headers['idempotency-key'],
        agent: request.headers['user-agent'],
        connection: request.headers.connection,
      };
      response.setHeader('x-seen', 'yes').end(JSON.stringify({ ...seen, body: await text(request) }));
    });
    const { status, headers, body } = await client.request({
      method: 'POST',
      url,
      headers: { 'Idempotency-Key': 'k1' },
      body: '{"a":"ñ"}',
    });

    expect(status).toBe(200);
    expect(headers['x-seen']).toBe('yes');
    expect(JSON.parse(body.toString())).toEqual({
      method: 'POST',
      path: '/hook?x=1',
      key: 'k1',
      agent: 'Foyer',
      connection: 'close',
      body: '{"a":"ñ"}',
    });
  });

  test('a redirect is an answer and is not followed', async () => {
    let requests = 0;
    const { client, url } = await arrange((_request, response) => {
      requests += 1;
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    });
    expect(await client.request({ method: 'GET', url })).toMatchObject({ status: 302, headers: { location: 'http://169.254.169.254/' } });
    expect(requests).toBe(1);
  });

  test.each([204, 404, 500])('status %i is an answer', async (status) => {
    const { client, url } = await arrange((_request, response) => response.writeHead(status).end());
    expect(await client.request({ method: 'DELETE', url })).toMatchObject({ status, body: Buffer.alloc(0) });
  });

  test('a compressed answer stays as it is', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    const { client, url } = await arrange((_request, response) => response.setHeader('content-encoding', 'gzip').end(bomb));
    expect((await client.request({ method: 'GET', url, maxResponseBytes: 100_000 })).body).toEqual(bomb);
  });

  test('a HEAD request may announce more than the limit, because nothing comes', async () => {
    const { client, url } = await arrange((_request, response) => response.setHeader('content-length', '5000000').end());
    expect(await client.request({ method: 'HEAD', url, maxResponseBytes: 10 })).toMatchObject({ status: 200, body: Buffer.alloc(0) });
  });

  test('several requests at once each have a connection of their own', async () => {
    const ports = new Set<number | undefined>();
    const { client, url } = await arrange((request, response) => {
      ports.add(request.socket.remotePort);
      response.end();
    });
    await Promise.all(Array.from({ length: 5 }, () => client.request({ method: 'GET', url })));
    expect(ports.size).toBe(5);
  });
});

describe('what went wrong is said precisely', () => {
  test.each([
    ['announced', (response: ServerResponse) => response.setHeader('content-length', 2_000_000).end(Buffer.alloc(2_000_000))],
    ['not announced', (response: ServerResponse) => response.write(Buffer.alloc(2_000_000))],
    ['in its headers', (response: ServerResponse) => response.setHeader('x-large', 'x'.repeat(40_000)).end()],
  ])('an answer that is too large, %s', async (_name, answer) => {
    const { client, url } = await arrange((_request, response) => answer(response));
    await expect(client.request({ method: 'GET', url })).rejects.toMatchObject({ kind: 'too-large', mayHaveArrived: true });
  });

  test('nobody listens: surely not sent', async () => {
    const closed = createTcpServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const address = closed.address();
    closed.close();
    await once(closed, 'close');
    const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const { client, clock } = clientFor([host]);

    await expect(client.request({ method: 'POST', url: `http://${host}/` })).rejects.toMatchObject({
      kind: 'not-sent',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    expect(clock.pendingTimers()).toBe(0);
  });

  test('the peer does not speak TLS: surely not sent', async () => {
    const { client, port } = await arrange((_request, response) => response.end());
    await expect(client.request({ method: 'POST', url: `https://127.0.0.1:${port}/` })).rejects.toMatchObject({ kind: 'not-sent' });
  });

  test.each([
    ['before the answer', (response: ServerResponse) => response.socket?.destroy()],
    [
      'within the answer',
      (response: ServerResponse) => response.writeHead(200, { 'content-length': 100 }).write('half', () => response.socket?.destroy()),
    ],
    ['within a chunked answer', (response: ServerResponse) => response.write('half', () => response.socket?.destroy())],
    ['with something that is not HTTP', (response: ServerResponse) => response.socket?.end('SSH-2.0-OpenSSH\r\n\r\n')],
  ])('the connection is cut %s: it may have taken effect', async (_name, cut) => {
    const { client, url } = await arrange((_request, response) => void cut(response));
    await expect(client.request({ method: 'POST', url, body: 'x' })).rejects.toMatchObject({
      kind: 'unknown-outcome',
      mayHaveArrived: true,
    });
  });

  test('no answer in time: it may have taken effect', async () => {
    const { client, clock, url, arrived } = await arrangeSilence();
    const request = client.request({ method: 'POST', url, timeoutMs: 3_000 });
    const outcome = expect(request).rejects.toMatchObject({ kind: 'unknown-outcome', message: expect.stringContaining('within 3000 ms') });
    await arrived;
    await clock.advance(3_000);
    await outcome;
  });

  test('an answer that trickles in does not outlive the deadline', async () => {
    const { client, clock, url, arrived } = await arrangeSilence();
    const request = client.request({ method: 'POST', url, timeoutMs: 3_000 });
    const outcome = expect(request).rejects.toMatchObject({ kind: 'unknown-outcome' });
    const { response } = await arrived;
    for (let second = 0; second < 3; second++) {
      response.write('.');
      await clock.advance(1_000);
    }
    await outcome;
    expect(clock.pendingTimers()).toBe(0);
  });

  test('a name whose look-up never ends was surely not reached', async () => {
    const clock = createFakeClock();
    const client = createGuardedClient({ allow: [], clock, logger: silentLogger, lookup: () => new Promise(() => undefined) });
    const outcome = expect(client.request({ method: 'POST', url: 'https://slow.example/' })).rejects.toMatchObject({ kind: 'not-sent' });
    await clock.advance(10_000);
    await outcome;
  });

  test('the caller gives up: before it began, and while it waits', async () => {
    const { client, clock, url, arrived } = await arrangeSilence();
    await expect(client.request({ method: 'POST', url, signal: AbortSignal.abort() })).rejects.toMatchObject({
      kind: 'aborted',
      mayHaveArrived: false,
    });

    const caller = new AbortController();
    const outcome = expect(client.request({ method: 'POST', url, signal: caller.signal })).rejects.toMatchObject({
      kind: 'aborted',
      mayHaveArrived: true,
    });
    await arrived;
    caller.abort();
    await outcome;
    expect(clock.pendingTimers()).toBe(0);
  });
});
