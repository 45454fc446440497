import { type Day, dayOf, partsOf, plusDays, plusMonths } from './calendar.ts';
import { ORDINAL, ordinalOf, WEEKDAY, weekdayOf } from './date-words.ts';

type Direction = 'past' | 'future';

/** “Next Tuesday”, “el jueves que viene”, “lunes 23”, “Saturday the 28th”. */
export const WEEKDAYS = new RegExp(
  `\\b(?:(next|this coming|this|coming|last|past|el proximo|la proxima|proximo|este|el pasado)\\s+)?(${WEEKDAY})\\b(?:,?\\s+(?:the\\s+|el\\s+|dia\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s*(?::|[ap]\\.?m|h\\b|hrs?\\b|horas?\\b|de (?:la |esta )?(?:manana|tarde|noche|mediodia)|en punto|y (?:media|cuarto)|menos|o'?clock|in the|\\d|a \\d|o \\d|-\\d)))?(\\s+(?:que viene|que entra|proximo|proxima|siguiente|pasado(?! manana)|pasada|(?:of )?next week|(?:of )?last week|de (?:la )?(?:proxima|otra|siguiente) semana|de la semana (?:que viene|proxima|que entra|siguiente)|de la semana pasada|(?:de )?en ocho|en ocho dias|week))?\\b`,
  'g',
);
/** What may follow “the first” where it is a day; behind figures nearly anything may. */
const AFTER_DAY =
  'of|at|in|works|would|is|please|if|por|a|de|del|en|si|y|or|and|then|next|this|around|after|before|que|mejor|para|sounds|o|u|but|pero|no|tengo|puedo|me|i|tambien|also|esta|sin|we|around|should';
const COUNTED = '(?:piso|planta|floor|por ciento|percent|veces|times?|anos?|years?|kilos?|pills?|of us|[a-h]\\b(?! las?\\b))';
/** “The 27th”, “el 27”, “el día 2 del mes que viene”. */
export const DAYS_OF_MONTH = new RegExp(
  `\\b(?:the|el|el dia|dia)\\s+(${ORDINAL})\\b(?!\\s*(?:[%/:°º]|\\d|-\\d))(\\s+(?:de|del) (?:mes que (?:viene|entra)|proximo mes|mes proximo)| (?:of )?next month)?(?!\\s+${COUNTED})(?:(?<=\\d(?:st|nd|rd|th)?)|(?!\\s+(?!(?:${AFTER_DAY})\\b)[a-z]))`,
  'g',
);

/** `isNextWeek`: the text says elsewhere that it is of the week to come. */
export function dayOfWeekday(
  match: RegExpExecArray,
  today: Day,
  direction: Direction,
  isNextWeek: boolean,
  isWeekAfterNext = false,
): Day | undefined {
  const [, lead = '', name = '', date, tail = ''] = match;
  const wanted = weekdayOf(name);
  if (wanted === undefined) return undefined;
  const told = date === undefined ? undefined : dayOfMonth(Number(date), today, direction);
  if (told && partsOf(told).weekday === wanted) return told;
  const around = `${lead}${tail}`;
  const monday = plusDays(today, -((partsOf(today).weekday + 6) % 7));
  const inWeek = (wanted + 6) % 7;
  if (isWeekAfterNext) return plusDays(monday, inWeek + 14);
  if (/en ocho| week$/.test(tail) && !/next|last/.test(tail)) return plusDays(today, ((wanted - partsOf(today).weekday + 7) % 7 || 7) + 7);
  if (/last week|semana pasada/.test(around)) return plusDays(monday, inWeek - 7);
  if (/next week|semana/.test(around) || isNextWeek) return plusDays(monday, inWeek + 7);
  const current = partsOf(today).weekday;
  const isPast = /last|past|pasad/.test(around) || (direction === 'past' && !/next|coming|proxim|viene|siguiente/.test(around));
  return isPast ? plusDays(today, -((current - wanted + 7) % 7 || 7)) : plusDays(today, (wanted - current + 7) % 7 || 7);
}

/** The nearest day with that number, this way. */
export function dayOfMonth(day: number | undefined, today: Day, direction: Direction): Day | undefined {
  if (day === undefined || day < 1 || day > 31) return undefined;
  const step = direction === 'future' ? 1 : -1;
  for (let months = 0; Math.abs(months) < 3; months += step) {
    const found = dayInMonth(day, today, months);
    if (found && (step === 1 ? found.index >= today.index : found.index <= today.index)) return found;
  }
  return undefined;
}

/** That day of the month so many months from now. */
export function dayInMonth(day: number, today: Day, months: number): Day | undefined {
  const { year, month } = partsOf(today);
  const first = dayOf(year, month, 1);
  const target = first && partsOf(plusMonths(first, months));
  return target && dayOf(target.year, target.month, day);
}

export const dayNumber = (text: string): number | undefined => ordinalOf(text);
