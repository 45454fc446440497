import type { Span } from '../text/utterance.ts';
import { readSpelledNumber } from './number-words.ts';

export interface TimeMention extends Span {
  /** `HH:MM` */
  time: string;
}

const NUMBER =
  '\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce';
const MINUTES =
  'y media|y cuarto|menos cuarto|y pico|(?:y|con) (?:cinco|diez|quince|veinte|veinticinco|treinta|treinta y cinco|cuarenta|cuarenta y cinco|cincuenta|cincuenta y cinco|[0-5]?\\d)|menos (?:cinco|diez|quince|veinte|veinticinco|\\d{1,2})|(?:treinta|quince|cuarenta y cinco)|thirty|fifteen|forty[- ]five|ten|twenty';
const PART =
  '(a\\.?\\s?m\\.?(?![a-z])|p\\.?\\s?m\\.?(?![a-z])|(?:in the|de la|por la|en la|a la) (?:morning|afternoon|evening|manana|tarde|noche)|del mediodia|at night|o.?clock)';
const CLOCK = new RegExp(`\\b(\\d{1,2})(?::|\\.|h)([0-5]\\d)\\b\\s*(?:h(?:rs?|oras)?\\b)?\\s*${PART}?`, 'g');
const SAID = new RegExp(
  `(?:\\b(at|around|by|about|after|before|from|till?|a las?|las?|tipo|sobre las?|hacia las?|como a las?|desde las?|a partir de las?)\\s+)?\\b((?:half|quarter|ten|twenty|five) past |quarter to )?(${NUMBER})\\b(?:\\s+(${MINUTES})\\b)?\\s*(?:horas\\b|hrs?\\b)?\\s*${PART}?`,
  'g',
);
const NOON = /^(?:noon|midday|mediodia)$/;
/** “Un cuarto para las diez”, “veinte para las ocho”, “ten to nine”. */
const BEFORE_HOUR = new RegExp(
  `\\b(?:un )?(cuarto|cinco|diez|veinte|veinticinco|five|ten|twenty|(?:a )?quarter|\\d{1,2}) (?:para las?|to|till|of) (${NUMBER})\\b\\s*${PART}?`,
  'g',
);
const FIXED: readonly [RegExp, string][] = [
  [/\b(?:noon|midday|mediodia)\b/g, '12:00'],
  [/\b(?:midnight|medianoche)\b/g, '00:00'],
];

/** Times of day in the order in which they are said. `isAnswer`: a bare “4” is one too, as an answer to “what time?”. */
export function readTimes(folded: string, isAnswer: boolean, around = ''): TimeMention[] {
  const found: TimeMention[] = [];
  const add = (start: number, end: number, hour: number, minute: number, part: string | undefined) => {
    if (hour > 23 || minute > 59 || found.some((one) => start < one.end && end > one.start)) return;
    found.push({ start, end, time: `${pad(hourOf(hour, part ?? partNear(folded, end) ?? partIn(around)))}:${pad(minute)}` });
  };
  for (const match of folded.matchAll(CLOCK)) {
    add(match.index, match.index + match[0].trimEnd().length, Number(match[1]), Number(match[2]), match[3]);
  }
  for (const match of folded.matchAll(BEFORE_HOUR)) {
    const [whole, before = '', hourText = '', part] = match;
    const minutes = /cuarto|quarter/.test(before) ? 15 : minutesIn(before);
    const isOfClock = /para/.test(whole) || part !== undefined || /quarter/.test(before);
    if (isOfClock) add(match.index, match.index + whole.trimEnd().length, minutesIn(hourText) - 1, 60 - minutes, part);
  }
  for (const match of folded.matchAll(SAID)) {
    const [whole, lead, before, hourText = '', minutes, part] = match;
    const isHalf = minutes !== undefined && /^y (?:media|cuarto)|^menos/.test(minutes);
    if (!isAnswer && !lead && !part && !before && !isHalf) continue;
    if (lead && !part && !/^(?:at|around|by|a las?|las?|tipo|sobre|hacia|como|desde|a partir)/.test(lead) && !isAnswer) continue;
    const hour = Number.isNaN(Number(hourText)) ? (readSpelledNumber([hourText])?.value ?? 99) : Number(hourText);
    const start = match.index + (whole.length - whole.trimStart().length);
    const end = match.index + whole.trimEnd().length;
    if (
      /^\s*(?:%|\/|-\d|:\d|\d|dias?|semanas?|meses|anos?|days?|weeks?|months?|years?|kilos?|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep|oct|nov|dic))/.test(
        folded.slice(end),
      )
    )
      continue;
    const [shift, minute] = minutesOf(before, minutes);
    add(start, end, hour + shift, minute, part);
  }
  for (const [pattern, time] of FIXED) {
    for (const match of folded.matchAll(pattern)) {
      const isTaken = found.some((one) => match.index < one.end && match.index + match[0].length > one.start);
      if (!isTaken && !/(?:del|antes de|after|before)\s*$/.test(folded.slice(0, match.index)))
        found.push({ start: match.index, end: match.index + match[0].length, time });
    }
  }
  found.sort((one, other) => one.start - other.start);
  // “At noon, half past twelve”: the figure says it more exactly.
  return found.filter((one, at) => !(NOON.test(folded.slice(one.start, one.end)) && found[at + 1]?.time.startsWith(one.time.slice(0, 2))));
}

