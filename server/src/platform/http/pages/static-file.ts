import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

/** A file as it goes out, always the same. */
export interface StaticFile {
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Headers that depend on the host by which the caller reached us. */
  headersFor?(host: string): Readonly<Record<string, string>>;
  /** The bytes in a form that the caller understands. */
  encoded(encoding: Encoding): Promise<Encoded>;
}

export type Encoding = 'br' | 'gzip' | 'identity';

export interface Encoded {
  readonly bytes: Buffer;
  /** What the bytes are in the end: a file that does not get smaller stays as it is. */
  readonly encoding: Encoding;
  readonly etag: string;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** By the ending of its name; undefined for what is not served at all. */
export const contentTypeOf = (name: string): string | undefined => CONTENT_TYPES[extname(name)];

/** Each form is made once, when the first caller wants it. */
export function staticFile(bytes: Buffer, contentType: string, headers: Record<string, string>): StaticFile {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const made = new Map<Encoding, Promise<Encoded>>();
  return {
    contentType,
    headers,
    encoded: (encoding) => {
      const known = made.get(encoding) ?? encode(bytes, encoding, hash);
      made.set(encoding, known);
      return known;
    },
  };
}

const compressions = { br: promisify(brotliCompress), gzip: promisify(gzip) };

async function encode(bytes: Buffer, encoding: Encoding, hash: string): Promise<Encoded> {
  const asItIs: Encoded = { bytes, encoding: 'identity', etag: `"${hash}"` };
  if (encoding === 'identity') return asItIs;
  const smaller =
    encoding === 'br'
      ? await compressions.br(bytes, { params: { [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
      : await compressions.gzip(bytes, { level: zlib.Z_BEST_COMPRESSION });
  // Two forms of one file are two representations, each with a tag of its own (RFC 9110 §8.8.3.3).
  return smaller.length < bytes.length ? { bytes: smaller, encoding, etag: `"${hash}-${encoding}"` } : asItIs;
}

/** The best form that `Accept-Encoding` allows; without the header, as it is. */
export function preferredEncoding(acceptEncoding: string | undefined): Encoding {
  const accepted = new Map<string, number>();
  for (const part of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [, name, quality = '1'] = /^\s*([a-z*]+)\s*(?:;\s*q=([\d.]+)\s*)?$/.exec(part) ?? [];
    if (name !== undefined) accepted.set(name, Number(quality));
  }
  const allows = (name: Encoding): boolean => (accepted.get(name) ?? accepted.get('*') ?? 0) > 0;
  if (allows('br')) return 'br';
  return allows('gzip') ? 'gzip' : 'identity';
}
