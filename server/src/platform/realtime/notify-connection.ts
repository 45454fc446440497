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
  let current: Query | undefined;
  let underway = 0;

  const live = async (client: Client): Promise<void> => {
    const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
    client.once('end', lose);
    client.on('error', (error) => {
      logger.debug('the connection for notifications failed', { error });
      lose();
    });
    closing.signal.addEventListener('abort', () => lose(), { once: true });
    if (closing.signal.aborted) lose();
    client.on('notification', ({ channel, payload }) => {
      if (channel === CHANNEL && payload) options.receive(payload);
    });

    const query = oneAtATime(client);
    const stopHeartbeat = heartbeat(client, query);
    const listen = async () => {
      await query(`listen ${CHANNEL}`);
      current = query;
      await options.onConnected();
    };
    try {
      await Promise.race([listen(), lost]);
      await lost;
    } finally {
      stopHeartbeat();
      current = undefined;
      options.onLost();
      // A peer that is gone does not answer a polite goodbye; nobody waits for it.
      void client.end().catch(() => undefined);
    }
  };

  const heartbeat = (client: Client, query: Query) => {
    let unanswered = false;
    return clock.every(HEARTBEAT_MS, () => {
      if (unanswered) client.connection.stream.destroy();
      unanswered = true;
      query('select 1').then(
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
        await current(`select pg_notify('${CHANNEL}', payload) from unnest($1::text[]) payload`, [payloads]);
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
      // An attempt to connect cannot be called off; it ends by itself and is then not used.
      if (current) await ended;
    },
  };
}

type Query = (sql: string, values?: unknown[]) => Promise<unknown>;

/** A client carries out one query after the other, and wants to be asked that way too. */
function oneAtATime(client: Client): Query {
  let last: Promise<unknown> = Promise.resolve();
  return (sql, values = []) => {
    const run = () => client.query(sql, values);
    last = last.then(run, run);
    return last;
  };
}

const CHANNEL = 'foyer_live';
const HEARTBEAT_MS = 5_000;
const MAXIMUM_UNDERWAY = 2_000;
