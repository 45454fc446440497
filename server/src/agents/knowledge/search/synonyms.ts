import { stemOf } from '../analysis/terms.ts';
import { wordsOf } from '../analysis/words.ts';
import { readGroups, type SynonymGroup } from './synonym-group.ts';
import { COLLOQUIAL } from './synonyms/colloquial.ts';
import { EVERYDAY } from './synonyms/everyday.ts';
import { FRONT_DESK } from './synonyms/front-desk.ts';
import { HEALTH } from './synonyms/health.ts';

export type SpokenLanguage = 'en' | 'es';
const LANGUAGES: readonly SpokenLanguage[] = ['en', 'es'];

/** A way to say what a group is about in several words: `how much`. */
export interface Phrase {
  /** Stems, in order. */
  stems: readonly string[];
  group: number;
}

export interface Synonyms {
  /** The groups that a word of this language belongs to. */
  groupsOf(word: string, language: SpokenLanguage): readonly number[];
  /** The phrases that begin with this stem. */
  phrasesFrom(stem: string, language: SpokenLanguage): readonly Phrase[];
  /** What texts of this language may have, as stems. */
  stemsOf(group: number, language: SpokenLanguage): readonly string[];
  /** Every single word in it, folded: what somebody may have meant to type. */
  words(language: SpokenLanguage): ReadonlySet<string>;
}

interface Side {
  groupsByStem: Map<string, number[]>;
  phrasesByStem: Map<string, Phrase[]>;
  stems: string[][];
  words: Set<string>;
}

/** Our own groups, in both languages. */
export const builtInGroups = (): SynonymGroup[] => [FRONT_DESK, HEALTH, EVERYDAY, COLLOQUIAL].flatMap(readGroups);

export function createSynonyms(groups: readonly SynonymGroup[]): Synonyms {
  const sides = { en: emptySide(), es: emptySide() };
  for (const [number, group] of groups.entries()) {
    for (const language of LANGUAGES) addGroup(sides[language], number, group[language], language);
  }
  return {
    groupsOf: (word, language) => sides[language].groupsByStem.get(stemOf(word, language)) ?? [],
    phrasesFrom: (stem, language) => sides[language].phrasesByStem.get(stem) ?? [],
    stemsOf: (group, language) => sides[language].stems[group] ?? [],
    words: (language) => sides[language].words,
  };
}

const emptySide = (): Side => ({ groupsByStem: new Map(), phrasesByStem: new Map(), stems: [], words: new Set() });

function addGroup(side: Side, number: number, entries: readonly string[], language: SpokenLanguage): void {
  const stems = new Set<string>();
  for (const entry of entries) {
    const words = wordsOf(entry);
    const entryStems = words.map((word) => stemOf(word, language));
    const [first] = entryStems;
    if (first === undefined) continue;
    if (words.length > 1 && !entry.includes('-')) append(side.phrasesByStem, first, { stems: entryStems, group: number });
    else {
      for (const word of words) side.words.add(word);
      // Of a word with a hyphen, its parts say less than the whole: only that stands for the group.
      stems.add(first);
    }
  }
  for (const stem of stems) append(side.groupsByStem, stem, number);
  side.stems[number] = [...stems];
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** What a tenant has added comes to our own. */
export function withTenantGroups(own: readonly SynonymGroup[], tenantGroups: readonly (readonly string[])[]): Synonyms {
  return createSynonyms([...own, ...tenantGroups.map((words) => ({ en: words, es: words }))]);
}
