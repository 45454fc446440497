import { FULL_IMPACT } from '../analysis/index-document.ts';
import { scoreOf } from './confidence.ts';
import { mendSpelling } from './mend-spelling.ts';
import type { CandidatePassage, PassageSource, WeightedTerm } from './passage-source.ts';
import { type Concept, LITERAL, planQuery } from './query-plan.ts';
import { createRater, type RatedConcept, type Rating } from './rate-passage.ts';
import type { SpokenLanguage, Synonyms } from './synonyms.ts';

export interface FoundPassage extends CandidatePassage {
  /** From 0 to 1; see `confidence.ts`. */
  score: number;
  rating: Rating;
}

/** Of terms in passages, for one search: some milliseconds. */
const MOST_PLACES = 10_000;
/** So many are read and judged by their text. */
const MOST_CANDIDATES = 40;
/** More of one document crowd out the others. */
const MOST_PER_DOCUMENT = 2;
/** How much more it says that another word was meant, where the one that was asked stands nowhere. */
const ONLY_WAY = 1.33;
/** Whoever asks would rather read the answer in their own language. */
const FOREIGN = 0.85;
/** What a word counts that stands nowhere in the tenant's documents, beside one that stands in few of them. */
const UNKNOWN_SHARE = 0.5;

/** The passages that fit a question best, the best first, at most two of a document. */
export async function findPassages(
  source: PassageSource,
  question: { query: string; limit: number; language?: SpokenLanguage | undefined },
  synonyms: Synonyms,
): Promise<FoundPassage[]> {
  const passages = await source.countPassages();
  if (passages === 0) return [];
  const plan = planQuery(question.query, synonyms, question.language);
  const frequencies = new Map(await source.frequenciesOf(termsIn(plan.concepts)));
  const mended = await mendSpelling(plan, source, frequencies, synonyms);
  const weighed = mended.map((concept) => weigh(concept, frequencies, passages));
  const terms = selectiveTerms(weighed, frequencies);
  if (terms.length === 0) return [];
  const candidates = await source.candidates(terms, MOST_CANDIDATES);
  const rate = createRater(weighed);
  const total = weighed.reduce((sum, { share }) => sum + share, 0);
  const judged = candidates.map((candidate): FoundPassage => {
    const rating = rate(candidate);
    const isForeign = plan.language !== undefined && candidate.language !== plan.language;
    return { ...candidate, rating, score: scoreOf(rating, candidate.relevance / total) * (isForeign ? FOREIGN : 1) };
  });
  return choose(judged, question.limit);
}

const termsIn = (concepts: readonly Concept[]): string[] => [
  ...new Set(concepts.flatMap(({ alternatives }) => alternatives.map(({ term }) => term))),
];

/**
 * The terms by which passages are chosen, the rarest first, until together they stand in so many places as can be read quickly; what is
 * more common than that tells little. The passages that are chosen are rated by all terms.
 */
function selectiveTerms(concepts: readonly WeighedConcept[], frequencies: ReadonlyMap<string, number>): WeightedTerm[] {
  const terms = concepts.flatMap(({ worths }, concept) => worths.map(({ term, worth }) => ({ term, worth, concept })));
  const places = ({ term }: WeightedTerm) => frequencies.get(term) ?? 0;
  let read = 0;
  return terms
    .toSorted((one, other) => places(one) - places(other))
    .filter((term, index) => {
      read += places(term);
      return index === 0 || read <= MOST_PLACES;
    });
}

interface WeighedConcept extends RatedConcept {
  worths: { term: string; worth: number }[];
}

/** What a concept and each of its words are worth among the tenant's documents: the more, the fewer passages have them. */
function weigh({ word, alternatives, importance }: Concept, frequencies: ReadonlyMap<string, number>, passages: number): WeighedConcept {
  const rarityOf = (term: string) => rarity(frequencies.get(term) ?? 0, passages);
  const found = alternatives.filter(({ term }) => frequencies.has(term));
  const isThere = found.some(({ weight }) => weight >= LITERAL);
  // Where the word itself stands nowhere, the others are all that can be meant by it.
  const present = isThere ? found : found.map(({ term, weight }) => ({ term, weight: Math.min(LITERAL, weight * ONLY_WAY) }));
  // What means the same is worth no more than the word itself, however rare it is.
  const most = Math.max(0, ...present.filter(({ weight }) => weight >= LITERAL).map(({ term }) => rarityOf(term))) || rarity(0, passages);
  const worths = present.map(({ term, weight }) => ({ term, worth: importance * weight * Math.min(most, rarityOf(term)) }));
  const share = present.length === 0 ? importance * rarity(1, passages) * UNKNOWN_SHARE : Math.max(...worths.map(({ worth }) => worth));
  return {
    word,
    weights: new Map(present.map(({ term, weight }) => [term, weight])),
    share,
    worths: worths.map(({ term, worth }) => ({ term, worth: worth / FULL_IMPACT })),
  };
}

/** How much a term says that stands in so many of all passages. */
const rarity = (frequency: number, passages: number): number => Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));

function choose(found: FoundPassage[], limit: number): FoundPassage[] {
  const ofDocument = new Map<string, number>();
  return found
    .toSorted((one, other) => other.score - one.score)
    .filter(({ documentId }) => {
      const before = ofDocument.get(documentId) ?? 0;
      ofDocument.set(documentId, before + 1);
      return before < MOST_PER_DOCUMENT;
    })
    .slice(0, limit);
}
