import { describe, expect, test } from 'vitest';
import { dateFormat, localTime } from './date-formats.ts';

const now = new Date('2026-03-29T00:30:00Z');

describe('dates', () => {
  test('are those of the time zone, on both sides of a change of clocks', () => {
    expect(localTime(now, 'Europe/Madrid')).toEqual({ date: '2026-03-29', time: '01:30' });
    expect(localTime(new Date('2026-03-29T01:00:00Z'), 'Europe/Madrid')).toEqual({ date: '2026-03-29', time: '03:00' });
    expect(localTime(now, 'America/New_York')).toEqual({ date: '2026-03-28', time: '20:30' });
    expect(localTime(new Date('2026-03-28T11:00:00Z'), 'Pacific/Kiritimati')).toEqual({ date: '2026-03-29', time: '01:00' });
    expect(localTime(new Date('2026-03-29T00:00:00Z'), 'UTC').time).toBe('00:00');
  });

  test('a time zone or locale that this runtime does not know becomes UTC or English', () => {
    expect(localTime(now, 'Mars/Olympus')).toEqual({ date: '2026-03-29', time: '00:30' });
    expect(dateFormat('not a locale', 'UTC', { month: 'long' }).format(now)).toBe('March');
  });

  test('a formatter is made once for the same locale, zone and form, and more of them than are kept do no harm', () => {
    const first = dateFormat('es', 'Europe/Madrid', { dateStyle: 'full' });
    expect(dateFormat('es', 'Europe/Madrid', { dateStyle: 'full' })).toBe(first);
    expect(dateFormat('es', 'Europe/Madrid', { timeStyle: 'short' })).not.toBe(first);
    for (let index = 0; index < 700; index += 1) dateFormat(`en-x-a${index}`, 'UTC', { dateStyle: 'full' });
    expect(dateFormat('es', 'Europe/Madrid', { dateStyle: 'full' }).format(now)).toBe('domingo, 29 de marzo de 2026');
  });
});
