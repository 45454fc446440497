import { Email, text } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import { verifyForeignToken } from '#platform/crypto/jwt.ts';
import { userTokenClaimRefused, userTokenRefused } from './chat.errors.ts';

/** Who the app's own server says the visitor is. `email` and `phone` are in the form in which contacts are recognised by them. */
export interface KnownVisitor {
  sub: string;
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
}

const Signed = z.object({
  sub: z.unknown().optional(),
  name: z.unknown().optional(),
  email: z.unknown().optional(),
  phone: z.unknown().optional(),
});

const Claims = z.object({
  sub: text({ min: 1, max: 200 }),
  name: text({ max: 200 }).nullish(),
  email: Email.transform((address) => address.toLowerCase()).nullish(),
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'Must be a number in E.164, such as +34911234567')
    .nullish(),
});

/** @throws {AppError} INVALID_USER_TOKEN, which names the claim that cannot be used */
export async function readUserToken(token: string, secret: string, clock: Clock): Promise<KnownVisitor> {
  const verified = await verifyForeignToken({ token, secret, claims: Signed, clock });
  if (!verified.ok) throw userTokenRefused(verified.reason);
  const claims = Claims.safeParse(verified.claims);
  if (!claims.success) {
    const [issue] = claims.error.issues;
    throw userTokenClaimRefused(String(issue?.path[0] ?? 'sub'), issue?.message ?? 'Cannot be used');
  }
  const { sub, name, email, phone } = claims.data;
  return { sub, name: name ?? undefined, email: email ?? undefined, phone: phone ?? undefined };
}
