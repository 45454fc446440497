import { Client, errors } from 'undici';
import { type Clock, systemClock } from '../clock.ts';
import { assertOutsideUnitOfWork } from '../db/unit-of-work.ts';
import type { Logger } from '../telemetry/logger.ts';
import { parseAllowList } from './allow-list.ts';
import { type Attempt, startAttempt } from './attempt.ts';
import { blocked, OutboundError, tooLarge } from './outbound-error.ts';
import { type CreateConnector, createPinnedConnector, type Lookup, systemLookup } from './pinned-connector.ts';
import { type IpAddress, parseAddress } from './public-address.ts';
import { readBody } from './read-body.ts';
import { faultInHead, type OutboundMethod } from './request-head.ts';
import { judgeUrl, mayConnectTo, NOT_PUBLIC, type Target } from './target-policy.ts';

export { OutboundError };

export interface OutboundRequest {
  method: OutboundMethod;
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** For everything together, from the look-up to the last byte of the answer. */
  timeoutMs?: number;
  maxResponseBytes?: number;
  signal?: AbortSignal | undefined;
}

export interface OutboundResponse {
  /** A redirect (3xx) is an answer like any other; it is not followed. */
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As it came: nothing is decompressed. */
  body: Buffer;
}

/** The one way to call addresses that users supply. */
export interface GuardedClient {
  /** @throws {OutboundError} */
  request(request: OutboundRequest): Promise<OutboundResponse>;
}

export interface GuardedClientOptions {
  /** Private addresses that the operator permits, see `parseAllowList`. */
  allow: readonly string[];
  logger: Logger;
  clock?: Clock;
  lookup?: Lookup;
  createConnector?: CreateConnector;
}

/** One connection per request: none is ever reused, so a request that was not sent is known to be so, and every address is checked anew. */
export function createGuardedClient(options: GuardedClientOptions): GuardedClient {
  const { logger, clock = systemClock, lookup = systemLookup, createConnector = createPinnedConnector } = options;
  const allow = parseAllowList(options.allow);

  const resolve = async ({ hostname, literal }: Target): Promise<IpAddress[]> => {
    if (literal) return [literal];
    const found = await lookup(hostname);
    const addresses = found.map(({ address }) => parseAddress(address));
    if (addresses.length === 0) throw new Error('A name without addresses.');
    return addresses.map((address) => {
      if (!address) throw blocked(NOT_PUBLIC);
      return address;
    });
  };

  return {
    async request({ method, url, headers = {}, body, timeoutMs = 10_000, maxResponseBytes = 1024 * 1024, signal }) {
      assertOutsideUnitOfWork('The outbound client');
      const fault = faultInHead(method, headers);
      if (fault !== undefined) throw blocked(fault);
      const decision = judgeUrl(url, allow);
      if (!decision.ok) throw blocked(decision.reason);
      const { target } = decision;

      const attempt = startAttempt({ clock, timeoutMs, signal });
      let client: Client | undefined;
      try {
        const addresses = await attempt.unlessStopped(resolve(target));
        // One private address among public ones is enough to refuse: which of them would be used is not ours to say.
        if (!addresses.every((address) => mayConnectTo(address, target, allow))) throw blocked(NOT_PUBLIC);

        const connect = createConnector(addresses, Math.min(timeoutMs, MAXIMUM_CONNECT_MS));
        client = new Client(target.url.origin, {
          connect: (connectOptions, callback) =>
            connect(connectOptions, (...result) => {
              if (result[0] === null) attempt.connected();
              callback(...result);
            }),
          maxHeaderSize: MAXIMUM_HEADER_BYTES,
          // The attempt's own deadline covers both.
          headersTimeout: 0,
          bodyTimeout: 0,
        });
        const response = await client.request({
          method,
          path: target.url.pathname + target.url.search,
          headers: { 'user-agent': 'Foyer', ...lowerCased(headers) },
          body: body === undefined ? null : body,
          signal: attempt.signal,
          reset: true,
        });
        return { status: response.statusCode, headers: response.headers, body: await readBody(response, maxResponseBytes) };
      } catch (error) {
        const outcome = explain(error, attempt);
        logger.debug('an outbound request got no answer', { kind: outcome.kind, cause: outcome.cause });
        throw outcome;
      } finally {
        attempt.end();
        client?.destroy().catch(() => undefined);
      }
    },
  };
}

function explain(error: unknown, attempt: Attempt): OutboundError {
  if (error instanceof errors.HeadersOverflowError) return tooLarge(MAXIMUM_HEADER_BYTES, error);
  return attempt.explain(error);
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

const MAXIMUM_CONNECT_MS = 5_000;
const MAXIMUM_HEADER_BYTES = 32 * 1024;
