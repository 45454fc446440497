/** A word or number of a text, folded: without accents, in lower case. Offsets are in UTF-16 units. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** `38.7` and `1,70` are one word, `don’t` too; `15th` and `5'11` are two. */
const WORD = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;

export const fold = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");

export const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)].map((match) => ({ text: fold(match[0]), start: match.index, end: match.index + match[0].length }));

/** The words of a name such as `smokesNow` or `weight_kg`. */
export const wordsOfName = (name: string): string[] =>
  wordsOf(name.replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replaceAll(/[_\-.]/g, ' ')).map(({ text }) => text);

/** Whether two folded words are forms of one, such as “smoke” and “smoking”: long words agree in their beginning. */
export function isSameStem(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < 4 || /^\d/.test(one) || /^\d/.test(other)) return false;
  const needed = shorter <= 5 ? 4 : 5;
  return one.slice(0, needed) === other.slice(0, needed) && Math.abs(one.length - other.length) <= 5;
}

/** Where a phrase stands among words, by its first word; each word may be another form of the one that is meant. */
export function findPhrase(words: readonly Word[], phrase: readonly string[]): number[] {
  if (phrase.length === 0) return [];
  return words.flatMap((_, index) => (phrase.every((part, offset) => isSameStem(words[index + offset]?.text ?? '', part)) ? [index] : []));
}

/** Words that say nothing about what a text is about, in both languages. */
const EMPTY_WORDS = new Set(
  `a an and any are as at be been by can current currently did do does for from had has have having he her his how i if in is it its just
  me more much my no not now of on or our patient patients please she so some that the their them they this to was we were what when
  where which who why will with would yes you your tell us whether name number date time
  al algo algun alguna como con cual cuando cuanto cuanta de del desde donde el ella en es esa ese esta este estan ha hace hay la las le
  les lo los mas me mi mis muy no o para pero por que quien se si sido sin sobre son su sus tiene tengo tienen tu tus un una uno unas unos
  usted y ya paciente actual actualmente nombre numero fecha hora`.split(/\s+/),
);

export const contentWords = (words: readonly string[]): string[] => words.filter((word) => word.length > 1 && !EMPTY_WORDS.has(word));
