import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a test does with one request: it writes whatever bytes a server might. */
export type Handler = (response: ServerResponse, body: Record<string, unknown>, request: IncomingMessage) => void;

/** A bare HTTP server for what no well-behaved server does: silence, cuts, broken answers. On a free loopback port. */
export interface WireServer {
  baseUrl: string;
  /** Answers everything from now on; the last one given counts. */
  handle(handler: Handler): void;
  bodies: Record<string, unknown>[];
  requested(): Promise<void>;
  hungUp(): Promise<void>;
  close(): Promise<void>;
}

export async function startWireServer(first: Handler): Promise<WireServer> {
  let handler = first;
  const bodies: Record<string, unknown>[] = [];
  const requested = Promise.withResolvers<void>();
  const hungUp = Promise.withResolvers<void>();

  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece) => {
      text += piece;
    });
    request.on('end', () => {
      const body = JSON.parse(text) as Record<string, unknown>;
      bodies.push(body);
      handler(response, body, request);
      requested.resolve();
    });
    response.on('close', () => {
      if (!response.writableFinished) hungUp.resolve();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    handle: (next) => {
      handler = next;
    },
    bodies,
    requested: () => requested.promise,
    hungUp: () => hungUp.promise,
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A chunk of a chat completion as it stands on the wire. */
export const chunk = (delta: object, rest: { finish_reason?: string; usage?: object } = {}): string => {
  const { finish_reason = null, usage } = rest;
  return event({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, finish_reason }],
    ...(usage && { usage }),
  });
};

export const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;
export const DONE = 'data: [DONE]\n\n';

/** A whole streamed answer of these frames. */
export const streamOf =
  (...frames: string[]): Handler =>
  (response) =>
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(frames.join(''));

/** Begins a streamed answer and leaves it open. */
export const beginStream = (response: ServerResponse, ...frames: string[]): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  for (const frame of frames) response.write(frame);
};
