import type { FastifyReply } from 'fastify';
import type { Logger } from '../telemetry/logger.ts';
import type { StreamedEvents } from './answers.ts';
import { isUnchanged } from './etag.ts';
import { createEventStream } from './event-stream.ts';
import { isRendered, type RenderedAnswer, type UnrenderedAnswer } from './render-answer.ts';

export interface StreamSurroundings {
  /** Aborted when the server drains. */
  readonly draining: AbortSignal;
  readonly callerGone: AbortSignal;
  readonly logger: Logger;
}

/** Sends an answer; 304 without it to whoever has it already. */
export function sendAnswer(answer: RenderedAnswer | UnrenderedAnswer, reply: FastifyReply): FastifyReply {
  const { method, headers } = reply.request;
  for (const [name, value] of Object.entries(answer.headers)) reply.header(name, value);
  const isRead = method === 'GET' || method === 'HEAD';
  if (isRead && answer.status === 200 && isUnchanged(headers['if-none-match'], answer.headers.etag)) {
    return reply.removeHeader('content-type').code(304).send();
  }
  reply.code(answer.status);
  return reply.send(isRendered(answer) ? answer.body : answer.raw);
}

/** Hands the connection to whoever wants to send events on it, until they are done. */
export async function sendEvents(
  { run }: StreamedEvents,
  reply: FastifyReply,
  { draining, callerGone, logger }: StreamSurroundings,
): Promise<FastifyReply> {
  const isHead = reply.request.method === 'HEAD';
  reply.hijack();
  const response = reply.raw;
  // The connection's own errors end the stream through `callerGone`; unheard they would end the process.
  response.on('error', () => undefined);
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) response.setHeader(name, value);
  }
  response.writeHead(200, {
    ...(draining.aborted ? { connection: 'close' } : {}),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  try {
    if (!isHead) await run(createEventStream(response, AbortSignal.any([draining, callerGone])));
  } catch (error) {
    if (!callerGone.aborted && !draining.aborted) logger.error('Event stream failed', { error });
  } finally {
    response.end();
  }
  return reply;
}
