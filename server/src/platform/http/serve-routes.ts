import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Clock } from '../clock.ts';
import { AppError, badRequest, tooManyRequests } from '../errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Access, Authenticators, CallRequest, WebhookRequest } from './access.ts';
import type { AccessAudit, AuditedCall } from './access-audit.ts';
import { StreamedEvents } from './answers.ts';
import { callRequest } from './call-request.ts';
import { allowAnyOrigin, answerPreflight } from './cors.ts';
import { fieldPath } from './field-path.ts';
import type { IdempotentRequests, KeyedRequest } from './idempotency/idempotent-requests.ts';
import { invalidText } from './json-body.ts';
import { keyedRequest } from './keyed-request.ts';
import { parseQueryString } from './query-string.ts';
import type { RateLimiter } from './rate-limit.ts';
import { InvalidAnswer, isRendered, type RenderedAnswer, renderAnswer } from './render-answer.ts';
import type { AnyContext, RegisteredRoute } from './route-registry.ts';
import { sendAnswer, sendEvents } from './send-answer.ts';
import { faultOfText } from './text-fault.ts';
import { receiveFile } from './uploads/receive-file.ts';
import { parsePart } from './validation.ts';

/** What the body parser does with a body: parse it as JSON, keep its bytes, leave it alone, or refuse it because a form was expected. */
export type BodyUse = 'json' | 'raw' | 'ignored' | 'form';

declare module 'fastify' {
  interface FastifyContextConfig {
    bodyUse?: BodyUse;
  }
  interface FastifyRequest {
    /** The call and who makes it; set before the body is read. */
    call: { request: CallRequest; principal: object } | null;
  }
}

export interface RouteServices {
  readonly authenticators: Authenticators;
  readonly rateLimiter: RateLimiter;
  readonly clock: Clock;
  /** Without it, keys are refused: nothing may look as if it were kept. */
  readonly idempotentRequests: IdempotentRequests | undefined;
  /** Without it, no route may declare anything for the audit log. */
  readonly accessAudit: AccessAudit | undefined;
  readonly logger: Logger;
  /** Aborted when the server drains. */
  readonly draining: AbortSignal;
}

type Authenticate = (request: CallRequest, access: Access) => Promise<object>;

/** Registers the routes, the preflights of those that other origins may call, and 405 for the other methods of each path. */
export function serveRoutes(app: FastifyInstance, routes: readonly RegisteredRoute[], services: RouteServices): void {
  app.decorateRequest('call', null);
  const isUpload = ({ definition }: RegisteredRoute) => definition.upload !== undefined;
  serveEach(
    app,
    routes.filter((route) => !isUpload(route)),
    services,
  );
  // Elsewhere a form is a body like any other, and of the wrong type.
  app.register(async (uploads) => {
    await uploads.register(multipart);
    serveEach(uploads, routes.filter(isUpload), services);
  });
  for (const { url, methods, isCrossOrigin } of byUrl(routes).values()) refuseOtherMethods(app, url, methods, isCrossOrigin);
}

function serveEach(app: FastifyInstance, routes: readonly RegisteredRoute[], services: RouteServices): void {
  for (const route of routes) {
    for (const url of route.urls) serveRoute(app, route, url, services);
  }
}

function serveRoute(app: FastifyInstance, route: RegisteredRoute, url: string, services: RouteServices): void {
  const { definition, access, method, path } = route;
  const authenticate = authenticatorOf(route, services.authenticators);
  const isWebhook = access.kind === 'webhook';
  const { accessAudit } = services;
  if (definition.audits !== undefined && accessAudit === undefined)
    throw new Error(`${method} ${path} cannot be registered: nobody keeps the audit log.`);
  const audited = (request: CallRequest): AuditedCall => ({
    request,
    route: `${method} ${path}`,
    access: access.kind,
    audits: definition.audits,
  });
  app.route({
    method,
    url,
    config: { bodyUse: bodyUseOf(route) },
    ...(definition.bodyBytes !== undefined && { bodyLimit: definition.bodyBytes }),
    onRequest: async (request, reply) => {
      if (definition.cors === 'widget') allowAnyOrigin(reply);
      reply.header('cache-control', 'no-store');
      const call = callRequest(request, reply);
      if (definition.rateLimit?.key === 'ip') await takeFromLimit(route, call.ip, services);
      // A webhook's signature covers its body, which is read first.
      try {
        request.call = { request: call, principal: isWebhook ? {} : await authenticate(call, access) };
      } catch (error) {
        await accessAudit?.notLetIn(audited(call), error);
        throw error;
      }
    },
    handler: async (request, reply) => {
      const { call } = request;
      if (call === null) throw new Error(`${method} ${path} was reached without authentication`);
      const work = () => answerCall(route, url, { call, authenticate, request, reply }, services);
      const send = await (accessAudit === undefined ? work() : accessAudit.follow(audited(call.request), call.principal, work));
      return send();
    },
  });
}

