import type { FastifyReply } from 'fastify';

/**
 * For widget routes: pages of any origin may read the answer, but the browser sends no cookies along. Which origins an app
 * allows is decided on the request itself, because a preflight does not say which app is meant.
 */
export function allowAnyOrigin(reply: FastifyReply): void {
  reply.header('access-control-allow-origin', '*');
  reply.header('access-control-expose-headers', 'content-disposition, content-range, etag, retry-after, x-request-id');
  reply.header('cross-origin-resource-policy', 'cross-origin');
}

const PREFLIGHT_CACHE_SECONDS = 7200;

export function answerPreflight(reply: FastifyReply, methods: readonly string[]): FastifyReply {
  allowAnyOrigin(reply);
  return reply
    .code(204)
    .header('access-control-allow-methods', methods.join(', '))
    .header('access-control-allow-headers', 'authorization, content-type, idempotency-key, if-match, last-event-id, range')
    .header('access-control-max-age', String(PREFLIGHT_CACHE_SECONDS))
    .send();
}
