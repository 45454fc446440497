import type { Span, Word } from '../text/utterance.ts';
import type { Day } from './calendar.ts';
import { readDates } from './dates.ts';
import { readQuantities } from './quantities.ts';
import type { Unit } from './units.ts';

/** For how long something has been so. */
export interface TimeSpan extends Span {
  days: number;
  /** The unit that it was told in; undefined for “since Monday”. */
  unit: Unit | undefined;
  value: number | undefined;
}

/** Lengths of time in the order in which they are said: “three weeks”, “desde hace dos días”, “since Monday”. */
export function readTimeSpans(folded: string, words: readonly Word[], today: Day): TimeSpan[] {
  const told = readQuantities(words, (from, to) => folded.slice(from, to)).flatMap(({ value, unit, start, end, isRange }): TimeSpan[] =>
    unit?.dimension === 'time' && !isRange ? [{ start, end, days: value * unit.factor, unit, value }] : [],
  );
  const dates = readDates(folded, { today, direction: 'past', isDayFirst: false })
    .filter((date) => date.kind === 'day' && !told.some((one) => date.start < one.end && date.end > one.start))
    .map(({ start, end, day }) => ({ start, end, days: today.index - day.index, unit: undefined, value: undefined }));
  return [...told, ...dates].sort((one, other) => one.start - other.start);
}
