import type { Client } from 'pg';
import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../telemetry/logger.ts';
import { decodePacket, encodeGap, isFrom, isLiveMessage } from './hub-packet.ts';
import { createHubStatus } from './hub-status.ts';
import type { LiveHub, LiveMessage } from './live-hub.ts';
import { createLocalDispatch } from './local-dispatch.ts';
import { createNotifyConnection } from './notify-connection.ts';
import { packNotifications } from './notify-packets.ts';

export interface NotifyHubOptions {
  /** A new connected client, straight to the server: a pooler in transaction mode does not pass notifications on. */
  connect: () => Promise<Client>;
  clock: Clock;
  logger: Logger;
}

/**
 * Between nodes over PostgreSQL, for installations without Redis. Only durable messages travel, as their ids; tokens and typing stay on
 * the node that makes them. Publish after the commit: the notification goes over a connection of its own.
 */
export function createNotifyHub({ connect, clock, logger }: NotifyHubOptions): LiveHub {
  const node = newId();
  const local = createLocalDispatch(logger);
  const status = createHubStatus(logger);
  const ready = Promise.resolve();

  let waiting: Array<{ channel: string; message: LiveMessage }> = [];
  let flushing: NodeJS.Immediate | undefined;
  let flushed: Promise<void> = Promise.resolve();
  let lostOutgoing = false;
  let closed = false;

  const receive = (packet: string) => {
    if (isFrom(node, packet)) return;
    try {
      const entries = decodePacket(packet);
      if (entries === 'gap') return status.gap();
      for (const entry of entries) {
        const [channel, message] = Array.isArray(entry) ? entry : [];
        if (typeof channel === 'string' && isLiveMessage(message)) local.deliver(channel, message);
      }
    } catch (error) {
      logger.warn('a live packet could not be read', { error });
    }
  };

  const connection = createNotifyConnection({
    connect,
    clock,
    logger,
    receive,
    async onConnected() {
      if (lostOutgoing) lostOutgoing = !(await connection.send([encodeGap(node)]));
      status.connected();
    },
    onLost: () => {
      if (!closed) status.disconnected();
    },
  });

  const flush = async (): Promise<void> => {
    flushing = undefined;
    const batch = waiting;
    waiting = [];
    const { packets, tooLarge } = packNotifications(node, batch);
    if (tooLarge > 0) logger.error('ids of live messages do not fit into a notification', { count: tooLarge });
    if (packets.length === 0) return;
    lostOutgoing = !(await connection.send(lostOutgoing ? [encodeGap(node), ...packets] : packets));
  };

  return {
    publish(channel, message) {
      if (closed) return;
      local.deliver(channel, message);
      if (!message.durable) return;
      waiting.push({ channel, message });
      flushing ??= setImmediate(() => {
        flushed = flush();
      });
    },

    subscribe(channel, listener) {
      // The node listens to one PostgreSQL channel from the start, so there is nothing to wait for.
      const stop = local.listen(channel, listener);
      return Object.assign(() => void stop(), { ready });
    },

    status: status.current,
    onStatus: status.onStatus,

    async close() {
      if (closed) return;
      closed = true;
      local.clear();
      if (flushing) {
        clearImmediate(flushing);
        flushed = flush();
      }
      // The last notifications go out, unless the database does not even take them.
      const giveUp = new AbortController();
      await Promise.race([flushed, clock.sleep(CLOSING_MS, giveUp.signal).catch(() => undefined)]);
      giveUp.abort();
      await connection.close();
    },
  };
}

const CLOSING_MS = 500;
