/**
 * Reduces an English word to what its forms have in common: parking, parked and parks to park; cancelled and cancellation to cancel.
 * The result need not be a word. It goes further than grammar where people mix the forms (appointment, appoint), and stops where
 * a short word would lose its meaning.
 */
export function stemEnglish(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  return finish(withoutSuffix(withoutVerbEnding(withoutPlural(word))));
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:x|ch|sh|ss|zz|o)es$/.test(word) && word.length > 5) return word.slice(0, -2);
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word;
}

const VERB_ENDINGS = ['ingly', 'edly', 'ing', 'ed'];

function withoutVerbEnding(word: string): string {
  const ending = VERB_ENDINGS.find((candidate) => word.endsWith(candidate));
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (rest.length < 3 || !/[aeiouy]/.test(rest)) return word;
  // operating comes from operate, as operation does.
  return /(?:at|bl|iz)$/.test(rest) ? `${rest}e` : single(rest);
}

/** Endings with the fewest letters that have to stay, the longest first. */
const SUFFIXES: readonly (readonly [ending: string, stay: number])[] = [
  ['izations', 4],
  ['ization', 4],
  ['ational', 4],
  ['ations', 4],
  ['ation', 4],
  ['itions', 4],
  ['ition', 4],
  ['ically', 4],
  ['fulness', 3],
  ['iveness', 4],
  ['ability', 4],
  ['ibility', 4],
  ['encies', 4],
  ['ancies', 4],
  ['ments', 5],
  ['ment', 5],
  ['ances', 4],
  ['ance', 4],
  ['ences', 4],
  ['ence', 4],
  ['ency', 4],
  ['ancy', 4],
  ['ness', 3],
  ['able', 4],
  ['ible', 4],
  ['ical', 3],
  ['ally', 4],
  ['ful', 3],
  ['ist', 5],
  ['ity', 4],
  ['ion', 4],
  ['ors', 4],
  ['ers', 4],
  ['ive', 4],
  ['ant', 5],
  ['ize', 4],
  ['ise', 5],
  ['ate', 4],
  ['ous', 4],
  ['ly', 4],
  ['al', 4],
  ['er', 4],
  ['or', 4],
  ['ic', 4],
];

function withoutSuffix(word: string): string {
  for (const [ending, stay] of SUFFIXES) {
    if (word.length - ending.length < stay || !word.endsWith(ending)) continue;
    return single(word.slice(0, -ending.length));
  }
  return word;
}

/** parkk → park; the doubled letter of a form that has lost its ending. */
const single = (stem: string): string => (/([bdfglmnprt])\1$/.test(stem) && stem.length > 3 ? stem.slice(0, -1) : stem);

function finish(stem: string): string {
  if (stem.length > 3 && stem.endsWith('e')) return stem.slice(0, -1);
  if (stem.length > 3 && /[^aeiou]y$/.test(stem)) return `${stem.slice(0, -1)}i`;
  return stem;
}
