/**
 * Looks for the words and phrases by which a tenant calls for a person: whole words, whatever their capitals and accents, and whatever
 * stands between them that is no letter or digit.
 * @returns the visitor's own words, and which of the tenant's they are
 */
export function findEscalationWord(text: string, phrases: readonly string[]): { phrase: string; quote: string } | undefined {
  if (phrases.length === 0) return undefined;
  const words = wordsOf(text);
  for (const phrase of phrases) {
    const wanted = wordsOf(phrase);
    if (wanted.length === 0) continue;
    const from = words.findIndex((_, start) => wanted.every(({ folded }, offset) => words[start + offset]?.folded === folded));
    const first = words[from];
    const last = words[from + wanted.length - 1];
    if (first && last) return { phrase, quote: text.slice(first.start, last.end) };
  }
  return undefined;
}

interface Word {
  folded: string;
  start: number;
  end: number;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));

const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
