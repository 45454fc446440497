import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors.ts';

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
export function serveRawEndpoints(app: FastifyInstance, endpoints: readonly RawEndpoint[], draining: AbortSignal): void {
  for (const endpoint of endpoints) {
    for (const url of [endpoint.path, `${endpoint.path}/`]) {
      app.route({
        method: ['GET', 'POST', 'OPTIONS'],
        url,
        exposeHeadRoute: false,
        onRequest: async (request, reply) => {
          if (!endpoint.accepts(request.raw)) throw new AppError(404, 'NOT_FOUND', 'There is nothing at this path.');
          reply.hijack();
          // Nothing else closes the connection of an answer that Fastify does not send.
          if (draining.aborted) reply.raw.setHeader('connection', 'close');
          await endpoint.handle(request.raw, reply.raw);
        },
        handler: () => {
          throw new Error('A raw request was not taken over.');
        },
      });
    }
  }
}
