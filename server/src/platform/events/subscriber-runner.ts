import type { Clock } from '../clock.ts';
import { isDatabaseUnavailable } from '../db/database-errors.ts';
import type { TenantScope } from '../db/tenant-scope.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { notFound } from '../errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import { type ConsumeEvents, causedBy, createEventConsumer } from './event-consumer.ts';
import { takeParkedEvent } from './event-failures.repository.ts';
import { registerConsumer } from './events.repository.ts';
import type { Subscriber } from './subscriber.ts';
import { startWorkLoop, type WorkLoop } from './work-loop.ts';

export interface SubscriberRunnerOptions {
  unitOfWork: UnitOfWork;
  subscribers: readonly Subscriber[];
  clock: Clock;
  logger: Logger;
  /** How often an event is tried before the subscriber goes on without it. */
  maxAttempts?: number;
}

export interface SubscriberRunner {
  /** Makes the cursors of new subscribers, then follows the log. */
  start(): Promise<void>;
  /** Called when events were numbered. */
  wake(): void;
  /** Lets the events in hand finish. */
  stop(): Promise<void>;
  /** Handles what is numbered now, without a started runner; an event that has to wait for its next attempt is left waiting. */
  catchUp(): Promise<void>;
  /**
   * Hands a parked event to its subscriber once more, now and out of order.
   * @throws {AppError} EVENT_FAILURE_NOT_FOUND; and what the subscriber throws, which leaves the event parked
   */
  retry(scope: TenantScope, failureId: string): Promise<void>;
}

/** Other nodes number events too, and wake nobody here. */
const POLL_INTERVAL_MS = 500;
const RETRY_INTERVAL_MS = 1_000;

/** Runs every subscriber on its own. Any number of nodes may do so at once: each event is handled by one of them. */
export function createSubscriberRunner({
  unitOfWork,
  subscribers,
  clock,
  logger,
  maxAttempts = 5,
}: SubscriberRunnerOptions): SubscriberRunner {
  refuseDoubles(subscribers);
  const consumers = subscribers.map((subscriber) => createEventConsumer({ unitOfWork, subscriber, clock, logger, maxAttempts }));
  let loops: WorkLoop[] = [];

  const register = () =>
    unitOfWork.system(async (tx) => {
      for (const { name, startFrom = 'now' } of subscribers) await registerConsumer(tx, name, startFrom);
    });

  const follow = (consume: ConsumeEvents) =>
    startWorkLoop({
      clock,
      retryInMs: RETRY_INTERVAL_MS,
      onError: (error) => {
        if (isDatabaseUnavailable(error)) logger.debug('Events are not handled while the database is away');
        else logger.error('A subscriber could not read its events', { error });
      },
      work: async () => {
        const consumed = await consume();
        return { againInMs: consumed.state === 'caught-up' ? POLL_INTERVAL_MS : consumed.againInMs };
      },
    });

  return {
    start: async () => {
      await register();
      loops = consumers.map(follow);
    },
    wake: () => {
      for (const loop of loops) loop.wake();
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
      loops = [];
    },
    catchUp: async () => {
      await register();
      for (const consume of consumers) await consume();
    },
    retry: (scope, failureId) =>
      unitOfWork.write(scope, async (tx) => {
        const parked = await takeParkedEvent(tx, failureId);
        const subscriber = subscribers.find(({ name }) => name === parked?.consumer);
        if (!parked || !subscriber) throw notFound('EVENT_FAILURE_NOT_FOUND', 'There is no failed event with this id.');
        await subscriber.handle(causedBy(parked.event, tx), parked.event);
      }),
  };
}

function refuseDoubles(subscribers: readonly Subscriber[]): void {
  const names = new Set<string>();
  for (const { name } of subscribers) {
    if (names.has(name)) throw new Error(`Two subscribers are called ${name}: they would share one cursor.`);
    names.add(name);
  }
}
