import type { IncomingMessage } from 'node:http';

/** Who wants to be let in, as the first request says. */
export interface SocketCaller {
  sessionId: string | null;
  token: string | null;
  origin: string | undefined;
  /** The host that was asked for. */
  host: string;
  address: string;
}

/** What a request alone does not tell where there are proxies. */
export interface RequestReading {
  addressOf(request: IncomingMessage): string;
  hostOf(request: IncomingMessage): string;
}

export function socketCaller(request: IncomingMessage, { addressOf, hostOf }: RequestReading): SocketCaller {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  return {
    sessionId: query.get('sessionId'),
    token: query.get('token'),
    origin: request.headers.origin,
    host: hostOf(request),
    address: addressOf(request),
  };
}
