import type { Client } from 'pg';
import type { Clock } from '../clock.ts';
import type { Logger } from '../telemetry/logger.ts';

export interface NotifyConnectionOptions {
  connect: () => Promise<Client>;
  clock: Clock;
  logger: Logger;
  receive(payload: string): void;
  onConnected(): Promise<void>;
  onLost(): void;
}

export interface NotifyConnection {
  /** @returns false when not all of them surely went out */
  send(payloads: readonly string[]): Promise<boolean>;
  close(): Promise<void>;
}

/** One connection that listens and notifies, and comes back by itself. A server that went silent is noticed within two heartbeats. */
export function createNotifyConnection(options: NotifyConnectionOptions): NotifyConnection {
  const { clock, logger } = options;
  const closing = new AbortController();
  let current: Client | undefined;
  let underway = 0;

  const live = async (client: Client): Promise<void> => {
    const lost = new Promise<void>((resolve) => {
      client.once('end', resolve);
      client.once('error', () => resolve());
      closing.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('error', (error) => logger.debug('the connection for notifications failed', { error }));
    client.on('notification', ({ channel, payload }) => {
      if (channel === CHANNEL && payload) options.receive(payload);
    });

    const stopHeartbeat = heartbeat(client);
    try {
      await client.query(`listen ${CHANNEL}`);
      current = client;
      await options.onConnected();
      await lost;
    } finally {
      stopHeartbeat();
      current = undefined;
      options.onLost();
      // A peer that is gone does not answer a polite goodbye; nobody waits for it.
      void client.end().catch(() => undefined);
    }
  };

  const heartbeat = (client: Client) => {
    let unanswered = false;
    return clock.every(HEARTBEAT_MS, () => {
      if (unanswered) client.connection.stream.destroy();
      unanswered = true;
      client.query('select 1').then(
        () => {
          unanswered = false;
        },
        () => undefined,
      );
    });
  };

  const keepConnected = async (): Promise<void> => {
    for (let attempt = 0; !closing.signal.aborted; attempt += 1) {
      try {
        await live(await options.connect());
        attempt = 0;
      } catch (error) {
        logger.debug('no connection for notifications', { error });
      }
      await clock.sleep(Math.min(50 * 2 ** attempt, 2_000), closing.signal).catch(() => undefined);
    }
  };
  const ended = keepConnected();

  return {
    async send(payloads) {
      if (!current || underway > MAXIMUM_UNDERWAY) return false;
      underway += payloads.length;
      try {
        await current.query(`select pg_notify('${CHANNEL}', payload) from unnest($1::text[]) payload`, [payloads]);
        return true;
      } catch (error) {
        logger.debug('a notification was not sent', { error });
        return false;
      } finally {
        underway -= payloads.length;
      }
    },

    async close() {
      closing.abort();
      await ended;
    },
  };
}

const CHANNEL = 'foyer_live';
const HEARTBEAT_MS = 5_000;
const MAXIMUM_UNDERWAY = 2_000;
