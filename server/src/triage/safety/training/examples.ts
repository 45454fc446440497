import type { ConceptFinder } from '../concepts.ts';
import { readContext } from '../context.ts';
import { featuresOf, type Language } from '../features.ts';
import { readSentences } from '../text-words.ts';
import { CLASSES } from '../weights.ts';
import type { Sample } from './expand-corpus.ts';

/** A line as training sees it. */
export interface Example {
  features: Uint32Array;
  label: number;
}

export interface TrainingSettings {
  seed: number;
  epochs: number;
  rate: number;
  /** Of each example’s features so many are left out each time, so that no single one is relied upon. */
  forget: number;
}

export function toExample({ text, label }: Pick<Sample, 'text' | 'label'>, concepts: ConceptFinder, language: Language): Example {
  const sentences = readSentences(text).map(({ words }) => {
    const meaning = concepts.read(words);
    return { meaning, context: readContext(meaning) };
  });
  return {
    features: Uint32Array.from(featuresOf(sentences, language)),
    label: CLASSES.indexOf(label as (typeof CLASSES)[number]),
  };
}

export function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}

/** In whole steps from −127 to 127, and what one step is worth. */
export function stepOf(values: Iterable<number>): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest / 127 || 1;
}
