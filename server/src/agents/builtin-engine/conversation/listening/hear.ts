import { type Courtesy, readCourtesies } from './courtesies.ts';
import { hasWords, plainWords, wordCount } from './plain.ts';
import { asksSomething, beginsAsQuestion, sentencesOf } from './questions-asked.ts';
import {
  asksWhoAnswers,
  asksWhyAsked,
  complains,
  doesNotFollow,
  hasNone,
  isBack,
  saysNo,
  saysYes,
  wantsToFinish,
  wantsToGoOn,
  wantsToSkip,
  wantsToStop,
} from './wishes.ts';

/** What the visitor has written since the last answer, and what kind of thing it is. */
export interface Heard {
  text: string;
  courtesies: ReadonlySet<Courtesy>;
  /** Without courtesies. */
  rest: string;
  /** Whole sentences, as they were written. */
  questions: string[];
  asksWhoAnswers: boolean;
  complains: boolean;
  isBack: boolean;
  doesNotFollow: boolean;
  asksWhyAsked: boolean;
  /** It is about the conversation, and not about the business: “never mind”. */
  isWish: boolean;
  /** No letter and no digit. */
  isWordless: boolean;
}

/** A few words that are no question may still be one: “parking”. */
const KEYWORDS = 6;
/** What is about the conversation, and not about the business. */
const WISHES = [wantsToGoOn, wantsToStop, wantsToFinish, wantsToSkip, saysYes, saysNo, hasNone];
/** Somebody speaks of themselves. */
const STATES =
  /\b(?:i|i'm|im|i'd|my|me|we|our|need|want|necesito|quiero|quisiera|tengo|mi|mis|me|busco|deseo|vengo|soy|estoy|appointment|apointment|cita)\b/;
const THUMBS_UP = /[👍👌✅🙏❤😊🙂]/u;

/**
 * @param answers whether it answers what was just asked; then only what begins as a question is one, since “tomorrow at 5?” is the answer
 * @param isAsked whether something was just asked, so that a few words are a reply to it
 */
export function hear(texts: readonly string[], { answers, isAsked }: { answers: boolean; isAsked: boolean }): Heard {
  const text = texts.join('\n').trim();
  const { courtesies, rest } = readCourtesies(text);
  const isWordless = !hasWords(text);
  const about = {
    asksWhoAnswers: asksWhoAnswers(text),
    complains: complains(text),
    isBack: isBack(text),
    doesNotFollow: doesNotFollow(text),
    asksWhyAsked: asksWhyAsked(text),
  };
  const sentences = sentencesOf(rest).filter(
    (sentence) => !asksWhoAnswers(sentence) && !doesNotFollow(sentence) && !asksWhyAsked(sentence),
  );
  const asked = sentences.filter((sentence) => (answers ? beginsAsQuestion(sentence) : asksSomething(sentence)));
  const isWish = WISHES.some((says) => says(text));
  const isOther = isAsked || answers || Object.values(about).some(Boolean) || isWish;
  const isKeyword = !isOther && rest !== '' && wordCount(rest) <= KEYWORDS && !STATES.test(plainWords(rest));
  return {
    text,
    courtesies: isWordless && THUMBS_UP.test(text) ? new Set(['agreement']) : courtesies,
    rest,
    questions: asked.length > 0 ? asked : isKeyword ? [rest] : [],
    ...about,
    isWish,
    isWordless,
  };
}
