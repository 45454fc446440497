import { parseAllowList } from './allow-list.ts';
import { parseAddress } from './public-address.ts';

/** Which addresses may be called without TLS: those that the operator has listed, since they lie in the operator's own network. */
export function createPlainHttpRule(allow: readonly string[]): (url: URL) => boolean {
  const list = parseAllowList(allow);
  return ({ hostname, port }) => {
    const number = port === '' ? 80 : Number(port);
    const address = parseAddress(hostname.replace(/^\[|\]$/g, ''));
    return address ? list.permitsAddress(address, number) || list.permitsHost(hostname, number) : list.permitsHost(hostname, number);
  };
}
