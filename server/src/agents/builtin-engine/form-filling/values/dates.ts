import type { Span } from '../text/utterance.ts';
import { type Day, dayOf, partsOf, plusDays, plusMonths } from './calendar.ts';
import { MONTH, monthOf, ORDINAL, ordinalOf, RELATIVE_DAYS, WEEKDAY, weekdayOf } from './date-words.ts';
import { readSpelledNumber } from './number-words.ts';

export interface DateMention extends Span {
  day: Day;
  /** How it was said: an interval, such as “three days ago” or “for three days”, or a day by its name. */
  kind: 'day' | 'interval';
  /** The year was told, too. */
  hasYear: boolean;
}

export interface DateReading {
  today: Day;
  /** Which way a day without a year or a week lies. */
  direction: 'past' | 'future';
  /** 8/5 is the 8th of May rather than August 5. */
  isDayFirst: boolean;
}

const YEAR =
  '(\\d{4}|\\d{2}|(?:nineteen|twenty)(?: (?:hundred|oh))?(?:[ -][a-z]+){1,2}|two thousand(?: and)?(?: [a-z]+)?|mil novecientos(?: [a-z]+(?: y [a-z]+)?)?|dos mil(?: [a-z]+)?)';
const OPTIONAL_YEAR = `(?:,?\\s+(?:de(?:l)?\\s+|of\\s+)?${YEAR}\\b)?`;
const N =
  '(\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a couple(?: of)?|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|un par de)';
const SPAN_UNIT = '(days?|weeks?|months?|years?|dias?|semanas?|mes(?:es)?|anos?|nights?|noches?)';

const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g;
const NUMERIC = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?\b(?![/.-]?\d)/g;
const MONTH_FIRST = new RegExp(`\\b(${MONTH})\\.?\\s+(?:the\\s+)?(${ORDINAL})\\b${OPTIONAL_YEAR}`, 'g');
const DAY_FIRST = new RegExp(`\\b(${ORDINAL})\\s+(?:day\\s+)?(?:of\\s+|de\\s+)?(${MONTH})\\b${OPTIONAL_YEAR}`, 'g');
const AGO = new RegExp(
  `\\b(?:(?:desde )?hace (?:como |unos |unas |ya |mas o menos )?${N} ${SPAN_UNIT}|${N} ${SPAN_UNIT}(?: or so)? (?:ago|back|atras))\\b`,
  'g',
);
const AHEAD = new RegExp(`\\b(?:in|within|dentro de|en) ${N} ${SPAN_UNIT}\\b`, 'g');
const WEEKDAYS = new RegExp(
  `\\b(?:(next|this coming|this|coming|last|past|el proximo|la proxima|proximo|este|el pasado)\\s+)?(${WEEKDAY})\\b(\\s+(?:que viene|proximo|proxima|siguiente|pasado|pasada|next week|week|de la (?:proxima|otra) semana))?`,
  'g',
);
const DAY_OF_MONTH = new RegExp(
  `\\b(?:the|el|el dia|dia)\\s+(${ORDINAL})\\b(?!\\s*%)(?!\\s+(?!(?:of|at|in|works|would|is|please|if|por|a|de|en|si|y|or|and|then|next|this|around|after|before|que|mejor|para|would|sounds|o|u|but|pero)\\b)[a-z])`,
  'g',
);

/** Days in the order in which they are said. */
export function readDates(folded: string, reading: DateReading): DateMention[] {
  const found: DateMention[] = [];
  const add = (match: RegExpExecArray, day: Day | undefined, kind: DateMention['kind'] = 'day', year?: string) => {
    const end = match.index + match[0].trimEnd().length;
    if (day && !found.some((one) => match.index < one.end && end > one.start))
      found.push({ start: match.index, end, day, kind, hasYear: year !== undefined });
  };
  for (const match of folded.matchAll(ISO)) add(match, dayOf(Number(match[1]), Number(match[2]), Number(match[3])), 'day', match[1]);
  for (const match of folded.matchAll(NUMERIC)) add(match, numericDay(match, reading), 'day', match[3]);
  for (const match of folded.matchAll(MONTH_FIRST)) add(match, namedDay(match[2], match[1], match[3], reading), 'day', match[3]);
  for (const match of folded.matchAll(DAY_FIRST)) add(match, namedDay(match[1], match[2], match[3], reading), 'day', match[3]);
  for (const match of folded.matchAll(AGO)) add(match, shifted(reading.today, match[1] ?? match[3], match[2] ?? match[4], -1), 'interval');
  for (const match of folded.matchAll(AHEAD)) add(match, shifted(reading.today, match[1], match[2], 1), 'interval');
  for (const [pattern, days] of RELATIVE_DAYS) for (const match of folded.matchAll(pattern)) add(match, plusDays(reading.today, days));
  for (const match of folded.matchAll(WEEKDAYS)) {
    // “Saturday, December 5”: the date says which Saturday.
    const isDated = found.some(
      (one) =>
        one.kind === 'day' &&
        one.start >= match.index + match[0].length &&
        /^,?\s*(?:the |el )?$/.test(folded.slice(match.index + match[0].length, one.start)),
    );
    if (!isDated) add(match, weekday(match, reading));
  }
  for (const match of folded.matchAll(DAY_OF_MONTH)) add(match, dayOfMonth(ordinalOf(match[1] ?? ''), reading));
  return found.sort((one, other) => one.start - other.start);
}

