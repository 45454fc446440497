import type { FastifyRequest } from 'fastify';
import type { MemberPrincipal, PersonPrincipal } from './access.ts';
import type { KeyedRequest } from './idempotency/idempotent-requests.ts';
import { problemHeaders, toAppError, toProblem } from './problem.ts';
import type { AnyContext, RegisteredRoute } from './route-registry.ts';

type Caller = AnyContext & { scope?: { tenantId: string }; actor?: MemberPrincipal; person?: PersonPrincipal };

/** The request of a route that takes an `Idempotency-Key`, when it came with one. */
export function keyedRequest(route: RegisteredRoute, request: FastifyRequest, context: AnyContext): KeyedRequest | undefined {
  const key = context.request.header('idempotency-key');
  if (!route.takesIdempotencyKey || key === undefined) return undefined;
  const { scope, actor, person } = context as Caller;
  return {
    key,
    principal: actor ? idOf(actor) : `person:${person?.personId}`,
    route: `${route.method} ${route.path}`,
    content: { tenant: scope?.tenantId, params: context.params, query: context.query, body: request.body },
    showsSecret: route.showsSecret,
    renderProblem: (thrown) => {
      const error = toAppError(thrown);
      return { status: error.status, headers: problemHeaders(error), body: JSON.stringify(toProblem(error)) };
    },
  };
}

const idOf = (actor: MemberPrincipal): string => (actor.kind === 'person' ? `person:${actor.personId}` : `api-key:${actor.apiKeyId}`);
