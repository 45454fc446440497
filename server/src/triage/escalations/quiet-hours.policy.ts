import type { QuietHours } from '@foyer/contracts/escalation-policies.ts';
import { localTime } from '#platform/date-formats.ts';

type Span = Pick<QuietHours, 'from' | 'to'>;

const MINUTE_MS = 60_000;

/** Whether it is quiet, by what clocks on the wall show there; `to` itself is not quiet any more. */
export function isQuiet({ from, to }: Span, timeZone: string, at: Date): boolean {
  const { time } = localTime(at, timeZone);
  return from < to ? from <= time && time < to : time >= from || time < to;
}

/**
 * The first moment from `at` on that is not quiet, to the minute. Where clocks jump over the end, it is the moment of the jump; where
 * they show it twice, whichever comes next.
 */
export function endOfQuiet(span: Span, timeZone: string, at: Date): Date {
  if (!isQuiet(span, timeZone, at)) return at;
  let quiet = Math.floor(at.getTime() / MINUTE_MS);
  let loud = quiet;
  // What the wall clock lacks until the end is right, unless clocks change on the way: then it is looked at again from there.
  while (isQuiet(span, timeZone, new Date(loud * MINUTE_MS))) {
    quiet = loud;
    loud += minutesUntil(span.to, localTime(new Date(loud * MINUTE_MS), timeZone).time);
  }
  while (loud - quiet > 1) {
    const middle = Math.floor((quiet + loud) / 2);
    if (isQuiet(span, timeZone, new Date(middle * MINUTE_MS))) quiet = middle;
    else loud = middle;
  }
  return new Date(loud * MINUTE_MS);
}

function minutesUntil(end: string, now: string): number {
  const difference = minutesOf(end) - minutesOf(now);
  return difference > 0 ? difference : difference + 24 * 60;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
