import type { KnowledgeLanguage } from '@foyer/contracts/knowledge.ts';

/** A passage that may answer, as it is stored. */
export interface CandidatePassage {
  chunkId: string;
  documentId: string;
  documentTitle: string;
  heading: string | null;
  text: string;
  page: number | null;
  language: KnowledgeLanguage;
  /** The sum of what its terms are worth, for each concept its best one. */
  relevance: number;
}

/** One term to look for: passages are rated by the best of each concept's terms. */
export interface WeightedTerm {
  term: string;
  concept: number;
  /** What finding it at full impact is worth. */
  worth: number;
}

/**
 * Where passages come from, for one question of one tenant. Text search is one such source; another may find them by their
 * meaning. What all of them bring is judged alike.
 */
export interface PassageSource {
  /** How many passages there are, of the whole tenant. */
  countPassages(): Promise<number>;
  /** In how many passages each of these terms stands; terms that stand nowhere are left out. */
  frequenciesOf(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Words of the tenant's documents that begin with one of these sounds, by length. */
  wordsLike(initials: readonly string[], shortest: number, longest: number): Promise<string[]>;
  /** The best-rated passages, the best first. */
  candidates(terms: readonly WeightedTerm[], limit: number): Promise<CandidatePassage[]>;
}
