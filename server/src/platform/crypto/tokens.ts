import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** An unguessable token in base64url. 32 bytes are 256 bits and 43 characters. */
export function randomToken(bytes = 32): string {
  if (bytes < 16) throw new RangeError('A token needs at least 16 random bytes.');
  return randomBytes(bytes).toString('base64url');
}

/**
 * SHA-256 in hex, for storing tokens that we made ourselves. They are random, so a slow hash would add nothing;
 * what people choose goes through the password hasher instead.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}

/** Compares without telling by its duration how much of the secret was right. Both sides are hashed first, so lengths do not show either. */
export function equalInConstantTime(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
