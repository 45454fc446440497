/** Case and accents do not matter: what is typed on a telephone has none. */
export const fold = (text: string): string =>
  ASCII.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(MARKS, '').toLowerCase();

const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}+/gu;
/** Numbers with what belongs into them (8:30, 1,500, 2.5), and words with hyphens and apostrophes. */
const WORD = /\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+$/;

/**
 * The words of a text in order, folded. What is written with a hyphen counts as one word and as its parts (check-in, checkin, 555-0142),
 * each of which people type.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [found] of fold(text).matchAll(WORD)) {
    const word = found.replace(/['’]s$/, '').replace(/['’]/g, '');
    if (!word.includes('-')) words.push(THOUSANDS.test(word) ? word.replaceAll(',', '') : word);
    else words.push(word.replaceAll('-', ''), ...word.split('-').filter((part) => part.length > 1));
  }
  return words;
}
