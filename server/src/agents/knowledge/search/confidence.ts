import type { Rating } from './rate-passage.ts';

/** What each sign counts towards the score; together 1. Set on the development questions of `npm run eval:knowledge`. */
const WEIGHTS = { coverage: 0.14, focus: 0.4, naming: 0.08, literal: 0.08, relevance: 0.3 };

/** From 0 to 1. @param relevance what the passage has of the question, by how much it says about it */
export const scoreOf = ({ coverage, focus, naming, literal }: Rating, relevance: number): number =>
  WEIGHTS.coverage * coverage +
  WEIGHTS.focus * focus +
  WEIGHTS.naming * naming +
  WEIGHTS.literal * literal +
  WEIGHTS.relevance * Math.min(1, relevance);

/**
 * What the score of a passage means. `confident`: it is about what was asked, and may be told as the answer. `related`: it is near the
 * subject, and may be shown as something that was found. `doubtful`: it shares words with the question. The limits were set on the
 * development questions of `npm run eval:knowledge`, which says how often each is right.
 */
export type Confidence = 'confident' | 'related' | 'doubtful';

export const CONFIDENT_SCORE = 0.5;
export const RELATED_SCORE = 0.3;

export function confidenceOf(score: number): Confidence {
  if (score >= CONFIDENT_SCORE) return 'confident';
  return score >= RELATED_SCORE ? 'related' : 'doubtful';
}
