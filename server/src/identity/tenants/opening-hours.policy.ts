import { type OpenSpan, type TenantProfile, WEEKDAYS, type Weekday } from '@foyer/contracts/tenant-profile.ts';
import { localTime } from '#platform/date-formats.ts';

/** Dates as 2026-03-02 and times as 09:30, on the clock of the business. */
export type OpeningStatus =
  /** `until` is missing where it does not close within a week. */
  | { open: true; until?: { date: string; time: string } }
  /** `next` is missing where it does not open within two months. */
  | { open: false; next?: { date: string; time: string } };

export type Hours = Pick<TenantProfile, 'openingHours' | 'hoursExceptions'>;

const DAYS_LOOKED_AHEAD = 62;
const DAYS_OPEN_AT_MOST = 7;
const MIDNIGHT = '24:00';

/**
 * Whether the business is open. It compares what clocks on its wall show, so that changes of clocks need no care.
 * @returns undefined where its hours are not known
 */
export function openingStatus(hours: Hours, timeZone: string, now: Date): OpeningStatus | undefined {
  if (!hours.openingHours) return undefined;
  const { date, time } = localTime(now, timeZone);
  const current = hoursOn(hours, date).find(({ from, to }) => from <= time && time < to);
  if (current) {
    const until = closing(hours, date, current);
    return { open: true, ...(until && { until }) };
  }
  const next = nextOpening(hours, date, time);
  return { open: false, ...(next && { next }) };
}

/** The hours of one day: of that very day where it is an exception, else of its weekday. */
export function hoursOn({ openingHours, hoursExceptions = [] }: Hours, date: string): readonly OpenSpan[] {
  return hoursExceptions.find((exception) => exception.date === date)?.hours ?? openingHours?.[weekdayOf(date)] ?? [];
}

/** Spans that follow one another without a gap, over midnight too, are one. */
function closing(hours: Hours, date: string, current: OpenSpan): { date: string; time: string } | undefined {
  let end = { date, time: current.to };
  for (;;) {
    const day = end.time === MIDNIGHT ? { date: dayAfter(end.date, 1), time: '00:00' } : end;
    const following = hoursOn(hours, day.date).find(({ from }) => from === day.time);
    if (!following) return end;
    if (day.date >= dayAfter(date, DAYS_OPEN_AT_MOST)) return undefined;
    end = { date: day.date, time: following.to };
  }
}

function nextOpening(hours: Hours, date: string, time: string): { date: string; time: string } | undefined {
  for (let ahead = 0; ahead <= DAYS_LOOKED_AHEAD; ahead += 1) {
    const day = dayAfter(date, ahead);
    const span = hoursOn(hours, day).find(({ from }) => ahead > 0 || from > time);
    if (span) return { date: day, time: span.from };
  }
  return undefined;
}

const atNoon = (date: string): Date => new Date(`${date}T12:00:00Z`);

export function dayAfter(date: string, days: number): string {
  const moved = atNoon(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

// getUTCDay counts from Sunday.
const weekdayOf = (date: string): Weekday => WEEKDAYS[(atNoon(date).getUTCDay() + 6) % 7] ?? 'monday';
