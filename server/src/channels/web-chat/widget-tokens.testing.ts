import { SignJWT, UnsecuredJWT } from 'jose';

/** The secret of widget tokens in `test-app.ts`. */
const SECRET = new TextEncoder().encode('widget '.repeat(6).trim());

/** A token as somebody who has our secret could make it, or anybody else with one of theirs. */
export function forgedToken(
  claims: { sessionId: string; projectId: string; type?: string },
  { secret = SECRET, issuer = 'foyer', expiresInSeconds = 3_600 }: { secret?: Uint8Array; issuer?: string; expiresInSeconds?: number } = {},
): Promise<string> {
  const nowSeconds = Math.floor(Date.now() / 1000);
  return new SignJWT({ type: 'widget', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setIssuedAt(nowSeconds - 10)
    .setExpirationTime(nowSeconds + expiresInSeconds)
    .sign(secret);
}

/** A token that says of itself that it needs no signature. */
export const unsignedToken = (claims: { sessionId: string; projectId: string }): string =>
  new UnsecuredJWT({ type: 'widget', ...claims }).setIssuer('foyer').setExpirationTime('1h').encode();
