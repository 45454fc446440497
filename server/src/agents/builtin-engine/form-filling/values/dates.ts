import type { Span } from '../text/utterance.ts';
import { type Day, dayOf, partsOf, plusDays, plusMonths } from './calendar.ts';
import { MONTH, monthOf, ORDINAL, ordinalOf, RELATIVE_DAYS, WEEKDAY, weekdayOf } from './date-words.ts';
import { readSpelledNumber } from './number-words.ts';
import { DAYS_OF_MONTH, dayInMonth, dayNumber, dayOfMonth, dayOfWeekday, WEEKDAYS } from './weekdays.ts';

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
  '(\\d{4}|\\d{2}|(?:nineteen|twenty)(?: (?:hundred|oh))?(?:[ -][a-z]+){1,2}|two thousand(?: and)?(?: [a-z]+)?|mil novecientos(?: [a-z]+(?: y [a-z]+)?)?|dos mil(?: [a-z]+)?|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y [a-z]+)?|(?:thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)';
const OPTIONAL_YEAR = `(?:,?\\s+(?:de(?:l)?\\s+|of\\s+)?${YEAR}\\b)?`;
const N =
  '(\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a couple(?: of)?|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|un par de)';
const SPAN_UNIT = '(days?|weeks?|months?|years?|dias?|semanas?|mes(?:es)?|anos?|nights?|noches?)';

const ISO = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g;
const NUMERIC = /\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?\b(?![/.-]?\d)/g;
const MONTH_FIRST = new RegExp(`\\b(${MONTH})\\.?\\s+(?:the\\s+)?(${ORDINAL})\\b${OPTIONAL_YEAR}`, 'g');
const DAY_FIRST = new RegExp(`\\b(${ORDINAL})\\s+(?:day\\s+)?(?:of\\s+|de\\s+)?(${MONTH})\\b${OPTIONAL_YEAR}`, 'g');
/** “Veintiuno del siete del noventa y cuatro”. */
const SPOKEN_NUMERIC = new RegExp(
  `\\b(${ORDINAL})\\s+del?\\s+(\\d{1,2}|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\\s+del?\\s+${YEAR}\\b`,
  'g',
);
const AGO = new RegExp(
  `\\b(?:(?:desde )?hace (?:como |unos |unas |ya |mas o menos )?${N} ${SPAN_UNIT}|${N} ${SPAN_UNIT}(?: or so)? (?:ago|back|atras))\\b`,
  'g',
);
const AHEAD = new RegExp(`\\b(?:in|within|dentro de|en) ${N} ${SPAN_UNIT}\\b`, 'g');
/** “The first Thursday of December”. */
const NTH_WEEKDAY = new RegExp(
  `\\b(first|second|third|fourth|last|primer|segundo|tercer|cuarto|ultimo) (${WEEKDAY}) (?:of|in|de|en) (${MONTH})\\b`,
  'g',
);
const NTH: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2, fourth: 3, primer: 0, segundo: 1, tercer: 2, cuarto: 3 };
const NEXT_WEEK = /\b(?:next week|(?:la )?semana que (?:viene|entra)|(?:la )?(?:proxima|otra) semana)\b/;

const WEEK_AFTER_NEXT =
  /week after next|semana que (?:viene|entra) no,? (?:sino )?(?:en )?la (?:otra|siguiente)|semana que viene[^.]{0,30}\bde la (?:siguiente|otra)\b|proxima semana no,? (?:sino )?la (?:otra|siguiente)|(?:de la|en dos) semanas? (?:despues|siguiente a la proxima)/;

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
  for (const match of folded.matchAll(SPOKEN_NUMERIC)) add(match, spokenDay(match, reading), 'day', match[3]);
  for (const match of folded.matchAll(AGO)) add(match, shifted(reading.today, match[1] ?? match[3], match[2] ?? match[4], -1), 'interval');
  for (const match of folded.matchAll(AHEAD)) add(match, shifted(reading.today, match[1], match[2], 1), 'interval');
  for (const match of folded.matchAll(NTH_WEEKDAY)) add(match, nthWeekday(match, reading));
  for (const [pattern, days] of RELATIVE_DAYS) for (const match of folded.matchAll(pattern)) add(match, plusDays(reading.today, days));
  for (const match of folded.matchAll(WEEKDAYS)) {
    // “Saturday, December 5”: the date says which Saturday.
    const end = match.index + match[0].length;
    const isDated = found.some(
      (one) =>
        one.kind === 'day' &&
        one.start >= end &&
        /\d|[a-z]+ de [a-z]+|^[a-z]+ [a-z]+$/.test(folded.slice(one.start, one.end)) &&
        /^,?\s*(?:the |el )?$/.test(folded.slice(end, one.start)),
    );
    if (!isDated)
      add(
        match,
        dayOfWeekday(
          match,
          reading.today,
          reading.direction,
          reading.direction === 'future' && NEXT_WEEK.test(folded),
          reading.direction === 'future' && WEEK_AFTER_NEXT.test(folded),
        ),
      );
  }
  for (const match of folded.matchAll(DAYS_OF_MONTH)) {
    const number = dayNumber(match[1] ?? '');
    const day =
      match[2] && number !== undefined ? dayInMonth(number, reading.today, 1) : dayOfMonth(number, reading.today, reading.direction);
    add(match, day);
  }
  found.sort((one, other) => one.start - other.start);
  return found.filter(
    (one, index) =>
      !isToldMoreExactly(
        one,
        found.slice(index + 1),
        found.slice(Math.max(0, index - 1), index).filter((other) => /^,?\s*$/.test(folded.slice(other.end, one.start))),
        folded,
      ),
  );
}

