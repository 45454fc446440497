import type { ChainableCommander } from 'ioredis';
import type { Clock } from '../clock.ts';
import { unavailable } from '../errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { EphemeralStore } from './ephemeral-store.ts';
import { openRedis } from './redis-connection.ts';

export interface RedisEphemeralStoreOptions {
  url: string;
  clock: Clock;
  logger: Logger;
  keyPrefix?: string;
}

/** Shared by all nodes. Without a connection every call fails at once with EPHEMERAL_STORE_UNAVAILABLE. */
export function createRedisEphemeralStore({ url, clock, logger, keyPrefix = 'foyer:' }: RedisEphemeralStoreOptions): EphemeralStore {
  const { redis, close } = openRedis({ url, name: 'foyer-store', clock, logger, commandTimeoutMs: 1_000 });
  const prefix = `${keyPrefix}ephemeral:`;

  const attempt = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    try {
      return await run();
    } catch (cause) {
      if (cause instanceof Error && cause.message.startsWith(NOT_A_NUMBER)) throw new TypeError('Only a counter can be incremented.');
      throw unavailable('EPHEMERAL_STORE_UNAVAILABLE', 'A part of the service is not reachable. Try again in a moment.', { cause });
    }
  };

  return {
    increment: (key, ttlMs, by = 1) =>
      attempt(async () => {
        // `NX` starts the counter's life once; later increments leave its end as it is.
        const [, sum] = await all(
          redis
            .multi()
            .set(prefix + key, 0, 'PX', ttlMs, 'NX')
            .incrby(prefix + key, by),
        );
        return Number(sum);
      }),
    get: (key) => attempt(async () => (await redis.get(prefix + key)) ?? undefined),
    set: (key, value, ttlMs) => attempt(async () => void (await redis.set(prefix + key, value, 'PX', ttlMs))),
    delete: (key) => attempt(async () => void (await redis.del(prefix + key))),
    close,
  };
}

/** All results of a transaction, or the first error. */
async function all(transaction: ChainableCommander): Promise<unknown[]> {
  const results = await transaction.exec();
  if (!results) throw new Error('Redis did not carry out the transaction.');
  return results.map(([error, result]) => {
    if (error) throw error;
    return result;
  });
}

const NOT_A_NUMBER = 'ERR value is not an integer';
