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

/**
 * The features of some sentences, as distinct bucket numbers: words, denied words, pairs and triples of words, pairs with one word
 * between, groups of four letters (for spellings that nobody has listed), and what words mean: concepts of the rules and groups of the
 * thesaurus, alone, denied, beside a word, in pairs, and beside what the sentence says about when and whether.
 */
export function featuresOf(sentences: readonly ReadSentence[], { knows, thesaurus }: Language): Set<number> {
  const features = new Set<number>();
  const add = (text: string) => features.add(hash(text) & (BUCKETS - 1));
  for (const { meaning, context } of sentences) {
    const { words, at } = meaning;
    const frame = [...context.contexts, context.isNow ? 'now' : 'untimed'];
    for (const name of frame) add(`x:${name}`);
    const meanings: { name: string; index: number }[] = [];
    const isKnown = words.map(knows);
    words.forEach((word, index) => {
      if (/^\d+$/.test(word)) {
        add(`digits:${word.length}`);
        return;
      }
      const isDenied = words.slice(Math.max(0, index - REACH), index).some((before) => NEGATIONS.test(before));
      if (isKnown[index]) {
        add(`w:${word}`);
        if (isDenied) add(`nw:${word}`);
        if (index === 0 || isKnown[index - 1]) add(`b:${words[index - 1] ?? '^'} ${word}`);
        if (index === words.length - 1) add(`b:${word} $`);
        if (isKnown[index - 2]) add(`s:${words[index - 2]} ${word}`);
        if (isKnown[index - 2] && isKnown[index - 1]) add(`t:${words[index - 2]} ${words[index - 1]} ${word}`);
        addLetters(word, add);
      }
      const names = [...(at[index]?.keys() ?? [])].map((name) => `@${name}`);
      for (const group of thesaurus.groupsAt(words, index)) names.push(`~${group}`);
      for (const name of names) {
        add(isDenied ? `n:${name}` : name);
        for (const context of frame) add(`x:${context} ${name}`);
        add(`bc:${words[index - 1] ?? '^'} ${name}`);
        add(`cb:${name} ${words[index + 1] ?? '$'}`);
        if (meanings.length < MAX_PAIRED) meanings.push({ name, index });
      }
    });
    addPairs(meanings, add);
  }
  return features;
}

function addLetters(word: string, add: (text: string) => void): void {
  if (word.length <= LETTERS_AT_A_TIME) return;
  const whole = `<${word}>`;
  for (let start = 0; start + LETTERS_AT_A_TIME <= whole.length; start += 1) add(`l:${whole.slice(start, start + LETTERS_AT_A_TIME)}`);
}

/** In whichever order they stand. */
function addPairs(meanings: readonly { name: string; index: number }[], add: (text: string) => void): void {
  meanings.forEach((one, position) => {
    for (const other of meanings.slice(position + 1)) {
      if (one.index === other.index || one.name === other.name) continue;
      add(one.name < other.name ? `p:${one.name} ${other.name}` : `p:${other.name} ${one.name}`);
    }
  });
}

/** FNV-1a, 32 bits, with its high bits mixed into the low ones, which are those that count. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state ^= text.charCodeAt(index);
    state = Math.imul(state, 0x01000193);
  }
  return (state ^ (state >>> 15)) >>> 0;
}
