import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createFakeClock } from '../clock.testing.ts';
import { createTokenKind, verifyForeignToken } from './jwt.ts';

const secret = 'a secret of the clinic, long enough for every algorithm of its family, the longest one too';
const key = new TextEncoder().encode(secret);
const start = new Date('2026-11-20T10:00:00.000Z');

function arrange(overrides: Partial<{ type: string; issuer: string; secret: string }> = {}) {
  const clock = createFakeClock(start);
  const claims = z.object({ sessionId: z.string() });
  const widget = createTokenKind({ type: 'widget', issuer: 'foyer', secret, lifetimeSeconds: 3600, claims, clock, ...overrides });
  return { clock, widget, claims };
}

describe('our own tokens', () => {
  test('a token says who it is for until it expires, and says that it expired afterwards', async () => {
    const { clock, widget } = arrange();
    const { token, expiresAt } = await widget.sign({ sessionId: 's1' });

    expect(expiresAt).toEqual(new Date('2026-11-20T11:00:00.000Z'));
    await clock.advance(3_599_000);
    expect(await widget.verify(token)).toEqual({ ok: true, claims: { sessionId: 's1' }, expiresAt });
    await clock.advance(1_000);
    expect(await widget.verify(token)).toEqual({ ok: false, reason: 'expired', claims: { sessionId: 's1' }, expiresAt });
  });

  test.each([
    ['of another kind', { type: 'access' }],
    ['of another issuer', { issuer: 'somebody' }],
    ['under another secret', { secret: 'some other secret that is long enough too' }],
  ])('a token %s is invalid, even when it has expired', async (_name, overrides) => {
    const { widget, clock } = arrange();
    const { token } = await arrange(overrides).widget.sign({ sessionId: 's1' });

    expect(await widget.verify(token)).toEqual({ ok: false, reason: 'invalid' });
    await clock.advance(4_000_000);
    expect(await widget.verify(token)).toEqual({ ok: false, reason: 'invalid' });
  });

  test.each(['', 'x', 'a.b.c', `${'a'.repeat(100_000)}.b.c`])('text that is no token is invalid', async (text) => {
    expect(await arrange().widget.verify(text)).toEqual({ ok: false, reason: 'invalid' });
  });

  test('a token without a signature or with another algorithm is invalid', async () => {
    const { widget } = arrange();
    const claims = { sessionId: 's1', type: 'widget' };
    const unsigned = new UnsecuredJWT(claims).setIssuer('foyer').setIssuedAt(start).setExpirationTime('1h').encode();
    const otherAlgorithm = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS384' })
      .setIssuer('foyer')
      .setExpirationTime(new Date(start.getTime() + 60_000))
      .sign(key);

    expect(await widget.verify(unsigned)).toEqual({ ok: false, reason: 'invalid' });
    expect(await widget.verify(otherAlgorithm)).toEqual({ ok: false, reason: 'invalid' });
  });

  test('a genuine token with claims of another shape, or without an expiry, is invalid', async () => {
    const { widget } = arrange();
    const token = (claims: Record<string, unknown>) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setIssuer('foyer');
    const soon = new Date(start.getTime() + 60_000);

    expect(await widget.verify(await token({ type: 'widget', sessionId: 7 }).setExpirationTime(soon).sign(key))).toMatchObject({
      ok: false,
    });
    expect(await widget.verify(await token({ type: 'widget', sessionId: 's1' }).sign(key))).toMatchObject({ ok: false });
    expect(await widget.verify(await token({ sessionId: 's1' }).setExpirationTime(soon).sign(key))).toMatchObject({ ok: false });
  });

  test('a short secret is refused before any token is made', () => {
    expect(() => arrange({ secret: 'short' })).toThrow('at least 32');
  });
});

describe("a customer's own token", () => {
  const claims = z.object({ sub: z.string().min(1), name: z.string().optional() });
  const sign = (expiresInSeconds: number) =>
    new SignJWT({ sub: 'customer-7' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(new Date(start.getTime() + expiresInSeconds * 1000))
      .sign(key);

  test('is accepted with a little tolerance for their clock', async () => {
    const clock = createFakeClock(start);
    expect(await verifyForeignToken({ token: await sign(-10), secret, claims, clock })).toMatchObject({
      ok: true,
      claims: { sub: 'customer-7' },
    });
    expect(await verifyForeignToken({ token: await sign(-60), secret, claims, clock })).toMatchObject({ ok: false, reason: 'expired' });
  });
});
