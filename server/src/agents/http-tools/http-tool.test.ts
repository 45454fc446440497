import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { OutcomeUnknown, type RemoteToolContext } from '#messaging/tool.ts';
import { createGuardedClient } from '#platform/outbound/guarded-client.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { createHttpTool } from './http-tool.ts';

interface Received {
  method: string | undefined;
  headers: IncomingMessage['headers'];
  body: unknown;
}

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const context: RemoteToolContext = {
  tenantId: 'tenant',
  conversationId: 'conversation',
  contactId: 'contact',
  turnId: 'turn',
  agentId: 'agent',
  language: 'en',
  idempotencyKey: 'turn-1-0',
  signal: new AbortController().signal,
};

async function arrange(answer: (response: ServerResponse) => void, { allow = ['127.0.0.1'], timeoutMs = 5_000 } = {}) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const pieces = await request.toArray();
    received.push({ method: request.method, headers: request.headers, body: JSON.parse(Buffer.concat(pieces).toString()) });
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  closers.push(close);

  const definition = {
    name: 'find_slot',
    description: 'Finds a free slot.',
    parameters: { type: 'object', properties: { day: { type: 'string' } } },
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slots`,
    method: 'POST' as const,
    headers: { 'X-Secret': 'abc' },
    timeoutMs,
  };
  return { tool: createHttpTool(definition, createGuardedClient({ allow, logger: silentLogger })), received, close };
}

const answering =
  (status: number, body = '') =>
  (response: ServerResponse) =>
    response.writeHead(status).end(body);

describe('a tool of a tenant over HTTP', () => {
  test('sends the arguments, whom it acts for and its idempotency key, and hands the answer to the model', async () => {
    const { tool, received } = await arrange(answering(200, '{"slots":["10:00"]}'));
    const result = await tool.call({ day: 'monday' }, context);

    expect(result).toEqual({ ok: true, content: '{"slots":["10:00"]}' });
    const { idempotencyKey: _key, signal: _signal, ...ids } = context;
    expect(received[0]?.body).toEqual({ tool: 'find_slot', arguments: { day: 'monday' }, context: ids });
    expect(received[0]?.headers).toMatchObject({ 'idempotency-key': 'turn-1-0', 'x-secret': 'abc', 'content-type': 'application/json' });
  });

  test('an answer without words still says that it was done', async () => {
    const { tool } = await arrange(answering(204));
    expect(await tool.call({}, context)).toEqual({ ok: true, content: 'Done.' });
  });

  test('an answer can always be stored and is never too long to read', async () => {
    const { tool } = await arrange(answering(200, `a\0b${'x'.repeat(50_000)}`));
    const result = await tool.call({}, context);
    expect(result.content).toMatch(/^a\uFFFDbx+ \[…\]$/);
    expect(result.content.length).toBeLessThan(16_100);
  });

  test.each([400, 404, 409, 302])('a refusal (%i) is told to the model', async (status) => {
    const { tool } = await arrange(answering(status, 'No such day.'));
    expect(await tool.call({}, context)).toEqual({ ok: false, content: `find_slot refused the call (${status}): No such day.` });
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['a failure of its server', answering(500, 'stack trace')],
    ['a connection that is cut', (response) => response.destroy()],
    ['an answer that is cut', (response) => response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy())],
    ['an answer that is too large', answering(200, 'x'.repeat(300_000))],
  ])('after %s, nobody knows what happened', async (_what, answer) => {
    const { tool, received } = await arrange(answer);
    await expect(tool.call({}, context)).rejects.toBeInstanceOf(OutcomeUnknown);
    expect(received).toHaveLength(1);
  });

  test('after a time-out or a cancellation in mid-call, nobody knows either', async () => {
    const slow = await arrange(() => {}, { timeoutMs: 100 });
    await expect(slow.tool.call({}, context)).rejects.toBeInstanceOf(OutcomeUnknown);

    const controller = new AbortController();
    const cancelled = await arrange(() => controller.abort());
    await expect(cancelled.tool.call({}, { ...context, signal: controller.signal })).rejects.toBeInstanceOf(OutcomeUnknown);
  });

  test('what surely was not sent has surely done nothing', async () => {
    const { tool, close } = await arrange(answering(200));
    await close();
    expect(await tool.call({}, context)).toMatchObject({ ok: false, content: expect.stringContaining('Nothing was done') });
  });

  test('a private address is not called unless the operator allows it', async () => {
    const { tool, received } = await arrange(answering(200), { allow: [] });
    expect(await tool.call({}, context)).toMatchObject({ ok: false, content: expect.stringContaining('may not be called') });
    expect(received).toHaveLength(0);
  });
});
