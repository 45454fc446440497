export interface CookieOptions {
  /** The path under which the browser sends it back. */
  readonly path: string;
  /** 0 removes it. */
  readonly maxAgeSeconds: number;
  /** Off only where the installation is reached without TLS. */
  readonly secure: boolean;
  /** `lax` lets it come along when another site leads the browser here by a link; `strict` when nothing is said. */
  readonly sameSite?: 'strict' | 'lax';
}

/**
 * The value of a `Set-Cookie` header for a cookie that scripts cannot read and requests of other sites do not carry.
 * @param value of letters, digits and the marks of tokens: nothing that a header would have to escape
 */
export function setCookie(name: string, value: string, { path, maxAgeSeconds, secure, sameSite = 'strict' }: CookieOptions): string {
  if (!TOKEN.test(name) || !PLAIN.test(value))
    throw new Error(`The cookie ${JSON.stringify(name)} has a name or a value that is not plain.`);
  const words = [`${name}=${value}`, `Max-Age=${maxAgeSeconds}`, `Path=${path}`, 'HttpOnly'];
  if (secure) words.push('Secure');
  words.push(`SameSite=${sameSite === 'lax' ? 'Lax' : 'Strict'}`);
  return words.join('; ');
}

/** The first one of that name: browsers send those with the longest path first. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}

const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;
const PLAIN = /^[\w.~+/-]*$/;
