import type { AuditOutcome } from '@foyer/contracts/audit.ts';
import type { AuditAction } from '@foyer/contracts/audit-actions.ts';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Actor, TenantScope } from './tenant-scope.ts';

/** Something that somebody did: ids and small facts, never personal content. */
export interface AuditDraft {
  action: AuditAction;
  /** What it is about; the kind is the part of the action before the dot when left out. */
  subject?: { kind?: string; id?: string };
  /** What else it touched or showed. */
  subjectIds?: readonly string[];
  outcome?: AuditOutcome;
  /** Whoever the transaction acts for, when left out. */
  actor?: Actor;
  facts?: AuditFacts;
}

export type AuditFacts = Readonly<Record<string, string | number | boolean | null>>;

/** Of a transaction that carries no tenant: without one the entry stands in the log of the installation. */
export interface SystemAuditDraft extends AuditDraft {
  tenantId?: string;
}

/** A transaction that has done its work and is about to commit. */
export interface ClosingTransaction {
  readonly scope: TenantScope | undefined;
  readonly drafts: readonly SystemAuditDraft[];
  /** What it says has happened; the ids in it name what was touched. */
  readonly events: readonly { readonly subject: Readonly<Record<string, string>> }[];
  /** It was only for reading. */
  readonly isRead: boolean;
  /** What its work returned. */
  readonly result: unknown;
}

/** Writes the audit log as part of transactions; given from above, because it stands on the database. */
export interface AuditPort {
  /** Whether an access in this tenant waits to be written down by such a transaction; one for reading then has to be able to write. */
  isAwaited(scope: TenantScope, isRead: boolean): boolean;
  /** @returns what is to run after the commit */
  record(db: NodePgDatabase, closing: ClosingTransaction): Promise<() => void>;
}
