import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { isDatabaseUnavailable } from '../db/database-errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import { numberEvents } from './events.repository.ts';
import { startWorkLoop } from './work-loop.ts';

export interface EventNumbering {
  /** Called after every local commit that recorded events. */
  wake(): void;
  stop(): Promise<void>;
}

export interface EventNumberingOptions {
  database: Database;
  clock: Clock;
  logger: Logger;
  /** Called after this node has numbered events. */
  onNumbered(lastPosition: number): void;
}

const BATCH_SIZE = 500;
/** Commits of other nodes wake nobody here. */
const POLL_INTERVAL_MS = 500;
/** Another node was numbering at that moment and may have looked just before our commit. */
const BUSY_INTERVAL_MS = 20;
const RETRY_INTERVAL_MS = 1_000;

/** Gives committed events their positions. Every node may run it: who finds another at it leaves it to that one. Starts at once. */
export function createEventNumbering({ database, clock, logger, onNumbered }: EventNumberingOptions): EventNumbering {
  return startWorkLoop({
    clock,
    retryInMs: RETRY_INTERVAL_MS,
    onError: (error) => {
      if (isDatabaseUnavailable(error)) logger.debug('Events are not numbered while the database is away');
      else logger.error('Events could not be numbered', { error });
    },
    work: async () => {
      for (;;) {
        const { numbered, lastPosition } = await numberEvents(database, BATCH_SIZE);
        if (numbered === undefined) return { againInMs: BUSY_INTERVAL_MS };
        if (numbered > 0) onNumbered(lastPosition);
        if (numbered < BATCH_SIZE) return { againInMs: POLL_INTERVAL_MS };
      }
    },
  });
}
