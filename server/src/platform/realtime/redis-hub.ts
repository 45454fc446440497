import type { Clock } from '../clock.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../telemetry/logger.ts';
import { decodePacket, encodeGap, encodePacket, isFrom, isLiveMessage } from './hub-packet.ts';
import { createHubStatus } from './hub-status.ts';
import type { LiveHub, LiveMessage } from './live-hub.ts';
import { createLocalDispatch } from './local-dispatch.ts';
import { openRedis } from './redis-connection.ts';

export interface RedisHubOptions {
  /** `redis://` or `rediss://`. */
  url: string;
  clock: Clock;
  logger: Logger;
  /** Lets several installations share one Redis. */
  keyPrefix?: string;
}

/**
 * Between nodes over Redis publish/subscribe, tokens included. A node's own listeners never wait for Redis and never hear their message
 * twice. While Redis is away nothing is kept: what was durable is read again afterwards, here and, when messages were lost on their way
 * out, on the other nodes too.
 */
export function createRedisHub({ url, clock, logger, keyPrefix = 'foyer:' }: RedisHubOptions): LiveHub {
  const node = newId();
  const prefix = `${keyPrefix}live:`;
  /** Always subscribed; no channel of ours is empty. */
  const everyone = prefix;
  const local = createLocalDispatch(logger);
  const status = createHubStatus(logger);
  const incoming = openRedis({ url, name: 'foyer-hub-in', clock, logger });
  const outgoing = openRedis({ url, name: 'foyer-hub-out', clock, logger });

  /** Subscriptions that this connection has, or has asked for. */
  const subscribing = new Map<string, Promise<void>>();
  let waiting = new Map<string, string[]>();
  let flushing: NodeJS.Immediate | undefined;
  let flushed: Promise<void> = Promise.resolve();
  let underwayBytes = 0;
  let lostOutgoing = false;
  let closed = false;

  incoming.redis.on('message', (redisChannel: string, packet: string) => {
    if (isFrom(node, packet)) return;
    try {
      const entries = decodePacket(packet);
      if (entries === 'gap') return status.gap();
      const channel = redisChannel.slice(prefix.length);
      for (const entry of entries) if (isLiveMessage(entry)) local.deliver(channel, entry);
    } catch (error) {
      logger.warn('a live packet could not be read', { error });
    }
  });

  const asJson = (message: LiveMessage): string | undefined => {
    try {
      return JSON.stringify(message);
    } catch (error) {
      logger.error('a live message cannot be written as JSON', { type: message.type, error });
      return undefined;
    }
  };

  const requestSubscription = (channel: string): Promise<void> => {
    if (incoming.redis.status !== 'ready') return Promise.resolve();
    const subscribed = incoming.redis.subscribe(prefix + channel).then(
      () => undefined,
      // The connection is going; when it is back it subscribes to what is listened to by then.
      () => undefined,
    );
    subscribing.set(channel, subscribed);
    return subscribed;
  };

  const allReady = () => !closed && incoming.redis.status === 'ready' && outgoing.redis.status === 'ready';

  const announceGap = async () => {
    if (!lostOutgoing || !allReady()) return;
    lostOutgoing = false;
    await outgoing.redis.publish(everyone, encodeGap(node)).catch(() => {
      lostOutgoing = true;
    });
  };

  const becomeReady = async () => {
    if (!allReady()) return;
    try {
      await incoming.redis.subscribe(everyone, ...local.channels().map((channel) => prefix + channel));
      await announceGap();
      if (allReady()) status.connected();
    } catch (error) {
      logger.debug('redis went away while it became ready', { error });
    }
  };

  for (const { redis } of [incoming, outgoing]) {
    redis.on('ready', becomeReady);
    redis.on('close', () => {
      subscribing.clear();
      if (!closed) status.disconnected();
    });
  }

  const flush = (): void => {
    flushing = undefined;
    const batch = waiting;
    waiting = new Map();
    // A Redis that reads too slowly must not fill our memory: what does not fit is lost, as if it were away.
    if (outgoing.redis.status !== 'ready' || underwayBytes > MAXIMUM_UNDERWAY_BYTES) {
      lostOutgoing = true;
      return;
    }
    const pipeline = outgoing.redis.pipeline();
    let bytes = 0;
    for (const [channel, messages] of batch) {
      const packet = encodePacket(node, messages);
      bytes += packet.length;
      pipeline.publish(prefix + channel, packet);
    }
    underwayBytes += bytes;
    const anyFailed = pipeline.exec().then(
      (results) => results?.some(([error]) => error !== null) ?? true,
      () => true,
    );
    flushed = anyFailed.then((failed) => {
      underwayBytes -= bytes;
      lostOutgoing ||= failed;
      return announceGap();
    });
  };

  return {
    publish(channel, message) {
      if (closed) return;
      local.deliver(channel, message);
      const json = asJson(message);
      if (json === undefined) return;
      const messages = waiting.get(channel);
      if (messages) messages.push(json);
      else waiting.set(channel, [json]);
      // After everything that this turn of the event loop publishes: many tokens, one round trip.
      flushing ??= setImmediate(flush);
    },

    subscribe(channel, listener) {
      const stop = local.listen(channel, listener);
      const ready = subscribing.get(channel) ?? requestSubscription(channel);
      const unsubscribe = () => {
        if (stop() !== 'last') return;
        subscribing.delete(channel);
        if (!closed && incoming.redis.status === 'ready') incoming.redis.unsubscribe(prefix + channel).catch(() => undefined);
      };
      return Object.assign(unsubscribe, { ready });
    },

    status: status.current,
    onStatus: status.onStatus,

    async close() {
      if (closed) return;
      closed = true;
      local.clear();
      if (flushing) {
        clearImmediate(flushing);
        flush();
      }
      // The last messages go out, unless Redis does not even take them.
      const giveUp = new AbortController();
      await Promise.race([flushed, clock.sleep(CLOSING_MS, giveUp.signal).catch(() => undefined)]);
      giveUp.abort();
      await Promise.all([incoming.close(), outgoing.close()]);
    },
  };
}

const MAXIMUM_UNDERWAY_BYTES = 16 * 1024 * 1024;
const CLOSING_MS = 500;
