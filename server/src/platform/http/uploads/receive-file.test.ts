import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createFakeClock } from '../../clock.testing.ts';
import { publicAccess } from '../access.ts';
import { created } from '../answers.ts';
import { createTestServer, type TestServerOptions } from '../http-server.testing.ts';
import type { HttpServer } from '../http-server.ts';

const MAXIMUM = 100_000;
const servers: HttpServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close(100);
});

/** A server that takes files, and what became of those that it was sent. */
async function arrange(options: TestServerOptions = {}) {
  const kept: { name: string; text: string }[] = [];
  const failures: string[] = [];
  const server = await createTestServer((routes) => {
    routes.upload('/files', {
      summary: 'Keep a file',
      access: publicAccess(),
      upload: { maximumBytes: MAXIMUM },
      answers: { 201: z.object({ bytes: z.int() }) },
      handle: async ({ file }) => {
        const chunks: Uint8Array[] = [];
        try {
          for await (const chunk of file.content) chunks.push(chunk);
        } catch (error) {
          failures.push((error as { code?: string }).code ?? String(error));
          throw error;
        }
        const content = Buffer.concat(chunks);
        kept.push({ name: file.name, text: content.subarray(0, 40).toString() });
        return created({ bytes: content.length });
      },
    });
    routes.post('/json', {
      summary: 'Take JSON',
      access: publicAccess(),
      body: z.object({ a: z.int() }),
      answers: { 200: z.object({ a: z.int() }) },
      handle: ({ body }) => body,
    });
  }, options);
  servers.push(server);
  const { port } = await server.listen();
  const url = `http://127.0.0.1:${port}/api/v1`;
  const send = async (body: FormData | string, headers: Record<string, string> = {}, path = '/files') => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body, headers });
    const answer = (await response.json()) as Record<string, unknown>;
    return { status: response.status, code: answer.code, detail: answer.detail, bytes: answer.bytes };
  };
  return { server, port, kept, failures, send };
}

function form(...parts: [field: string, content: string | Blob, name?: string][]): FormData {
  const data = new FormData();
  for (const [field, content, name] of parts) {
    if (typeof content === 'string') data.append(field, content);
    else data.append(field, content, name);
  }
  return data;
}
const text = (content: string) => new Blob([content]);

const head = (length: number) =>
  `POST /api/v1/files HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n\r\n`;
const BEGINNING = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';

/** A connection that has sent the beginning of an upload and then falls silent. */
async function halfAnUpload(port: number): Promise<{ socket: Socket; answer: Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.on('data', (data) => {
    received += String(data);
  });
  socket.on('error', () => undefined);
  const answer = once(socket, 'close').then(() => received);
  socket.write(head(50_000) + BEGINNING + 'half of '.repeat(10));
  return { socket, answer };
}

describe('a file in a form', () => {
  test('arrives with its name, whatever script it is in', async () => {
    const { send, kept } = await arrange();
    expect(await send(form(['file', text('hola'), 'informe médico 報告.txt']))).toMatchObject({ status: 201, bytes: 4 });
    expect(kept).toEqual([{ name: 'informe médico 報告.txt', text: 'hola' }]);
  });

  test('may be empty, and may be larger than any JSON', async () => {
    const { send } = await arrange();
    expect(await send(form(['file', text(''), 'a']))).toMatchObject({ status: 201, bytes: 0 });
    expect(await send(form(['file', text('x'.repeat(MAXIMUM)), 'a']))).toMatchObject({ status: 201, bytes: MAXIMUM });
  });

  test('that is announced as too large is refused before it is read', async () => {
    const { send, failures } = await arrange();
    expect(await send(form(['file', text('x'.repeat(MAXIMUM * 2)), 'a']))).toMatchObject({ status: 413, code: 'FILE_TOO_LARGE' });
    expect(failures).toEqual([]);
  });

  const wrong: [what: string, body: FormData][] = [
    ['no file', form(['note', 'hello'])],
    ['nothing', form()],
    ['a file under another name', form(['photo', text('x'), 'a'])],
    ['text before the file', form(['note', 'hello'], ['file', text('x'), 'a'])],
    ['text after the file', form(['file', text('x'), 'a'], ['note', 'hello'])],
    ['two files', form(['file', text('x'), 'a'], ['file', text('y'), 'b'])],
    ['three parts', form(['file', text('x'), 'a'], ['n', '1'], ['m', '2'])],
  ];
  test.each(wrong)('is refused as a whole with %s', async (_what, body) => {
    const { send, kept } = await arrange();
    expect(await send(body)).toMatchObject({ status: 400, code: 'INVALID_UPLOAD' });
    expect(kept).toEqual([]);
  });

  test('is refused in another form, and a form is refused where JSON is expected', async () => {
    const { send } = await arrange();
    const refused = { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' };
    expect(await send('{}', { 'content-type': 'application/json' })).toMatchObject(refused);
    expect(await send('x', { 'content-type': 'image/png' })).toMatchObject(refused);
    expect(await send(form(['file', text('x'), 'a']), {}, '/json')).toMatchObject(refused);
    expect(await send('--b', { 'content-type': 'multipart/form-data' })).toMatchObject({ status: 400, code: 'INVALID_UPLOAD' });
  });

  test('without its end is no file', async () => {
    const { send, kept } = await arrange();
    const cut = { 'content-type': 'multipart/form-data; boundary=b' };
    expect(await send(`${BEGINNING}half`, cut)).toMatchObject({ status: 400, code: 'INVALID_UPLOAD' });
    expect(kept).toEqual([]);
  });

  test('whose sender goes away is given up', async () => {
    const { port, kept, failures } = await arrange();
    const { socket, answer } = await halfAnUpload(port);
    await once(socket, 'ready');
    socket.destroy();
    await answer;
    await expect.poll(() => failures).toEqual(['INVALID_UPLOAD']);
    expect(kept).toEqual([]);
  });

  test('outlives the time limit of other requests, and not half a minute of silence', async () => {
    const clock = createFakeClock();
    const limits = { headersTimeoutMs: 50, requestTimeoutMs: 100, checkIntervalMs: 10 };
    const { port, failures } = await arrange({ clock, config: { limits } });
    const { socket, answer } = await halfAnUpload(port);
    // Another request of that age is given up in the meantime.
    const other = connect(port, '127.0.0.1');
    other.write('POST /api/v1/json HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{');
    expect(String((await once(other, 'data'))[0])).toContain('408');
    other.destroy();
    expect(socket.destroyed).toBe(false);

    await expect.poll(() => clock.pendingTimers()).toBeGreaterThan(0);
    await clock.advance(30_000);
    await expect.poll(() => failures).toEqual(['UPLOAD_TIMEOUT']);
    await clock.advance(5_000);
    expect(await answer).toMatch(/^HTTP\/1.1 408 .*UPLOAD_TIMEOUT/s);
  });

  test('stands in the reference as a form', async () => {
    const { server } = await arrange();
    expect(server.document.paths['/api/v1/files']?.post).toMatchObject({
      requestBody: { required: true, content: { 'multipart/form-data': { schema: { required: ['file'] } } } },
    });
  });
});
