import type { KnowledgeLanguage } from '@foyer/contracts/knowledge.ts';
import { ENGLISH_STOP_WORDS, SPANISH_STOP_WORDS } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** How many words are looked at: the beginning of a document tells. */
const MOST_WORDS = 2_000;
/** So large a part of the words of any real text are stop words of its language. */
const LEAST_SHARE = 0.1;

/** English or Spanish, by the small words that every text is full of. `other` where neither is clearly there. */
export function languageOf(text: string): KnowledgeLanguage {
  const { english, spanish, count } = stopWordsIn(text);
  if (Math.max(english, spanish) < count * LEAST_SHARE || count === 0) return 'other';
  if (english === spanish) return 'other';
  return english > spanish ? 'en' : 'es';
}

const SPANISH_LETTERS = /[ñ¿¡áéíóú]/i;

/** Of a question, which may be a few words. Undefined where nothing tells. */
export function languageOfQuestion(text: string): 'en' | 'es' | undefined {
  const { english, spanish } = stopWordsIn(text);
  if (english !== spanish) return english > spanish ? 'en' : 'es';
  return SPANISH_LETTERS.test(text) ? 'es' : undefined;
}

function stopWordsIn(text: string): { english: number; spanish: number; count: number } {
  const words = wordsOf(text.slice(0, MOST_WORDS * 12)).slice(0, MOST_WORDS);
  // Those of both languages (a, no, me) tell nothing.
  const english = words.filter((word) => ENGLISH_STOP_WORDS.has(word) && !SPANISH_STOP_WORDS.has(word)).length;
  const spanish = words.filter((word) => SPANISH_STOP_WORDS.has(word) && !ENGLISH_STOP_WORDS.has(word)).length;
  return { english, spanish, count: words.length };
}
