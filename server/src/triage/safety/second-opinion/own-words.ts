/**
 * Where a quote stands in a text, as the text has it: case, accents, punctuation and spaces may differ, words may not. Undefined where
 * it does not stand in it.
 */
export function ownWords(text: string, quote: string): string | undefined {
  const words = wordsIn(text);
  const wanted = wordsIn(quote).map(({ plain }) => plain);
  if (wanted.length === 0) return undefined;
  const from = words.findIndex((_, index) => wanted.every((plain, offset) => words[index + offset]?.plain === plain));
  const first = words[from];
  const last = words[from + wanted.length - 1];
  return first && last && text.slice(first.start, last.end);
}

interface Word {
  plain: string;
  start: number;
  end: number;
}

/** Letters and digits, with their accents and the apostrophes between them. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’](?=\p{L}))*/gu;

const wordsIn = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    plain: word
      .normalize('NFKD')
      .replaceAll(/[\p{M}'’]/gu, '')
      .toLowerCase(),
    start: index,
    end: index + word.length,
  }));
