/**
 * What somebody may have meant to type. Words are compared by the groups of three letters that they share, as PostgreSQL's pg_trgm
 * does, and those that share enough by how much has to be changed, where slips of the ear cost less than others: `sita` for `cita`.
 */
export interface Spelling {
  word: string;
  /** From 0 to 1, which is the word itself. */
  likeness: number;
}

const LEAST_SHARED_TRIGRAMS = 0.2;

/** The likeliest of these words, or undefined where all are too far away. Earlier ones win where two are equally near. */
export function nearestSpelling(word: string, candidates: Iterable<string>): Spelling | undefined {
  const most = mostChange(word.length);
  const own = trigramsOf(word);
  let best: Spelling | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > MOST_LENGTH_DIFFERENCE) continue;
    if (sharedTrigrams(own, trigramsOf(candidate)) < LEAST_SHARED_TRIGRAMS) continue;
    const change = changeBetween(word, candidate);
    if (change > most) continue;
    const likeness = 1 - change / Math.max(word.length, candidate.length);
    if (best === undefined || likeness > best.likeness) best = { word: candidate, likeness };
  }
  return best;
}

export const MOST_LENGTH_DIFFERENCE = 2;

/** How much may be wrong with a word of so many letters. */
function mostChange(length: number): number {
  if (length <= 2) return 0;
  if (length === 3) return 0.7;
  if (length <= 5) return 1;
  return length <= 8 ? 1.6 : 2.2;
}

function trigramsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  return found;
}

/** Of all that either has. */
function sharedTrigrams(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of one) if (other.has(trigram)) shared += 1;
  return shared / (one.size + other.size - shared);
}

const VOWELS = new Set('aeiou');
/** Letters that sound alike in English or Spanish. */
const ALIKE = ['csz', 'ckq', 'bvw', 'iy', 'gj', 'mn', 'fp', 'td', 'xs'];
const soundAlike = (one: string, other: string) => ALIKE.some((letters) => letters.includes(one) && letters.includes(other));

const SILENT = 0.4;
const ALIKE_COST = 0.5;
const SWAP = 0.6;

function changeCost(one: string, other: string): number {
  if (one === other) return 0;
  return (VOWELS.has(one) && VOWELS.has(other)) || soundAlike(one, other) ? ALIKE_COST : 1;
}

/** A letter that is doubled, silent (h, e) or a vowel is easily left out. */
function gapCost(word: string, at: number): number {
  const letter = word.charAt(at);
  if (letter === 'h' || letter === word.charAt(at - 1)) return SILENT;
  return VOWELS.has(letter) ? 0.7 : 0.9;
}

/** A weighted edit distance with swaps of neighbours. */
function changeBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last: number[] = [0];
  for (let column = 0; column < other.length; column += 1) last.push((last[column] ?? 0) + gapCost(other, column));
  for (let row = 0; row < one.length; row += 1) {
    const current: number[] = [(last[0] ?? 0) + gapCost(one, row)];
    for (let column = 0; column < other.length; column += 1) {
      let least = Math.min(
        (last[column] ?? 0) + changeCost(one.charAt(row), other.charAt(column)),
        (last[column + 1] ?? 0) + gapCost(one, row),
        (current[column] ?? 0) + gapCost(other, column),
      );
      const isSwap = row > 0 && column > 0 && one[row] === other[column - 1] && one[row - 1] === other[column];
      if (isSwap) least = Math.min(least, (beforeLast[column - 1] ?? 0) + SWAP);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? Number.POSITIVE_INFINITY;
}

/** The sound with which a word begins: what is written with another letter by mistake still begins alike. */
export function initialOf(word: string): string {
  const bare = word
    .replace(/^h(?=.)/, '')
    .replace(/^ph/, 'f')
    .replace(/^wh?/, 'b')
    .replace(/^k(?=n)/, '');
  const first = bare.charAt(0);
  if (first === 'v') return 'b';
  if (first === 'z' || first === 'x' || /^c[eiy]/.test(bare) || bare.startsWith('ps')) return 's';
  if (first === 'k' || first === 'q') return 'c';
  return /^g[eiy]/.test(bare) ? 'j' : first;
}

/** Where to look for what was meant: the first letter may be missing, too much, or swapped with the next. */
export const initialsToTry = (word: string): string[] => [
  ...new Set([initialOf(word), initialOf(word.slice(1)), initialOf(word.charAt(1) + word.charAt(0) + word.slice(2))]),
];
