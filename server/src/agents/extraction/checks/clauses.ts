import { findRelative } from './relatives.ts';
import { type Word, wordsOf } from './words.ts';

/** A part of a message that speaks of one person. */
export interface Clause {
  start: number;
  end: number;
  words: Word[];
  /** It speaks of somebody else than the patient or customer. */
  isOfOthers: boolean;
  /** Its sentence only asks, supposes or doubts that something is so: “do I have …?”, “if I had …”, “maybe”. */
  isUnsure: boolean;
}

const SENTENCE_END = /[.!?;…]+(?=\s|$)|\n+/g;
const CLAUSE_END = /[,:](?=\s)|\s[-–—]\s|\s(?=(?:and|but|though|although|while|y|e|pero|aunque|mientras)\s)/giu;
const FIRST_PERSON = new Set(
  `i i'm i've i'd i'll im ive me myself mine yo tengo soy estoy fumo tomo peso mido padezco sufro vivo trabajo naci llamo necesito quiero puedo
  siento uso bebo como hago tuve fui deje`.split(/\s+/),
);
/** A sentence that begins so goes on about whom the one before was about. */
const THIRD_PERSON = new Set("she he they her his she's he's ella ellos ellas tiene toma es esta padece sufre le".split(' '));
const TELLS = /^(?:says?|said|told|thinks?|noticed|insists?|dice[ns]?|dijo|dijeron|cree[ns]?|noto|insiste)$/;
const SUPPOSES =
  /\b(?:what if|suppose|in case|if (?:i|it|he|she)|maybe|perhaps|not sure|might be|could be|en caso de|y si|por si|tal vez|quizas?|a lo mejor|no estoy segur[oa]|podria ser|puede ser)\b/;
const ASKS =
  /^(?:(?:and|but|so|y|pero|entonces) )?(?:do i have|have i got|am i|is (?:it|this|that)|should i|tengo|sera|es|soy|estoy|deberia)\b/;

/** @param spokenFor relatives for whom the visitor speaks */
export function clausesOf(message: string, spokenFor: ReadonlySet<string>): Clause[] {
  const clauses: Clause[] = [];
  let wasOfOthers = false;
  for (const sentence of split(message, SENTENCE_END, 0, message.length)) {
    const text = message.slice(sentence.start, sentence.end);
    const folded = joined(wordsOf(text));
    const isUnsure = SUPPOSES.test(folded) || (ASKS.test(folded) && message.slice(sentence.start, sentence.next).includes('?'));
    let isOfOthers: boolean | undefined;
    for (const { start, end } of split(message, CLAUSE_END, sentence.start, sentence.end)) {
      const words = within(wordsOf(message.slice(start, end)), start);
      if (words.length === 0) continue;
      const isFirst: boolean = isOfOthers === undefined;
      const continues: boolean = isFirst ? wasOfOthers && THIRD_PERSON.has(words[0]?.text ?? '') : isOfOthers === true;
      const ofSelf = words.some(({ text: word }) => FIRST_PERSON.has(word));
      const relative = findRelative(words, (who) => spokenFor.has(who));
      if (!relative || isTold(words, relative.first)) {
        isOfOthers = ofSelf ? false : continues;
        clauses.push({ start, end, words, isOfOthers, isUnsure });
        continue;
      }
      // “I live with my wife”: up to the wife it is about me.
      const border = words[relative.first]?.start ?? start;
      const before = words.slice(0, relative.first);
      if (before.length > 0) clauses.push({ start, end: border, words: before, isOfOthers: ofSelf ? false : continues, isUnsure });
      clauses.push({ start: border, end, words: words.slice(relative.first), isOfOthers: true, isUnsure });
      isOfOthers = true;
    }
    if (isOfOthers !== undefined) wasOfOthers = isOfOthers;
  }
  return clauses;
}

/** “My wife says I snore” is about me. */
const isTold = (words: readonly Word[], first: number): boolean =>
  words.slice(first, first + 4).some(({ text }) => TELLS.test(text)) && words.slice(first).some(({ text }) => FIRST_PERSON.has(text));

const joined = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
const within = (words: readonly Word[], by: number): Word[] =>
  words.map(({ text, start, end }) => ({ text, start: start + by, end: end + by }));

function split(text: string, at: RegExp, from: number, to: number): { start: number; end: number; next: number }[] {
  const parts: { start: number; end: number; next: number }[] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(at)) {
    const end = from + match.index;
    const next = end + match[0].length;
    // A comma before “and” ends one clause, not two.
    if (end > start) parts.push({ start, end, next });
    start = next;
  }
  if (start < to) parts.push({ start, end: to, next: to });
  return parts;
}
