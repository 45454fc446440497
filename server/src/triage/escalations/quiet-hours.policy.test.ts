import { describe, expect, test } from 'vitest';
import { endOfQuiet, isQuiet } from './quiet-hours.policy.ts';

const NIGHT = { from: '22:00', to: '07:00' };
const at = (text: string) => new Date(text);
const endsAt = (span: { from: string; to: string }, zone: string, moment: string) => endOfQuiet(span, zone, at(moment)).toISOString();

describe('quiet hours', () => {
  test.each([
    ['21:59', false],
    ['22:00', true],
    ['23:59', true],
    ['00:00', true],
    ['06:59', true],
    ['07:00', false],
    ['12:00', false],
  ])('from the evening to the morning, at %s: %s', (time, expected) => {
    expect(isQuiet(NIGHT, 'UTC', at(`2026-01-10T${time}:00Z`))).toBe(expected);
  });

  test.each([
    ['12:59', false],
    ['13:00', true],
    ['14:29', true],
    ['14:30', false],
  ])('within a day, at %s: %s', (time, expected) => {
    expect(isQuiet({ from: '13:00', to: '14:30' }, 'UTC', at(`2026-01-10T${time}:00Z`))).toBe(expected);
  });

  test('are those of the tenant’s zone, also where its offset is no whole hour', () => {
    // 04:00 in Kathmandu is 22:15 UTC of the day before.
    expect(isQuiet(NIGHT, 'Asia/Kathmandu', at('2026-01-09T22:15:00Z'))).toBe(true);
    expect(endsAt(NIGHT, 'Asia/Kathmandu', '2026-01-09T22:15:00Z')).toBe('2026-01-10T01:15:00.000Z');
    expect(isQuiet(NIGHT, 'America/Los_Angeles', at('2026-01-09T22:15:00Z'))).toBe(false);
  });

  test('end the next morning, or the same one after midnight', () => {
    expect(endsAt(NIGHT, 'UTC', '2026-01-31T23:30:00Z')).toBe('2026-02-01T07:00:00.000Z');
    expect(endsAt(NIGHT, 'UTC', '2026-02-01T00:30:00Z')).toBe('2026-02-01T07:00:00.000Z');
    expect(endsAt({ from: '13:00', to: '14:30' }, 'UTC', '2026-02-01T14:29:30Z')).toBe('2026-02-01T14:30:00.000Z');
    expect(endsAt(NIGHT, 'UTC', '2026-02-01T12:00:00Z')).toBe('2026-02-01T12:00:00.000Z');
  });

  test('end on the wall clock in the night when it jumps forward', () => {
    // New York, 8 March 2026: 02:00 is 03:00.
    expect(endsAt(NIGHT, 'America/New_York', '2026-03-08T04:00:00Z')).toBe('2026-03-08T11:00:00.000Z');
    // An end that the clock jumps over is the moment of the jump.
    expect(endsAt({ from: '22:00', to: '02:30' }, 'America/New_York', '2026-03-08T04:00:00Z')).toBe('2026-03-08T07:00:00.000Z');
  });

  test('end on the wall clock in the night when it is put back', () => {
    // Madrid, 25 October 2026: 03:00 is 02:00 again, at 01:00 UTC.
    expect(endsAt(NIGHT, 'Europe/Madrid', '2026-10-24T21:00:00Z')).toBe('2026-10-25T06:00:00.000Z');
    const early = { from: '22:00', to: '02:30' };
    expect(endsAt(early, 'Europe/Madrid', '2026-10-24T21:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    // In the hour that comes twice, what is shown the second time counts again.
    expect(isQuiet(early, 'Europe/Madrid', at('2026-10-25T00:45:00Z'))).toBe(false);
    expect(endsAt(early, 'Europe/Madrid', '2026-10-25T01:10:00Z')).toBe('2026-10-25T01:30:00.000Z');
  });

  test('never end in quiet hours, wherever and whenever they begin', () => {
    const zones = ['UTC', 'Europe/Madrid', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Mexico_City'];
    for (const zone of zones) {
      for (let hour = 0; hour < 365 * 24; hour += 13) {
        const moment = new Date(Date.UTC(2026, 0, 1, hour, 17));
        const end = endOfQuiet(NIGHT, zone, moment);
        expect(isQuiet(NIGHT, zone, end)).toBe(false);
        expect(end.getTime() - moment.getTime()).toBeLessThanOrEqual(10 * 3_600_000);
        if (isQuiet(NIGHT, zone, moment)) expect(isQuiet(NIGHT, zone, new Date(end.getTime() - 60_000))).toBe(true);
      }
    }
  });
});
