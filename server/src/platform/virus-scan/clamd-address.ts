/** Where a clamd listens. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** `host:port`, or the path of a Unix socket. undefined when it is neither. */
export function parseClamdAddress(text: string): ClamdAddress | undefined {
  if (text.startsWith('/')) return { path: text };
  const [, host, port] = /^\[?([^[\]\s/]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > 65_535) return undefined;
  return { host, port: Number(port) };
}

export const describeAddress = (address: ClamdAddress): string =>
  'path' in address ? `clamd at ${address.path}` : `clamd at ${address.host}:${address.port}`;
