import type { AuditOutcome } from '@foyer/contracts/audit.ts';
import type { SystemAuditDraft } from '#platform/db/audit-port.ts';
import type { Actor, TenantScope } from '#platform/db/tenant-scope.ts';
import type { UnitOfWork } from '#platform/db/unit-of-work.ts';
import type { AppError } from '#platform/errors.ts';
import type { Principals } from '#platform/http/access.ts';
import { type AccessAudit, type AuditedCall, knownCaller } from '#platform/http/access-audit.ts';
import { toAppError } from '#platform/http/problem.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type CallTrail, withTrail } from './call-trail.ts';
import { accessOf, sourceOf, subjectInPath } from './described-call.ts';

interface Dependencies {
  unitOfWork: UnitOfWork;
  logger: Logger;
}

/** Keeps the audit log of what comes over HTTP. */
export function createAccessAudit({ unitOfWork, logger }: Dependencies): AccessAudit {
  return {
    follow: async (call, principal, work) => {
      const caller = callerOf(principal);
      const trail: CallTrail = {
        source: sourceOf(call.request),
        actor: caller.actor,
        tenantId: caller.scope?.tenantId,
        access: accessOf(call),
        state: 'waiting',
      };
      try {
        const answer = await withTrail(trail, work);
        if (trail.access !== undefined && trail.state === 'waiting') await withTrail(trail, () => writeLate(trail, caller.scope));
        return answer;
      } catch (error) {
        await noteFailure(call, trail, error);
        throw error;
      } finally {
        trail.state = 'over';
      }
    },

    notLetIn: async (call, error) => {
      const caller = knownCaller(call.request);
      if (caller === undefined) return;
      const { actor, tenantId } = caller;
      await noteFailure(call, { source: sourceOf(call.request), actor, tenantId, access: accessOf(call), state: 'written' }, error);
    },
  };

  /** No transaction of the tenant has taken the access along: an answer that is repeated, for one. */
  async function writeLate(trail: CallTrail, scope: TenantScope | undefined): Promise<void> {
    if (scope !== undefined) return unitOfWork.write(scope, async () => {});
    const { access } = trail;
    if (access === undefined) return;
    const { action, subject, route } = access;
    const { kind, id } = subject;
    await unitOfWork.system(async (tx) => tx.audit({ action, subject: { kind, ...(id !== undefined && { id }) }, facts: { route } }));
  }

  async function noteFailure(call: AuditedCall, trail: CallTrail, thrown: unknown): Promise<void> {
    const error = toAppError(thrown);
    const outcome = outcomeOf(error);
    if (outcome === undefined || trail.actor === undefined || !isOfInterest(call)) return;
    const draft = failedDraft(call, trail, error, outcome);
    const write = () => withTrail(trail, () => unitOfWork.system(async (tx) => tx.audit(draft)));
    if (outcome === 'refused') return write();
    // What failed for want of a database cannot be written to it.
    await write().catch((cause) => logger.warn('A failed access is missing in the audit log', { route: call.route, error: cause }));
  }
}

/** 400, 409 and their like have shown and changed nothing, and are no attempt at what is somebody else's. */
const outcomeOf = ({ status }: AppError): AuditOutcome | undefined =>
  status === 403 || status === 404 ? 'refused' : status >= 500 ? 'failed' : undefined;

const isOfInterest = ({ access, audits }: AuditedCall): boolean =>
  ['member', 'person', 'platform', 'ticket'].includes(access) || audits !== undefined;

function failedDraft(
  call: AuditedCall,
  { access, actor, tenantId }: CallTrail,
  { code }: AppError,
  outcome: AuditOutcome,
): SystemAuditDraft {
  const { kind, id } = access?.subject ?? subjectInPath(call);
  return {
    action: access?.action ?? 'request.refused',
    subject: { kind, ...(id !== undefined && { id }) },
    outcome,
    facts: { route: call.route, code },
    ...(actor && { actor }),
    ...(tenantId !== undefined && { tenantId }),
  };
}

function callerOf(principal: Partial<Principals['member'] & Principals['person'] & Principals['widget'] & Principals['ticket']>): {
  actor: Actor | undefined;
  scope: TenantScope | undefined;
} {
  const scope = principal.scope ?? principal.session?.scope ?? principal.ticket?.scope;
  const person = principal.person && { kind: 'person' as const, id: principal.person.personId };
  return { actor: scope?.actor ?? person, scope };
}
