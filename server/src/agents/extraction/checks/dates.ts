import { numbersIn } from './numbers.ts';
import { unitOfWord } from './units.ts';
import { type Word, wordsOf } from './words.ts';

/** Where “tomorrow” is counted from. */
export interface Today {
  now: Date;
  /** IANA. */
  timeZone: string;
}

const DAY_MS = 86_400_000;
/** A date without a year is one of the year around today. */
const DAYS_OF_YEAR = 366;
const MONTHS = [
  'january enero jan ene',
  'february febrero feb',
  'march marzo mar',
  'april abril apr abr',
  'may mayo',
  'june junio jun',
  'july julio jul',
  'august agosto aug ago',
  'september septiembre setiembre sep sept',
  'october octubre oct',
  'november noviembre nov',
  'december diciembre dec dic',
].map((names) => names.split(' '));
const WEEKDAYS = [
  'sunday domingo sun',
  'monday lunes mon',
  'tuesday martes tue tues',
  'wednesday miercoles wed',
  'thursday jueves thu thurs',
  'friday viernes fri',
  'saturday sabado sat',
].map((names) => names.split(' '));
/** Days from today, in words. Longer ones first: “pasado mañana” is not “mañana”. */
const DAYS_AWAY: [RegExp, number][] = [
  [/\b(?:day after tomorrow|pasado manana)\b/, 2],
  [/\b(?:day before yesterday|anteayer|antier|antes de ayer)\b/, -2],
  [/\b(?:yesterday|last night|ayer|anoche)\b/, -1],
  [/\btomorrow\b|(?<!(?:la|esta|de|por la|cada) )\bmanana\b/, 1],
  [
    /\b(?:today|tonight|this morning|this afternoon|this evening|hoy|esta manana|esta tarde|esta noche|ahora mismo|right now|just now|hace (?:un|un buen|muy) (?:rato|poco)|hace poco|hace (?:[a-z0-9]+ ){1,3}(?:horas?|minutos?)|(?:hours?|minutes?) ago)\b/,
    0,
  ],
];

/** `YYYY-MM-DD` as days since the epoch; undefined for a day that no calendar has. */
export function dayOf(value: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(time).toISOString().startsWith(value) ? time / DAY_MS : undefined;
}

export function todayOf({ now, timeZone }: Today): number {
  const local = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  return dayOf(local) ?? Math.floor(now.getTime() / DAY_MS);
}

/**
 * Whether a text names this day: by its date, by the day of the week, or counted from today. A date of which the text says a part
 * (“in March”, “in 1998”) is not named: its day would be made up.
 * @param elsewhere where its year may stand
 */
export function namesDay(text: string, value: string, today: Today, elsewhere = ''): boolean {
  const wanted = dayOf(value);
  if (wanted === undefined) return false;
  const words = wordsOf(text);
  const folded = words.map((word) => word.text).join(' ');
  const now = todayOf(today);
  const date = new Date(wanted * DAY_MS);
  const mayLackYear = Math.abs(wanted - now) <= DAYS_OF_YEAR || new RegExp(`\\b${date.getUTCFullYear()}\\b`).test(elsewhere);
  return (
    inFigures(text, date, mayLackYear) ||
    inWords(words, date, mayLackYear) ||
    inSpelledFigures(words, date) ||
    daysAway(folded).includes(wanted - now) ||
    countedDays(words, folded).some(({ days, within }) => Math.abs(wanted - now - days) <= within) ||
    (Math.abs(wanted - now) <= 14 && words.some((word) => WEEKDAYS[date.getUTCDay()]?.includes(word.text)))
  );
}

/** Each day that is named from today; what a longer name has said is not said again by a shorter one in it. */
function daysAway(folded: string): number[] {
  let rest = folded;
  return DAYS_AWAY.flatMap(([pattern, days]) => {
    if (!pattern.test(rest)) return [];
    rest = rest.replace(pattern, ' ');
    return [days];
  });
}

