import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange } from './exchange.ts';
import { FAULTS, faultName, usualAnswer } from './faults.ts';
import { readOrder } from './orders.ts';
import { WIRES, type Wire, type WireName } from './wires.ts';

/** A provider on both wires that does what the visitor's message says: see `orderText`. */
export interface FaultServer {
  baseUrl(wire: WireName): string;
  /** From now on this message is answered as it should be. */
  heal(key: string): void;
  /** Answers everything from now on as it should. */
  healAll(): void;
  requests(wire: WireName): number;
  requestsFor(key: string): number;
  /** How often somebody went where a redirect pointed. */
  readonly misled: number;
  /** Requests that are being answered now. */
  readonly open: number;
  close(): Promise<void>;
}

export async function startFaultServer(): Promise<FaultServer> {
  const requests = new Map<string, number>();
  const count = (name: string): number => {
    requests.set(name, (requests.get(name) ?? 0) + 1);
    return requests.get(name) ?? 0;
  };
  const healed = new Set<string>();
  let isHealed = false;
  let open = 0;
  let misled = 0;

  const server = createServer((request, response) => {
    if (request.url?.startsWith('/decoy')) {
      misled += 1;
      response.writeHead(500).end();
      return;
    }
    open += 1;
    response.on('error', () => {});
    response.once('close', () => {
      open -= 1;
    });
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wire = WIRES[request.url?.includes('/chat/completions') ? 'openai' : 'anthropic'];
    const { lastText, isAfterTools } = readRequest(await readBody(request));
    const { key, fault: number, only } = readOrder(lastText);
    count(wire.name);
    count(key);
    const exchange = createExchange(response, wire, key, count(`${wire.name} ${key}`), isAfterTools, `${origin}/decoy`);
    const fault = only === undefined || only === wire.name ? FAULTS[faultName(number) ?? ''] : undefined;
    if (!fault || isHealed || healed.has(key)) return exchange.say(usualAnswer(key));
    await fault.misbehave(exchange);
  }

  return {
    baseUrl: (wire) => `${origin}/${wire}/v1`,
    heal: (key) => void healed.add(key),
    healAll: () => {
      isHealed = true;
    },
    requests: (wire) => requests.get(wire) ?? 0,
    requestsFor: (key) => requests.get(key) ?? 0,
    get misled() {
      return misled;
    },
    get open() {
      return open;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createExchange(
  response: ServerResponse,
  wire: Wire,
  key: string,
  request: number,
  isAfterTools: boolean,
  decoyUrl: string,
): Exchange {
  const gone = once(response, 'close').then(() => {});
  const requireReader = () => {
    if (response.destroyed) throw new Error('The reader has left.');
  };
  const begin = () => void response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  const stream = (...frames: string[]) => {
    begin();
    for (const frame of frames) response.write(frame);
    return response;
  };
  return {
    wire,
    key,
    request,
    isAfterTools,
    response,
    decoyUrl,
    gone,
    begin,
    stream,
    write: async (data) => {
      requireReader();
      if (!response.write(data)) await Promise.race([once(response, 'drain'), gone]);
      // Each write is a packet of its own.
      await new Promise((resolve) => setImmediate(resolve));
    },
    pause: async (durationMs) => {
      await Promise.race([new Promise((resolve) => setTimeout(resolve, durationMs)), gone]);
      requireReader();
    },
    say: (text) => {
      const deltas = text.match(/\S+\s*/g) ?? [];
      stream(wire.start(), wire.openText(), ...deltas.map(wire.text), wire.finish('stop'), wire.trailer()).end();
    },
    refuse: (status, headers = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(wire.refusal(status));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<RequestBody> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return JSON.parse(text) as RequestBody;
}

interface RequestBody {
  messages: { role: string; content: string | null | { type: string; text?: string }[] }[];
}

/** The last thing that the visitor wrote, in whichever shape, and whether tools have answered since. */
function readRequest({ messages }: RequestBody): { lastText: string; isAfterTools: boolean } {
  const texts = messages.flatMap(({ role, content }) => {
    if (role !== 'user' || content === null) return [];
    return typeof content === 'string' ? [content] : content.flatMap(({ text }) => (text === undefined ? [] : [text]));
  });
  const last = messages.at(-1);
  const hasResults = Array.isArray(last?.content) && last.content.some(({ type }) => type === 'tool_result');
  return { lastText: texts.at(-1) ?? '', isAfterTools: last?.role === 'tool' || hasResults };
}
