import { Redis } from 'ioredis';
import type { Clock } from '../clock.ts';
import type { Logger } from '../telemetry/logger.ts';

export interface RedisConnection {
  redis: Redis;
  /** @returns once the connection is closed, also when it never was open */
  close(): Promise<void>;
}

export interface RedisConnectionOptions {
  url: string;
  name: string;
  clock: Clock;
  logger: Logger;
  /** How long a command may wait for its answer; as long as the connection lives when left out. */
  commandTimeoutMs?: number;
}

/**
 * A connection that comes back by itself and never keeps commands for later: without a connection they fail at once, and the caller
 * decides what that means. A peer that went silent without closing is noticed within two heartbeats.
 */
export function openRedis({ url, name, clock, logger, commandTimeoutMs }: RedisConnectionOptions): RedisConnection {
  const redis = new Redis(url, {
    connectionName: name,
    // RESP2 is what every Redis, Valkey and compatible server speaks.
    protocol: 2,
    enableOfflineQueue: false,
    autoResubscribe: false,
    // Sent twice would be delivered twice.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 5_000,
    ...(commandTimeoutMs === undefined ? {} : { commandTimeout: commandTimeoutMs }),
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), 2_000) * (0.75 + Math.random() / 2),
  });

  // The message of an error may hold the address, and with it a password; its code says enough.
  redis.on('error', (error: Error & { code?: string }) =>
    logger.debug('redis connection failed', { name, code: error.code ?? error.name }),
  );

  let unanswered = false;
  const stopHeartbeat = clock.every(HEARTBEAT_MS, () => {
    if (redis.status !== 'ready') return;
    if (unanswered) {
      unanswered = false;
      redis.disconnect(true);
      return;
    }
    unanswered = true;
    const answered = () => {
      unanswered = false;
    };
    redis.ping().then(answered, answered);
  });

  return {
    redis,
    async close() {
      stopHeartbeat();
      if (redis.status === 'end') return;
      const ended = new Promise<void>((resolve) => redis.once('end', resolve));
      const isBetweenAttempts = redis.status === 'reconnecting';
      redis.disconnect();
      // Between two attempts there is nothing to close, and no event says so.
      if (!isBetweenAttempts) await ended;
    },
  };
}

const HEARTBEAT_MS = 5_000;
