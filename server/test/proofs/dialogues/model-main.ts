// The model server as a process of its own, so that its work is not counted as the clients' or the product's.
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LLMock } from '@copilotkit/aimock';
import { machineMs } from './clock.ts';
import {
  answerNumber,
  answerText,
  type ModelAnswer,
  type ModelServerCommand,
  type ModelServerMessage,
  type ModelServerOptions,
} from './model-protocol.ts';

interface Exchange {
  requestedAtMs: number;
  writes: { text: string; atMs: number }[];
}

const options = JSON.parse(process.argv[2] ?? '{}') as ModelServerOptions;
const exchanges: Exchange[] = [];
const asked = new Map<number, { question: string; requestBody: string }>();
let lastNumber = 0;

// Notes when a request arrives and when each chunk of its answer is handed to the system; what is sent stays as it is.
subscribe('http.server.request.start', (message) => {
  const { response } = message as { request: IncomingMessage; response: ServerResponse };
  const exchange: Exchange = { requestedAtMs: machineMs(), writes: [] };
  exchanges.push(exchange);
  const write = response.write.bind(response) as (...args: unknown[]) => boolean;
  response.write = (...args: unknown[]) => {
    if (typeof args[0] === 'string') exchange.writes.push({ text: args[0], atMs: machineMs() });
    return write(...args);
  };
});

const { firstChunkMs, chunkDelayMs, chunkSize } = options;
const server = new LLMock({ port: 0, host: '127.0.0.1', logLevel: 'silent', journalMaxEntries: 1 });
server.on(
  { predicate: () => true },
  (request) => {
    const question = request.messages.findLast(({ role }) => role === 'user')?.content;
    lastNumber += 1;
    const text = typeof question === 'string' ? question : '';
    asked.set(lastNumber, { question: text, requestBody: JSON.stringify(request) });
    return { content: answerText(lastNumber, text) };
  },
  { chunkSize, streamingProfile: { ttft: firstChunkMs, ...(chunkDelayMs > 0 && { tps: 1000 / chunkDelayMs }) } },
);

process.on('disconnect', () => process.exit(0));
process.on('message', ({ kind }: ModelServerCommand) => {
  if (kind === 'hand-over-answers') tell({ kind: 'answers', answers: handOver() });
});
tell({ kind: 'listening', url: await server.start() });

function tell(message: ModelServerMessage): void {
  process.send?.(message);
}

/** Everything answered since the last time. */
function handOver(): ModelAnswer[] {
  return exchanges.splice(0).flatMap(({ requestedAtMs, writes }) => {
    let content = '';
    const chunks: ModelAnswer['chunks'] = [];
    for (const { text, atMs } of writes) {
      const delta = deltaOf(text);
      if (delta === '') continue;
      content += delta;
      chunks.push({ endOffset: content.length, writtenAtMs: atMs });
    }
    const number = answerNumber(content);
    const question = number === undefined ? undefined : asked.get(number);
    return number === undefined || question === undefined ? [] : [{ number, ...question, content, requestedAtMs, chunks }];
  });
}

function deltaOf(event: string): string {
  if (!event.startsWith('data: {')) return '';
  const chunk = JSON.parse(event.slice('data: '.length)) as { choices?: { delta?: { content?: string } }[] };
  return chunk.choices?.[0]?.delta?.content ?? '';
}
