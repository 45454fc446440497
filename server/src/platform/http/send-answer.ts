import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { LoggableError } from '../telemetry/describe-error.ts';
import type { Logger } from '../telemetry/logger.ts';
import { Answered, type Headers, type RawAnswer, StreamedEvents } from './answers.ts';
import { createEventStream } from './event-stream.ts';
import type { RegisteredRoute } from './route-registry.ts';
import { toFieldProblems } from './validation.ts';

/** A handler returned something that its route does not declare. The caller sees 500; the log sees where, without values. */
export class InvalidAnswer extends Error implements LoggableError {
  override readonly name = 'InvalidAnswer';
  readonly logFields: { readonly places: readonly string[] };

  constructor(route: string, places: readonly string[]) {
    super(`${route} answered something that it does not declare`);
    this.logFields = { places };
  }
}

export interface StreamSurroundings {
  /** Aborted when the server drains. */
  readonly draining: AbortSignal;
  readonly callerGone: AbortSignal;
  readonly logger: Logger;
}

/** Sends what a handler returned, in the shape that its route declares for that status. Properties that the schema does not name stay here. */
export async function sendAnswer(
  route: RegisteredRoute,
  result: unknown,
  reply: FastifyReply,
  surroundings: () => StreamSurroundings,
): Promise<FastifyReply> {
  if (result instanceof StreamedEvents) return await sendEvents(result, reply, surroundings());
  const { status, value, headers } = result instanceof Answered ? result : new Answered(200, result);
  const shape = route.definition.answers[status];
  if (shape === undefined) throw new InvalidAnswer(`${route.method} ${route.path}`, [`status ${status}`]);
  addHeaders(reply.code(status), headers);
  if (shape === null) return reply.send();
  if (isRaw(shape)) return reply.type(shape.raw).send(value);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(shaped(route, shape, value)));
}

function shaped(route: RegisteredRoute, schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const places = toFieldProblems(result.error.issues).map(({ path, message }) => `${path}: ${message}`);
  throw new InvalidAnswer(`${route.method} ${route.path}`, places);
}

const isRaw = (shape: z.ZodType | RawAnswer): shape is RawAnswer => 'raw' in shape;

function addHeaders(reply: FastifyReply, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
}

async function sendEvents({ run }: StreamedEvents, reply: FastifyReply, { draining, callerGone, logger }: StreamSurroundings) {
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
