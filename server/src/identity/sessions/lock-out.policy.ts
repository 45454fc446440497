export interface FailedSignIns {
  attempts: number;
  lastFailedAt: Date;
  lockedUntil: Date | null;
}

export const LOCK_OUT_ATTEMPTS = 10;
export const LOCK_OUT_MS = 15 * 60_000;

/** For how many seconds an address is still locked; undefined when it is not. */
export function lockedForSeconds(failed: FailedSignIns | undefined, now: Date): number | undefined {
  const remainingMs = (failed?.lockedUntil?.getTime() ?? 0) - now.getTime();
  return remainingMs > 0 ? Math.ceil(remainingMs / 1000) : undefined;
}

/** One more failure. Those before a lock, or longer ago than a lock would last, no longer count. */
export function withFailure(failed: FailedSignIns | undefined, now: Date): FailedSignIns {
  const counts = failed !== undefined && failed.lockedUntil === null && now.getTime() - failed.lastFailedAt.getTime() < LOCK_OUT_MS;
  const attempts = (counts ? failed.attempts : 0) + 1;
  const lockedUntil = attempts >= LOCK_OUT_ATTEMPTS ? new Date(now.getTime() + LOCK_OUT_MS) : null;
  return { attempts, lastFailedAt: now, lockedUntil };
}
