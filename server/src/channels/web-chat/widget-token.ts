import { Id } from '@foyer/contracts/text.ts';
import { z } from 'zod';
import type { Clock } from '#platform/clock.ts';
import { createTokenKind, type TokenKind } from '#platform/crypto/jwt.ts';

const Claims = z.object({ sessionId: Id, projectId: z.string() });
export type WidgetClaims = z.output<typeof Claims>;
export type WidgetTokens = TokenKind<WidgetClaims>;

const LIFETIME_SECONDS = 3_600;
/** So long after its expiry a token may still be exchanged for a new one. */
export const REFRESH_GRACE_MS = 24 * 3_600_000;

/** Tokens of widget sessions: bound to one session, for an hour. */
export const createWidgetTokens = ({ secret, clock }: { secret: string; clock: Clock }): WidgetTokens =>
  createTokenKind({ type: 'widget', issuer: 'foyer', secret, lifetimeSeconds: LIFETIME_SECONDS, claims: Claims, clock });
