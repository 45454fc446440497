import { createHmac } from 'node:crypto';

/** As the embedding page's own server signs who its visitor is: a JWT with HS256. */
export function signUserToken(secret: string, claims: Readonly<Record<string, unknown>>): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 600;
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ exp, ...claims })}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}
