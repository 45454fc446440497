// One process of the proof of events: a writer, a numberer, or a node that numbers and runs subscribers.
import { sql } from 'drizzle-orm';
import { systemClock } from '#platform/clock.ts';
import { nobodyAudits } from '#platform/db/audit.testing.ts';
import { createDatabase } from '#platform/db/database.ts';
import { createUnitOfWork, type TenantTransaction } from '#platform/db/unit-of-work.ts';
import { createEventNumbering } from '#platform/events/numbering.ts';
import { createEventRecorder } from '#platform/events/record-events.ts';
import type { StoredEvent } from '#platform/events/stored-event.ts';
import type { Subscriber } from '#platform/events/subscriber.ts';
import { createSubscriberRunner } from '#platform/events/subscriber-runner.ts';
import { enqueueJob } from '#platform/jobs/enqueue.ts';
import { createRandom } from '#test/chaos/random.ts';
import { childArgument, READY, tell } from '../shared/child.ts';
import { tellingLogger } from '../shared/telling-logger.ts';
import { EVERYTHING, type EventProcessArgument, FOLLOWED, PICKY, RARE, SAID } from './event-world.ts';
import { writeOnce } from './write-events.ts';

const LANES = 8;
const { role, name, connection, tenantIds, seed } = childArgument<EventProcessArgument>();
const random = createRandom(seed);
const logger = tellingLogger(name);
const database = createDatabase({ connection, poolSize: role === 'writer' ? LANES : 4, logger });
const unitOfWork = createUnitOfWork(database, {
  recordEvents: createEventRecorder(systemClock),
  enqueue: enqueueJob,
  eventsCommitted: () => {},
  audit: nobodyAudits,
});

const effect = (tx: TenantTransaction, subscriber: string, event: StoredEvent) =>
  tx.execute(
    sql`insert into proof_effects (subscriber, event_id, position, process) values (${subscriber}, ${event.id}, ${event.position}, ${name})`,
  );

const subscribers: Subscriber[] = [
  {
    name: EVERYTHING,
    types: [SAID, RARE, FOLLOWED],
    startFrom: 'beginning',
    handle: async (tx, event) => void (await effect(tx, EVERYTHING, event)),
  },
  {
    name: PICKY,
    types: [RARE],
    startFrom: 'beginning',
    handle: async (tx, event) => {
      // What a failed attempt has done by then must leave nothing behind.
      await effect(tx, PICKY, event);
      tx.emit({ type: FOLLOWED, subject: { event: event.id } });
      if (event.data.poison === true || random.chance(0.05)) throw new Error('not today');
    },
  },
];

let stopped = false;
if (role === 'writer') {
  const lane = async (own: typeof random): Promise<void> => {
    while (!stopped) {
      try {
        await writeOnce(unitOfWork, tenantIds, own, tell);
      } catch (error) {
        logger.warn('A transaction broke', { error });
        await systemClock.sleep(100);
      }
    }
  };
  const lanes = Promise.all(Array.from({ length: LANES }, (_, index) => lane(random.fork(`lane ${index}`))));
  process.on('message', () => {
    stopped = true;
    void lanes.then(() => process.exit(0));
  });
} else {
  const runner = createSubscriberRunner({ unitOfWork, subscribers: role === 'node' ? subscribers : [], clock: systemClock, logger });
  createEventNumbering({ database, clock: systemClock, logger, onNumbered: () => runner.wake() });
  await runner.start();
}
tell(READY);
