import { isValidPhoneNumber } from 'libphonenumber-js';
import type { Span, Word } from '../text/utterance.ts';
import { readNumbers } from './numbers.ts';

export interface TextMention extends Span {
  value: string;
}

const EMAIL = /[a-z0-9._%+-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}/gi;
const SPOKEN_EMAIL =
  /\b([a-z0-9._-]+(?:\s+(?:punto|dot|guion bajo|guion|underscore|dash|hyphen)\s+[a-z0-9._-]+)*)\s+(?:at|arroba)\s+([a-z0-9-]+(?:\s*(?:dot|punto)\s*[a-z]{2,})+)\b/gi;
const DIGITS = /(?:\+|\(|\b)\d[\d\s().-]{5,20}\d\b/g;

export function readEmails(content: string): TextMention[] {
  const written = Array.from(content.matchAll(EMAIL), ({ 0: value, index }) => ({ value, start: index, end: index + value.length }));
  if (written.length > 0) return written;
  return Array.from(content.matchAll(SPOKEN_EMAIL), ({ 0: whole, 1: name, 2: host = '', index }) => ({
    value: `${localPartOf(name)}@${host.replace(/\s*(?:dot|punto)\s*/gi, '.')}`,
    start: index,
    end: index + whole.length,
  }));
}

const localPartOf = (said: string | undefined): string =>
  (said ?? '')
    .replace(/\s+(?:punto|dot)\s+/gi, '.')
    .replace(/\s+(?:guion bajo|underscore)\s+/gi, '_')
    .replace(/\s+(?:guion|dash|hyphen)\s+/gi, '-');

/** Numbers that can be called, as they are written; spelled ones as their digits. */
export function readPhones(content: string, words: readonly Word[]): TextMention[] {
  const written = [...content.matchAll(DIGITS)].flatMap(({ 0: value, index }) => {
    const text = value.trim();
    return isCallable(text) ? [{ value: text, start: index, end: index + value.trimEnd().length }] : [];
  });
  return written.length > 0 ? written : readSpelledPhones(content, words);
}

function isCallable(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return false;
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(text)) return false;
  return !text.startsWith('+') || isValidPhoneNumber(text) || digits.length >= 10;
}

/** “cincuenta y cinco treinta y dos …”: numbers that follow each other at once. */
function readSpelledPhones(content: string, words: readonly Word[]): TextMention[] {
  const numbers = readNumbers(words, (from, to) => content.slice(from, to)).filter((number) => Number.isInteger(number.value));
  const found: TextMention[] = [];
  let run: typeof numbers = [];
  const close = () => {
    const first = run[0];
    const last = run.at(-1);
    const value = run.map((number) => String(number.value)).join('');
    const isSpelled = run.some(({ start }) => /\p{L}/u.test(content.charAt(start)));
    if (first && last && isSpelled && value.length >= 7 && value.length <= 15) found.push({ value, start: first.start, end: last.end });
    run = [];
  };
  for (const number of numbers) {
    const last = run.at(-1);
    if (last && !/^[\s,]*$/.test(content.slice(last.end, number.start))) close();
    run.push(number);
  }
  close();
  return found;
}
