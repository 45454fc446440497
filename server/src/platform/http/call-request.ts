import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallRequest } from './access.ts';
import { readCookie } from './cookies.ts';
import { peekQueryValue } from './query-string.ts';

/** What authenticators and handlers see of a request. */
export function callRequest(request: FastifyRequest, reply: FastifyReply): CallRequest {
  const { headers } = request;
  let signal: AbortSignal | undefined;
  return {
    requestId: request.id,
    method: request.method,
    route: request.routeOptions.url ?? '',
    ip: request.ip,
    protocol: request.protocol,
    host: request.host,
    origin: headers.origin,
    userAgent: headers['user-agent'],
    pathParams: request.params as Record<string, string>,
    get signal() {
      signal ??= abortedWhenGone(reply);
      return signal;
    },
    header: (name) => {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : value;
    },
    cookie: (name) => readCookie(headers.cookie, name),
    queryValue: (name) => peekQueryValue(request.url, name),
  };
}

function abortedWhenGone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  const response = reply.raw;
  const abort = () => {
    if (!response.writableFinished) controller.abort(new Error('The caller went away.'));
  };
  if (response.closed) abort();
  else response.once('close', abort);
  return controller.signal;
}
