import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

test('the pause before another attempt is anything up to a limit that doubles, and no more than twenty seconds', () => {
  expect([1, 2, 3].map((failures) => backoffMs(failures, 0.999))).toEqual([549.5, 1_049, 2_048]);
  expect(backoffMs(1_000, 1)).toBe(20_050);
  expect(backoffMs(5, 0)).toBe(50);
});
