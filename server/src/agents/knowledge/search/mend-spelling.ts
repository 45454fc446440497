import { CHATTER } from '../analysis/stop-words.ts';
import type { PassageSource } from './passage-source.ts';
import { type Concept, conceptOf, type QueryPlan, stopWordsOf } from './query-plan.ts';
import { initialsToTry, MOST_LENGTH_DIFFERENCE, nearestSpelling } from './spelling.ts';
import type { SpokenLanguage, Synonyms } from './synonyms.ts';

/** A word that is taken for another counts a little less than one that was typed as it is. */
const MENDED = 0.9;
/** So many words are tried; whoever misspells more is not understood by mending. */
const MOST_MENDED = 12;

/**
 * The concepts of a question, with the words that nobody knows taken for the nearest ones that stand in the tenant's documents or in our
 * dictionary. Notes in `frequencies` what it looks up. Words that were small ones, misspelt (`teh`), are left out.
 */
export async function mendSpelling(
  { concepts, language }: QueryPlan,
  source: PassageSource,
  frequencies: Map<string, number>,
  synonyms: Synonyms,
): Promise<Concept[]> {
  const isUnknown = ({ isKnownWord, alternatives }: Concept) => !isKnownWord && !alternatives.some(({ term }) => frequencies.has(term));
  const unknown = concepts.filter(isUnknown).slice(0, MOST_MENDED);
  if (unknown.length === 0) return concepts;

  const lengths = unknown.map(({ word }) => word.length);
  const stored = await source.wordsLike(
    [...new Set(unknown.flatMap(({ word }) => initialsToTry(word)))],
    Math.min(...lengths) - MOST_LENGTH_DIFFERENCE,
    Math.max(...lengths) + MOST_LENGTH_DIFFERENCE,
  );
  const small = [...stopWordsOf(language), CHATTER];
  const replacements = new Map<Concept, Concept | undefined>();
  for (const concept of unknown) {
    const mended = mend(concept, [stored, ...dictionaries(synonyms, language)], small, synonyms, language);
    if (mended !== concept) replacements.set(concept, mended);
  }
  const added = [...replacements.values()].flatMap((concept) => concept?.alternatives.map(({ term }) => term) ?? []);
  for (const [term, frequency] of await source.frequenciesOf([...new Set(added)])) frequencies.set(term, frequency);
  return concepts.flatMap((concept) => (replacements.has(concept) ? (replacements.get(concept) ?? []) : concept));
}

const dictionaries = (synonyms: Synonyms, language: SpokenLanguage | undefined) =>
  language === undefined ? [synonyms.words('en'), synonyms.words('es')] : [synonyms.words(language)];

/** Undefined for a small word that says nothing. */
function mend(
  concept: Concept,
  vocabularies: readonly Iterable<string>[],
  small: readonly Iterable<string>[],
  synonyms: Synonyms,
  language: SpokenLanguage | undefined,
): Concept | undefined {
  const { word, importance } = concept;
  const nearest = nearestSpelling(word, chain(vocabularies));
  const nearestSmall = nearestSpelling(word, chain(small));
  if (nearestSmall && nearestSmall.likeness >= (nearest?.likeness ?? 0)) return undefined;
  if (!nearest) return concept;
  const meant = conceptOf(nearest.word, synonyms, language, importance);
  const sure = MENDED * nearest.likeness;
  const alternatives = meant.alternatives.map(({ term, weight }) => ({ term, weight: weight * sure }));
  return { ...meant, word, alternatives };
}

function* chain(lists: readonly Iterable<string>[]): Generator<string> {
  for (const list of lists) yield* list;
}
