import type { Meaning } from './concepts.ts';
import type { SentenceContext } from './context.ts';

/** How many places the features are hashed to. */
export const BUCKETS = 1 << 15;

/** A sentence as the classifier sees it. */
export interface ReadSentence {
  meaning: Meaning;
  context: SentenceContext;
}

const NEGATIONS =
  /^(?:no|not|never|without|denies|dont|doesnt|didnt|isnt|wasnt|havent|hasnt|nor|sin|ni|nunca|jamas|tampoco|niega|nada|nadie)$/;
/** Words that say who, when or how often, and hardly what. */
const MAX_CONCEPTS = 14;
const REACH = 3;

/**
 * The features of some sentences, as distinct bucket numbers: words, pairs of words, groups of four letters (for spellings that nobody
 * has listed), concepts, pairs of concepts, denied concepts, and concepts beside what the sentence says about when and whether. A word
 * that is not known has none: a name, a code or a slip says nothing, and must not be taken for what it happens to look like.
 */
export function featuresOf(sentences: readonly ReadSentence[], knows: (word: string) => boolean): Set<number> {
  const features = new Set<number>();
  const add = (text: string) => features.add(hash(text) & (BUCKETS - 1));
  for (const { meaning, context } of sentences) {
    const { words, at } = meaning;
    const frame = [...context.contexts, ...(context.isNow ? ['now'] : ['untimed'])];
    for (const name of frame) add(`x:${name}`);
    const concepts: { name: string; index: number }[] = [];
    const isKnown = words.map((word, index) => knows(word) || (at[index]?.size ?? 0) > 0);
    words.forEach((word, index) => {
      if (!isKnown[index]) return;
      add(`w:${word}`);
      if (index === 0 || isKnown[index - 1]) add(`b:${words[index - 1] ?? '^'} ${word}`);
      if (index === words.length - 1) add(`b:${word} $`);
      if (isKnown[index - 2] && isKnown[index - 1]) add(`t:${words[index - 2]} ${words[index - 1]} ${word}`);
      if (word.length > 4) for (let start = 0; start + 4 <= word.length; start += 1) add(`l:${word.slice(start, start + 4)}`);
      for (const name of at[index]?.keys() ?? []) {
        const isDenied = words.slice(Math.max(0, index - REACH), index).some((before) => NEGATIONS.test(before));
        add(isDenied ? `n:${name}` : `c:${name}`);
        for (const context of frame) add(`x:${context} ${name}`);
        add(`bc:${words[index - 1] ?? '^'} @${name}`);
        add(`cb:@${name} ${words[index + 1] ?? '$'}`);
        if (concepts.length < MAX_CONCEPTS) concepts.push({ name, index });
      }
    });
    concepts.forEach((one, position) => {
      for (const other of concepts.slice(position + 1)) if (other.index !== one.index) add(`p:${one.name} ${other.name}`);
    });
  }
  return features;
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
