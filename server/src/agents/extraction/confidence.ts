/** How sure a value is, for people; a number looks more exact than it is. */
export type ConfidenceLevel = 'high' | 'medium' | 'low';

const HIGH = 0.8;
const MEDIUM = 0.5;

export const levelOf = (confidence: number): ConfidenceLevel => (confidence >= HIGH ? 'high' : confidence >= MEDIUM ? 'medium' : 'low');

/** Nobody is certain of their own answer. */
const MAX_SELF_REPORT = 0.95;
const NO_SELF_REPORT = 0.5;

/** What is known of how a value came about. */
export interface Grounds {
  /** Every quote stands in its message to the letter. */
  isExact: boolean;
  /** The words say the value; otherwise they are only about it. */
  isSupported: boolean;
  /** It was brought into the form's spelling or unit. */
  isChanged: boolean;
  /** As the engine puts it. */
  selfReport: number;
}

/** Grounding × validation × what the engine says of itself, which counts only as far as the others go. */
export function confidenceOf({ isExact, isSupported, isChanged, selfReport }: Grounds): number {
  const grounding = (isExact ? 1 : 0.9) * (isSupported ? 1 : 0.6);
  const validation = isChanged ? 0.97 : 1;
  const own = Number.isFinite(selfReport) ? Math.min(MAX_SELF_REPORT, Math.max(0, selfReport)) : NO_SELF_REPORT;
  return Math.round(grounding * validation * own * 1000) / 1000;
}
