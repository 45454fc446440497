/**
 * Lower case without accents, with plain apostrophes; every character keeps its place, so that what is found in the folded text
 * can be quoted from the original.
 */
export function fold(text: string): string {
  return text.replace(FOLDABLE, (character) => {
    const plain = QUOTES.has(character) ? "'" : character.normalize('NFD').replace(MARKS, '').toLowerCase();
    return plain.length === 1 ? plain : character;
  });
}

const FOLDABLE = /[A-Z\u0080-\uffff]/g;
const MARKS = /\p{M}/gu;
const QUOTES = new Set(['’', '‘', '´', 'ʼ']);
