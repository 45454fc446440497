import { and, desc, eq, gt, isNull, lt, ne } from 'drizzle-orm';
import type { SystemTransaction } from '#platform/db/unit-of-work.ts';
import { people } from '../members/members.tables.ts';
import { refreshTokens, signIns } from './sessions.tables.ts';

export type RevocationReason = NonNullable<(typeof signIns.$inferSelect)['revokedBecause']>;

export interface Caller {
  personId: string;
  isPlatformAdmin: boolean;
  onlyTenantId: string | null;
  revokedAt: Date | null;
  expiresAt: Date;
  lastUsedAt: Date;
}

export interface StoredRefreshToken {
  id: string;
  rotatedAt: Date | null;
  signInId: string;
  personId: string;
  onlyTenantId: string | null;
  lastUsedAt: Date;
  revokedAt: Date | null;
}

export interface NewSignIn {
  id: string;
  personId: string;
  expiresAt: Date;
  lastUsedAt: Date;
  userAgent: string | undefined;
  ipAddress: string;
  onlyTenantId?: string | undefined;
}

export async function insertSignIn(tx: SystemTransaction, { userAgent, ...draft }: NewSignIn): Promise<void> {
  await tx.insert(signIns).values({ ...draft, userAgent: userAgent?.slice(0, 500) ?? null });
}

/** All sign-ins of a person, or those that count in one tenant alone: nobody whom its provider vouches for learns of the others. */
export interface SignInsOf {
  personId: string;
  onlyTenantId?: string | undefined;
}

const within = ({ personId, onlyTenantId }: SignInsOf) =>
  and(eq(signIns.personId, personId), onlyTenantId === undefined ? undefined : eq(signIns.onlyTenantId, onlyTenantId));

/** Those that still work, the one used last first. */
export function listSignIns(tx: SystemTransaction, of: SignInsOf, now: Date): Promise<(typeof signIns.$inferSelect)[]> {
  return tx
    .select()
    .from(signIns)
    .where(and(within(of), isNull(signIns.revokedAt), gt(signIns.expiresAt, now)))
    .orderBy(desc(signIns.lastUsedAt), desc(signIns.id))
    .limit(200);
}

export async function insertRefreshToken(
  tx: SystemTransaction,
  draft: { signInId: string; tokenHash: string; expiresAt: Date },
): Promise<void> {
  await tx.insert(refreshTokens).values(draft);
}

/** Whoever a sign-in belongs to: looked up on every request of a person. */
export async function findCaller(tx: SystemTransaction, signInId: string): Promise<Caller | undefined> {
  const [row] = await tx
    .select({
      personId: signIns.personId,
      isPlatformAdmin: people.isPlatformAdmin,
      onlyTenantId: signIns.onlyTenantId,
      revokedAt: signIns.revokedAt,
      expiresAt: signIns.expiresAt,
      lastUsedAt: signIns.lastUsedAt,
    })
    .from(signIns)
    .innerJoin(people, eq(people.id, signIns.personId))
    .where(eq(signIns.id, signInId));
  return row;
}

/** A refresh token with its sign-in; both are locked, so that two tabs take their turns. */
export async function lockRefreshToken(tx: SystemTransaction, tokenHash: string): Promise<StoredRefreshToken | undefined> {
  const [row] = await tx
    .select({
      id: refreshTokens.id,
      rotatedAt: refreshTokens.rotatedAt,
      signInId: signIns.id,
      personId: signIns.personId,
      onlyTenantId: signIns.onlyTenantId,
      lastUsedAt: signIns.lastUsedAt,
      revokedAt: signIns.revokedAt,
    })
    .from(refreshTokens)
    .innerJoin(signIns, eq(signIns.id, refreshTokens.signInId))
    .where(eq(refreshTokens.tokenHash, tokenHash))
    .for('update');
  return row;
}

export async function markRotated(tx: SystemTransaction, refreshTokenId: string, rotatedAt: Date): Promise<void> {
  await tx.update(refreshTokens).set({ rotatedAt }).where(eq(refreshTokens.id, refreshTokenId));
}

export async function prolongSignIn(tx: SystemTransaction, signInId: string, expiresAt: Date, lastUsedAt: Date): Promise<void> {
  await tx.update(signIns).set({ expiresAt, lastUsedAt }).where(eq(signIns.id, signInId));
}

/** Unless it was noted since `before`: of several requests at once, one writes. */
export async function noteSignInUse(tx: SystemTransaction, signInId: string, { now, before }: { now: Date; before: Date }): Promise<void> {
  await tx
    .update(signIns)
    .set({ lastUsedAt: now })
    .where(and(eq(signIns.id, signInId), lt(signIns.lastUsedAt, before)));
}

export async function revokeSignIn(tx: SystemTransaction, signInId: string, because: RevocationReason, revokedAt: Date): Promise<void> {
  await tx
    .update(signIns)
    .set({ revokedAt, revokedBecause: because })
    .where(and(eq(signIns.id, signInId), isNull(signIns.revokedAt)));
}

/** One sign-in of a person, by themselves from another device. @returns whether there was one */
export async function revokeSignInOf(tx: SystemTransaction, of: SignInsOf, signInId: string, revokedAt: Date): Promise<boolean> {
  const rows = await tx
    .update(signIns)
    .set({ revokedAt, revokedBecause: 'signed-out-elsewhere' })
    .where(and(eq(signIns.id, signInId), within(of), isNull(signIns.revokedAt)))
    .returning({ id: signIns.id });
  return rows.length > 0;
}

/** Every sign-in of a person, but for one where it is named. */
export async function revokeSignIns(
  tx: SystemTransaction,
  { except, because, revokedAt, ...of }: SignInsOf & { except?: string; because: RevocationReason; revokedAt: Date },
): Promise<void> {
  await tx
    .update(signIns)
    .set({ revokedAt, revokedBecause: because })
    .where(and(within(of), except === undefined ? undefined : ne(signIns.id, except), isNull(signIns.revokedAt)));
}

/** Of everybody whom a tenant's identity providers vouched for. */
export async function revokeSignInsOfTenant(
  tx: SystemTransaction,
  tenantId: string,
  because: RevocationReason,
  revokedAt: Date,
): Promise<void> {
  await tx
    .update(signIns)
    .set({ revokedAt, revokedBecause: because })
    .where(and(eq(signIns.onlyTenantId, tenantId), isNull(signIns.revokedAt)));
}

export async function deleteExpiredSignIns(tx: SystemTransaction, personId: string, now: Date): Promise<void> {
  await tx.delete(signIns).where(and(eq(signIns.personId, personId), lt(signIns.expiresAt, now)));
}

export async function deleteExpiredRefreshTokens(tx: SystemTransaction, signInId: string, now: Date): Promise<void> {
  await tx.delete(refreshTokens).where(and(eq(refreshTokens.signInId, signInId), lt(refreshTokens.expiresAt, now)));
}
