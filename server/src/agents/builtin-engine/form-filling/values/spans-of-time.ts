import type { Span, Word } from '../text/utterance.ts';
import type { Day } from './calendar.ts';
import { readDates } from './dates.ts';
import { readQuantities } from './quantities.ts';
import { type Unit, unitOf } from './units.ts';

/** For how long something has been so. */
export interface TimeSpan extends Span {
  days: number;
  /** The unit that it was told in; undefined for “since Monday”. */
  unit: Unit | undefined;
  value: number | undefined;
}

/** “For about a year”, “un mes y medio”, but not “once a day”. */
const ONE_OF =
  /(?<=(?:^|\b(?:for|about|almost|nearly|over|past|last|around|like|than|been|in|hace|casi|como|unos?|de|desde|llevo|lleva|ya)\b)\W*(?:the |just |only |hace )?)\b(?:a|an|un|una) (?:whole |full |good |solid )?(day|week|month|year|dia|semana|mes|ano)\b((?: and a half| y medi[oa])?)/g;

/** Lengths of time in the order in which they are said: “three weeks”, “desde hace dos días”, “since Monday”. */
export function readTimeSpans(folded: string, words: readonly Word[], today: Day): TimeSpan[] {
  const told = readQuantities(words, (from, to) => folded.slice(from, to)).flatMap(({ value, unit, start, end, isRange }): TimeSpan[] =>
    unit?.dimension === 'time' && !isRange ? [{ start, end, days: value * unit.factor, unit, value }] : [],
  );
  const single = Array.from(folded.matchAll(ONE_OF), ({ 0: whole, 1: name = '', 2: half, index }) => {
    const unit = unitOf(name);
    const value = half ? 1.5 : 1;
    return { start: index, end: index + whole.length, days: value * (unit?.factor ?? 0), unit, value };
  }).filter((one) => one.unit && !told.some((other) => one.start < other.end && one.end > other.start));
  told.push(...single);
  const dates = readDates(folded, { today, direction: 'past', isDayFirst: false })
    .filter((date) => date.kind === 'day' && !told.some((one) => date.start < one.end && date.end > one.start))
    .map(({ start, end, day }) => ({ start, end, days: today.index - day.index, unit: undefined, value: undefined }));
  return [...told, ...dates].sort((one, other) => one.start - other.start);
}
