import type { AuditAction } from '@foyer/contracts/audit-actions.ts';
import type { Actor } from '../db/tenant-scope.ts';
import type { AccessKind, CallRequest } from './access.ts';

/**
 * What a call of a route is in the audit log. The action says what is done and with what kind of thing; which one it is stands in the path
 * as `:<kind>Id`, else as `:id`, unless `parameter` names another. What is made only then is found in its transaction.
 */
export type RouteAudit = AuditAction | { readonly action: AuditAction; readonly parameter: string } | NotAudited;

/** A route of members that has nothing to tell the audit log, and why. */
export interface NotAudited {
  readonly nothing: string;
}

/** For a route of members that shows no personal data and changes nothing. */
export const nothing = (why: string): NotAudited => ({ nothing: why });

/** One call of a route, for the audit log. */
export interface AuditedCall {
  readonly request: CallRequest;
  /** Method and pattern, such as `GET /conversations/:id`. */
  readonly route: string;
  readonly access: AccessKind;
  readonly audits: RouteAudit | undefined;
}

/**
 * Follows every call, so that what its transactions write into the audit log says where it came from, and that what its route declares
 * is written: by the first transaction of the call in its tenant, or, where there was none, before the answer goes out.
 */
export interface AccessAudit {
  /** Does `work` for the caller. An answer is only returned once what the route declares is written down; so is a refusal. */
  follow<T>(call: AuditedCall, principal: object, work: () => Promise<T>): Promise<T>;
  /** Writes down that a caller who is known was not let in. */
  notLetIn(call: AuditedCall, error: unknown): Promise<void>;
}

/** What is known of a caller before the right to act was given. */
export interface KnownCaller {
  readonly actor: Actor;
  /** Of the tenant whose affairs the call is, as far as the caller belongs to it. */
  readonly tenantId?: string | undefined;
}

const callers = new WeakMap<CallRequest, KnownCaller>();

/** Told by authenticators once they know who it is: a refusal then stands under that name in the audit log. */
export const noteCaller = (request: CallRequest, caller: KnownCaller): void => void callers.set(request, caller);
export const knownCaller = (request: CallRequest): KnownCaller | undefined => callers.get(request);
