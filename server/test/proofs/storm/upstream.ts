import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { keysIn } from '#test/chaos/asks.ts';
import { listen, type ModelMessage, readJson } from '#test/chaos/model-server.ts';
import { behaviours, type Exchange } from './behaviours.ts';

/** A server for chat completions that does what the visitor's message says, which is not always what it should. */
export interface Upstream {
  url: string;
  /** Requests that are being answered now. */
  readonly open: number;
  readonly figures: UpstreamFigures;
  /** How often an answer to this message was asked for. */
  requestsFor(key: string): number;
  /** Resolves when an answer to this message has been written, or its reader has left. */
  answered(key: string): Promise<void>;
  /** Begins to count the peaks again. */
  resetPeaks(): void;
  close(): Promise<void>;
}

export interface UpstreamFigures {
  asked: number;
  /** Left by the reader before the end. */
  abandoned: number;
  bytes: number;
  peakOpen: number;
  /** Requests that were open at once for one conversation. */
  peakPerConversation: number;
}

/** `[c3-7] #cut*2 text`: the answer to message 7 of client 3 is cut twice, and then given as it should be. */
const ORDER = /#([a-z-]+)(?:\*(\d+))?/;

export const order = (key: string, behaviour: string, times?: number): string =>
  `[${key}] #${behaviour}${times === undefined ? '' : `*${times}`}`;

export const conversationOf = (key: string): string => key.split('-')[0] ?? '';

export async function startUpstream(): Promise<Upstream> {
  const figures: UpstreamFigures = { asked: 0, abandoned: 0, bytes: 0, peakOpen: 0, peakPerConversation: 0 };
  const open = new Map<string, number>();
  const requests = new Map<string, number>();
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const endOf = (key: string) => {
    const known = ends.get(key) ?? Promise.withResolvers<void>();
    ends.set(key, known);
    return known;
  };
  const openNow = () => [...open.values()].reduce((sum, count) => sum + count, 0);

  const server = createServer((request, response) => {
    response.on('error', () => {});
    answer(request, response).catch(() => response.destroy());
  });
  const local = await listen(server);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { messages } = await readJson<{ messages: ModelMessage[] }>(request);
    const pending = pendingMessages(messages);
    const last = pending.at(-1) ?? '';
    const key = keysIn(last)[0] ?? '';
    const conversation = conversationOf(key);
    const attempt = (requests.get(key) ?? 0) + 1;
    requests.set(key, attempt);
    figures.asked += 1;
    open.set(conversation, (open.get(conversation) ?? 0) + 1);
    figures.peakOpen = Math.max(figures.peakOpen, openNow());
    figures.peakPerConversation = Math.max(figures.peakPerConversation, open.get(conversation) ?? 0);
    response.once('close', () => {
      open.set(conversation, (open.get(conversation) ?? 1) - 1);
      if (!response.writableFinished) figures.abandoned += 1;
      endOf(key).resolve();
    });
    const exchange = createExchange(
      response,
      figures,
      `Answer to ${pending
        .flatMap(keysIn)
        .map((each) => `[${each}]`)
        .join(' ')}: `,
    );
    const [, name = 'answer', times] = ORDER.exec(last) ?? [];
    const isOver = times !== undefined && attempt > Number(times);
    const behave = behaviours[isOver ? 'answer' : name];
    if (!behave) throw new Error(`There is no behaviour called ${name}.`);
    await behave(exchange);
  }

  return {
    url: `${local.url}/v1`,
    get open() {
      return openNow();
    },
    figures,
    requestsFor: (key) => requests.get(key) ?? 0,
    answered: (key) => endOf(key).promise,
    resetPeaks: () => Object.assign(figures, { peakOpen: openNow(), peakPerConversation: 0 }),
    close: local.close,
  };
}

/** What the visitor has written since the last answer. */
function pendingMessages(messages: readonly ModelMessage[]): string[] {
  const lastAnswer = messages.findLastIndex(({ role, tool_calls: called }) => role === 'assistant' && !called?.length);
  return messages
    .slice(lastAnswer + 1)
    .filter(({ role }) => role === 'user')
    .map(({ content }) => content ?? '');
}

function createExchange(response: ServerResponse, figures: UpstreamFigures, greeting: string): Exchange {
  const gone = once(response, 'close');
  const write = async (text: string): Promise<void> => {
    if (response.destroyed) throw new Error('The reader has left.');
    figures.bytes += text.length;
    if (!response.write(text)) await Promise.race([once(response, 'drain'), gone]);
  };
  return {
    response,
    greeting,
    write,
    gone: () => gone.then(() => {}),
    begin: () => void response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders(),
    chunk: (delta, finishReason = null) =>
      write(
        `data: ${JSON.stringify({ id: 'storm', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finishReason }] })}\n\n`,
      ),
    pause: async (durationMs) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, durationMs);
      await Promise.race([promise, gone]);
      clearTimeout(timer);
      if (response.destroyed) throw new Error('The reader has left.');
    },
  };
}
