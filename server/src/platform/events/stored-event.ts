import type { Actor } from '../db/tenant-scope.ts';
import type { events } from './events.tables.ts';

/** An event as everybody reads it: committed and numbered. */
export interface StoredEvent {
  id: string;
  /** Where it stands in the log of the whole installation; later events have higher ones. */
  position: number;
  type: string;
  tenantId: string;
  subject: Record<string, string>;
  data: Record<string, unknown>;
  actor: Actor;
  /** The event or job that this one followed from. */
  causationId: string | undefined;
  occurredAt: Date;
}

export function toStoredEvent(row: typeof events.$inferSelect): StoredEvent {
  if (row.position === null) throw new Error('An event was read before it had its position.');
  return {
    id: row.id,
    position: row.position,
    type: row.type,
    tenantId: row.tenantId,
    subject: row.subject,
    data: row.data,
    actor: row.actorId === null ? { kind: row.actorKind } : { kind: row.actorKind, id: row.actorId },
    causationId: row.causationId ?? undefined,
    occurredAt: row.occurredAt,
  };
}
