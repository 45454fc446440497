import { afterEach, describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { collect, question, textOf } from './chat-model.contract.ts';
import { createOpenAiCompatibleModel } from './openai-compatible.ts';
import { beginStream, chunk, DONE, event, type Handler, startWireServer, type WireServer } from './openai-wire.testing.ts';

const servers: WireServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const stop = chunk({}, { finish_reason: 'stop' });
const MEGABYTE = 1024 * 1024;

async function arrange(handler: Handler) {
  const server = await startWireServer(handler);
  servers.push(server);
  return { server, model: createOpenAiCompatibleModel({ baseUrl: server.baseUrl, model: 'default-model', clock: createFakeClock() }) };
}

/** Writes the same as often as the reader takes it. */
const flood =
  (beginning: string, again: string, status = 200): Handler =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/event-stream' });
    response.write(beginning);
    const goOn = (): void => {
      while (!response.destroyed) if (!response.write(again)) return void response.once('drain', goOn);
    };
    goOn();
  };

const call = (index: number, args: string) =>
  chunk({ tool_calls: [{ index, id: `call_${index}`, type: 'function', function: { name: 'create_ticket', arguments: args } }] });
let nextIndex = 0;

describe('a model that does not stop', () => {
  test.each<[string, Handler]>([
    ['an event without end', flood('data: {"choices":[{"delta":{"content":"', 'and '.repeat(5_000))],
    ['one event in lines without end', flood('', `${event({ choices: [] }).trim()}\n`.repeat(500))],
    ['thoughts without end', flood('', chunk({ reasoning_content: 'hm '.repeat(5_000) }))],
    ['arguments without end', flood(call(0, '{"a":"'), chunk({ tool_calls: [{ index: 0, function: { arguments: 'b'.repeat(5_000) } }] }))],
    ['calls without end', flood('', Array.from({ length: 200 }, () => call(nextIndex++, '{}')).join(''))],
  ])('%s is hung up on, and not worth asking again', async (_name, handler) => {
    const { model, server } = await arrange(handler);

    await expect(collect(model, question)).rejects.toMatchObject({ kind: 'oversized', retryable: false });
    await server.hungUp();
  });

  test('a refusal without end is read as far as its status needs', async () => {
    const { model, server } = await arrange(flood('', 'no '.repeat(5_000), 500));

    await expect(collect(model, question)).rejects.toMatchObject({ kind: 'overloaded', retryable: true });
    await server.hungUp();
  });
});

describe('an answer that is only long', () => {
  test('is taken in full, wherever its packets end', async () => {
    const words = 'All is well. '.repeat(200);
    const pieces = 600;
    const { model } = await arrange((response) => {
      beginStream(response);
      for (let piece = 0; piece < pieces; piece += 1) {
        // The end of an event in a packet of its own each time.
        const text = chunk({ content: words });
        response.write(text.slice(0, -1));
        response.write('\n');
      }
      response.end(stop + DONE);
    });

    const text = textOf(await collect(model, question));
    expect(text.length).toBeGreaterThan(MEGABYTE);
    expect(text).toBe(words.repeat(pieces));
  });

  test.each(['\r\n\r\n', '\r\r'])('may end its events with %j', async (end) => {
    const { model } = await arrange((response) => {
      beginStream(response);
      for (let piece = 0; piece < 600; piece += 1) response.write(chunk({ content: 'a'.repeat(2_500) }).replace('\n\n', end));
      response.end((stop + DONE).replaceAll('\n\n', end));
    });

    expect(textOf(await collect(model, question))).toHaveLength(1_500_000);
  });
});