function numericDay([, first, second, year]: RegExpExecArray, reading: DateReading): Day | undefined {
  const [one, two] = [Number(first), Number(second)];
  if (year === undefined && !reading.isDayFirst && two > 31) return undefined;
  const isDayFirst = one > 12 || (reading.isDayFirst && two <= 12);
  const [day, month] = isDayFirst ? [one, two] : [two, one];
  return inYear(day, month, year === undefined ? undefined : fullYear(Number(year), reading), reading);
}

function namedDay(day: string | undefined, month: string | undefined, year: string | undefined, reading: DateReading): Day | undefined {
  const number = ordinalOf(day ?? '');
  const which = monthOf(month ?? '');
  if (number === undefined || which === undefined) return undefined;
  return inYear(number, which, year === undefined ? undefined : yearOf(year, reading), reading);
}

function yearOf(text: string, reading: DateReading): number | undefined {
  if (/^\d+$/.test(text)) return fullYear(Number(text), reading);
  const [first = '', ...rest] = text.split(/[ -]/);
  const century = first === 'nineteen' ? 1900 : first === 'twenty' ? 2000 : undefined;
  if (century !== undefined) {
    const within = readSpelledNumber(rest.filter((word) => word !== 'hundred' && word !== 'oh'))?.value;
    return within === undefined || within > 99 ? undefined : century + within;
  }
  const whole = readSpelledNumber(text.split(' '))?.value;
  return whole !== undefined && whole >= 1900 && whole < 2100 ? whole : undefined;
}

function fullYear(year: number, { today, direction }: DateReading): number {
  if (year >= 100) return year;
  const current = partsOf(today).year;
  const recent = 2000 + year;
  return direction === 'past' && recent > current ? 1900 + year : recent;
}

/** Without a year it is the nearest one that way. */
function inYear(day: number, month: number, year: number | undefined, { today, direction }: DateReading): Day | undefined {
  if (year !== undefined) return dayOf(year, month, day);
  const current = partsOf(today).year;
  const here = dayOf(current, month, day);
  if (!here) return undefined;
  if (direction === 'future') return here.index >= today.index ? here : dayOf(current + 1, month, day);
  return here.index <= today.index ? here : dayOf(current - 1, month, day);
}

function shifted(today: Day, count: string | undefined, unit: string | undefined, sign: 1 | -1): Day | undefined {
  const words = (count ?? '').split(' ');
  const number = /^\d+$/.test(count ?? '') ? Number(count) : /^(?:a|an)$/.test(count ?? '') ? 1 : readSpelledNumber(words)?.value;
  if (number === undefined || unit === undefined) return undefined;
  if (/^(?:mes|month)/.test(unit)) return plusMonths(today, sign * number);
  if (/^(?:ano|year)/.test(unit)) return plusMonths(today, sign * number * 12);
  return plusDays(today, sign * number * (/^(?:week|semana)/.test(unit) ? 7 : 1));
}

function weekday([, lead = '', name = '', tail = '']: RegExpExecArray, { today, direction }: DateReading): Day | undefined {
  const wanted = weekdayOf(name);
  if (wanted === undefined) return undefined;
  const current = partsOf(today).weekday;
  const isPast =
    /last|past|pasad/.test(`${lead}${tail}`) || (direction === 'past' && !/next|coming|proxim|viene|siguiente/.test(`${lead}${tail}`));
  if (isPast) return plusDays(today, -((current - wanted + 7) % 7 || 7));
  const ahead = (wanted - current + 7) % 7 || 7;
  const isWeekAfter = /next week|otra semana|proxima semana/.test(tail) && ahead + current <= 6;
  return plusDays(today, isWeekAfter ? ahead + 7 : ahead);
}

function dayOfMonth(day: number | undefined, reading: DateReading): Day | undefined {
  if (day === undefined || day < 1 || day > 31) return undefined;
  const { year, month } = partsOf(reading.today);
  const step = reading.direction === 'future' ? 1 : -1;
  for (let months = 0; Math.abs(months) < 3; months += step) {
    const first = dayOf(year, month, 1);
    const shiftedMonth = first && partsOf(plusMonths(first, months));
    const found = shiftedMonth && dayOf(shiftedMonth.year, shiftedMonth.month, day);
    if (found && (step === 1 ? found.index >= reading.today.index : found.index <= reading.today.index)) return found;
  }
  return undefined;
}
