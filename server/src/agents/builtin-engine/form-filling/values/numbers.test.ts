import { describe, expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { readWords } from '../text/utterance.ts';
import { readNumbers } from './numbers.ts';
import { readQuantities } from './quantities.ts';

const numbers = (text: string) => {
  const folded = fold(text);
  return readNumbers(readWords(folded), (from, to) => folded.slice(from, to)).map(({ value }) => value);
};

const quantities = (text: string) => {
  const folded = fold(text);
  return readQuantities(readWords(folded), (from, to) => folded.slice(from, to)).map(({ value, unit, perDays }) =>
    [Math.round(value * 100) / 100, unit?.id, perDays].filter((part) => part !== undefined),
  );
};

describe('numbers as people say them', () => {
  test.each([
    ['seventy six', [76]],
    ['one hundred and one', [101]],
    ['ninety eight point six', [98.6]],
    ['two and a half', [2.5]],
    ['a couple of weeks', [2]],
    ['half a pack', [0.5]],
    ['two thousand and four', [2004]],
    ['1,500 and 98.6', [1500, 98.6]],
    ['setenta y seis', [76]],
    ['treinta y ocho con siete', [38.7]],
    ['38 con 7', [38.7]],
    ['treinta y ocho y medio', [38.5]],
    ['doscientos cincuenta', [250]],
    ['1,62 y 54', [1.62, 54]],
    ['un par de días', [2]],
    ['no numbers here', []],
  ])('%s', (text, expected) => {
    expect(numbers(text)).toEqual(expected);
  });
});

describe('numbers with what they count', () => {
  test.each([
    ['about 150 pounds', [[150, 'lb']]],
    ['five feet four', [[5.33, 'ft']]],
    ['un metro sesenta', [[1.6, 'm']]],
    ['mido uno setenta', [[1.7, 'm']]],
    ['26 kilos y medio', [[26.5, 'kg']]],
    ['two packs a day', [[2, 'pack', 1]]],
    ['one glass of wine every day', [[1, 'drink', 1]]],
    ['three weeks', [[3, 'week']]],
    ['hace quince días', [[15, 'day']]],
  ])('%s', (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });
});
