import { existsSync, readFileSync } from 'node:fs';
import { LEXICON } from './lexicon.ts';
import type { Word } from './text-words.ts';
import { foldWord } from './text-words.ts';
import { createSpellings, type Spellings } from './typos.ts';

/** What a sentence's words mean: for each place, the concepts that begin there and where each ends (exclusive). */
export interface Meaning {
  words: readonly string[];
  at: readonly ReadonlyMap<string, number>[];
}

/** Finds concepts in sentences. */
export interface ConceptFinder {
  read(words: readonly Word[]): Meaning;
}

interface Entry {
  concept: string;
  /** All but the last are whole words; the last may be a stem. */
  words: readonly string[];
  isStem: boolean;
}

/** @param literals words beyond the lexicon that rules name, whose typos are to be understood as well */
export function createConceptFinder(literals: Iterable<string> = []): ConceptFinder {
  const byFirstWord = new Map<string, Entry[]>();
  const stems: Entry[] = [];
  const vocabulary = new Set<string>(literals);
  for (const [concept, list] of Object.entries(LEXICON)) {
    for (const term of list.split(' ')) {
      const isStem = term.endsWith('*');
      const words = term.replace('*', '').split(/[_-]/).map(foldWord);
      const entry = { concept, words, isStem };
      const [first = ''] = words;
      if (isStem) stems.push(entry);
      else byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), entry]);
      for (const word of words) vocabulary.add(word);
    }
  }
  const stemsByHead = groupBy(stems, ({ words: [stem = ''] }) => stem.slice(0, STEM_HEAD));
  const spellings = createSpellings(vocabulary, readVocabulary());
  const known = new Map<string, string>();

  return {
    read: (words) => {
      const spelled = words.map(({ text }) => corrected(text, spellings, known, stemsByHead));
      return { words: spelled, at: spelled.map((_, index) => conceptsAt(spelled, index)) };
    },
  };

  function conceptsAt(words: readonly string[], index: number): ReadonlyMap<string, number> {
    const word = words[index] ?? '';
    const found = new Map<string, number>();
    for (const entry of byFirstWord.get(word) ?? []) {
      if (!entry.words.every((part, offset) => words[index + offset] === part)) continue;
      found.set(entry.concept, Math.max(found.get(entry.concept) ?? 0, index + entry.words.length));
    }
    for (const { concept, words: parts } of stemsByHead.get(word.slice(0, STEM_HEAD)) ?? []) {
      if (word.startsWith(parts[0] ?? '') && !found.has(concept)) found.set(concept, index + 1);
    }
    return found;
  }
}

/** Words of the training text, which mean themselves, one per line. Made with the classifier’s weights. */
export const VOCABULARY = new URL('./weights/vocabulary.txt', import.meta.url);

export const readVocabulary = (): Set<string> => new Set(existsSync(VOCABULARY) ? readFileSync(VOCABULARY, 'utf8').split('\n') : []);

/** No stem is shorter. */
const STEM_HEAD = 3;
/** Of words that were looked up before; texts of a desk repeat themselves. */
const MAX_KNOWN = 20_000;

function corrected(word: string, spellings: Spellings, known: Map<string, string>, stems: ReadonlyMap<string, readonly Entry[]>): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const isStemmed = stems.get(word.slice(0, STEM_HEAD))?.some(({ words: [stem = ''] }) => word.startsWith(stem)) === true;
  const meant = isStemmed ? word : spellings.nearest(word);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(word, meant);
  return meant;
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
