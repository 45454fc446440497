import type { Clock } from '#platform/clock.ts';
import { isDatabaseUnavailable } from '#platform/db/database-errors.ts';
import { startWorkLoop } from '#platform/events/work-loop.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import { type SealingDependencies, sealWaitingEntries } from './seal-chain.ts';

export interface AuditSealer {
  /** Seals what still waits, and ends. */
  stop(): Promise<void>;
}

/** What was written a moment ago could be changed by an administrator of the database without a trace: so soon is it sealed. */
const SEAL_INTERVAL_MS = 2_000;

/** Seals audit entries in batches. Every node may run it. Starts at once. */
export function startAuditSealer(dependencies: SealingDependencies & { clock: Clock; logger: Logger }): AuditSealer {
  const { clock, logger } = dependencies;
  const onError = (error: unknown) => {
    if (isDatabaseUnavailable(error)) logger.debug('Audit entries are not sealed while the database is away');
    else logger.error('Audit entries could not be sealed', { error });
  };
  const loop = startWorkLoop({
    clock,
    retryInMs: SEAL_INTERVAL_MS,
    onError,
    work: async () => {
      await sealWaitingEntries(dependencies);
      return { againInMs: SEAL_INTERVAL_MS };
    },
  });
  return {
    stop: async () => {
      await loop.stop();
      await sealWaitingEntries(dependencies).catch(onError);
    },
  };
}