/** `3/4/1980` is either day; `1980-04-03` is one. */
function inFigures(text: string, date: Date, mayLackYear: boolean): boolean {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const isYear = (figure: string | undefined) =>
    figure === undefined ? mayLackYear : Number(figure) === year || (figure.length === 2 && Number(figure) === year % 100);
  return [...text.matchAll(/\b(\d{1,4})[/.-](\d{1,2})(?:[/.-](\d{1,4}))?\b/g)].some(([, one = '', two = '', three]) => {
    if (one.length === 4) return Number(one) === year && Number(two) === month && Number(three) === day;
    const isThisDay = (Number(one) === day && Number(two) === month) || (Number(one) === month && Number(two) === day);
    return isThisDay && isYear(three);
  });
}

/** “the 3rd of March”, “March 3, 1980”, “el 15”. */
function inWords(words: readonly Word[], date: Date, mayLackYear: boolean): boolean {
  const day = date.getUTCDate();
  const months = words.flatMap(({ text }) => MONTHS.flatMap((names, index) => (names.includes(text) ? [index] : [])));
  // “may” and “mar” are other words too; only a named month that is another one speaks against the date.
  if (months.length > 0 && !months.includes(date.getUTCMonth())) return false;
  const numbers = numbersIn(words);
  const years = numbers.flatMap(({ values }) => values.filter((value) => value >= 1900 && value <= 2100));
  const shortYears = months.length > 0 ? numbers.flatMap(({ values }) => values.filter((value) => value > 31 && value < 100)) : [];
  const year = date.getUTCFullYear();
  if (years.length + shortYears.length > 0 && !years.includes(year) && !shortYears.includes(year % 100)) return false;
  if (years.length + shortYears.length === 0 && !mayLackYear) return false;
  const days = numbers.filter(({ values }) => values.includes(day));
  if (months.length > 0) return days.length > 0;
  return days.some(({ first, last }) => isDayOfMonth(words, first, last));
}

/** “Veintiuno del siete del noventa y cuatro”. */
function inSpelledFigures(words: readonly Word[], date: Date): boolean {
  const numbers = numbersIn(words).flatMap(({ values }) => values.slice(0, 1));
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  return numbers.some(
    (one, at) => one === day && numbers[at + 1] === month && (numbers[at + 2] === year || numbers[at + 2] === year % 100),
  );
}

/** “the 15th”, “el 15”, “día 2”. */
function isDayOfMonth(words: readonly Word[], first: number, last: number): boolean {
  const [before, behind] = [words[first - 1]?.text ?? '', words[last + 1]?.text ?? ''];
  const end = words[last]?.end;
  return (/^(?:st|nd|rd|th)$/.test(behind) && words[last + 1]?.start === end) || before === 'el' || before === 'dia' || before === 'the';
}

/** “two weeks ago”, “hace tres días”, “in 5 days”, “last week”. */
function countedDays(words: readonly Word[], folded: string): { days: number; within: number }[] {
  const isPast = /\b(?:ago|hace|desde hace|since|for|past|back|llevo|pasad[oa]s?|last)\b/.test(folded);
  const isComing = /\b(?:in|dentro de|en|from now|next|proxim[oa]s?|que viene)\b/.test(folded);
  const signs = [...(isPast ? [-1] : []), ...(isComing ? [1] : [])];
  const counted = numbersIn(words).flatMap(({ values, last }) => {
    const unit = [1, 2].map((offset) => unitOfWord(words[last + offset]?.text ?? '')).find((one) => one?.dimension === 'time');
    return unit ? values.flatMap((value) => signs.map((sign) => ({ days: sign * value * unit.factor, within: slack(unit.factor) }))) : [];
  });
  return counted;
}

/** A month is not as long as the next one. */
const slack = (daysOfUnit: number): number => (daysOfUnit <= 1 ? 0.5 : daysOfUnit <= 7 ? 1 : 3);
