import type { Logger } from '../telemetry/logger.ts';
import { createListeners } from './listeners.ts';
import type { HubStatus } from './live-hub.ts';

/** The status of a hub that spans nodes, and who wants to know. */
export function createHubStatus(logger: Logger) {
  const listeners = createListeners<HubStatus>('status', logger);
  let status: HubStatus = 'disconnected';
  return {
    current: () => status,
    onStatus: (listener: (status: HubStatus) => void) => listeners.add(listener),
    connected(): void {
      if (status !== 'connected') logger.info('live messages reach the other nodes');
      status = 'connected';
      listeners.tell(status);
    },
    disconnected(): void {
      if (status === 'disconnected') return;
      logger.warn('live messages stay on this node until the connection is back');
      status = 'disconnected';
      listeners.tell(status);
    },
    /** Another node lost messages on its way out: everybody reads again. */
    gap(): void {
      if (status === 'connected') listeners.tell(status);
    },
  };
}
