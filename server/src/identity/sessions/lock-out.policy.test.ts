import { describe, expect, test } from 'vitest';
import { type FailedSignIns, LOCK_OUT_ATTEMPTS, LOCK_OUT_MS, lockedForSeconds, withFailure } from './lock-out.policy.ts';

const start = new Date('2026-03-02T09:00:00Z');
const later = (ms: number) => new Date(start.getTime() + ms);

function failTimes(times: number): FailedSignIns | undefined {
  let failed: FailedSignIns | undefined;
  for (let count = 0; count < times; count += 1) failed = withFailure(failed, start);
  return failed;
}

describe('lock-out', () => {
  test('the tenth failure locks for a quarter of an hour, the ninth does not', () => {
    expect(lockedForSeconds(failTimes(LOCK_OUT_ATTEMPTS - 1), start)).toBeUndefined();
    const locked = failTimes(LOCK_OUT_ATTEMPTS);
    expect(lockedForSeconds(locked, start)).toBe(900);
    expect(lockedForSeconds(locked, later(LOCK_OUT_MS - 1))).toBe(1);
    expect(lockedForSeconds(locked, later(LOCK_OUT_MS))).toBeUndefined();
  });

  test('after a lock has passed, counting starts anew', () => {
    expect(withFailure(failTimes(LOCK_OUT_ATTEMPTS), later(LOCK_OUT_MS))).toEqual({
      attempts: 1,
      lastFailedAt: later(LOCK_OUT_MS),
      lockedUntil: null,
    });
  });

  test('failures of long ago do not count', () => {
    expect(withFailure(failTimes(9), later(LOCK_OUT_MS)).lockedUntil).toBeNull();
    expect(withFailure(failTimes(9), later(LOCK_OUT_MS - 1)).lockedUntil).not.toBeNull();
  });
});
