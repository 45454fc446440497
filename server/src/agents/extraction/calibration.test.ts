import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrationOf, type Judgement, LEAST_JUDGED } from './calibration.ts';

const judged = (count: number, confidence: number, isRight: boolean): Judgement[] =>
  Array.from({ length: count }, () => ({ confidence, isRight }));

describe('calibration', () => {
  test('needs thirty judged values', () => {
    expect(calibrationOf(judged(LEAST_JUDGED - 1, 0.9, true))).toBeUndefined();
    expect(calibrationOf(judged(LEAST_JUDGED, 0.9, true))).toBeDefined();
  });

  test('says how often people found such values right', () => {
    const calibrate = calibrationOf([
      ...judged(45, 0.9, true),
      ...judged(5, 0.9, false),
      ...judged(10, 0.5, true),
      ...judged(10, 0.5, false),
    ]);
    expect(calibrate?.(0.95)).toBeCloseTo(0.895, 1);
    expect(calibrate?.(0.5)).toBeCloseTo(0.52, 1);
  });

  test('is never certain', () => {
    const calibrate = calibrationOf(judged(100, 0.9, true));
    expect(calibrate?.(0.9)).toBeGreaterThan(0.95);
    expect(calibrate?.(0.9)).toBeLessThan(1);
  });

  test('never falls as confidence rises, whatever people said', () => {
    const anyJudgement = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), isRight: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyJudgement, { minLength: LEAST_JUDGED, maxLength: 200 }), (judgements) => {
        const calibrate = calibrationOf(judgements);
        const shares = [0, 0.45, 0.6, 0.75, 0.95].map((confidence) => calibrate?.(confidence) ?? -1);
        return shares.every((share, index) => share > 0 && share < 1 && (index === 0 || share >= (shares[index - 1] ?? 0)));
      }),
    );
  });
});