const BARE_WEEKDAY = new RegExp(`^${WEEKDAY}$`);

/** “A Saturday if you are open, the 28th”: the number says which. */
const isToldMoreExactly = (one: DateMention, later: readonly DateMention[], before: readonly DateMention[], folded: string): boolean =>
  BARE_WEEKDAY.test(folded.slice(one.start, one.end)) &&
  [...later, ...before].some(
    (other) =>
      other.day.index !== one.day.index && (other.day.index - one.day.index) % 7 === 0 && /\d/.test(folded.slice(other.start, other.end)),
  );

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

function spokenDay([, day, month, year]: RegExpExecArray, reading: DateReading): Day | undefined {
  const number = ordinalOf(day ?? '');
  const which = /^\d/.test(month ?? '') ? Number(month) : readSpelledNumber([month ?? ''])?.value;
  if (number === undefined || which === undefined) return undefined;
  return inYear(number, which, yearOf(year ?? '', reading), reading);
}

const BORN_IN = new RegExp(`\\b(?:soy|naci|nacio|es|nacid[oa]|born|from)\\s+(?:del?|en(?: el)?|in|of)\\s+(?:ano\\s+)?${YEAR}\\b`);

/** The year apart from the day: “soy del cuarenta y siete, el doce de diciembre”. */
export function readYearOfBirth(folded: string, reading: DateReading): number | undefined {
  const text = BORN_IN.exec(folded)?.[1];
  return text === undefined ? undefined : yearOf(text, reading);
}

export const readYear = (text: string, reading: DateReading): number | undefined =>
  /^[a-z\d -]+$/.test(text) ? yearOf(text, reading) : undefined;

function yearOf(text: string, reading: DateReading): number | undefined {
  if (/^\d+$/.test(text)) return fullYear(Number(text), reading);
  const [first = '', ...rest] = text.split(/[ -]/);
  const century = first === 'nineteen' ? 1900 : first === 'twenty' ? 2000 : undefined;
  if (century !== undefined) {
    const within = readSpelledNumber(rest.filter((word) => word !== 'hundred' && word !== 'oh'))?.value;
    return within === undefined || within > 99 ? undefined : century + within;
  }
  const whole = readSpelledNumber(text.split(/[ -]/))?.value;
  if (whole !== undefined && whole >= 30 && whole < 100) return 1900 + whole;
  return whole !== undefined && whole >= 1900 && whole < 2100 ? whole : undefined;
}

function fullYear(year: number, { today, direction }: DateReading): number {
  if (year >= 100) return year;
  const current = partsOf(today).year;
  const recent = 2000 + year;
  // Nobody asks for an appointment in twenty years: that is a year of birth.
  return recent > current + (direction === 'past' ? 0 : 5) ? 1900 + year : recent;
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

function nthWeekday([, which = '', weekday = '', month = '']: RegExpExecArray, reading: DateReading): Day | undefined {
  const wanted = weekdayOf(weekday);
  const number = monthOf(month);
  const first = number === undefined ? undefined : inYear(1, number, undefined, reading);
  if (wanted === undefined || !first) return undefined;
  const earliest = plusDays(first, (wanted - partsOf(first).weekday + 7) % 7);
  const nth = NTH[which];
  if (nth !== undefined) return plusDays(earliest, nth * 7);
  const fifth = plusDays(earliest, 28);
  return partsOf(fifth).month === partsOf(first).month ? fifth : plusDays(earliest, 21);
}

function shifted(today: Day, count: string | undefined, unit: string | undefined, sign: 1 | -1): Day | undefined {
  const words = (count ?? '').split(' ');
  const number = /^\d+$/.test(count ?? '') ? Number(count) : /^(?:a|an)$/.test(count ?? '') ? 1 : readSpelledNumber(words)?.value;
  if (number === undefined || unit === undefined) return undefined;
  if (/^(?:mes|month)/.test(unit)) return plusMonths(today, sign * number);
  if (/^(?:ano|year)/.test(unit)) return plusMonths(today, sign * number * 12);
  return plusDays(today, sign * number * (/^(?:week|semana)/.test(unit) ? 7 : 1));
}
