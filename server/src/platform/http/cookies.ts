import { fastifyCookie } from '@fastify/cookie';

export interface CookieOptions {
  /** The path under which the browser sends it back. */
  readonly path: string;
  /** 0 removes it. */
  readonly maxAgeSeconds: number;
  /** Off only where the installation is reached without TLS. */
  readonly secure: boolean;
}

/** The value of a `Set-Cookie` header for a cookie that scripts cannot read and other sites cannot send. */
export const setCookie = (name: string, value: string, { path, maxAgeSeconds, secure }: CookieOptions): string =>
  fastifyCookie.serialize(name, value, { path, maxAge: maxAgeSeconds, secure, httpOnly: true, sameSite: 'strict' });

export const readCookie = (header: string | undefined, name: string): string | undefined =>
  header === undefined ? undefined : fastifyCookie.parse(header)[name];
