import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.ts';
import type { Logger } from '../telemetry/logger.ts';

/**
 * Plain requests that belong to a protocol of their own, such as the long polling of a socket library. They pass no parser and no schema;
 * the handler checks origin, credentials and limits itself, and answers.
 */
export interface RawEndpoint {
  readonly path: string;
  /** Whether a request at this path speaks the protocol; others are answered with 404. */
  accepts(request: IncomingMessage): boolean;
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>;
}

/** Hands requests to the endpoint of their path, with and without a slash at the end, before anything reads their bodies. */
export function serveRawEndpoints(
  app: FastifyInstance,
  endpoints: readonly RawEndpoint[],
  { logger, draining }: { logger: Logger; draining: AbortSignal },
): void {
  const inFlight = new Set<ServerResponse>();
  // Nothing else closes the connection of an answer that Fastify does not send.
  const makeLast = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('connection', 'close');
  };
  draining.addEventListener('abort', () => inFlight.forEach(makeLast), { once: true });
  for (const endpoint of endpoints) {
    for (const url of [endpoint.path, `${endpoint.path}/`]) {
      app.route({
        method: ['GET', 'POST', 'OPTIONS'],
        url,
        exposeHeadRoute: false,
        onRequest: async (request, reply) => {
          if (!endpoint.accepts(request.raw)) throw new AppError(404, 'NOT_FOUND', 'There is nothing at this path.');
          reply.hijack();
          inFlight.add(reply.raw);
          reply.raw.once('close', () => inFlight.delete(reply.raw));
          if (draining.aborted) makeLast(reply.raw);
          try {
            await endpoint.handle(request.raw, reply.raw);
          } catch (error) {
            logger.error('A raw request failed', { path: endpoint.path, error });
            if (reply.raw.headersSent) reply.raw.destroy();
            else reply.raw.writeHead(500).end();
          }
        },
        handler: () => {
          throw new Error('A raw request was not taken over.');
        },
      });
    }
  }
}
