import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../clock.ts';

export type Verification<Claims> =
  | { ok: true; claims: Claims; expiresAt: Date }
  /** Genuine, but past its time: what it claims can be trusted, that it still holds cannot. */
  | { ok: false; reason: 'expired'; claims: Claims; expiresAt: Date }
  | { ok: false; reason: 'invalid' };

export interface TokenKind<Claims> {
  sign(claims: Claims): Promise<{ token: string; expiresAt: Date }>;
  verify(token: string): Promise<Verification<Claims>>;
}

export interface TokenKindOptions<Shape extends z.ZodRawShape> {
  /** Written into every token as `type`: a token of one kind never passes as another, even under the same secret. */
  type: string;
  issuer: string;
  secret: string;
  lifetimeSeconds: number;
  claims: z.ZodObject<Shape>;
  clock: Clock;
}

/** One kind of token that we sign ourselves: HS256, with issuer, type, time of issue and expiry always there and always checked. */
export function createTokenKind<Shape extends z.ZodRawShape>(options: TokenKindOptions<Shape>): TokenKind<z.output<z.ZodObject<Shape>>> {
  const { type, issuer, lifetimeSeconds, claims, clock } = options;
  const secret = secretBytes(options.secret);

  return {
    async sign(values) {
      const issuedAtSeconds = Math.floor(clock.now().getTime() / 1000);
      const expiresAtSeconds = issuedAtSeconds + lifetimeSeconds;
      const token = await new SignJWT({ ...claims.parse(values), type })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setIssuer(issuer)
        .setIssuedAt(issuedAtSeconds)
        .setExpirationTime(expiresAtSeconds)
        .sign(secret);
      return { token, expiresAt: new Date(expiresAtSeconds * 1000) };
    },

    verify: (token) => verifyWith({ token, secret, clock, issuer, type, claims, clockToleranceSeconds: 0 }),
  };
}

export interface ForeignToken<Shape extends z.ZodRawShape> {
  token: string;
  secret: string;
  claims: z.ZodObject<Shape>;
  clock: Clock;
  /** Another party's clock may run a little before or behind ours. */
  clockToleranceSeconds?: number;
}

/** Checks a token that another party signed with a secret that we gave it (HS256, `exp` required). */
export function verifyForeignToken<Shape extends z.ZodRawShape>(
  options: ForeignToken<Shape>,
): Promise<Verification<z.output<z.ZodObject<Shape>>>> {
  const { clockToleranceSeconds = 30, ...rest } = options;
  return verifyWith({ ...rest, secret: secretBytes(options.secret), clockToleranceSeconds });
}

interface Check<Shape extends z.ZodRawShape> {
  token: string;
  secret: Uint8Array;
  claims: z.ZodObject<Shape>;
  clock: Clock;
  clockToleranceSeconds: number;
  issuer?: string;
  type?: string;
}

async function verifyWith<Shape extends z.ZodRawShape>(check: Check<Shape>): Promise<Verification<z.output<z.ZodObject<Shape>>>> {
  const payload = await verifiedPayload(check);
  if (!payload) return { ok: false, reason: 'invalid' };
  if (check.type !== undefined && payload.values.type !== check.type) return { ok: false, reason: 'invalid' };
  const parsed = check.claims.safeParse(payload.values);
  const expiry = Expiry.safeParse(payload.values);
  if (!parsed.success || !expiry.success) return { ok: false, reason: 'invalid' };
  const expiresAt = new Date(expiry.data.exp * 1000);
  if (payload.expired) return { ok: false, reason: 'expired', claims: parsed.data, expiresAt };
  return { ok: true, claims: parsed.data, expiresAt };
}

/** The payload of a token whose signature, algorithm and issuer are right, expired or not. */
async function verifiedPayload({ token, secret, clock, clockToleranceSeconds, issuer }: Check<z.ZodRawShape>) {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [ALGORITHM],
      currentDate: clock.now(),
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp'],
      ...(issuer === undefined ? {} : { issuer }),
    });
    return { values: payload, expired: false };
  } catch (error) {
    // jose checks the signature first and the expiry after the issuer, so this payload is genuine.
    if (error instanceof errors.JWTExpired) return { values: error.payload, expired: true };
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** HS256 wants a key at least as long as its hash. */
function secretBytes(secret: string): Uint8Array {
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < 32) throw new Error('A secret for signing tokens needs at least 32 characters.');
  return bytes;
}

const ALGORITHM = 'HS256';
const Expiry = z.object({ exp: z.number().int() });
