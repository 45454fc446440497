import type { Meaning } from './concepts.ts';
import type { SentenceContext } from './context.ts';
import type { Thesaurus } from './thesaurus.ts';

/** How many places the features are hashed to. */
export const BUCKETS = 1 << 16;

/** A sentence as the classifier sees it. */
export interface ReadSentence {
  meaning: Meaning;
  context: SentenceContext;
}

/** What the classifier knows of language. */
export interface Language {
  /** Words of the training text; another one says nothing by itself, and must not be taken for what it happens to look like. */
  knows(word: string): boolean;
  thesaurus: Thesaurus;
}

const NEGATIONS =
  /^(?:no|not|never|without|denies|dont|doesnt|didnt|isnt|wasnt|havent|hasnt|nor|none|aint|wont|arent|neither|sin|ni|nunca|jamas|tampoco|niega|nada|nadie)$/;
/** How many words a negation reaches. */
const REACH = 3;
/** Meanings of a sentence that are paired with each other. */
const MAX_PAIRED = 26;
const LETTERS_AT_A_TIME = 4;

/** What kind of feature it is: the same words in another one are something else. */
const KIND = {
  word: 1,
  deniedWord: 2,
  pair: 3,
  spacedPair: 4,
  triple: 5,
  letters: 6,
  digits: 7,
  context: 8,
  meaning: 9,
  deniedMeaning: 10,
  meaningInContext: 11,
  meaningAfterWord: 12,
  meaningBeforeWord: 13,
  meaningPair: 14,
} as const;

/**
 * The features of some sentences, as distinct bucket numbers: words, denied words, pairs and triples of words, pairs with one word
 * between, groups of four letters (for spellings that nobody has listed), and what words mean: concepts of the rules and groups of the
 * thesaurus, alone, denied, beside a word, in pairs, and beside what the sentence says about when and whether.
 */
export function featuresOf(sentences: readonly ReadSentence[], { knows, thesaurus }: Language): Set<number> {
  const features = new Set<number>();
  const add = (kind: number, one: number, two = 0, three = 0) => features.add(mix(kind, one, two, three) & (BUCKETS - 1));
  for (const { meaning, context } of sentences) {
    const { words, at } = meaning;
    const frame = [...context.contexts, context.isNow ? 'now' : 'untimed'].map(hash);
    for (const name of frame) add(KIND.context, name);
    const meanings: { name: number; index: number }[] = [];
    const isKnown = words.map(knows);
    const hashes = words.map(hash);
    const wordAt = (index: number): number => hashes[index] ?? (index < 0 ? BEGINNING : END);
    words.forEach((word, index) => {
      const own = wordAt(index);
      if (DIGITS.test(word)) {
        add(KIND.digits, word.length);
        return;
      }
      const isDenied = words.slice(Math.max(0, index - REACH), index).some((before) => NEGATIONS.test(before));
      if (isKnown[index]) {
        add(KIND.word, own);
        if (isDenied) add(KIND.deniedWord, own);
        if (index === 0 || isKnown[index - 1]) add(KIND.pair, wordAt(index - 1), own);
        if (index === words.length - 1) add(KIND.pair, own, END);
        if (isKnown[index - 2]) add(KIND.spacedPair, wordAt(index - 2), own);
        if (isKnown[index - 2] && isKnown[index - 1]) add(KIND.triple, wordAt(index - 2), wordAt(index - 1), own);
        for (const letters of lettersOf(word)) add(KIND.letters, hash(letters));
      }
      const names = [...(at[index]?.keys() ?? [])].map((name) => hash(`@${name}`));
      for (const group of thesaurus.groupsAt(words, index)) names.push(hash(`~${group}`));
      for (const name of names) {
        add(isDenied ? KIND.deniedMeaning : KIND.meaning, name);
        for (const around of frame) add(KIND.meaningInContext, around, name);
        add(KIND.meaningAfterWord, wordAt(index - 1), name);
        add(KIND.meaningBeforeWord, name, wordAt(index + 1));
        if (meanings.length < MAX_PAIRED) meanings.push({ name, index });
      }
    });
    meanings.forEach((one, position) => {
      for (const other of meanings.slice(position + 1)) {
        if (one.index === other.index || one.name === other.name) continue;
        // In whichever order they stand.
        add(KIND.meaningPair, Math.min(one.name, other.name), Math.max(one.name, other.name));
      }
    });
  }
  return features;
}

const DIGITS = /^\d+$/;

function* lettersOf(word: string): Generator<string> {
  if (word.length <= LETTERS_AT_A_TIME) return;
  const whole = `<${word}>`;
  for (let start = 0; start + LETTERS_AT_A_TIME <= whole.length; start += 1) yield whole.slice(start, start + LETTERS_AT_A_TIME);
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state ^= text.charCodeAt(index);
    state = Math.imul(state, 0x01000193);
  }
  return state >>> 0;
}
const BEGINNING = hash('^');
const END = hash('$');

/** One number of four, whose low bits hang on all bits of all of them; the steps are those of MurmurHash3 (Appleby, public domain). */
function mix(...numbers: readonly [number, number, number, number]): number {
  let state = 0;
  for (const number of numbers) {
    let part = Math.imul(number, 0xcc9e2d51);
    part = (part << 15) | (part >>> 17);
    state ^= Math.imul(part, 0x1b873593);
    state = (state << 13) | (state >>> 19);
    state = Math.imul(state, 5) + 0xe6546b64;
  }
  state ^= state >>> 16;
  state = Math.imul(state, 0x85ebca6b);
  state ^= state >>> 13;
  return (state ^ (state >>> 16)) >>> 0;
}
