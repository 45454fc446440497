import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/**
 * The caller's address of a request that no HTTP hook has seen (a socket's upgrade): the peer's, or, when the peer is a trusted proxy,
 * the last one in `X-Forwarded-For` that is not a trusted proxy too.
 */
export function createClientAddress(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const isTrusted = createTrust(trustedProxies);
  return (request) => {
    const peer = request.socket.remoteAddress ?? '';
    if (trustedProxies.length === 0) return peer;
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    const hops = [...forwarded.map((hop) => hop.trim()).filter((hop) => hop !== ''), peer];
    return hops.findLast((hop, index) => index === 0 || !isTrusted(hop)) ?? peer;
  };
}

/** The host that such a request asked for; what a trusted proxy says it was, else its own header. */
export function createRequestedHost(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const isTrusted = createTrust(trustedProxies);
  return ({ headers, socket }) => {
    const forwarded = [headers['x-forwarded-host'] ?? []].flat().join(',').split(',').at(-1)?.trim();
    return forwarded && isTrusted(socket.remoteAddress ?? '') ? forwarded : (headers.host ?? '');
  };
}

function createTrust(trustedProxies: readonly string[]): (address: string) => boolean {
  const networks = trustedProxies.map((entry) => (entry.includes('/') ? ipaddr.parseCIDR(entry) : single(entry)));
  return (address) => {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return networks.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits));
  };
}

function single(address: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const parsed = ipaddr.process(address);
  return [parsed, parsed.kind() === 'ipv4' ? 32 : 128];
}
