const english = (words: string, from: number, step: number): [string, number][] =>
  words.split(' ').map((word, index) => [word, from + index * step]);

const ONES = new Map<string, number>([
  ...english('zero one two three four five six seven eight nine ten eleven twelve', 0, 1),
  ...english('thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 13, 1),
  ...english('cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince', 0, 1),
  ...english('dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco', 16, 1),
  ...english('veintiseis veintisiete veintiocho veintinueve', 26, 1),
  ['un', 1],
  ['una', 1],
  ['veintiun', 21],
  ['veintiuna', 21],
  ['cer', 0],
]);
const TENS = new Map<string, number>([
  ...english('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ['fourty', 40],
  ...english('treinta cuarenta cincuenta sesenta setenta ochenta noventa', 30, 10),
]);
const HUNDREDS = new Map<string, number>([
  ['cien', 100],
  ['ciento', 100],
  ...english('doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos', 200, 100),
]);
/** Words that are numbers only before something that is counted. */
export const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'un', 'una', 'one', 'uno']);

export interface SpelledNumber {
  value: number;
  /** How many of the words belong to it. */
  length: number;
}

/** Reads the number that the words begin with: “one hundred and one”, “setenta y seis”, “a couple of”, “zero point five”. */
export function readSpelledNumber(words: readonly string[]): SpelledNumber | undefined {
  const group = readCount(words) ?? readThousands(words);
  if (!group) return undefined;
  const next = words[group.length];
  if (next !== 'point' && next !== 'punto' && next !== 'coma') return group;
  const decimals = readDecimals(words.slice(group.length + 1));
  return decimals ? { value: group.value + decimals.value, length: group.length + 1 + decimals.length } : group;
}

function readCount([first, second, third]: readonly string[]): SpelledNumber | undefined {
  const isArticle = first === 'a' || first === 'un' || first === 'una';
  if (isArticle && (second === 'couple' || second === 'par')) return { value: 2, length: third === 'of' || third === 'de' ? 3 : 2 };
  if (first === 'couple') return { value: 2, length: second === 'of' ? 2 : 1 };
  if (isArticle && (second === 'dozen' || second === 'docena')) return { value: 12, length: third === 'de' ? 3 : 2 };
  if (first === 'half' || first === 'medio' || first === 'media') return { value: 0.5, length: second === 'a' || second === 'an' ? 2 : 1 };
  if (isArticle && second === 'half') return { value: 0.5, length: third === 'a' ? 3 : 2 };
  return undefined;
}

function readThousands(words: readonly string[]): SpelledNumber | undefined {
  const group = words[0] === 'mil' ? { value: 1, length: 0 } : readHundreds(words);
  if (!group) return undefined;
  const isThousand = words[group.length] === 'thousand' || words[group.length] === 'mil';
  if (!isThousand) return group;
  const after = group.length + 1;
  const and = words[after] === 'and' ? 1 : 0;
  const rest = readHundreds(words.slice(after + and));
  return { value: group.value * 1000 + (rest?.value ?? 0), length: rest ? after + and + rest.length : after };
}

function readHundreds(words: readonly string[]): SpelledNumber | undefined {
  const spanish = HUNDREDS.get(words[0] ?? '');
  if (spanish !== undefined) return withRest(spanish, 1, words);
  const group = readTens(words) ?? (words[0] === 'a' && words[1] === 'hundred' ? { value: 1, length: 1 } : undefined);
  // “One ninety seven” is how weights are told.
  const short =
    group &&
    group.length === 1 &&
    group.value >= 1 &&
    group.value <= 4 &&
    ENGLISH_TENS.test(words[1] ?? '') &&
    /^[a-z]{3,5}$/.test(words[0] ?? '');
  if (group && short) return withRest(group.value * 100, 1, words);
  if (!group || words[group.length] !== 'hundred') return group;
  const and = words[group.length + 1] === 'and' ? 1 : 0;
  return withRest(group.value * 100, group.length + 1, words, and);
}

const ENGLISH_TENS = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;

function withRest(value: number, length: number, words: readonly string[], filler = 0): SpelledNumber {
  const rest = readTens(words.slice(length + filler));
  return rest ? { value: value + rest.value, length: length + filler + rest.length } : { value, length };
}

function readTens(words: readonly string[]): SpelledNumber | undefined {
  const [first = '', second = '', third = ''] = words;
  const ten = TENS.get(first);
  if (ten === undefined) {
    const one = ONES.get(first);
    return one === undefined ? undefined : { value: one, length: 1 };
  }
  const [digit, length] = second === 'y' ? [ONES.get(third), 3] : [ONES.get(second), 2];
  const isSpanishPair = second === 'y';
  const isDigit = digit !== undefined && digit > 0 && digit < 10 && (isSpanishPair || !SPANISH_TENS.has(first));
  return isDigit ? { value: ten + digit, length } : { value: ten, length: 1 };
}

const SPANISH_TENS = new Set('treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' '));

function readDecimals(words: readonly string[]): SpelledNumber | undefined {
  let digits = '';
  let length = 0;
  for (const word of words) {
    const one = ONES.get(word) ?? TENS.get(word);
    if (one === undefined || digits.length > 2) break;
    digits += String(one);
    length += 1;
  }
  return digits === '' ? undefined : { value: Number(`0.${digits}`), length };
}
