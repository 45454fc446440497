import { languageOfQuestion } from '../../../knowledge/analysis/language.ts';
import { type ReplyLanguage, replyLanguage } from '../../../prompts/reply-language.ts';
import { wordCount } from './plain.ts';

/** Shorter texts say nothing about a language: names, numbers, “no”. */
const LEAST_WORDS = 5;
/** So long a text is enough by itself. */
const CLEAR_WORDS = 20;
const TIMES_IN_A_ROW = 2;

/**
 * In which language to answer: the conversation's, until the visitor has clearly and repeatedly written in the other one. Before
 * anything was answered one clear text is enough, since the conversation's language is then only what the browser said.
 */
export function spokenLanguage(locale: string | undefined, texts: readonly string[]): ReplyLanguage {
  let current = replyLanguage(locale);
  let timesOther = 0;
  for (const [index, text] of texts.entries()) {
    const words = wordCount(text);
    const written = words < LEAST_WORDS ? undefined : languageOfQuestion(text);
    if (written === undefined) continue;
    timesOther = written === current ? 0 : timesOther + 1;
    const isEnough = timesOther >= TIMES_IN_A_ROW || (timesOther === 1 && (index === 0 || words >= CLEAR_WORDS));
    if (!isEnough) continue;
    current = written;
    timesOther = 0;
  }
  return current;
}
