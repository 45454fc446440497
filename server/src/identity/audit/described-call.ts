import type { CallRequest } from '#platform/http/access.ts';
import type { AuditedCall, RouteAudit } from '#platform/http/access-audit.ts';
import { isId } from '#platform/ids.ts';
import { idPropertyOf, kindOf } from './audit-subject.ts';
import type { CallSource, DeclaredAccess } from './call-trail.ts';

/** Enough to tell programs and versions apart. */
const USER_AGENT_LENGTH = 200;

export const sourceOf = ({ ip, userAgent, requestId }: CallRequest): CallSource => ({
  channel: 'api',
  ip,
  userAgent: userAgent?.replaceAll('\0', '').slice(0, USER_AGENT_LENGTH).toWellFormed() ?? null,
  requestId,
});

/** What the call's route declares; undefined where it has nothing to tell. */
export function accessOf({ audits, request, route }: AuditedCall): DeclaredAccess | undefined {
  if (!isDeclared(audits)) return undefined;
  const { action, parameter } = typeof audits === 'string' ? { action: audits, parameter: undefined } : audits;
  const kind = kindOf(action);
  const id = idIn(request, parameter === undefined ? [idPropertyOf(kind), 'id'] : [parameter]);
  const pathIds = Object.keys(request.pathParams).flatMap((name) => idIn(request, [name]) ?? []);
  return { action, subject: { kind, id }, pathIds, route, isRead: route.startsWith('GET ') };
}

/** For a refusal of a route that declares nothing: what its path names last. */
export function subjectInPath({ request }: AuditedCall): { kind: string; id: string | undefined } {
  const name = Object.keys(request.pathParams).findLast((parameter) => isId(request.pathParams[parameter] ?? ''));
  if (name === undefined) return { kind: 'request', id: undefined };
  const kind = name.replace(/Id$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return { kind: kind === 'id' ? 'request' : kind, id: request.pathParams[name]?.toLowerCase() };
}

const isDeclared = (audits: RouteAudit | undefined): audits is Exclude<RouteAudit, { nothing: string }> =>
  audits !== undefined && (typeof audits === 'string' || 'action' in audits);

/** Ids only: whatever else stands in a path is not for the log. */
function idIn({ pathParams }: CallRequest, names: readonly string[]): string | undefined {
  return names
    .map((name) => pathParams[name])
    .find((value) => value !== undefined && isId(value))
    ?.toLowerCase();
}
