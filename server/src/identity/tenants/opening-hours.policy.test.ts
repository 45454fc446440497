import type { OpeningHours } from '@foyer/contracts/tenant-profile.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Hours, hoursOn, openingStatus } from './opening-hours.policy.ts';

const day = (...spans: string[]) => spans.map((span) => ({ from: span.slice(0, 5), to: span.slice(6) }));
const weekdays = day('09:00-13:00', '16:00-19:30');
const openingHours: OpeningHours = {
  monday: weekdays,
  tuesday: weekdays,
  wednesday: weekdays,
  thursday: weekdays,
  friday: day('09:00-14:00'),
  saturday: [],
};
/** On Monday, 2 March 2026, and the days after it. */
const at = (moment: string, hours: Hours = { openingHours }, timeZone = 'UTC') =>
  openingStatus(hours, timeZone, new Date(`2026-03-${moment}:00Z`));

describe('opening hours', () => {
  test.each([
    ['02T09:00', { open: true, until: { date: '2026-03-02', time: '13:00' } }],
    ['02T12:59', { open: true, until: { date: '2026-03-02', time: '13:00' } }],
    ['02T13:00', { open: false, next: { date: '2026-03-02', time: '16:00' } }],
    ['02T08:59', { open: false, next: { date: '2026-03-02', time: '09:00' } }],
    ['02T19:30', { open: false, next: { date: '2026-03-03', time: '09:00' } }],
    ['06T15:00', { open: false, next: { date: '2026-03-09', time: '09:00' } }],
    ['08T10:00', { open: false, next: { date: '2026-03-09', time: '09:00' } }],
  ])('on %s of March: %j', (moment, status) => {
    expect(at(moment)).toEqual(status);
  });

  test('are not known where nobody has said them', () => {
    expect(at('02T10:00', {})).toBeUndefined();
    expect(at('02T10:00', { openingHours: {} })).toEqual({ open: false });
  });

  test('go by the clock of the business, also when it changes', () => {
    // New York has put its clocks forward on 8 March.
    expect(at('06T14:30', undefined, 'America/New_York')).toMatchObject({ open: true });
    expect(at('06T13:30', undefined, 'America/New_York')).toMatchObject({ open: false });
    expect(at('09T13:30', undefined, 'America/New_York')).toMatchObject({ open: true });
    expect(at('01T23:30', undefined, 'Asia/Tokyo')).toEqual({ open: false, next: { date: '2026-03-02', time: '09:00' } });
    expect(at('02T00:00', undefined, 'Asia/Tokyo')).toMatchObject({ open: true });
  });

  test('of a day that is an exception are its own', () => {
    const hoursExceptions = [
      { date: '2026-03-02', hours: [] },
      { date: '2026-03-03', hours: day('10:00-11:00') },
      { date: '2026-03-07', hours: day('09:00-12:00') },
    ];
    const hours = { openingHours, hoursExceptions };
    expect(at('02T10:00', hours)).toEqual({ open: false, next: { date: '2026-03-03', time: '10:00' } });
    expect(at('03T12:00', hours)).toEqual({ open: false, next: { date: '2026-03-04', time: '09:00' } });
    expect(at('07T09:30', hours)).toEqual({ open: true, until: { date: '2026-03-07', time: '12:00' } });
  });

  test('may go on past midnight, and around the clock', () => {
    const night = { openingHours: { friday: day('20:00-24:00'), saturday: day('00:00-03:00', '03:00-04:00') } };
    expect(at('06T21:00', night)).toEqual({ open: true, until: { date: '2026-03-07', time: '04:00' } });
    expect(at('07T02:00', night)).toEqual({ open: true, until: { date: '2026-03-07', time: '04:00' } });

    const always = day('00:00-24:00');
    const week = { monday: always, tuesday: always, wednesday: always, thursday: always, friday: always, saturday: always, sunday: always };
    expect(at('06T21:00', { openingHours: week })).toEqual({ open: true });
  });

  test('for any week and moment: open exactly when a span of the day holds, and what is said to come next is true', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { maxLength: 6 }).map((values) => values.toSorted((a, b) => a - b));
    const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const spans = minutes.map((ends) =>
      ends.flatMap((from, index) =>
        index % 2 === 0 && ends[index + 1] !== undefined ? [{ from: clock(from), to: clock(ends[index + 1] ?? 0) }] : [],
      ),
    );
    const week = fc.record({
      monday: spans,
      tuesday: spans,
      wednesday: spans,
      thursday: spans,
      friday: spans,
      saturday: spans,
      sunday: spans,
    });
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(week, moment, (openingHours, now) => {
        const [date = '', time = ''] = [now.toISOString().slice(0, 10), now.toISOString().slice(11, 16)];
        const status = openingStatus({ openingHours }, 'UTC', now);
        expect(status?.open).toBe(hoursOn({ openingHours }, date).some(({ from, to }) => from <= time && time < to));
        if (status?.open && status.until) {
          const { until } = status;
          expect(hoursOn({ openingHours }, until.date).map(({ to }) => to)).toContain(until.time);
          expect(`${until.date} ${until.time}` > `${date} ${time}`).toBe(true);
        }
        if (status?.open === false && status.next) {
          const { next } = status;
          expect(hoursOn({ openingHours }, next.date).map(({ from }) => from)).toContain(next.time);
          expect(`${next.date} ${next.time}` > `${date} ${time}`).toBe(true);
        }
      }),
    );
  });
});
