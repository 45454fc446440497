import type { Span, Word } from '../text/utterance.ts';
import { type NumberMention, readNumbers } from './numbers.ts';
import { convert, type Dimension, type Unit, unitOf } from './units.ts';

/** A number and what it counts. */
export interface Quantity extends Span {
  value: number;
  unit: Unit | undefined;
  isRange: boolean;
  /** Per day, per week and so on, where it says so; in days. */
  perDays?: number;
}

const FILLERS = new Set(['of', 'de', '-', 'full', 'whole', 'good', 'degrees', 'degree', 'grados', 'grado', '°', 'º', 'more', 'mas']);
const PER =
  /^(?: (?:of|de) (?:red |white )?\w+)?,?\s*(?:(?:once (?:a|per|every)|in a|a|per|each|every|por|al|a la|cada|todos los|todas las)\s+)?(?:(day|night|dia|noche|daily|diari[oa]s?)|(week|semana|weekly)|(month|mes)|(year|ano))\b/;

/** All quantities among the words. Feet and inches, or metres and centimetres, that stand together are one. */
export function readQuantities(words: readonly Word[], textOf: (from: number, to: number) => string): Quantity[] {
  const found: Quantity[] = [];
  const numbers = readNumbers(words, textOf);
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index];
    if (!number) continue;
    const { unit, end } = unitAfter(words, number, textOf);
    const metre = metreBefore(words, number);
    if (metre && !unit) {
      found.push({ value: 1 + number.value / 100, unit: unitOf('m'), isRange: false, start: metre.start, end: number.end });
      continue;
    }
    // “Uno setenta”, “1 82”: how tall people are is told without the metre.
    const next = numbers[index + 1];
    const isTall =
      !unit && number.value === 1 && words[number.next - 1]?.text !== 'una' && next !== undefined && next.value >= 30 && next.value < 100;
    if (isTall && next && /^\s+$/.test(textOf(number.end, next.start)) && !unitAfter(words, next, textOf).unit) {
      found.push({ value: 1 + next.value / 100, unit: unitOf('m'), isRange: false, start: number.start, end: next.end });
      index += 1;
      continue;
    }
    if (number.isArticle && !unit) continue;
    const joined = unit ? joinSmaller(words, numbers[index + 1], unit, end, textOf) : undefined;
    if (joined && unit) {
      found.push({ value: number.value + joined.value, unit, isRange: false, start: number.start, end: joined.end });
      index += 1;
      continue;
    }
    // “26 kilos y medio”
    const half = /^\s+(?:y medi[oa]|and a half)\b/.exec(textOf(end, end + 14));
    const value = half && unit ? number.value + 0.5 : number.value;
    const stop = half && unit ? end + half[0].length : end;
    if (half && unit && next && next.start < stop) index += 1;
    const per = PER.exec(textOf(stop, stop + 34));
    found.push({ value, unit, isRange: number.isRange, start: number.start, end: stop, ...(per && unit ? { perDays: daysOf(per) } : {}) });
  }
  for (let index = 1; index < found.length; index += 1) {
    const before = found[index - 1];
    const here = found[index];
    if (before && here?.isRange && before.isRange && !before.unit) before.unit = here.unit;
  }
  return found;
}

/** “Metro setenta y cuatro”. */
function metreBefore(words: readonly Word[], number: NumberMention): Word | undefined {
  const at = words.findIndex((word) => word.start === number.start);
  const [before, word] = [words[at - 2]?.text ?? '', words[at - 1]];
  const isBare = word?.text === 'metro' && !/^(?:un|uno|dos|1|2|del?|al|el|cada|por)$/.test(before);
  return isBare && number.value >= 30 && number.value < 100 ? word : undefined;
}

const daysOf = ([, day, week, month]: RegExpExecArray): number => (day ? 1 : week ? 7 : month ? 30 : 365);

function unitAfter(
  words: readonly Word[],
  number: NumberMention,
  textOf: (from: number, to: number) => string,
): { unit: Unit | undefined; end: number } {
  for (let at = number.next; at < Math.min(number.next + 3, words.length); at += 1) {
    const word = words[at];
    if (!word) break;
    const unit = unitOf(word.text);
    // “Four, at night” counts no nights.
    if (/[,;.!?]/.test(textOf(number.end, word.start))) break;
    if (unit) return { unit, end: word.end };
    if (!FILLERS.has(word.text)) break;
  }
  return { unit: undefined, end: number.end };
}

/** The second part of “5 feet 4 inches” or “un metro sesenta”, in the first one's unit. */
function joinSmaller(
  words: readonly Word[],
  next: NumberMention | undefined,
  unit: Unit,
  end: number,
  textOf: (from: number, to: number) => string,
): { value: number; end: number } | undefined {
  if (!next || !/^[\s-]*(?:and|y|con)?\s*$/.test(textOf(end, next.start))) return undefined;
  const smaller = unitAfter(words, next, textOf);
  if (unit.id === 'ft' && next.value < 12 && (!smaller.unit || smaller.unit.id === 'in'))
    return { value: next.value / 12, end: smaller.end };
  if (unit.id === 'm' && next.value < 100 && (!smaller.unit || smaller.unit.id === 'cm')) {
    return { value: (next.value < 10 && !smaller.unit ? next.value * 10 : next.value) / 100, end: smaller.end };
  }
  // “Doce kilos trescientos” are twelve kilos and three hundred grams.
  if (unit.id === 'kg' && next.value >= 100 && next.value < 1000 && !smaller.unit) return { value: next.value / 1000, end: smaller.end };
  if (unit.id === 'stone' && smaller.unit?.id === 'lb') return { value: next.value / 14, end: smaller.end };
  return undefined;
}

/** The quantity in the unit that is asked for, to one tenth; undefined when it counts something else. */
export function inUnit({ value, unit }: Pick<Quantity, 'value' | 'unit'>, target: Unit, said?: Dimension): number | undefined {
  if (!unit) return said === undefined || said === target.dimension ? round(value) : undefined;
  return unit.dimension === target.dimension ? round(convert(value, unit, target)) : undefined;
}

const round = (value: number): number => Math.round(value * 10) / 10;
