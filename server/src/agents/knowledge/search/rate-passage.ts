import type { KnowledgeLanguage } from '@foyer/contracts/knowledge.ts';
import { termsOf } from '../analysis/terms.ts';
import { sentencesOf } from '../chunking/sentences.ts';
import type { CandidatePassage } from './passage-source.ts';
import { LITERAL } from './query-plan.ts';

/** How much what stands elsewhere counts for a sentence: in the heading above it, in the title of the document, in the next sentence. */
const HEADING = 0.9;
const TITLE = 0.6;
const FOLLOWING = 0.7;

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
  /** The place of that sentence in the text, from 0. */
  bestSentence: number;
}

/**
 * How well passages fit one question. Pure; their texts are taken apart again, since only a few come here. Each word of a text is looked
 * up once, however many words the question may be meant by.
 */
export function createRater(concepts: readonly RatedConcept[]): (passage: CandidatePassage) => Rating {
  const total = concepts.reduce((sum, { share }) => sum + share, 0);
  const meanings = new Map<string, { concept: number; weight: number }[]>();
  for (const [concept, { weights }] of concepts.entries()) {
    for (const [term, weight] of weights) meanings.set(term, [...(meanings.get(term) ?? []), { concept, weight }]);
  }

  /** For each concept, how well the text has it. */
  const fitsOf = (text: string, language: KnowledgeLanguage): number[] => {
    const fits = concepts.map(() => 0);
    const note = (term: string) => {
      for (const { concept, weight } of meanings.get(term) ?? []) fits[concept] = Math.max(fits[concept] ?? 0, weight);
    };
    for (const { term, word } of termsOf(text, language)) {
      note(term);
      if (word !== term) note(word);
    }
    return fits;
  };
  const summed = (fits: readonly number[]) => fits.reduce((sum, fit, concept) => sum + fit * (concepts[concept]?.share ?? 0), 0) / total;
  const best = (...lists: (readonly number[])[]) => concepts.map((_, concept) => Math.max(...lists.map((list) => list[concept] ?? 0)));

  return ({ documentTitle, heading, text, language }) => {
    if (total === 0) return { coverage: 0, focus: 0, naming: 0, literal: 0, bestSentence: 0 };
    const headed = fitsOf(heading ?? '', language);
    const named = best(headed, fitsOf(documentTitle, language));
    const context = best(
      headed.map((fit) => fit * HEADING),
      named.map((fit) => fit * TITLE),
    );
    const sentences = sentencesOf(text).map((sentence) => fitsOf(sentence, language));
    const focuses = sentences.map((fits, index) => {
      const following = (sentences[index + 1] ?? []).map((fit) => fit * FOLLOWING);
      return summed(best(fits, following, context));
    });
    const focus = Math.max(0, ...focuses);
    const whole = best(named, ...sentences);
    return {
      coverage: summed(whole),
      focus,
      naming: summed(named),
      literal: summed(whole.map((fit) => (fit >= LITERAL ? fit : 0))),
      bestSentence: Math.max(0, focuses.indexOf(focus)),
    };
  };
}
