import { promises as dns } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { IpAddress } from './public-address.ts';

/** Finds all addresses of a name. */
export type Lookup = (hostname: string) => Promise<ReadonlyArray<{ address: string }>>;

export const systemLookup: Lookup = (hostname) => dns.lookup(hostname, { all: true });

/** Opens connections that go to the given addresses, whatever the name has become in the meantime. */
export type CreateConnector = (addresses: readonly IpAddress[], timeoutMs: number) => buildConnector.connector;

export const createPinnedConnector: CreateConnector = (addresses, timeoutMs) =>
  // The types of undici leave out `lookup` for TLS, which takes it all the same.
  buildConnector({
    lookup: pinnedLookup(addresses),
    timeout: timeoutMs,
    allowH2: false,
    maxCachedSessions: 0,
  } as buildConnector.BuildOptions);

/** Answers with what was checked, so that no second look-up can give another answer than the first. */
export function pinnedLookup(addresses: readonly IpAddress[]): LookupFunction {
  const pinned = addresses.map((address) => ({ address: address.toString(), family: address.kind() === 'ipv4' ? 4 : 6 }));
  return (_hostname, { all, family }, callback) => {
    const [first] = pinned.filter((entry) => !family || family === entry.family || family === `IPv${entry.family}`);
    if (all) return callback(null, pinned);
    if (!first) return callback(Object.assign(new Error('No address of this family.'), { code: 'ENOTFOUND' }), '', 0);
    callback(null, first.address, first.family);
  };
}
