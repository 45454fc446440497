import { describe, expect, test } from 'vitest';
import { AGE_RANGE, FACTORS, scoreEuroscoreII, valuesOf } from '../browser/demo/euroscore-ii.mjs';

/** A man of 65 for a planned bypass operation and nothing else: the example of the publication's calculator. */
const LOWEST: Record<string, unknown> = Object.fromEntries(FACTORS.map((name) => [name, name === 'age' ? 65 : valuesOf(name)[0]]));

/** In percent, to three digits behind the point. */
function percent(changes: Record<string, unknown> = {}): string {
  const score = scoreEuroscoreII({ ...LOWEST, ...changes });
  if (!score.isComplete) throw new Error(JSON.stringify(score));
  return (100 * score.mortality).toFixed(3);
}

describe('EuroSCORE II', () => {
  test('it has 18 factors', () => {
    expect(FACTORS).toHaveLength(18);
  });

  test('a man of 65 with an isolated bypass operation and nothing else has 0.575 %', () => {
    // y = −5.324537 + 6 × 0.0285181 = −5.1534284
    expect(percent()).toBe('0.575');
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['up to 60 age counts once', { age: 60 }, -5.324537 + 0.0285181],
    ['so does any age below', { age: 40 }, -5.324537 + 0.0285181],
    ['at 61 it counts twice', { age: 61 }, -5.324537 + 2 * 0.0285181],
    [
      'a woman of 78 with a valve, NYHA III and a clearance of 45',
      {
        age: 78,
        sex: 'female',
        weightOfIntervention: 'single non-CABG',
        nyhaClass: 'NYHA III',
        renalFunction: 'clearance 50 or below',
      },
      -5.324537 + 19 * 0.0285181 + 0.2196434 + 0.0062118 + 0.2958358 + 0.8592256,
    ],
    [
      'a man of 70 who needs an urgent second operation, on insulin, with a moderately weak heart',
      {
        age: 70,
        previousCardiacSurgery: true,
        diabetesOnInsulin: true,
        leftVentricularFunction: 'moderate',
        operationTiming: 'urgent',
      },
      -5.324537 + 11 * 0.0285181 + 1.118599 + 0.3542749 + 0.3150652 + 0.3174673,
    ],
  ])('%s', (_, changes, y) => {
    expect(percent(changes)).toBe((100 / (1 + Math.exp(-y))).toFixed(3));
  });

  test('every factor at its worst comes to the sum of the largest coefficients', () => {
    const worst = Object.fromEntries(FACTORS.map((name) => [name, name === 'age' ? 60 : valuesOf(name).at(-1)]));
    // Of the kidneys a low clearance without dialysis weighs more than dialysis.
    const y =
      -5.324537 +
      (0.0285181 + 0.2196434 + 0.8592256 + 0.5360268 + 0.2407181 + 1.118599 + 0.1886564 + 0.6194522 + 1.086517) +
      (0.3542749 + 0.5597929 + 0.2226147 + 0.9346919 + 0.1528943 + 0.3491475 + 1.362947 + 0.9724533 + 0.6527205);
    expect(percent({ ...worst, renalFunction: 'clearance 50 or below' })).toBe((100 / (1 + Math.exp(-y))).toFixed(3));
    expect(Number(percent(worst))).toBeLessThan(Number(percent({ ...worst, renalFunction: 'clearance 50 or below' })));
  });

  test.each(FACTORS)('without %s there is no score, and it is named', (name) => {
    const { [name]: _, ...others } = LOWEST;
    expect(scoreEuroscoreII(others)).toEqual({ isComplete: false, missing: [name], invalid: [] });
    expect(scoreEuroscoreII({ ...LOWEST, [name]: null })).toEqual({ isComplete: false, missing: [name], invalid: [] });
  });

  test.each(FACTORS)('a value of %s that the model does not know is no score', (name) => {
    for (const value of ['unknown', Number.NaN, 17, '65', []]) {
      expect(scoreEuroscoreII({ ...LOWEST, [name]: value })).toEqual({ isComplete: false, missing: [], invalid: [name] });
    }
  });

  test('ages of which the publication has no patients give no score', () => {
    expect(scoreEuroscoreII({ ...LOWEST, age: AGE_RANGE.maximum + 1 })).toMatchObject({ invalid: ['age'] });
    expect(scoreEuroscoreII({ ...LOWEST, age: AGE_RANGE.minimum - 1 })).toMatchObject({ invalid: ['age'] });
  });
});
