import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asksOf, keysIn, words } from './asks.ts';
import type { Random } from './random.ts';

interface ToolCall {
  id: string;
  function: { name: string; arguments: string };
}

export interface ModelMessage {
  role: 'system' | 'user' | 'assistant' | 'tool';
  content?: string | null;
  tool_calls?: ToolCall[];
  tool_call_id?: string;
}

export interface LocalServer {
  url: string;
  close(): Promise<void>;
}

export interface ModelServer extends LocalServer {
  /** Requests so far, and how many of them their client left before the end. */
  readonly asked: number;
  readonly abandoned: number;
}

const MAX_REQUEST_BYTES = 4 * 1024 * 1024;

/**
 * Speaks chat completions, streamed slowly enough that kills land in the middle. What it calls follows from what the visitor has
 * written and from the results that the request shows; its ids and its words are other ones each time it is asked.
 */
export async function startModelServer(random: Random): Promise<ModelServer> {
  let asked = 0;
  let abandoned = 0;
  const server = createServer((request, response) => {
    asked += 1;
    answer(request, response, random).catch(() => {
      abandoned += 1;
      response.destroy();
    });
  });
  const local = await listen(server);
  return {
    ...local,
    url: `${local.url}/v1`,
    get asked() {
      return asked;
    },
    get abandoned() {
      return abandoned;
    },
  };
}

export async function listen(server: ReturnType<typeof createServer>): Promise<LocalServer> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export async function readJson<T>(request: IncomingMessage): Promise<T> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_REQUEST_BYTES) throw new Error('The request is too long.');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as T;
}

async function answer(request: IncomingMessage, response: ServerResponse, random: Random): Promise<void> {
  const { messages } = await readJson<{ messages: ModelMessage[] }>(request);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const gone = once(response, 'close').then(() => 'gone' as const);
  const send = async (delta: object, finishReason: string | null = null): Promise<void> => {
    const chunk = { id: 'chaos', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finishReason }] };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
    const pause = new Promise<'paused'>((resolve) => setTimeout(resolve, random.between(5, 30), 'paused'));
    if ((await Promise.race([pause, gone])) === 'gone') throw new Error('The client has left.');
  };

  const { pending, calls } = decide(messages, random);
  if (calls.length > 0) {
    if (random.chance(0.5)) await send({ content: 'One moment. ' });
    for (const [index, { id, function: called }] of calls.entries()) {
      const half = Math.floor(called.arguments.length / 2);
      await send({
        tool_calls: [{ index, id, type: 'function', function: { name: called.name, arguments: called.arguments.slice(0, half) } }],
      });
      await send({ tool_calls: [{ index, function: { arguments: called.arguments.slice(half) } }] });
    }
    await send({}, 'tool_calls');
  } else {
    const text = `Answer to ${pending.map((key) => `[${key}]`).join(' ')}: ${words(random, random.whole(9, 38))}`;
    for (const piece of text.split(/(?<=\s)/)) await send({ content: piece });
    await send({}, 'stop');
  }
  response.end('data: [DONE]\n\n');
}

const TOOL_OF = { ticket: 'create_ticket', booking: 'book_visit', person: 'transfer_to_person' } as const;

/** What the visitor has written since the last answer, and which of the effects that it asks for nobody has called yet. */
export function decide(messages: readonly ModelMessage[], random: Random): { pending: string[]; calls: ToolCall[] } {
  const lastAnswer = messages.findLastIndex(({ role, tool_calls: called }) => role === 'assistant' && !called?.length);
  const since = messages.slice(lastAnswer + 1);
  const asked = since.filter(({ role }) => role === 'user').map(({ content }) => content ?? '');
  const done = new Set(since.flatMap(({ tool_calls: called = [] }) => called.filter((call) => wasMade(call, since)).map(nameAndKey)));
  const calls = asked.flatMap((content) => {
    const [key = ''] = keysIn(content);
    return asksOf(content)
      .map((ask) => callFor(TOOL_OF[ask], key, random))
      .filter((call) => !done.has(nameAndKey(call)));
  });
  return { pending: asked.flatMap(keysIn), calls: random.chance(0.5) ? calls : calls.toReversed() };
}

function callFor(name: string, key: string, random: Random): ToolCall {
  const args =
    name === 'create_ticket'
      ? { subject: `[${key}] ${words(random, 2)}`, description: words(random, 6) }
      : name === 'book_visit'
        ? { request: `[${key}]`, note: words(random, 3) }
        : { reason: `[${key}]` };
  return { id: `call_${randomUUID()}`, function: { name, arguments: JSON.stringify(args) } };
}

const nameAndKey = ({ function: { name, arguments: args } }: ToolCall): string => `${name} ${keysIn(args)[0] ?? ''}`;

/** A call that the journal says was not made is made again; every other result, a lost one included, is taken as it is. */
const wasMade = ({ id }: ToolCall, messages: readonly ModelMessage[]): boolean =>
  messages.some(({ tool_call_id: answered, content }) => answered === id && !content?.startsWith('This was not done'));
