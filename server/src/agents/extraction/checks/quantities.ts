import { numbersIn } from './numbers.ts';
import { convert, type Unit, unitById, unitOfWord } from './units.ts';
import { type Word, wordsOf } from './words.ts';

/** A number in a text with the unit behind it, where there is one. */
export interface Quantity {
  values: number[];
  unit: Unit | undefined;
}

const ORDINAL = /^(?:st|nd|rd|th)$/;
const FILLERS = new Set(['of', 'de', 'degrees', 'degree', 'grados', 'grado', 'a']);

/** Every quantity that a text names; “5 ft 11”, “11 stone 4” and “1 metro 70” are one. */
export function quantitiesIn(text: string): Quantity[] {
  const words = wordsOf(text);
  const numbers = numbersIn(words);
  const found: Quantity[] = [];
  for (let index = 0; index < numbers.length; index += 1) {
    const number = numbers[index];
    if (!number) continue;
    const next = numbers[index + 1];
    const own = unitBehind(text, words, number.last);
    const between = next && text.slice(words[number.last]?.end, words[next.first]?.start);
    const isClose = next !== undefined && next.first - number.last <= 3;
    const compound = next && isClose && compoundOf(number.values, own, next.values, unitBehind(text, words, next.last), between ?? '');
    if (compound) {
      found.push(compound);
      index += 1;
      continue;
    }
    found.push({ values: hasHalfBehind(words, number.last) ? number.values.map((value) => value + 0.5) : number.values, unit: own });
    // “an eight-month-old”, “a half”: a single “a” counts only with a unit.
    const isBareArticle = number.isWritten && words[number.last]?.text.length === 1 && own === undefined;
    if (isBareArticle) found.pop();
  }
  return found;
}

/** “26 kilos y medio”, “two years and a half”. */
const hasHalfBehind = (words: readonly Word[], at: number): boolean =>
  /^(?:y medi[oa]|and a half)/.test(
    words
      .slice(at + 2, at + 5)
      .map(({ text }) => text)
      .join(' '),
  ) && unitOfWord(words[at + 1]?.text ?? '') !== undefined;

function unitBehind(text: string, words: readonly Word[], at: number): Unit | undefined {
  const end = words[at]?.end ?? 0;
  if (/^\s?["″”]/.test(text.slice(end, end + 2))) return unitById('in');
  for (let next = at + 1; next <= at + 2; next += 1) {
    const word = words[next];
    if (!word) return undefined;
    if (ORDINAL.test(word.text) && word.start === words[next - 1]?.end) return undefined;
    if (text.slice(words[next - 1]?.end, word.start).match(/[.,;!?\n]/)) return undefined;
    const found = unitOfWord(word.text);
    // “I” is no litre, and “a” belongs to the pack that follows.
    if (found) return found;
    if (!FILLERS.has(word.text)) return undefined;
  }
  return undefined;
}

/** What two numbers make together, or undefined when they do not. */
function compoundOf(
  first: number[],
  own: Unit | undefined,
  second: number[],
  other: Unit | undefined,
  between: string,
): Quantity | undefined {
  const small = second[0] ?? 0;
  const sum = (unit: Unit, part: Unit, share: number): Quantity => ({
    values: first.map((value) => value + (convert(share, part, unit) ?? 0)),
    unit,
  });
  const [ft, inch, stone, lb, m, cm, gram] = ['ft', 'in', 'stone', 'lb', 'm', 'cm', 'g'].map((id) => unitById(id));
  if (!ft || !inch || !stone || !lb || !m || !cm) return undefined;
  if (/^\s?['’′]\s?$/.test(between) && small < 12) return sum(ft, inch, small);
  if (own === ft && small < 12 && (other === undefined || other === inch)) return sum(ft, inch, small);
  // “Doce kilos trescientos”.
  if (own !== undefined && own.id === 'kg' && gram && small >= 100 && small < 1000 && other === undefined) return sum(own, gram, small);
  if (own === stone && small < 14 && (other === undefined || other === lb)) return sum(stone, lb, small);
  if (own === m && small < 100 && (other === undefined || other === cm)) return sum(m, cm, small);
  // “uno setenta” is how people say how tall they are.
  if (own === undefined && (first[0] === 1 || first[0] === 2) && small >= 30 && small < 100 && between.trim() === '' && other !== lb) {
    return { values: first.map((value) => value * 100 + small), unit: cm };
  }
  return undefined;
}
