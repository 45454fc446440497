import type { FormField } from '../../forms/form-field.ts';
import { namesDigits, namesEmail } from './contacts.ts';
import { namesDay } from './dates.ts';
import { mentions } from './negation.ts';
import { numbersIn } from './numbers.ts';
import { notSupported, type Support, type SupportContext, statedIn, supported, unchecked } from './support.ts';
import { namesTime } from './times.ts';
import { contentWords, fold, isSameStem, wordsOf } from './words.ts';

/** So much of a text has to be in the visitor's own words. */
const LEAST_SHARE = 0.5;
/** A text with so many digits is a number of some kind: every digit counts. */
const LEAST_DIGITS = 5;

/** A text has to be what the words say: a day or time that they name, an address that they spell, or words of theirs. */
export function supportText(field: FormField, value: string, context: SupportContext): Support {
  const { ground, today } = context;
  const stated = statedIn(ground);
  const says = (isSaid: boolean) => (isSaid ? supported(value) : notSupported);
  switch (field.format) {
    case 'date':
      return says(namesDay(stated, value, today, ground.allSaid));
    case 'time':
      return says(namesTime(stated, value));
    case 'date-time':
      return says(namesDay(stated, value.slice(0, 10), today, ground.allSaid) && namesTime(stated, value.slice(11, 16)));
    case 'email':
    case 'idn-email':
      return says(namesEmail(stated, value));
    case 'phone':
    case 'tel':
      return says(namesDigits(stated, value));
  }
  if (/^[\d\s+().-]+$/.test(value) && value.replaceAll(/\D/g, '').length >= LEAST_DIGITS) return says(namesDigits(stated, value));
  if (!hasWordsOf(value, stated)) return isTakenForGranted(value, context) ? unchecked(value) : notSupported;
  // “no allergy to penicillin” names penicillin, and denies it.
  const isDenied = field.isList && mentions(ground.clauses, [wordsOf(value).map(({ text }) => text)]) === 'denied';
  return isDenied ? { kind: 'refused', reason: 'denied' } : supported(value);
}

/** “How long have you had this rash?” – “Three days.” Whoever answers so has a rash, provided that this question was quoted. */
const isTakenForGranted = (value: string, { ground: { text, exchanges } }: SupportContext): boolean =>
  exchanges.some(({ question, reply, isQuoted }) => isQuoted && reply !== 'no' && hasWordsOf(value, `${text}\n${question}`));

function hasWordsOf(value: string, stated: string): boolean {
  const said = wordsOf(stated).map(({ text }) => text);
  const numbers = new Set(numbersIn(wordsOf(stated)).flatMap(({ values }) => values.map(String)));
  const isSaid = (word: string) => said.some((other) => isSameStem(other, word)) || numbers.has(word);
  const words = wordsOf(value);
  const mustBeSaid = words.filter(({ text, start }, index) => /^\d/.test(text) || isName(value, start, index === 0, words.length > 1));
  if (!mustBeSaid.every(({ text }) => isSaid(text))) return false;
  const content = contentWords(words.map(({ text }) => text));
  const counted = content.length > 0 ? content : words.map(({ text }) => text);
  if (counted.length === 0) return fold(stated).includes(fold(value));
  return counted.filter(isSaid).length / counted.length >= LEAST_SHARE;
}

/** A capital letter inside a text begins a name; at its beginning it may just begin the text. */
function isName(value: string, start: number, isFirst: boolean, hasMore: boolean): boolean {
  const isCapital = /^\p{Lu}/u.test(value.slice(start));
  if (!isFirst || !hasMore) return isCapital;
  return isCapital && /\s\p{Lu}/u.test(value);
}
