import type { EphemeralFrame } from '@foyer/contracts/chat-socket.ts';

/** Whether answers are degraded, as one connection has been told: once for each change, and nothing while all is well. */
export function createQualityFeed(send: (frame: EphemeralFrame) => void): { show(isDegraded: boolean): void } {
  let isKnown = false;
  return {
    show: (isDegraded) => {
      if (isDegraded === isKnown) return;
      isKnown = isDegraded;
      send({ type: 'status', status: isDegraded ? 'degraded' : 'restored' });
    },
  };
}
