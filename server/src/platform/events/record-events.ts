import type { Clock } from '../clock.ts';
import type { TransactionPorts } from '../db/unit-of-work.ts';
import { events } from './events.tables.ts';

/**
 * Writes the events of a transaction, in the order in which they were emitted, as its last statement.
 *
 * `occurredAt` comes from the injected clock, as do the due times and opening hours that events are compared with, so that a test
 * moves all of them together. Nothing is ordered by it: that is what positions are for, and clocks of two nodes may differ.
 */
export function createEventRecorder(clock: Clock): TransactionPorts['recordEvents'] {
  return async (db, { tenantId, actor }, drafts) => {
    if (drafts.length === 0) return;
    const occurredAt = clock.now();
    await db.insert(events).values(
      drafts.map((draft) => ({
        tenantId,
        type: draft.type,
        subject: draft.subject,
        data: draft.data ?? {},
        actorKind: actor.kind,
        actorId: actor.id ?? null,
        causationId: draft.causationId ?? null,
        occurredAt,
      })),
    );
  };
}
