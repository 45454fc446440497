import { type Confidence, confidenceOf } from '#agents/knowledge/search/confidence.ts';
import type { Question } from './evaluation-set.ts';

/** The best documents for a question, each once, the best first. */
export interface Found {
  question: Question;
  documents: string[];
  /** Of the best passage; 0 where nothing was found. */
  score: number;
}

export interface Figures {
  questions: number;
  /** Share of the questions with an answering document among the first five. */
  recallAt5: number;
  /** Mean of 1 / place of the first answering document, 0 where it is not among the first five. */
  reciprocalRank: number;
  /** How often the first document answers. */
  first: number;
  /** Of the questions where the first passage is told as the answer, how many it answers. */
  confident: number;
  confidentRight: number;
}

export const isAnswerable = ({ question }: Found): boolean => question.documents.length > 0;
const placeOf = ({ question, documents }: Found): number =>
  documents.slice(0, 5).findIndex((name) => question.documents.includes(name)) + 1;

export function figuresOf(found: readonly Found[]): Figures {
  const places = found.map(placeOf);
  const share = (count: number) => (found.length === 0 ? Number.NaN : count / found.length);
  const confident = found.filter(({ score }) => confidenceOf(score) === 'confident');
  return {
    questions: found.length,
    recallAt5: share(places.filter((place) => place > 0).length),
    reciprocalRank: share(places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0)),
    first: share(places.filter((place) => place === 1).length),
    confident: confident.length,
    confidentRight: confident.filter((one) => placeOf(one) === 1).length,
  };
}

/** How sure the search is of what it finds for questions that nothing answers. */
export function confidenceWithoutAnswer(found: readonly Found[]): Record<Confidence, number> {
  const counts = { confident: 0, related: 0, doubtful: 0 };
  for (const { score } of found) counts[confidenceOf(score)] += 1;
  return counts;
}