interface CallInHand {
  call: NonNullable<FastifyRequest['call']>;
  authenticate: Authenticate;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Does what is asked. @returns what sends the answer */
async function answerCall(
  route: RegisteredRoute,
  url: string,
  { call, authenticate, request, reply }: CallInHand,
  services: RouteServices,
): Promise<() => FastifyReply | Promise<FastifyReply>> {
  const { definition, access } = route;
  const rawBody = access.kind === 'webhook' ? bytesOf(request.body) : undefined;
  const principal = rawBody === undefined ? call.principal : await authenticate(withBody(call.request, rawBody), access);
  const context: AnyContext = { ...principal, ...parseParts(route, request), request: call.request, rawBody };
  if (definition.rateLimit !== undefined && definition.rateLimit.key !== 'ip') {
    await takeFromLimit(route, definition.rateLimit.key(context), services);
  }
  const keyed = keyedRequest(route, request, context);
  if (keyed !== undefined) {
    const answer = await answerOnce(route, context, keyed, services);
    return () => sendAnswer(answer, reply);
  }
  const { upload } = definition;
  const result = await (upload === undefined
    ? definition.handle(context)
    : receiveFile(request, reply, { ...upload, clock: services.clock }, async (file) => definition.handle({ ...context, file })));
  if (!(result instanceof StreamedEvents)) {
    const answer = renderAnswer(route, result);
    return () => sendAnswer(answer, reply);
  }
  const logger = services.logger.child({ requestId: request.id, route: url });
  return () => sendEvents(result, reply, { draining: services.draining, callerGone: call.request.signal, logger });
}

function bodyUseOf({ definition, access }: RegisteredRoute): BodyUse {
  if (access.kind === 'webhook') return 'raw';
  if (definition.upload !== undefined) return 'form';
  return definition.body === undefined ? 'ignored' : 'json';
}

async function answerOnce(
  route: RegisteredRoute,
  context: AnyContext,
  keyed: KeyedRequest,
  { idempotentRequests }: RouteServices,
): Promise<RenderedAnswer> {
  if (idempotentRequests === undefined) throw new Error('A process without a store for them was asked to keep answers.');
  return idempotentRequests.run(keyed, async () => {
    const answer = renderAnswer(route, await route.definition.handle(context));
    if (isRendered(answer)) return answer;
    throw new InvalidAnswer(`${route.method} ${route.path}`, ['an answer that cannot be kept']);
  });
}

function authenticatorOf({ access, method, path }: RegisteredRoute, authenticators: Authenticators): Authenticate {
  if (access.kind === 'public') return async () => ({});
  const authenticate = authenticators[access.kind];
  if (authenticate === undefined) throw new Error(`${method} ${path} cannot be registered: nobody authenticates “${access.kind}”.`);
  // Each authenticator takes the access of its own kind, which is the kind that it was just looked up by.
  return authenticate as Authenticate;
}

const bytesOf = (body: unknown): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));
const withBody = (request: CallRequest, rawBody: Buffer): WebhookRequest =>
  Object.defineProperty(Object.create(request) as WebhookRequest, 'rawBody', { value: rawBody });

function parseParts(route: RegisteredRoute, request: FastifyRequest): Pick<AnyContext, 'params' | 'query' | 'body'> {
  const { definition } = route;
  const params = request.params as Record<string, string>;
  for (const name in params) {
    const fault = faultOfText(params[name] ?? '');
    if (fault !== undefined) throw invalidText(`params.${name}`, fault.reason);
  }
  const query = parseQueryString(request.url);
  if (refusesQueries(route) && definition.query === undefined) refuseUnknown(Object.keys(query));
  return {
    params: definition.params && parsePart(definition.params, params, 'params'),
    query: definition.query && parsePart(definition.query, { ...query }, 'query'),
    body: definition.body && parsePart(definition.body, request.body, 'body'),
  };
}

/** Vendors, pages and widgets may add what they like to an address; whoever works with the API is told what has no effect. */
const refusesQueries = ({ access }: RegisteredRoute): boolean => ['member', 'person', 'platform'].includes(access.kind);

function refuseUnknown(names: readonly string[]): void {
  if (names.length === 0) return;
  const errors = names.slice(0, 50).map((name) => ({ path: fieldPath([name], 'query'), message: 'Is not a known property' }));
  throw badRequest('VALIDATION_FAILED', 'The query is not valid.', errors);
}

async function takeFromLimit({ method, path, definition }: RegisteredRoute, key: string, { rateLimiter }: RouteServices): Promise<void> {
  if (definition.rateLimit === undefined) return;
  const { limit, windowSeconds } = definition.rateLimit;
  const { allowed, retryAfterSeconds } = await rateLimiter.take(`http:${method} ${path}:${key}`, limit, windowSeconds);
  if (!allowed) throw tooManyRequests('RATE_LIMITED', 'Too many requests; try again later.', retryAfterSeconds);
}

interface MethodsOfUrl {
  url: string;
  methods: Set<string>;
  isCrossOrigin: boolean;
}

/** Paths that differ in nothing but the names of their parameters are one. */
function byUrl(routes: readonly RegisteredRoute[]): Map<string, MethodsOfUrl> {
  const found = new Map<string, MethodsOfUrl>();
  for (const { urls, method, definition } of routes) {
    for (const url of urls) {
      const shape = url.replaceAll(/:\w+/g, ':');
      const entry = found.get(shape) ?? { url, methods: new Set<string>(), isCrossOrigin: false };
      entry.methods.add(method);
      if (method === 'GET') entry.methods.add('HEAD');
      if (definition.cors === 'widget') entry.isCrossOrigin = true;
      found.set(shape, entry);
    }
  }
  return found;
}

const ALL_METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function refuseOtherMethods(app: FastifyInstance, url: string, methods: ReadonlySet<string>, isCrossOrigin: boolean): void {
  const allowed = [...methods, ...(isCrossOrigin ? ['OPTIONS'] : [])];
  if (isCrossOrigin) app.options(url, (_request, reply: FastifyReply) => answerPreflight(reply, [...methods]));
  app.route({
    method: ALL_METHODS.filter((method) => !allowed.includes(method)),
    url,
    config: { bodyUse: 'ignored' },
    handler: (request, reply) => {
      reply.header('allow', allowed.join(', '));
      throw new AppError(405, 'METHOD_NOT_ALLOWED', `${request.method} is not possible here; ${allowed.join(', ')} is.`);
    },
  });
}
