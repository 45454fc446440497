import type { Span, Word } from '../text/utterance.ts';
import { ARTICLES, readSpelledNumber } from './number-words.ts';

export interface NumberMention extends Span {
  value: number;
  /** Said with “a” or “one”: a number only where something is counted. */
  isArticle: boolean;
  /** One end of a range such as “four to five”. */
  isRange: boolean;
  /** Index of the word after the number. */
  next: number;
}

const HALF = /^(?:(?:y|and) (?:a )?(?:half|medi[oa]))/;
const RANGE_BETWEEN = /^\s*(?:to|or|a|o|-|–|hasta)\s*$/;

/** Every number among the words, in digits or spelled, with halves and decimals. `between` gives the text between two places. */
export function readNumbers(words: readonly Word[], textOf: (from: number, to: number) => string): NumberMention[] {
  const texts = words.map((word) => word.text);
  const found: NumberMention[] = [];
  for (let at = 0; at < words.length; ) {
    const number = readDigits(texts, at) ?? readSpelled(words, texts, at, textOf) ?? readArticle(texts, at);
    const first = words[at];
    if (!number || !first) {
      at += 1;
      continue;
    }
    let { value, length } = number;
    const rest = texts.slice(at + length, at + length + 3).join(' ');
    const half = HALF.exec(rest);
    if (half) {
      value += 0.5;
      length += half[0].split(' ').length;
    }
    const next = at + length;
    const end = words[next - 1]?.end ?? first.end;
    found.push({ value, start: first.start, end, next, isArticle: length === 1 && ARTICLES.has(first.text), isRange: false });
    at = next;
  }
  markRanges(found, textOf);
  return found;
}

/** “A pack” is one; of most other things “a” counts nothing. */
function readArticle(texts: readonly string[], at: number): { value: number; length: number } | undefined {
  return /^an?$/.test(texts[at] ?? '') && texts[at + 1] === 'pack' && texts[at - 1] !== 'half' ? { value: 1, length: 1 } : undefined;
}

function readDigits(texts: readonly string[], at: number): { value: number; length: number } | undefined {
  const text = texts[at] ?? '';
  if (!/^\d/.test(text)) return undefined;
  const value = readNumeral(text);
  if (value === undefined) return undefined;
  // “38 con 7” is how temperatures are told in Spanish.
  const decimal = texts[at + 2] ?? '';
  const isTold = (texts[at + 1] === 'con' || texts[at + 1] === 'point' || texts[at + 1] === 'punto') && /^\d{1,2}$/.test(decimal);
  return isTold ? { value: Number(`${value}.${decimal}`), length: 3 } : { value, length: 1 };
}

/** `1,62`, `38.7`, `1,000`, `1.000.000`; undefined for what is no number, such as `08.05.1990`. */
export function readNumeral(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^\d{1,3}(?:,\d{3})+$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d+[.,]\d{1,2}$|^\d+\.\d+$/.test(text)) return Number(text.replace(',', '.'));
  return undefined;
}

function readSpelled(
  words: readonly Word[],
  texts: readonly string[],
  at: number,
  textOf: (from: number, to: number) => string,
): { value: number; length: number } | undefined {
  // A number goes no further than the words that are written together.
  let end = at + 1;
  while (end < words.length && end < at + 8 && /^[\s-]*$/.test(textOf(words[end - 1]?.end ?? 0, words[end]?.start ?? 0))) end += 1;
  const spelled = readSpelledNumber(texts.slice(at, end));
  if (!spelled) return undefined;
  // “treinta y ocho con siete”
  const separator = texts[at + spelled.length];
  const decimal = separator === 'con' ? readSpelledNumber(texts.slice(at + spelled.length + 1, end)) : undefined;
  if (!decimal || decimal.value > 9 || spelled.value < 10) return spelled;
  return { value: Number(`${spelled.value}.${decimal.value}`), length: spelled.length + 1 + decimal.length };
}

function markRanges(numbers: NumberMention[], textOf: (from: number, to: number) => string): void {
  for (let index = 1; index < numbers.length; index += 1) {
    const low = numbers[index - 1];
    const high = numbers[index];
    if (!low || !high || low.value >= high.value) continue;
    const between = textOf(low.end, high.start);
    const isEnclosed = /^\s*(?:y|and)\s*$/.test(between) && /\b(?:entre|between)\s+$/.test(textOf(0, low.start));
    if (!isEnclosed && !RANGE_BETWEEN.test(between)) continue;
    low.isRange = true;
    high.isRange = true;
  }
}
