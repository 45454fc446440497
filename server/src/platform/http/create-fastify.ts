import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { AppError, unsupportedMediaType } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { answerClientError } from './client-errors.ts';
import { parseJsonBody, requireJson } from './json-body.ts';
import { problemHeaders, toAppError, toProblem } from './problem.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { isWebSocketUpgrade } from './upgrades.ts';

export interface HttpLimits {
  readonly bodyBytes: number;
  /** Path and query together. */
  readonly urlLength: number;
  readonly headersTimeoutMs: number;
  /** For the whole request to arrive. */
  readonly requestTimeoutMs: number;
  readonly keepAliveTimeoutMs: number;
  /** How often slow requests are looked for. */
  readonly checkIntervalMs: number;
}

const LIMITS: HttpLimits = {
  bodyBytes: 1024 * 1024,
  urlLength: 8192,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  // Longer than the 60 s that load balancers commonly keep a connection, so that they close it first.
  keepAliveTimeoutMs: 72_000,
  checkIntervalMs: 5_000,
};

/** As long as one part of a path may be: a signed token fits. */
const MAX_PATH_PART_LENGTH = 2048;

interface Surroundings {
  readonly config: { readonly trustedProxies: readonly string[]; readonly limits?: Partial<HttpLimits> };
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Aborted when the server drains. */
  readonly draining: AbortSignal;
}

/** A server without routes: how bodies are read, errors answered, requests logged and counted. */
export async function createFastify({ config, logger, metrics, draining }: Surroundings): Promise<FastifyInstance> {
  const limits = { ...LIMITS, ...config.limits };
  const sendError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => answerError(error, request, reply, logger);
  const app = fastify({
    logger: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => newId(),
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    forceCloseConnections: 'idle',
    // While draining, requests that are already on a connection are answered, and its last.
    return503OnClosing: false,
    http: {
      headersTimeout: limits.headersTimeoutMs,
      connectionsCheckingInterval: limits.checkIntervalMs,
      shouldUpgradeCallback: isWebSocketUpgrade,
    },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void sendError(error, request, reply),
    // Queries are read by `query-string.ts`, which may refuse them; this one may not.
    routerOptions: { querystringParser: () => ({}), maxParamLength: MAX_PATH_PART_LENGTH },
  });
  app.setErrorHandler(sendError);
  app.setNotFoundHandler(() => {
    throw new AppError(404, 'NOT_FOUND', 'There is nothing at this path.');
  });
  readBodies(app);
  await addSecurityHeaders(app);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.length > limits.urlLength) throw new AppError(414, 'URI_TOO_LONG', 'The URL is longer than this server accepts.');
  });
  app.addHook('onSend', async (_request, reply) => {
    if (draining.aborted) reply.header('connection', 'close');
  });
  observeRequests(app, logger, metrics);
  return app;
}

/** One parser for every content type, so that each route decides what it does with a body. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, async (request: FastifyRequest, bytes: Buffer) => {
    const { bodyUse = 'ignored' } = request.routeOptions.config;
    if (bodyUse === 'raw') return bytes;
    if (bodyUse === 'form') throw unsupportedMediaType('UNSUPPORTED_MEDIA_TYPE', 'Send the file as multipart/form-data.');
    if (bodyUse === 'ignored' || bytes.length === 0) return undefined;
    requireJson(request.headers['content-type'], request.headers['content-encoding']);
    return parseJsonBody(bytes);
  });
}

function answerError(thrown: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): FastifyReply {
  const error = toAppError(thrown);
  const fields = { requestId: request.id, method: request.method, route: request.routeOptions.url ?? 'unmatched' };
  if (error.status === 500) logger.error('Request failed', { ...fields, error: thrown });
  else if (error.status > 500) logger.warn('Request could not be served', { ...fields, code: error.code, error: error.cause });
  return reply
    .code(error.status)
    .headers(problemHeaders(error))
    .send(JSON.stringify(toProblem(error)));
}

/** One line and one figure per request, by the pattern of its route: the URL itself may carry tokens. */
function observeRequests(app: FastifyInstance, logger: Logger, metrics: Metrics): void {
  const durations = metrics.histogram('http_request_duration_seconds', 'Time to answer a request', ['method', 'route', 'status']);
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unmatched';
    const durationMs = reply.elapsedTime;
    durations.observe({ method: request.method, route, status: reply.statusCode }, durationMs / 1000);
    logger.debug('Request answered', {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      durationMs: Math.round(durationMs * 10) / 10,
    });
  });
}
