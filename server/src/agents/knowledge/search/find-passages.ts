import { FULL_IMPACT } from '../analysis/index-document.ts';
import { scoreOf } from './confidence.ts';
import { mendSpelling } from './mend-spelling.ts';
import type { CandidatePassage, PassageSource, WeightedTerm } from './passage-source.ts';
import { type Concept, planQuery } from './query-plan.ts';
import { type RatedConcept, type Rating, ratePassage } from './rate-passage.ts';
import type { SpokenLanguage, Synonyms } from './synonyms.ts';

export interface FoundPassage extends CandidatePassage {
  /** From 0 to 1; see `confidence.ts`. */
  score: number;
  rating: Rating;
}

/** So many are read and judged by their text. */
const MOST_CANDIDATES = 40;
/** More of one document crowd out the others. */
const MOST_PER_DOCUMENT = 2;
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
  const rarityOf = (term: string) => rarity(frequencies.get(term) ?? 0, passages);
  const rarest = rarity(1, passages);

  const concepts = mended.map((concept): RatedConcept & { terms: WeightedTerm[] } => {
    const present = concept.alternatives.filter(({ term }) => frequencies.has(term));
    const worth = Math.max(0, ...present.map(({ term, weight }) => weight * rarityOf(term)));
    const share = concept.importance * (present.length === 0 ? rarest * UNKNOWN_SHARE : worth);
    return {
      word: concept.word,
      weights: new Map(present.map(({ term, weight }) => [term, weight])),
      share,
      terms: present.map(({ term, weight }) => ({
        term,
        concept: 0,
        worth: (concept.importance * weight * rarityOf(term)) / FULL_IMPACT,
      })),
    };
  });
  const terms = concepts.flatMap(({ terms: own }, index) => own.map((term) => ({ ...term, concept: index })));
  if (terms.length === 0) return [];
  const candidates = await source.candidates(terms, MOST_CANDIDATES);
  return choose(
    candidates.map((candidate) => judge(candidate, concepts)),
    question.limit,
  );
}

const termsIn = (concepts: readonly Concept[]): string[] => [
  ...new Set(concepts.flatMap(({ alternatives }) => alternatives.map(({ term }) => term))),
];

/** How much a term says that stands in so many of all passages. */
const rarity = (frequency: number, passages: number): number => Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5));

function judge(candidate: CandidatePassage, concepts: readonly RatedConcept[]): FoundPassage {
  const rating = ratePassage(concepts, candidate);
  const relevance = candidate.relevance / concepts.reduce((sum, { share }) => sum + share, 0);
  return { ...candidate, rating, score: scoreOf(rating, relevance) };
}

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
