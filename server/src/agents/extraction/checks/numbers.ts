import type { Word } from './words.ts';

/** A number in a text. `1,200` may be either of two, so there are several values. */
export interface NamedNumber {
  values: number[];
  /** Places of its first and last word. */
  first: number;
  last: number;
  isWritten: boolean;
}

const list = (text: string, from = 0): [string, number][] => text.split(' ').map((word, index) => [word, index + from]);
const ONES = new Map<string, number>([
  ...list(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  ),
  ...list(
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve',
  ),
  ...list('veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve', 20),
  ['un', 1],
  ['una', 1],
  ['once', 11],
  // What comes in an order is counted too: floors, grades, days.
  ...list('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth', 1),
  ...list('sixteenth seventeenth eighteenth nineteenth twentieth', 16),
  ...list('primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo', 1),
  ...list('primera segunda tercera cuarta quinta sexta septima octava novena decima', 1),
  ['primer', 1],
  ['tercer', 3],
]);
const TENS = new Map<string, number>([
  ...list('twenty thirty forty fifty sixty seventy eighty ninety').map(([word, n]): [string, number] => [word, (n + 2) * 10]),
  ...list('treinta cuarenta cincuenta sesenta setenta ochenta noventa').map(([word, n]): [string, number] => [word, (n + 3) * 10]),
]);
const HUNDREDS = new Map<string, number>([
  ['cien', 100],
  ['ciento', 100],
  ...list('doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos', 2).map(
    ([word, n]): [string, number] => [word, n * 100],
  ),
]);
const SPECIAL = new Map<string, number>([
  ['twice', 2],
  ['couple', 2],
  ['par', 2],
  ['both', 2],
  ['dozen', 12],
  // Of floors.
  ['ground', 0],
  ['baja', 0],
  ['bajo', 0],
  ['docena', 12],
  ['nothing', 0],
  ['none', 0],
  ['never', 0],
  ['no', 0],
  ['nada', 0],
  ['nunca', 0],
  ['ninguno', 0],
  ['ninguna', 0],
  ['ningun', 0],
]);
const HALVES = new Set(['half', 'medio', 'media']);
const SINGLE = new Set(['a', 'an', 'once']);

/** Every number that the words name, in digits or in words. */
export function numbersIn(words: readonly Word[]): NamedNumber[] {
  const found: NamedNumber[] = [];
  for (let at = 0; at < words.length; ) {
    const number = numberAt(words, at);
    if (number) found.push(number);
    at = number ? number.last + 1 : at + 1;
  }
  return found;
}

function numberAt(words: readonly Word[], at: number): NamedNumber | undefined {
  const text = textAt(words, at);
  if (/^\d/.test(text)) return withFraction(words, { values: digitValues(text), first: at, last: at, isWritten: false });
  const spelled = spelledAt(words, at);
  if (spelled) return withFraction(words, spelled);
  const special = SPECIAL.get(text);
  if (special !== undefined) return { values: [special], first: at, last: at, isWritten: true };
  // “half a pack” is one number.
  if (HALVES.has(text)) return { values: [0.5], first: at, last: SINGLE.has(textAt(words, at + 1)) ? at + 1 : at, isWritten: true };
  // “a week”, “una vez”: one of what follows.
  return SINGLE.has(text) ? { values: [1], first: at, last: at, isWritten: true } : undefined;
}

/** `38,7` is 38.7, `1.200` is 1200 or 1.2. */
function digitValues(text: string): number[] {
  const [whole = '', part, ...rest] = text.split(/[.,]/);
  if (part === undefined) return [Number(whole)];
  if (rest.length > 0) return [Number([whole, part, ...rest].join(''))];
  const decimal = Number(`${whole}.${part}`);
  return part.length === 3 ? [Number(whole + part), decimal] : [decimal];
}

function spelledAt(words: readonly Word[], at: number): NamedNumber | undefined {
  let total = 0;
  let current = 0;
  let last = -1;
  for (let index = at; index < words.length; index += 1) {
    const text = textAt(words, index);
    const value = ONES.get(text) ?? TENS.get(text) ?? HUNDREDS.get(text);
    if (value !== undefined) {
      // “six seven” are two numbers; “seventy six” and “ciento ochenta” are one.
      const room =
        current === 0 ? Number.POSITIVE_INFINITY : current % 100 === 0 ? 100 : current % 10 === 0 && current % 100 >= 20 ? 10 : 0;
      // “Cero dos” are two digits, of a telephone number.
      if (value >= room || (last >= 0 && current === 0 && total === 0)) break;
      current += value;
    } else if (text === 'hundred' && last >= 0) current = Math.max(1, current) * 100;
    else if ((text === 'thousand' || text === 'mil') && (last >= 0 || text === 'mil')) {
      total += Math.max(1, current) * 1000;
      current = 0;
    } else if ((text === 'and' || text === 'y') && last >= 0 && continuesAt(words, index + 1, current)) continue;
    else break;
    last = index;
  }
  return last < 0 ? undefined : { values: [total + current], first: at, last, isWritten: true };
}

/** “setenta y seis”, “one hundred and eighty”. */
function continuesAt(words: readonly Word[], at: number, current: number): boolean {
  const text = textAt(words, at);
  const value = ONES.get(text) ?? TENS.get(text);
  if (value === undefined) return false;
  return current % 100 === 0 ? value < 100 : current % 10 === 0 && value < 10;
}

/** “two and a half”, “38 y medio”, “treinta y ocho con siete”, “thirty eight point seven”. */
function withFraction(words: readonly Word[], number: NamedNumber): NamedNumber {
  const { last, values } = number;
  const [next, second, third] = [1, 2, 3].map((offset) => textAt(words, last + offset));
  const withHalf = values.map((value) => value + 0.5);
  if ((next === 'and' || next === 'y') && HALVES.has(second ?? '')) return { ...number, values: withHalf, last: last + 2 };
  if (next === 'and' && second === 'a' && third === 'half') return { ...number, values: withHalf, last: last + 3 };
  if (next !== 'point' && next !== 'con' && next !== 'coma' && next !== 'punto') return number;
  const decimals = ONES.get(second ?? '') ?? TENS.get(second ?? '') ?? (/^\d{1,2}$/.test(second ?? '') ? Number(second) : undefined);
  if (decimals === undefined) return number;
  return { ...number, values: values.map((value) => Number(`${value}.${decimals}`)), last: last + 2 };
}

const textAt = (words: readonly Word[], at: number): string => words[at]?.text ?? '';
