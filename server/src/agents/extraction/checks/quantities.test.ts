import { expect, test } from 'vitest';
import { quantitiesIn } from './quantities.ts';
import { convert, unitById, unitOfField } from './units.ts';

test.each([
  ['180 lb', [[180, 'lb']]],
  ['seventy-six kilos', [[76, 'kg']]],
  ['sesenta y ocho kilos', [[68, 'kg']]],
  ['one hundred and eighty pounds', [[180, 'lb']]],
  ['mil doscientos gramos', [[1200, 'g']]],
  ["5'11", [[5 + 11 / 12, 'ft']]],
  ['5 feet 11 inches', [[5 + 11 / 12, 'ft']]],
  ['11 stone 4', [[11 + 4 / 14, 'stone']]],
  ['1 metro 70', [[1.7, 'm']]],
  ['uno setenta', [[170, 'cm']]],
  ['half a pack', [[0.5, 'pack']]],
  ['two and a half years', [[2.5, 'year']]],
  ['38,7 °C', [[38.7, 'C']]],
  ['the 3rd of March', [[3, undefined]]],
  [
    '8 out of 10',
    [
      [8, undefined],
      [10, undefined],
    ],
  ],
  ['a week', [[1, 'week']]],
  ['a dog', []],
])('“%s”', (text, expected) => {
  expect(quantitiesIn(text).map(({ values, unit }) => [Number((values[0] ?? 0).toFixed(6)), unit?.id])).toEqual(
    expected.map(([value, unit]) => [Number(Number(value).toFixed(6)), unit]),
  );
});

test('a dot or comma before three digits may be either', () => {
  expect(quantitiesIn('1.200')[0]?.values).toEqual([1200, 1.2]);
});

test.each([
  [180, 'lb', 'kg', 81.65],
  [102, 'F', 'C', 38.89],
  [36.6, 'C', 'F', 97.88],
  [6, 'ft', 'cm', 182.88],
  [18, 'month', 'year', 1.5],
  [3, 'week', 'day', 21],
  [1, 'pack', 'cigarette', 20],
])('%d %s are so many %s', (value, from, to, expected) => {
  const [one, other] = [unitById(from), unitById(to)];
  expect(one && other && convert(value, one, other)).toBeCloseTo(expected, 2);
});

test('what does not measure the same is not converted', () => {
  const [kg, cm] = [unitById('kg'), unitById('cm')];
  expect(kg && cm && convert(1, kg, cm)).toBeUndefined();
});

const field = (name: string, title?: string, description?: string) => ({
  name,
  type: 'number' as const,
  isList: false,
  isRequired: false,
  title,
  description,
  enum: undefined,
  minimum: undefined,
  maximum: undefined,
  format: undefined,
  pattern: undefined,
  medicalTerms: [],
  askedOf: 'visitor' as const,
});

test.each([
  [field('weight', 'Weight (kg)'), 'kg'],
  [field('peso', 'Peso', 'Peso actual, en kilogramos'), 'kg'],
  [field('heightInches'), 'in'],
  [field('t', 'Temperature °F'), 'F'],
  [field('temperatura', 'Temperatura', 'En grados Celsius'), 'C'],
  [field('age', 'Age', 'In years'), 'year'],
  [field('drinks', 'Drinks per week'), undefined],
  [field('pain', 'Pain', 'From 0 to 10'), undefined],
])('the unit of $title $name', (one, id) => {
  expect(unitOfField(one)?.id).toBe(id);
});
