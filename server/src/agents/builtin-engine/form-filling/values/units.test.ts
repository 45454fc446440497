import { describe, expect, test } from 'vitest';
import { convert, type Unit, unitNamedIn, unitOf } from './units.ts';

const unit = (word: string): Unit => {
  const found = unitOf(word);
  if (!found) throw new Error(`${word} is no unit`);
  return found;
};

describe('units', () => {
  test.each([
    [150, 'lb', 'kg', 68.04],
    [11, 'stone', 'kg', 69.85],
    [5, 'feet', 'cm', 152.4],
    [102, 'fahrenheit', 'celsius', 38.89],
    [59, 'f', 'celsius', 15],
    [2, 'weeks', 'days', 14],
    [18, 'months', 'years', 1.5],
    [10, 'cigarettes', 'packs', 0.5],
  ])('%d %s in %s are %d', (value, from, to, expected) => {
    expect(convert(value, unit(from), unit(to))).toBeCloseTo(expected, 2);
  });

  test('the unit of a field is the one that its description puts the number in', () => {
    expect(unitNamedIn('peso actual en kilogramos'.split(' '))?.id).toBe('kg');
    expect(unitNamedIn('how long it has been there in days a week is 7'.split(' '))?.id).toBe('day');
    expect(unitNamedIn('grados celsius'.split(' '))?.id).toBe('celsius');
    expect(unitNamedIn('a number from 0 to 10'.split(' '))).toBeUndefined();
  });
});