const minutesIn = (said: string): number => (/^\d/.test(said) ? Number(said) : (readSpelledNumber(said.split(/[\s-]/))?.value ?? 0));

const pad = (value: number): string => String(value).padStart(2, '0');

function minutesOf(before: string | undefined, said: string | undefined): [shift: number, minute: number] {
  if (before === 'half past ') return [0, 30];
  if (before === 'quarter past ') return [0, 15];
  if (before?.endsWith(' past ')) return [0, minutesIn(before.slice(0, -6))];
  if (before === 'quarter to ') return [-1, 45];
  if (said === undefined || said === 'y pico') return [0, 0];
  if (said === 'y media') return [0, 30];
  if (said === 'y cuarto') return [0, 15];
  if (said === 'menos cuarto') return [-1, 45];
  const number = minutesIn(said.replace(/^(?:y|con|menos) /, ''));
  return said.startsWith('menos') ? [-1, 60 - number] : [0, number];
}

/** The part of the day may be said elsewhere in the same sentence: “in the afternoon, at four”. */
const partNear = (folded: string, place: number): string | undefined => partIn(folded.slice(Math.max(0, place - 60), place + 30));

const LATE =
  /\b(?:afternoon|evening|tonight|(?:la|esta|de|por|en) (?:tarde|tardecita|noche|nochecita)|p\.?m|despues de (?:comer|almorzar|clase\w*|la pega|el trabajo|trabajar))\b|(?:^|[.,;!?])\s*(?:(?:mejor|pues|si|a|de|en|por)\s+)*(?:la )?(?:tarde|tardecita|noche)s?\b(?! (?:no|imposible|tampoco|complic))/;
const EARLY =
  /\b(?:morning|(?:la|esta|de|por|en) manana|mananita|tempran\w+|a primera hora)\b(?! (?:no|imposible|tampoco|complic|nunca))|\ba\.?m\b/;

/** The part of the day that the words around name, where they name one. */
function partIn(folded: string): string | undefined {
  const isLate = LATE.test(folded);
  const isEarly = EARLY.test(folded);
  if (isLate && isEarly) return undefined;
  return isLate ? 'p' : isEarly ? 'a' : undefined;
}

/** Offices are open by day: without a word about it, one to seven are of the afternoon. */
function hourOf(hour: number, part: string | undefined): number {
  if (part === undefined || /clock/.test(part)) return hour >= 1 && hour <= 7 ? hour + 12 : hour;
  const isLate = /^p|afternoon|evening|night|tarde|noche|mediodia/.test(part);
  if (isLate) return hour < 12 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour;
}
