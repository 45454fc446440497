import { describe, expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { dayOf, isoOf, todayIn } from './calendar.ts';
import { readDates } from './dates.ts';

/** A Friday. */
const TODAY = dayOf(2026, 11, 20) ?? { index: 0 };

const read = (text: string, direction: 'past' | 'future', isDayFirst = false) =>
  readDates(fold(text), { today: TODAY, direction, isDayFirst }).map(({ day }) => isoOf(day));

describe('days as people say them', () => {
  test.each([
    ['tomorrow', '2026-11-21'],
    ['the day after tomorrow', '2026-11-22'],
    ['next Thursday', '2026-11-26'],
    ['the 3rd of December', '2026-12-03'],
    ['Saturday, December 5', '2026-12-05'],
    ['the 27th', '2026-11-27'],
    ['in two weeks', '2026-12-04'],
    ['mañana por la mañana', '2026-11-21'],
    ['pasado mañana', '2026-11-22'],
    ['el jueves que viene', '2026-11-26'],
    ['el 2 de diciembre', '2026-12-02'],
    ['el sábado 5 de diciembre', '2026-12-05'],
  ])('%s, ahead', (text, expected) => {
    expect(read(text, 'future')).toEqual([expected]);
  });

  test.each([
    ['yesterday', '2026-11-19'],
    ['three days ago', '2026-11-17'],
    ['since Tuesday', '2026-11-17'],
    ['March third nineteen eighty', '1980-03-03'],
    ['June first two thousand and four', '2004-06-01'],
    ['antier', '2026-11-18'],
    ['hace dos semanas', '2026-11-06'],
    ['desde el domingo', '2026-11-15'],
    ['el 13 de marzo de 2012', '2012-03-13'],
    ['el 5 de mayo del 99', '1999-05-05'],
  ])('%s, gone by', (text, expected) => {
    expect(read(text, 'past')).toEqual([expected]);
  });

  test('which number is the month depends on the language', () => {
    expect(read('08/05/1990', 'past', false)).toEqual(['1990-08-05']);
    expect(read('08/05/1990', 'past', true)).toEqual(['1990-05-08']);
    expect(read('14/7/88', 'past', false)).toEqual(['1988-07-14']);
  });

  test('the morning is no day, nor is a date that does not exist', () => {
    expect(read('por la mañana', 'future')).toEqual([]);
    expect(read('31/02/2020', 'past', true)).toEqual([]);
    expect(read('the first day of it', 'past')).toEqual([]);
  });

  test('today is the day of the place', () => {
    expect(isoOf(todayIn('America/Los_Angeles', new Date('2026-11-20T02:00:00Z')))).toBe('2026-11-19');
    expect(isoOf(todayIn('Europe/Madrid', new Date('2026-11-20T23:30:00Z')))).toBe('2026-11-21');
  });
});
