import ipaddr from 'ipaddr.js';
import { type IpAddress, parseAddress } from './public-address.ts';

/** What the operator permits although it is not public. */
export interface AllowList {
  permitsHost(hostname: string, port: number): boolean;
  permitsAddress(address: IpAddress, port: number): boolean;
}

/**
 * Entries are a host (`crm.internal`), a host and port (`crm.internal:8443`, `[::1]:8080`), an address or a range (`10.1.0.0/16`).
 * A host that is listed may resolve to any address; an entry without a port permits every port.
 * @throws {Error} naming the entry that is none of these
 */
export function parseAllowList(entries: readonly string[]): AllowList {
  const parsed = entries.map((entry) => parseEntry(entry.trim().toLowerCase()) ?? fail(entry));
  const permits = (port: number, matches: (entry: Entry) => boolean) =>
    parsed.some((entry) => (entry.port === undefined || entry.port === port) && matches(entry));

  return {
    permitsHost: (hostname, port) => permits(port, (entry) => entry.kind === 'host' && entry.hostname === withoutFinalDot(hostname)),
    permitsAddress: (address, port) => permits(port, (entry) => entry.kind === 'range' && isWithin(address, entry.range)),
  };
}

type Range = [IpAddress, number];
type Entry = { port: number | undefined } & ({ kind: 'host'; hostname: string } | { kind: 'range'; range: Range });

function parseEntry(entry: string): Entry | undefined {
  if (ipaddr.isValidCIDR(entry)) return { kind: 'range', range: ipaddr.parseCIDR(entry), port: undefined };
  const whole = parseAddress(entry);
  if (whole) return { kind: 'range', range: single(whole), port: undefined };

  const [, host, portText] = HOST_AND_PORT.exec(entry) ?? [];
  if (host === undefined) return undefined;
  const port = portText === undefined ? undefined : Number(portText);
  if (port !== undefined && (port < 1 || port > 65_535)) return undefined;
  const address = parseAddress(host.replace(/^\[|\]$/g, ''));
  if (address) return { kind: 'range', range: single(address), port };
  return HOSTNAME.test(host) ? { kind: 'host', hostname: withoutFinalDot(host), port } : undefined;
}

function fail(entry: string): never {
  throw new Error(`“${entry}” is not a host, host:port, address or CIDR range that outbound requests could be allowed to.`);
}

function isWithin(address: IpAddress, range: Range): boolean {
  return address.kind() === range[0].kind() && address.match(range);
}

const single = (address: IpAddress): Range => [address, address.kind() === 'ipv4' ? 32 : 128];
const withoutFinalDot = (hostname: string) => hostname.replace(/\.$/, '');

const HOST_AND_PORT = /^(\[[0-9a-f:.]+\]|[^:/[\]]+)(?::(\d{1,5}))?$/;
/** With a letter at the start of the last label, as every name has that is not an address in disguise. */
const HOSTNAME = /^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z](?:[a-z0-9-]*[a-z0-9])?\.?$/;
