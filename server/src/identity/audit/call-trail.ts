import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditAction } from '@foyer/contracts/audit-actions.ts';
import type { Actor, TenantScope } from '#platform/db/tenant-scope.ts';

/** From where a call comes. */
export interface CallSource {
  channel: string;
  ip: string | null;
  userAgent: string | null;
  requestId: string | null;
}

/** What a call does, as its route declares it. */
export interface DeclaredAccess {
  action: AuditAction;
  /** Named by the path; what is made only then gets its id in the transaction. */
  subject: { kind: string; id: string | undefined };
  /** Everything that the path names. */
  pathIds: readonly string[];
  /** Method and pattern. */
  route: string;
  /** It changes nothing. Of a call that does, no transaction that only looks something up is the access. */
  isRead: boolean;
}

/** One call while it is worked on: what its transactions write into the audit log says where it came from. */
export interface CallTrail {
  readonly source: CallSource;
  readonly actor: Actor | undefined;
  /** Undefined where the call may act in several or none. */
  readonly tenantId: string | undefined;
  readonly access: DeclaredAccess | undefined;
  /** `waiting` until a transaction has written the declared access down. */
  state: 'waiting' | 'written' | 'over';
}

const trails = new AsyncLocalStorage<CallTrail>();

/** Does `work` as the call that this trail follows. */
export const withTrail = <T>(trail: CallTrail, work: () => Promise<T>): Promise<T> => trails.run(trail, work);

/** The call in hand, if whoever acts is its caller: what else a call sets going, such as an agent's answer, is not its caller's doing. */
export function trailOf(actor: Actor | undefined): CallTrail | undefined {
  const trail = trails.getStore();
  if (trail === undefined || trail.state === 'over') return undefined;
  if (actor !== undefined && trail.actor !== undefined && !isSame(actor, trail.actor)) return undefined;
  return trail;
}

/** The trail whose declared access such a transaction of this scope writes down. */
export function awaitedBy(scope: TenantScope, isRead: boolean): (CallTrail & { access: DeclaredAccess }) | undefined {
  const trail = trailOf(scope.actor);
  if (trail?.access === undefined || trail.state !== 'waiting') return undefined;
  if (isRead && !trail.access.isRead) return undefined;
  if (trail.tenantId !== undefined && trail.tenantId !== scope.tenantId) return undefined;
  return trail as CallTrail & { access: DeclaredAccess };
}

const isSame = (one: Actor, other: Actor): boolean => one.kind === other.kind && one.id === other.id;
