import type { Clock } from '../clock.ts';
import { isDatabaseUnavailable } from '../db/database-errors.ts';
import { grantTenantScope } from '../db/tenant-scope.ts';
import type { EventDraft, TenantTransaction, UnitOfWork } from '../db/unit-of-work.ts';
import type { Logger } from '../telemetry/logger.ts';
import { recordFailedAttempt } from './event-failures.repository.ts';
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
export type Consumed = { state: 'caught-up' } | { state: 'busy' | 'waiting'; againInMs: number };

/** Hands a subscriber its events until there are none, another node is at it or one has to wait. */
export type ConsumeEvents = () => Promise<Consumed>;

const BATCH_SIZE = 100;
/** The cursor follows over events that do not interest the subscriber only now and then: each move is a write. */
const SKIPPED_BEFORE_MOVE = 200;
const FIRST_BACKOFF_MS = 200;
/** Events of one tenant that follow each other share a transaction, up to this many. */
const SHARED_AT_MOST = 50;
/** Another node is handling events, and goes on. */
const LEAVE_TO_OTHERS_MS = 500;
/** Another node held the cursor for a moment, to find that it is not its turn. */
const HELD_FOR_A_MOMENT_MS = 20;

export function createEventConsumer({ unitOfWork, subscriber, clock, logger, maxAttempts }: EventConsumerOptions): ConsumeEvents {
  const consumer = subscriber.name;
  /** Up to here nothing concerns the subscriber, wherever the stored cursor stands. */
  let scannedTo = 0;

  return async () => {
    /** This node has handled the events before: of two that meet at the cursor, it goes on. */
    let isAtIt = false;
    for (;;) {
      const batch = await unitOfWork.system((tx) => readPendingEvents(tx, consumer, subscriber.types, scannedTo, BATCH_SIZE));
      let cursor = batch.cursor;
      for (const run of runsOf(batch.pending)) {
        const waitMs = (run[0].failure?.nextAttemptAt.getTime() ?? 0) - clock.now().getTime();
        if (waitMs > 0) return { state: 'waiting', againInMs: waitMs };
        const outcome = await attempt(cursor, run);
        if (outcome === 'held' && isAtIt) return { state: 'busy', againInMs: HELD_FOR_A_MOMENT_MS };
        if (outcome === 'held' || outcome === 'moved') return { state: 'busy', againInMs: LEAVE_TO_OTHERS_MS };
        if (outcome !== 'done') return outcome;
        isAtIt = true;
        cursor = lastOf(run).event.position;
      }
      if (batch.pending.length < BATCH_SIZE) {
        scannedTo = batch.lastPosition;
        if (scannedTo - cursor >= SKIPPED_BEFORE_MOVE) await unitOfWork.system((tx) => advanceCursor(tx, consumer, cursor, scannedTo));
        return { state: 'caught-up' };
      }
    }
  };

  async function attempt(cursor: number, run: Run): Promise<'done' | 'held' | 'moved' | Consumed> {
    const [{ event, failure }] = run;
    try {
      return await unitOfWork.write(grantTenantScope(event.tenantId, { kind: 'system' }), async (tx) => {
        // First of all: whoever else is at these events finds the cursor taken and has done nothing yet.
        const outcome = await advanceCursor(tx, consumer, cursor, lastOf(run).event.position);
        if (outcome !== 'done') return outcome;
        for (const next of run) await subscriber.handle(causedBy(next.event, tx), next.event);
        return 'done';
      });
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      // Nothing of it was kept. Each on its own, only the one that fails is left behind.
      return run.length > 1 ? attemptEach(cursor, run) : fail(cursor, event, (failure?.attempts ?? 0) + 1, error);
    }
  }

  async function attemptEach(cursor: number, run: Run): Promise<'done' | 'held' | 'moved' | Consumed> {
    let reached = cursor;
    for (const pending of run) {
      const outcome = await attempt(reached, [pending]);
      if (outcome !== 'done') return outcome;
      reached = pending.event.position;
    }
    return 'done';
  }

  async function fail(cursor: number, event: StoredEvent, attempts: number, error: unknown): Promise<'done' | 'held' | 'moved' | Consumed> {
    const park = attempts >= maxAttempts;
    const backoffMs = FIRST_BACKOFF_MS * 2 ** (attempts - 1);
    const now = clock.now();
    const recorded = await unitOfWork.system(async (tx) => {
      // The attempt counts only if the event is still the next one: a commit whose answer was lost has moved the cursor.
      const outcome = await advanceCursor(tx, consumer, cursor, cursor);
      if (outcome !== 'done') return outcome;
      await recordFailedAttempt(tx, {
        consumer,
        event,
        lastError: summarizeFailure(error),
        nextAttemptAt: new Date(now.getTime() + backoffMs),
        parkedAt: park ? now : undefined,
      });
      return park ? advanceCursor(tx, consumer, cursor, event.position) : outcome;
    });
    if (recorded !== 'done') return recorded;
    const fields = { subscriber: consumer, eventId: event.id, eventType: event.type, tenantId: event.tenantId, attempts, error };
    if (park) logger.error('A subscriber went on without an event that it could not handle', fields);
    else logger.warn('A subscriber failed at an event and will try again', fields);
    return park ? 'done' : { state: 'waiting', againInMs: backoffMs };
  }
}

type Run = readonly [PendingEvent, ...PendingEvent[]];

/** Neighbours of one tenant; an event that has failed before stands alone. */
function runsOf(pending: readonly PendingEvent[]): Run[] {
  const runs: [PendingEvent, ...PendingEvent[]][] = [];
  for (const next of pending) {
    const run = runs.at(-1);
    const joins = run && run.length < SHARED_AT_MOST && run[0].event.tenantId === next.event.tenantId && !run[0].failure && !next.failure;
    if (joins) run.push(next);
    else runs.push([next]);
  }
  return runs;
}

const lastOf = (run: Run): PendingEvent => run.at(-1) ?? run[0];

/** Events emitted while handling one name it as their cause, unless they say otherwise. */
export function causedBy(event: StoredEvent, tx: TenantTransaction): TenantTransaction {
  const emit = (draft: EventDraft) => tx.emit({ causationId: event.id, ...draft });
  return Object.assign(Object.create(tx) as TenantTransaction, { emit });
}
