import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../telemetry/logger.ts';
import { createListeners } from './listeners.ts';
import type { HubStatus, LiveHub } from './live-hub.ts';

export interface HubWithReserveOptions {
  main: LiveHub;
  /** Carries what is durable while the main hub does not reach every node. */
  reserve: LiveHub;
  clock: Clock;
  logger: Logger;
}

/**
 * A main hub, and another one for what is durable while a node is cut off from the main one: its own messages and the others' go over the
 * reserve then, so that only tokens and typing wait. A node that is cut off says so over the reserve, again and again; whoever hears it
 * for the first time reads again, and has the other read again, because either may have spoken into the void before it was noticed.
 */
export function createHubWithReserve({ main, reserve, clock, logger }: HubWithReserveOptions): LiveHub {
  const node = newId();
  const listeners = createListeners<HubStatus>('status', logger);
  let othersApartUntilMs = Number.NEGATIVE_INFINITY;
  let publishingOnReserve = false;
  let closed = false;

  const isApart = () => main.status() === 'disconnected';
  const areOthersApart = () => clock.monotonicMs() < othersApartUntilMs;

  const publishOnReserve: LiveHub['publish'] = (channel, message) => {
    publishingOnReserve = true;
    reserve.publish(channel, message);
    publishingOnReserve = false;
  };
  const say = (type: 'apart' | 'read-again') => publishOnReserve(BETWEEN_HUBS, { type, durable: true, ids: { node } });

  reserve.subscribe(BETWEEN_HUBS, ({ type, ids }) => {
    if (ids.node === node) return;
    if (type === 'apart') {
      const isKnown = areOthersApart();
      othersApartUntilMs = clock.monotonicMs() + BELIEVED_APART_MS;
      if (isKnown) return;
      say('read-again');
    }
    listeners.tell('connected');
  });
  main.onStatus((status) => {
    if (status === 'disconnected' && !closed) say('apart');
    listeners.tell(status);
  });
  reserve.onStatus((status) => {
    if (status === 'connected' && isApart()) listeners.tell(status);
  });
  const stopReminding = clock.every(REMIND_MS, () => {
    if (isApart()) say('apart');
  });

  return {
    publish(channel, message) {
      main.publish(channel, message);
      if (message.durable && !closed && (isApart() || areOthersApart())) publishOnReserve(channel, message);
    },

    subscribe(channel, listener) {
      const ofMain = main.subscribe(channel, listener);
      const ofReserve = reserve.subscribe(channel, (message) => {
        // On this node the main hub has delivered it already.
        if (!publishingOnReserve) listener(message);
      });
      const unsubscribe = () => {
        ofMain();
        ofReserve();
      };
      return Object.assign(unsubscribe, { ready: Promise.all([ofMain.ready, ofReserve.ready]).then(() => undefined) });
    },

    status: main.status,
    onStatus: (listener) => listeners.add(listener),

    async close() {
      closed = true;
      stopReminding();
      await Promise.all([main.close(), reserve.close()]);
    },
  };
}

const BETWEEN_HUBS = 'between-hubs';
const REMIND_MS = 5_000;
const BELIEVED_APART_MS = 3 * REMIND_MS;
