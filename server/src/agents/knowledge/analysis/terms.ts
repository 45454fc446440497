import type { KnowledgeLanguage } from '@foyer/contracts/knowledge.ts';
import { stemEnglish } from './stem-english.ts';
import { stemSpanish } from './stem-spanish.ts';
import { ENGLISH_STOP_WORDS, SPANISH_STOP_WORDS } from './stop-words.ts';
import { wordsOf } from './words.ts';

interface Analysis {
  stop: ReadonlySet<string>;
  stem(word: string): string;
}

const NOTHING: ReadonlySet<string> = new Set();
const MAX_REMEMBERED = 20_000;

const ANALYSES: Record<KnowledgeLanguage, Analysis> = {
  en: { stop: ENGLISH_STOP_WORDS, stem: remembering(stemEnglish) },
  es: { stop: SPANISH_STOP_WORDS, stem: remembering(stemSpanish) },
  other: { stop: NOTHING, stem: (word) => word },
};

/** Longer words are no words; the database's index takes no key of any length. UTF-16 units. */
const MAX_WORD_LENGTH = 40;

export interface Term {
  /** Under which it is found. */
  term: string;
  /** As it was written, folded. */
  word: string;
}

/** What a text is found by, in order, each time that it stands there: its words without stop words, reduced to their stems. */
export function termsOf(text: string, language: KnowledgeLanguage): Term[] {
  const { stop, stem } = ANALYSES[language];
  const terms: Term[] = [];
  for (const word of wordsOf(text)) {
    if (!stop.has(word) && isWord(word)) terms.push({ term: stem(word), word });
  }
  return terms;
}

export const stemOf = (word: string, language: KnowledgeLanguage): string => ANALYSES[language].stem(word);

/** Single letters are none, single digits are. */
export const isWord = (word: string): boolean => word.length <= MAX_WORD_LENGTH && (word.length > 1 || /\d/.test(word));

/** The words of a language come again and again; how many are kept is bounded, since texts may be made of nonsense. */
function remembering(stem: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = stem(word);
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.set(word, made);
    return made;
  };
}
