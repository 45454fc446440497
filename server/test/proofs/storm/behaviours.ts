import type { ServerResponse } from 'node:http';

/** One request to the upstream. What it writes waits for the reader, and throws once that has left. */
export interface Exchange {
  response: ServerResponse;
  /** What an answer begins with: it names every message that it answers. */
  greeting: string;
  begin(): void;
  write(text: string): Promise<void>;
  chunk(delta: object, finishReason?: string | null): Promise<void>;
  pause(durationMs: number): Promise<void>;
  gone(): Promise<void>;
}

type Behaviour = (exchange: Exchange) => Promise<void>;

const FLOOD_BYTES = 100 * 1024 * 1024;
/** About 10 kB. */
const PIECE = 'All is well. '.repeat(800);
/** Of a long answer, which is six times as long on the wire: JSON has to escape each of its characters. */
export const LONG_ANSWER_LENGTH = 90_000;
const STAMPED_DELTAS = 15;

async function say({ begin, chunk, pause, response }: Exchange, pieces: Iterable<string>, pauseMs: number): Promise<void> {
  begin();
  for (const piece of pieces) {
    await chunk({ content: piece });
    if (pauseMs > 0) await pause(pauseMs);
  }
  await chunk({}, 'stop');
  response.end('data: [DONE]\n\n');
}

/** Writes the same again and again until so much has been written that nobody should have taken it. */
async function flood(exchange: Exchange, send: (round: number) => Promise<void>, sizeOfRound: number): Promise<void> {
  for (let round = 0; round * sizeOfRound < FLOOD_BYTES; round += 1) await send(round);
  await exchange.chunk({}, 'stop');
  exchange.response.end('data: [DONE]\n\n');
}

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index} `);

function* stamps(greeting: string): Generator<string> {
  yield greeting;
  for (let index = 0; index < STAMPED_DELTAS; index += 1) yield `@${performance.now().toFixed(2)} `;
}

const fail =
  (status: number, body = '{"error":{"message":"no"}}'): Behaviour =>
  async ({ response }) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(body);

const floodOf =
  (delta: string): Behaviour =>
  async (exchange) => {
    exchange.begin();
    await flood(exchange, () => exchange.chunk({ content: delta }), delta.length);
  };

export const behaviours: Readonly<Record<string, Behaviour>> = {
  answer: (exchange) => say(exchange, [exchange.greeting, ...words(8)], 5),
  /** Longer than a visitor waits before the next message. */
  slow: (exchange) => say(exchange, [exchange.greeting, ...words(40)], 50),
  long: (exchange) => say(exchange, [exchange.greeting, ...Array<string>(LONG_ANSWER_LENGTH / 3_000).fill('\u0001'.repeat(3_000))], 2),
  /** Each piece tells when it was written. */
  stamped: (exchange) => say(exchange, stamps(exchange.greeting), 20),

  hang: ({ gone }) => gone(),
  silent: async ({ begin, gone }) => {
    begin();
    await gone();
  },
  stall: async ({ begin, chunk, gone }) => {
    begin();
    await chunk({ content: 'One moment' });
    await gone();
  },

  cut: async ({ begin, chunk, pause, response }) => {
    begin();
    for (const word of words(5)) await chunk({ content: word });
    await pause(20);
    response.destroy();
  },
  'cut-early': async ({ response }) => void response.destroy(),
  error: fail(500),
  busy: fail(429),
  garbage: async ({ begin, write, response }) => {
    begin();
    await write('data: {"choices":[{"index":0,"delta":{"content":"One mo\n\n');
    response.end();
  },

  'flood-text': floodOf(PIECE),
  'flood-deltas': floodOf(PIECE.repeat(48)),
  'flood-megabytes': floodOf(PIECE.repeat(125)),
  'flood-thoughts': async (exchange) => {
    exchange.begin();
    await flood(exchange, () => exchange.chunk({ reasoning_content: PIECE }), PIECE.length);
  },
  'flood-arguments': async (exchange) => {
    exchange.begin();
    await exchange.chunk({
      tool_calls: [{ index: 0, id: 'call_0', type: 'function', function: { name: 'create_ticket', arguments: '{"a":"' } }],
    });
    await flood(exchange, () => exchange.chunk({ tool_calls: [{ index: 0, function: { arguments: PIECE } }] }), PIECE.length);
  },
  'flood-calls': async (exchange) => {
    exchange.begin();
    const call = (index: number) => ({
      index,
      id: `call_${index}`,
      type: 'function',
      function: { name: 'create_ticket', arguments: '{}' },
    });
    await flood(exchange, (round) => exchange.chunk({ tool_calls: Array.from({ length: 50 }, (_, at) => call(round * 50 + at)) }), 5_000);
  },
  /** An event that does not end. */
  'flood-line': async (exchange) => {
    exchange.begin();
    await exchange.write('data: {"choices":[{"index":0,"delta":{"content":"');
    await flood(exchange, () => exchange.write(PIECE), PIECE.length);
  },
  'flood-error': async (exchange) => {
    exchange.response.writeHead(500, { 'content-type': 'application/json' });
    await flood(exchange, () => exchange.write(PIECE), PIECE.length);
  },
};
