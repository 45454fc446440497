import type { Span, Word } from './utterance.ts';

/** A phrase as the stems of its words. */
export type Phrase = readonly string[];

const SHORTEST_WITH_TYPO = 6;
/** “Cancelled” is no slip of “cancer”. */
const NO_SLIPS = new Set(['cancel', 'reflex', 'reflexed', 'number']);

/** What is left of a word without plural, gender and the commonest endings of verbs, in English and Spanish alike. */
export function stem(word: string): string {
  let rest = word.replace(/'s$/, '');
  if (rest.length > 4 && rest.endsWith('ies')) rest = `${rest.slice(0, -3)}y`;
  else if (rest.length > 3 && rest.endsWith('s') && !/(?:ss|us|is)$/.test(rest)) rest = rest.slice(0, -1);
  if (rest.length >= 6 && /(?:ing|ed)$/.test(rest)) rest = rest.replace(/(?:ing|ed)$/, '').replace(/([bdgklmnprt])\1$/, '$1');
  return rest.length >= 5 ? rest.replace(/[oaey]$/, '') : rest;
}

export function phraseOf(words: readonly Word[]): Phrase {
  return words.map((word) => stem(word.text));
}

/** Where the phrase stands among the words; long words may have one slip of the finger. */
export function findPhrase(phrase: Phrase, words: readonly Word[], stems: Phrase): Span[] {
  const found: Span[] = [];
  const [head] = phrase;
  if (head === undefined) return found;
  for (let at = 0; at + phrase.length <= words.length; at += 1) {
    const isThere = phrase.every((wanted, offset) => isSameStem(wanted, stems[at + offset] ?? ''));
    const first = words[at];
    const last = words[at + phrase.length - 1];
    if (isThere && first && last) found.push({ start: first.start, end: last.end });
  }
  return found;
}

function isSameStem(wanted: string, said: string): boolean {
  if (wanted === said) return true;
  if (NO_SLIPS.has(said)) return false;
  if (wanted.length < SHORTEST_WITH_TYPO || Math.abs(wanted.length - said.length) > 1 || wanted[0] !== said[0]) return false;
  return isOneSlipAway(wanted, said);
}

/** One letter more, less, other, or two that changed places. */
export function isOneSlipAway(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const restOne = one.slice(at);
  const restOther = other.slice(at);
  if (restOne.slice(1) === restOther.slice(1) || restOne.slice(1) === restOther || restOne === restOther.slice(1)) return true;
  return restOne[0] === restOther[1] && restOne[1] === restOther[0] && restOne.slice(2) === restOther.slice(2);
}
