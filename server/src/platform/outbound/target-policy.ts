import type { AllowList } from './allow-list.ts';
import { type IpAddress, isPublicUnicast, parseAddress } from './public-address.ts';

export interface Target {
  url: URL;
  /** Without the brackets of IPv6. */
  hostname: string;
  port: number;
  /** There when the URL names an address and nothing has to be looked up. */
  literal: IpAddress | undefined;
}

export type TargetDecision = { ok: true; target: Target } | { ok: false; reason: string };

/** Judges all but the address, which `mayConnectTo` judges once it is known, whether the URL named it or a look-up found it. */
export function judgeUrl(text: string, allow: AllowList): TargetDecision {
  const url = URL.parse(text);
  if (!url) return refused('it is not a URL');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused('only http and https are possible');
  if (url.username !== '' || url.password !== '') return refused('a URL with a user name or password is not accepted');

  // URL has already turned every notation of IPv4 (decimal, octal, hexadecimal, shortened) into four numbers.
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const target: Target = { url, hostname, port, literal: parseAddress(hostname) };

  if (!isUsualPort(port) && !isPermittedByName(target, allow)) return refused(`port ${port} is not accepted`);
  return { ok: true, target };
}

export function mayConnectTo(address: IpAddress, target: Target, allow: AllowList): boolean {
  return isPublicUnicast(address) || allow.permitsAddress(address, target.port) || allow.permitsHost(target.hostname, target.port);
}

export const NOT_PUBLIC = 'its address is not a public one';

function isPermittedByName({ hostname, port, literal }: Target, allow: AllowList): boolean {
  return allow.permitsHost(hostname, port) || (literal !== undefined && allow.permitsAddress(literal, port));
}

/** Below 1024 only the web's own ports; above, all but those where browsers refuse too, because another protocol listens there. */
function isUsualPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 1024 && !PORTS_OF_OTHER_PROTOCOLS.has(port));
}

/** From the Fetch standard's list of blocked ports, with the usual ports of databases and caches. */
const PORTS_OF_OTHER_PROTOCOLS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 1433, 1521, 3306, 5432,
  6379, 9042, 11211, 27017,
]);

const refused = (reason: string): TargetDecision => ({ ok: false, reason });
