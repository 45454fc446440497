import { describe, expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { readTimes } from './times.ts';

const read = (text: string, isAnswer = false) => readTimes(fold(text), isAnswer).map(({ time }) => time);

describe('times of day', () => {
  test.each([
    ['9:15 would be perfect', ['09:15']],
    ['at half past three', ['15:30']],
    ['4 pm', ['16:00']],
    ['at noon', ['12:00']],
    ['a la una y media de la tarde', ['13:30']],
    ['a las nueve y cuarto', ['09:15']],
    ['10 y media de la mañana', ['10:30']],
    ['después de las 6 de la tarde', ['18:00']],
    ['a las 7 y 45 de la mañana', ['07:45']],
    ['a las ocho menos veinte de la mañana', ['07:40']],
    ['veinte para las nueve de la mañana', ['08:40']],
    ['quarter past ten in the morning', ['10:15']],
    ['a mediodía, doce y media', ['12:30']],
    ['De noche si hay. Ocho y media de la noche', ['20:30']],
    ['tengo 3 hijos', []],
    ['hace 4 días', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('a bare number is a time only as an answer, and then of the hours of an office', () => {
    expect(read('4')).toEqual([]);
    expect(read('4', true)).toEqual(['16:00']);
    expect(read('nueve', true)).toEqual(['09:00']);
  });
});
