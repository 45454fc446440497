import { termsOf } from '../analysis/terms.ts';
import { sentencesOf } from '../chunking/sentences.ts';
import type { CandidatePassage } from './passage-source.ts';
import { LITERAL } from './query-plan.ts';

/** A concept of the question, with what its words are worth among the tenant's documents. */
export interface RatedConcept {
  word: string;
  /** What the passage may have for it, and how well that fits: 1 is the very word. */
  weights: ReadonlyMap<string, number>;
  /** How much of the question it is: importance × rarity. */
  share: number;
}

/** What speaks for a passage. All from 0 to 1, and all by share. */
export interface Rating {
  /** Of the question, in the passage with its title and headings. */
  coverage: number;
  /** In its best sentence with the one after it, the headings included. */
  focus: number;
  /** In title and headings alone. */
  naming: number;
  /** By the very words, not by what means the same. */
  literal: number;
  /** By the place of the best sentence: what B comes after A. */
  bestSentence: number;
}

/** How well a passage fits the question. Pure; its text is taken apart again, since only a few passages come here. */
export function ratePassage(concepts: readonly RatedConcept[], passage: CandidatePassage): Rating {
  const total = concepts.reduce((sum, { share }) => sum + share, 0);
  if (total === 0) return { coverage: 0, focus: 0, naming: 0, literal: 0, bestSentence: 0 };
  const fitOf = (text: string): number[] => {
    const terms = new Set(termsOf(text, passage.language).flatMap(({ term, word }) => [term, word]));
    return concepts.map(({ weights }) => {
      let best = 0;
      for (const [term, weight] of weights) if (weight > best && terms.has(term)) best = weight;
      return best;
    });
  };
  const summed = (fits: readonly number[]) => fits.reduce((sum, fit, index) => sum + fit * (concepts[index]?.share ?? 0), 0) / total;
  const best = (...lists: (readonly number[])[]) => concepts.map((_, index) => Math.max(...lists.map((list) => list[index] ?? 0)));

  const named = fitOf(`${passage.documentTitle}\n${passage.heading ?? ''}`);
  const heading = fitOf(passage.heading ?? '');
  const sentences = sentencesOf(passage.text).map(fitOf);
  let focus = 0;
  let bestSentence = 0;
  for (const [index, fits] of sentences.entries()) {
    const following = (sentences[index + 1] ?? []).map((fit) => fit * 0.7);
    const context = named.map((fit) => fit * 0.6);
    const found = summed(
      best(
        fits,
        following,
        heading.map((fit) => fit * 0.9),
        context,
      ),
    );
    if (found <= focus) continue;
    focus = found;
    bestSentence = index;
  }
  const whole = best(named, ...sentences);
  return {
    coverage: summed(whole),
    focus,
    naming: summed(named),
    literal: summed(whole.map((fit) => (fit >= LITERAL ? fit : 0))),
    bestSentence,
  };
}
