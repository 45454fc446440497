import ipaddr from 'ipaddr.js';

export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

/** Reads an address as URLs and resolvers write it; an IPv4 address inside IPv6 (`::ffff:10.0.0.1`) becomes the IPv4 address that it is. */
export function parseAddress(text: string): IpAddress | undefined {
  return ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}

/**
 * Whether an address belongs to one host in the public Internet. Everything else is refused: private, loopback, link-local, shared
 * (CGNAT), multicast, documentation and test ranges, and IPv6 forms that carry an IPv4 address somewhere else (6to4, Teredo, NAT64).
 */
export function isPublicUnicast(address: IpAddress): boolean {
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST);
}

/** Of IPv6, only 2000::/3 is given out for global unicast; what the library calls unicast outside of it is merely not assigned yet. */
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];
