import type { Logger } from '../telemetry/logger.ts';
import type { LiveHub } from './live-hub.ts';
import { createLocalDispatch } from './local-dispatch.ts';

/** For an installation of one node. */
export function createInProcessHub({ logger }: { logger: Logger }): LiveHub {
  const local = createLocalDispatch(logger);
  const ready = Promise.resolve();

  return {
    publish: local.deliver,
    subscribe(channel, listener) {
      const stop = local.listen(channel, listener);
      return Object.assign(() => void stop(), { ready });
    },
    status: () => 'local',
    onStatus: () => () => undefined,
    close: async () => local.clear(),
  };
}
