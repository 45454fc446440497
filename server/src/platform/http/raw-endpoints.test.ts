import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestServer } from './http-server.testing.ts';
import type { HttpServer } from './http-server.ts';
import type { RawEndpoint } from './raw-endpoints.ts';

let server: HttpServer;
afterEach(() => server.close(2_000));

async function listen(handle: RawEndpoint['handle']): Promise<string> {
  const endpoint: RawEndpoint = { path: '/raw', accepts: ({ url = '' }) => url.includes('mine'), handle };
  server = await createTestServer(() => undefined, { rawEndpoints: [endpoint] });
  const { port } = await server.listen();
  return `http://127.0.0.1:${port}`;
}

describe('requests of another protocol', () => {
  test('go to the endpoint of their path with their body unread, with and without a slash at the end', async () => {
    const base = await listen(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      response.end(`${request.method} ${Buffer.concat(chunks)}`);
    });
    for (const path of ['/raw?mine', '/raw/?mine']) {
      // Nothing judges the content, nor what it says to be.
      const answer = await fetch(base + path, { method: 'POST', body: '{"broken', headers: { 'content-type': 'application/json' } });
      expect(await answer.text()).toBe('POST {"broken');
    }
  });

  test('that it does not accept are answered as those of unknown paths', async () => {
    const base = await listen((_request, response) => void response.end('mine'));
    for (const [path, method] of [
      ['/raw', 'GET'],
      ['/raw/deeper?mine', 'GET'],
      ['/raw?mine', 'DELETE'],
      ['/raw?mine', 'HEAD'],
    ] as const) {
      const answer = await fetch(base + path, { method });
      await answer.text();
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, expect.stringContaining('application/problem+json')]);
    }
  });

  test('whose handler fails cost only their own answer', async () => {
    const base = await listen(({ url = '' }, response) => {
      if (url.includes('late')) response.write('half');
      if (!url.includes('well')) throw new Error('broken');
      response.end('well');
    });
    expect((await fetch(`${base}/raw?mine`)).status).toBe(500);
    await expect(fetch(`${base}/raw?mine&late`).then((answer) => answer.text())).rejects.toThrow();
    expect(await (await fetch(`${base}/raw?mine&well`)).text()).toBe('well');
  });

  test('that are in flight when the server drains are the last on their connection', async () => {
    const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<void>();
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
    const base = await listen(async (_request, response) => {
      arrive();
      await mayAnswer;
      response.end('done');
    });
    const agent = new Agent({ keepAlive: true });
    const answered = once(get(`${base}/raw?mine`, { agent }), 'response');
    await arrived;
    const closed = server.close(5_000);
    letAnswer();
    const [answer] = (await answered) as [IncomingMessage];
    expect(answer.headers.connection).toBe('close');
    answer.resume();
    await closed;
    agent.destroy();
  });
});
