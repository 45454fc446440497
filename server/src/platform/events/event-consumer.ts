import type { Clock } from '../clock.ts';
import { isDatabaseUnavailable } from '../db/database-errors.ts';
import { grantTenantScope } from '../db/tenant-scope.ts';
import type { EventDraft, TenantTransaction, UnitOfWork } from '../db/unit-of-work.ts';
import type { Logger } from '../telemetry/logger.ts';
import { deleteFailure, recordFailedAttempt } from './event-failures.repository.ts';
import { advanceCursor, type PendingEvent, readPendingEvents } from './events.repository.ts';
import { summarizeFailure } from './failure-summary.ts';
import type { StoredEvent } from './stored-event.ts';
import type { Subscriber } from './subscriber.ts';

export interface EventConsumerOptions {
  unitOfWork: UnitOfWork;
  subscriber: Subscriber;
  clock: Clock;
  logger: Logger;
  maxAttempts: number;
}

/** `busy`: another node has the cursor. `waiting`: the next event failed and is tried again then. */
export type Consumed = { state: 'caught-up' } | { state: 'busy' } | { state: 'waiting'; againInMs: number };

/** Hands a subscriber its events, one transaction each, until there are none, another node is at it or one has to wait. */
export type ConsumeEvents = () => Promise<Consumed>;

const BATCH_SIZE = 100;
/** The cursor follows over events that do not interest the subscriber only now and then: each move is a write. */
const SKIPPED_BEFORE_MOVE = 200;
const FIRST_BACKOFF_MS = 200;

export function createEventConsumer({ unitOfWork, subscriber, clock, logger, maxAttempts }: EventConsumerOptions): ConsumeEvents {
  const consumer = subscriber.name;
  /** Up to here nothing concerns the subscriber, wherever the stored cursor stands. */
  let scannedTo = 0;

  return async () => {
    for (;;) {
      const batch = await unitOfWork.system((tx) => readPendingEvents(tx, consumer, subscriber.types, scannedTo, BATCH_SIZE));
      let cursor = batch.cursor;
      for (const pending of batch.pending) {
        const waitMs = (pending.failure?.nextAttemptAt.getTime() ?? 0) - clock.now().getTime();
        if (waitMs > 0) return { state: 'waiting', againInMs: waitMs };
        const outcome = await attempt(cursor, pending);
        if (outcome !== 'done') return outcome;
        cursor = pending.event.position;
      }
      if (batch.pending.length < BATCH_SIZE) {
        scannedTo = batch.lastPosition;
        if (scannedTo - cursor >= SKIPPED_BEFORE_MOVE) await unitOfWork.system((tx) => advanceCursor(tx, consumer, cursor, scannedTo));
        return { state: 'caught-up' };
      }
    }
  };

  async function attempt(cursor: number, { event, failure }: PendingEvent): Promise<'done' | Consumed> {
    try {
      const handled = await unitOfWork.write(grantTenantScope(event.tenantId, { kind: 'system' }), async (tx) => {
        // First of all: whoever else is at this event finds the cursor taken and has done nothing yet.
        if (!(await advanceCursor(tx, consumer, cursor, event.position))) return false;
        if (failure) await deleteFailure(tx, consumer, event.id);
        await subscriber.handle(causedBy(event, tx), event);
        return true;
      });
      return handled ? 'done' : { state: 'busy' };
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      return fail(cursor, event, (failure?.attempts ?? 0) + 1, error);
    }
  }

  async function fail(cursor: number, event: StoredEvent, attempts: number, error: unknown): Promise<'done' | Consumed> {
    const park = attempts >= maxAttempts;
    const backoffMs = FIRST_BACKOFF_MS * 2 ** (attempts - 1);
    const now = clock.now();
    const recorded = await unitOfWork.system(async (tx) => {
      // The attempt counts only if the event is still the next one: a commit whose answer was lost has moved the cursor.
      if (!(await advanceCursor(tx, consumer, cursor, park ? event.position : cursor))) return false;
      await recordFailedAttempt(tx, {
        consumer,
        event,
        lastError: summarizeFailure(error),
        nextAttemptAt: new Date(now.getTime() + backoffMs),
        parkedAt: park ? now : undefined,
      });
      return true;
    });
    if (!recorded) return { state: 'busy' };
    const fields = { subscriber: consumer, eventId: event.id, eventType: event.type, tenantId: event.tenantId, attempts, error };
    if (park) logger.error('A subscriber went on without an event that it could not handle', fields);
    else logger.warn('A subscriber failed at an event and will try again', fields);
    return park ? 'done' : { state: 'waiting', againInMs: backoffMs };
  }
}

/** Events emitted while handling one name it as their cause, unless they say otherwise. */
export function causedBy(event: StoredEvent, tx: TenantTransaction): TenantTransaction {
  const emit = (draft: EventDraft) => tx.emit({ causationId: event.id, ...draft });
  return Object.assign(Object.create(tx) as TenantTransaction, { emit });
}
