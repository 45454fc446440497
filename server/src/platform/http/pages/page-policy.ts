/** What a page may do beyond the strict policy that every page of ours has. */
export interface PageRights {
  /** It shows other pages of this server in frames. */
  readonly mayFrame?: boolean;
  /** Other pages of this server show it in a frame. */
  readonly mayBeFramed?: boolean;
  /** It shows pictures from any https address, such as a tenant's logo. */
  readonly picturesFromAnywhere?: boolean;
}

/** By what a page reaches the server that it came from. */
export interface ReachedBy {
  /** Host and port of the request. */
  readonly host: string;
  /** The installation's public address, which the chat socket and files of other hosts' pages have; undefined where none is set. */
  readonly publicOrigin: string | undefined;
}

/**
 * The Content-Security-Policy of a page: everything comes from this server, no script or style stands in the page itself, and no text
 * becomes markup or script (Trusted Types without any policy).
 */
export function pagePolicy({ mayFrame, mayBeFramed, picturesFromAnywhere }: PageRights, { host, publicOrigin }: ReachedBy): string {
  // Not every browser takes 'self' for sockets too.
  const sockets = isPlainHost(host) ? [`ws://${host}`, `wss://${host}`] : [];
  const elsewhere = publicOrigin === undefined ? [] : [publicOrigin];
  const directives: Record<string, readonly string[]> = {
    'default-src': [`'none'`],
    'script-src': [`'self'`],
    'style-src': [`'self'`],
    'img-src': [`'self'`, 'data:', 'blob:', ...elsewhere, ...(picturesFromAnywhere ? ['https:'] : [])],
    'connect-src': [`'self'`, ...sockets, ...elsewhere, ...elsewhere.map((origin) => origin.replace(/^http/, 'ws'))],
    'frame-src': [mayFrame ? `'self'` : `'none'`],
    'frame-ancestors': [mayBeFramed ? `'self'` : `'none'`],
    'base-uri': [`'none'`],
    'form-action': [`'none'`],
    'require-trusted-types-for': [`'script'`],
    'trusted-types': [`'none'`],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${[...new Set(sources)].join(' ')}`)
    .join('; ');
}

/** Nothing that could end a directive and begin another. */
const isPlainHost = (host: string): boolean => /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.test(host);
