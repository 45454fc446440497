import type { Clock } from '#platform/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { createInProcessHub } from '#platform/realtime/in-process-hub.ts';
import type { LiveHub } from '#platform/realtime/live-hub.ts';
import { createMemoryEphemeralStore } from '#platform/realtime/memory-ephemeral-store.ts';
import { createNotifyHub } from '#platform/realtime/notify-hub.ts';
import { createRateLimiter, type RateLimiter } from '#platform/realtime/rate-limiter.ts';
import { createRedisEphemeralStore } from '#platform/realtime/redis-ephemeral-store.ts';
import { createRedisHub } from '#platform/realtime/redis-hub.ts';
import { createHubWithReserve } from '#platform/realtime/reserve-hub.ts';
import type { Logger } from '#platform/telemetry/logger.ts';
import type { Config } from './config.ts';

export interface Realtime {
  hub: LiveHub;
  rateLimiter: RateLimiter;
  close(): Promise<void>;
}

/**
 * Redis where there is one. Between nodes on a given database PostgreSQL carries what is durable, alone or while Redis is away; else there
 * is one process.
 */
export function createRealtime(
  config: Config,
  { database, clock, logger }: { database: Database; clock: Clock; logger: Logger },
): Realtime {
  const { redis } = config;
  const connect = async () => {
    const client = database.dedicatedClient();
    await client.connect();
    return client;
  };
  const overRedis = redis && createRedisHub({ url: redis.url, clock, logger });
  const overDatabase = config.database.kind === 'external' ? createNotifyHub({ connect, clock, logger }) : undefined;
  const hub =
    overRedis && overDatabase
      ? createHubWithReserve({ main: overRedis, reserve: overDatabase, clock, logger })
      : (overRedis ?? overDatabase ?? createInProcessHub({ logger }));
  const store = redis ? createRedisEphemeralStore({ url: redis.url, clock, logger }) : createMemoryEphemeralStore({ clock });
  return {
    hub,
    rateLimiter: createRateLimiter(store, clock),
    close: async () => {
      await hub.close();
      await store.close();
    },
  };
}
