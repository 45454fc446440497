import type { Meaning } from './concepts.ts';
import type { Atom, Phrase, Step } from './phrase.ts';

export interface IndexedPhrase<T> {
  phrase: Phrase;
  value: T;
}

/** Which of many phrases can occur in a sentence at all: its cost grows with the sentence, hardly with the number of phrases. */
export interface PhraseIndex<T> {
  candidates(meaning: Meaning): IndexedPhrase<T>[];
}

const STEM_HEAD = 3;
/** Concepts that so many sentences have that they tell phrases apart badly. */
const COMMON = new Set(['now', 'person', 'self', 'cannot', 'want', 'took', 'speak', 'move', 'severe', 'arm', 'side']);

export function createPhraseIndex<T>(phrases: readonly IndexedPhrase<T>[]): PhraseIndex<T> {
  const byWord = new Map<string, IndexedPhrase<T>[]>();
  const byStemHead = new Map<string, { stem: string; entry: IndexedPhrase<T> }[]>();
  const byConcept = new Map<string, IndexedPhrase<T>[]>();
  for (const entry of phrases) {
    for (const atom of anchorOf(entry.phrase)) {
      if (atom.kind === 'word') push(byWord, atom.text, entry);
      else if (atom.kind === 'concept') push(byConcept, atom.name, entry);
      else push(byStemHead, atom.text.slice(0, STEM_HEAD), { stem: atom.text, entry });
    }
  }

  return {
    candidates: ({ words, at }) => {
      const found = new Set<IndexedPhrase<T>>();
      words.forEach((word, index) => {
        for (const entry of byWord.get(word) ?? []) found.add(entry);
        for (const { stem, entry } of byStemHead.get(word.slice(0, STEM_HEAD)) ?? []) if (word.startsWith(stem)) found.add(entry);
        for (const concept of at[index]?.keys() ?? []) for (const entry of byConcept.get(concept) ?? []) found.add(entry);
      });
      return [...found];
    },
  };
}

/** The first words of that step of a phrase which the fewest sentences have. */
function anchorOf({ parts }: Phrase): Atom[] {
  const steps = parts.flat();
  const [best = []] = steps.toSorted((one, other) => weight(one) - weight(other));
  return best.flatMap(([first]) => (first ? [first] : []));
}

/** How many words it stands for, roughly. */
const weight = (step: Step): number =>
  step.reduce((sum, [first]) => sum + (first?.kind !== 'concept' ? 1 : COMMON.has(first.name) ? 100 : 8), 0);

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
