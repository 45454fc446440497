import { languageOfQuestion } from '../analysis/language.ts';
import { CHATTER, ENGLISH_STOP_WORDS, EVERYDAY_WORDS, SPANISH_STOP_WORDS } from '../analysis/stop-words.ts';
import { isWord, stemOf } from '../analysis/terms.ts';
import { wordsOf } from '../analysis/words.ts';
import { sentencesOf } from '../chunking/sentences.ts';
import type { SpokenLanguage, Synonyms } from './synonyms.ts';

/** A term that a passage may have for something that was asked. */
export interface Alternative {
  term: string;
  /** 1 for the very word; less for what means the same, or may have been meant. */
  weight: number;
}

/** One thing that a question is about, in all the words that a text may have for it. */
export interface Concept {
  /** As it was asked, folded. */
  word: string;
  alternatives: Alternative[];
  /** How much of the question it is. */
  importance: number;
  /** Whether nobody has to look it up in a dictionary of spellings: one of our own words, a number, a phrase. */
  isKnownWord: boolean;
}

export interface QueryPlan {
  /** Undefined where the question does not tell: a few words, or none of either language. */
  language: SpokenLanguage | undefined;
  concepts: Concept[];
}

/** From here on it is the word itself. */
export const LITERAL = 0.8;
/** Names are the same in every language. */
const AS_WRITTEN = 0.9;
/** A form by the rules of the other language may be of another word. */
const OTHER_LANGUAGE = 0.5;
const SYNONYM = 0.6;
const TRANSLATION = 0.45;
const TOLD_AROUND = 0.7;
/** A word that comes with any question. */
const EVERYDAY = 0.45;
/** A word that is part of a phrase with a meaning of its own. */
const IN_PHRASE = 0.7;
/** More words say no more about what is asked, and cost. */
const MOST_WORDS = 60;

const LANGUAGES: readonly SpokenLanguage[] = ['en', 'es'];

/** What a question is about. @param hint the language of the conversation, which counts where the question does not tell */
export function planQuery(query: string, synonyms: Synonyms, hint?: SpokenLanguage): QueryPlan {
  const language = languageOfQuestion(query) ?? hint;
  const concepts = new Map<string, Concept>();
  const add = (key: string, importance: number, make: () => Concept) => {
    const known = concepts.get(key);
    if (known) known.importance = Math.max(known.importance, importance);
    else concepts.set(key, make());
  };
  for (const { text, importance: ofSentence } of weighSentences(query)) {
    const words = wordsOf(text).slice(0, MOST_WORDS);
    const { phrases, inPhrase } = findPhrases(words, synonyms, language);
    for (const [index, word] of words.entries()) {
      if (isLeftOut(word, language)) continue;
      const importance = ofSentence * (inPhrase.has(index) ? IN_PHRASE : 1) * (EVERYDAY_WORDS.has(word) ? EVERYDAY : 1);
      add(stemOf(word, language ?? 'en'), importance, () => conceptOf(word, synonyms, language, importance));
    }
    for (const phrase of phrases)
      add(phrase.word, ofSentence * phrase.importance, () => ({ ...phrase, importance: ofSentence * phrase.importance }));
  }
  return { language, concepts: [...concepts.values()] };
}

/** What is told around a question says less about it than the question. Where nobody asks, all sentences count alike. */
function weighSentences(query: string): { text: string; importance: number }[] {
  const sentences = sentencesOf(query);
  const asks = (sentence: string) => sentence.includes('?');
  const isStory = sentences.some(asks) && !sentences.every(asks);
  return sentences.map((text) => ({ text, importance: isStory && !asks(text) ? TOLD_AROUND : 1 }));
}

export function isLeftOut(word: string, language: SpokenLanguage | undefined): boolean {
  if (!isWord(word) || CHATTER.has(word)) return true;
  return stopWordsOf(language).some((stopWords) => stopWords.has(word));
}

export const stopWordsOf = (language: SpokenLanguage | undefined): ReadonlySet<string>[] => {
  if (language === 'en') return [ENGLISH_STOP_WORDS];
  return language === 'es' ? [SPANISH_STOP_WORDS] : [ENGLISH_STOP_WORDS, SPANISH_STOP_WORDS];
};

/** A word, its forms in both languages, and what means the same. */
export function conceptOf(word: string, synonyms: Synonyms, language: SpokenLanguage | undefined, importance = 1): Concept {
  const weights = new Map<string, number>();
  const add = (term: string, weight: number) => weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  add(word, AS_WRITTEN);
  let isKnownWord = /\d/.test(word);
  for (const spoken of LANGUAGES) {
    const isForeign = language !== undefined && spoken !== language;
    add(stemOf(word, spoken), isForeign ? OTHER_LANGUAGE : 1);
    if (isForeign) continue;
    for (const group of synonyms.groupsOf(word, spoken)) {
      isKnownWord = true;
      addGroup(add, synonyms, group, spoken);
    }
  }
  return { word, alternatives: asAlternatives(weights), importance, isKnownWord };
}

function addGroup(add: (term: string, weight: number) => void, synonyms: Synonyms, group: number, language: SpokenLanguage): void {
  for (const spoken of LANGUAGES) {
    for (const stem of synonyms.stemsOf(group, spoken)) add(stem, spoken === language ? SYNONYM : TRANSLATION);
  }
}

const asAlternatives = (weights: ReadonlyMap<string, number>): Alternative[] => [...weights].map(([term, weight]) => ({ term, weight }));

/** What several words in a row say together: `how much`. */
function findPhrases(words: readonly string[], synonyms: Synonyms, language: SpokenLanguage | undefined) {
  const phrases: Concept[] = [];
  const inPhrase = new Set<number>();
  for (const spoken of language === undefined ? LANGUAGES : [language]) {
    const stems = words.map((word) => stemOf(word, spoken));
    for (const [start, stem] of stems.entries()) {
      for (const phrase of synonyms.phrasesFrom(stem, spoken)) {
        if (!phrase.stems.every((part, offset) => stems[start + offset] === part)) continue;
        const weights = new Map<string, number>();
        addGroup((term, weight) => weights.set(term, Math.max(weights.get(term) ?? 0, weight)), synonyms, phrase.group, spoken);
        const word = words.slice(start, start + phrase.stems.length).join(' ');
        phrases.push({ word, alternatives: asAlternatives(weights), importance: IN_PHRASE, isKnownWord: true });
        for (const offset of phrase.stems.keys()) inPhrase.add(start + offset);
      }
    }
  }
  return { phrases, inPhrase };
}
