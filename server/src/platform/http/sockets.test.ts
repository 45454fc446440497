import { once } from 'node:events';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { publicAccess } from './access.ts';
import { streamEvents } from './answers.ts';
import { createTestServer, type TestServerOptions } from './http-server.testing.ts';
import type { HttpServer } from './http-server.ts';
import type { RouteModule } from './route-module.ts';

const DEADLINE_MS = 20_000;
const servers: HttpServer[] = [];
const listen = async (routes: RouteModule, options?: TestServerOptions) => {
  const server = await createTestServer(routes, options);
  servers.push(server);
  const { port } = await server.listen();
  return { server, port, base: `http://127.0.0.1:${port}` };
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close(DEADLINE_MS);
});

/** All that a connection says until the server closes it. */
async function readToEnd(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}

const rawRequest = (port: number, text: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  return readToEnd(socket);
};
const upgradeTo = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
const none: RouteModule = () => undefined;
const deferred = () => Promise.withResolvers<void>();

describe('upgrades', () => {
  const echo = {
    path: '/ws/chat',
    handle: (_request: IncomingMessage, socket: NodeJS.WritableStream) => void socket.end('HTTP/1.1 101 Yes\r\n\r\n'),
  };

  test('go to the endpoint of their path, whatever their query, with and without a slash at the end', async () => {
    const { port } = await listen(none, { upgrades: [echo] });
    expect(await rawRequest(port, upgradeTo('/ws/chat?token=x'))).toMatch(/^HTTP\/1.1 101 /);
    expect(await rawRequest(port, upgradeTo('/ws/chat/?token=x'))).toMatch(/^HTTP\/1.1 101 /);
  });

  test('to another path are refused and closed', async () => {
    const { port } = await listen(none, { upgrades: [echo] });
    expect(await rawRequest(port, upgradeTo('/ws/other'))).toMatch(/^HTTP\/1.1 404 Not Found\r\nConnection: close/);
  });

  test('whose handler fails cost only their own connection', async () => {
    const broken = { path: '/broken', handle: () => Promise.reject(new Error('broken')) };
    const alsoBroken = {
      path: '/broken-at-once',
      handle: () => {
        throw new Error('broken');
      },
    };
    const { port } = await listen(none, { upgrades: [broken, alsoBroken, echo] });
    expect(await rawRequest(port, upgradeTo('/broken'))).toBe('');
    expect(await rawRequest(port, upgradeTo('/broken-at-once'))).toBe('');
    expect(await rawRequest(port, upgradeTo('/ws/chat'))).toMatch(/^HTTP\/1.1 101 /);
  });

  test('that are not to WebSocket are answered as plain requests', async () => {
    const { port } = await listen(none, { upgrades: [echo] });
    const answer = await rawRequest(port, 'GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 404 .*problem\+json/s);
  });

  test('a reset right after the request does not end the server', async () => {
    const { promise: reached, resolve } = deferred();
    const { port, base } = await listen(none, {
      upgrades: [{ path: '/ws/chat', handle: (_r, socket) => void socket.once('close', resolve) }],
    });
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(upgradeTo('/ws/chat'), () => socket.resetAndDestroy());
    await reached;
    expect((await fetch(base)).status).toBe(404);
  });
});

describe('what is no proper HTTP', () => {
  test('is answered with a problem and closed', async () => {
    const { port } = await listen(none);
    expect(await rawRequest(port, 'HELLO\r\n\r\n')).toMatch(/^HTTP\/1.1 400 .*MALFORMED_REQUEST/s);
    expect(await rawRequest(port, `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 .*HEADERS_TOO_LARGE/s,
    );
  });

  test('a request that does not finish is given up', async () => {
    const limits = { headersTimeoutMs: 100, requestTimeoutMs: 200, checkIntervalMs: 20 };
    const { port } = await listen(none, { config: { limits } });
    expect(await rawRequest(port, 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')).toMatch(/^HTTP\/1.1 408 .*REQUEST_TIMEOUT/s);
  });
});

describe('event streams', () => {
  test('carry ids and data, and end when the handler does', async () => {
    const { base } = await listen((routes) =>
      routes.get('/events', {
        summary: 'Events',
        access: publicAccess(),
        ...eventsOf(async (stream) => {
          await stream.comment('hello');
          await stream.send({ id: 1, data: { text: 'two\nlines' } });
          await stream.send({ data: 'last' });
        }),
      }),
    );
    const answer = await fetch(`${base}/api/v1/events`);
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe(': hello\n\nid: 1\ndata: {"text":"two\\nlines"}\n\ndata: "last"\n\n');
  });

  test('are not cut by the time limits of requests', async () => {
    const limits = { headersTimeoutMs: 40, requestTimeoutMs: 60, keepAliveTimeoutMs: 20, checkIntervalMs: 10 };
    const { base } = await listen(
      (routes) =>
        routes.get('/events', {
          summary: 'Events',
          access: publicAccess(),
          ...eventsOf(async (stream) => {
            for (let n = 0; n < 30; n += 1) {
              stream.push({ data: n });
              await new Promise((resolve) => setTimeout(resolve, 10));
            }
          }),
        }),
      { config: { limits } },
    );
    expect((await (await fetch(`${base}/api/v1/events`)).text()).match(/^data: /gm)).toHaveLength(30);
  });

  test('say where a caller that comes back goes on', async () => {
    const { base } = await listen((routes) =>
      routes.get('/events', { summary: 'Events', access: publicAccess(), ...eventsOf(async (stream) => stream.position(7)) }),
    );
    expect(await (await fetch(`${base}/api/v1/events`)).text()).toBe('id: 7\n\n');
  });

  test('the handler learns that the caller went away', async () => {
    const gone = deferred();
    const { base } = await listen((routes) =>
      routes.get('/events', {
        summary: 'Events',
        access: publicAccess(),
        ...eventsOf(async (stream) => {
          await stream.comment('hello');
          await aborted(stream.signal);
          gone.resolve();
        }),
      }),
    );
    const client = new AbortController();
    await fetch(`${base}/api/v1/events`, { signal: client.signal });
    client.abort();
    await gone.promise;
  });
});

test('a stream that nobody reads waits instead of filling the memory, and ends with its caller', async () => {
  const ended = deferred();
  const full = deferred();
  let waiting = 0;
  const { port } = await listen((routes) =>
    routes.get('/events', {
      summary: 'Events',
      access: publicAccess(),
      ...eventsOf(async (stream) => {
        while (!stream.signal.aborted) {
          const sent = stream.send({ data: 'x'.repeat(1024 * 1024) });
          waiting += 1;
          const outcome = await Promise.race([sent.then(() => 'sent'), nextTurns(50).then(() => 'full')]);
          if (outcome === 'full') full.resolve();
          await sent;
        }
        ended.resolve();
      }),
    }),
  );
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /api/events HTTP/1.1\r\nHost: x\r\n\r\n');
  await full.promise;
  expect(waiting).toBeLessThan(100);
  socket.destroy();
  await ended.promise;
});

describe('draining', () => {
  test('a request in flight is answered, as the last of its connection; streams end; new connections are refused', async () => {
    const started = deferred();
    const finish = deferred();
    const { server, base } = await listen((routes) => {
      routes.get('/slow', {
        summary: 'Slow',
        access: publicAccess(),
        answers: { 200: z.string() },
        handle: async () => {
          started.resolve();
          await finish.promise;
          return 'done';
        },
      });
      routes.get('/events', {
        summary: 'Events',
        access: publicAccess(),
        ...eventsOf(async (stream) => {
          await stream.comment('open');
          await aborted(stream.signal);
          await stream.comment('never sent');
        }),
      });
    });
    const agent = new Agent({ keepAlive: true });
    const slow = once(get(`${base}/api/slow`, { agent }), 'response');
    const stream = await fetch(`${base}/api/events`);
    await started.promise;

    const closed = server.close(DEADLINE_MS);
    expect(await stream.text()).toBe(': open\n\n');
    finish.resolve();
    const [answer] = (await slow) as [IncomingMessage];
    expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
    answer.resume();
    await closed;
    await expect(fetch(base)).rejects.toThrow();
    agent.destroy();
  });

  test('what does not finish is cut at the deadline, sockets included', async () => {
    const started = deferred();
    const { server, base, port } = await listen(
      (routes) =>
        routes.post('/never', {
          summary: 'Never',
          access: publicAccess(),
          answers: { 200: z.string() },
          handle: () => {
            started.resolve();
            return new Promise<string>(() => undefined);
          },
        }),
      { upgrades: [{ path: '/ws', handle: (_request, socket) => void socket.write('HTTP/1.1 101 Yes\r\n\r\n') }] },
    );
    const socket = connect(port, '127.0.0.1');
    socket.write(upgradeTo('/ws'));
    await once(socket, 'data');
    const never = once(request(`${base}/api/never`, { method: 'POST' }).end(), 'response');
    await started.promise;
    const socketClosed = once(socket, 'close');
    await Promise.all([server.close(10), expect(never).rejects.toThrow(), socketClosed]);
  });

  test('closing twice is closing once', async () => {
    const { server } = await listen(none);
    await Promise.all([server.close(DEADLINE_MS), server.close(DEADLINE_MS)]);
    expect(server.address()).toBeUndefined();
  });
});

test('a port that is taken is said so', async () => {
  const { port } = await listen(none);
  const second = await createTestServer(none, { config: { port } });
  await expect(second.listen()).rejects.toThrow(`Cannot listen on 127.0.0.1, port ${port}: another program uses it`);
  await second.close(0);
});

function eventsOf(run: Parameters<typeof streamEvents>[0]) {
  return { answers: { 200: { raw: 'text/event-stream', description: 'Events' } }, handle: () => streamEvents(run) } as const;
}

const aborted = (signal: AbortSignal) => (signal.aborted ? Promise.resolve() : once(signal, 'abort'));

/** Lets the event loop go round this often. */
async function nextTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
