import { type Word, wordsOf } from './words.ts';

/** Where the words of a quote stand in a message. */
export interface Alignment {
  start: number;
  end: number;
  /** All its words, one after the other; else most of them in order. */
  isWhole: boolean;
}

const LEAST_SHARE = 0.75;
/** A quote is words that matter, not the whole conversation; a longer one is taken for none. */
const MAX_QUOTE_WORDS = 150;

/** Undefined when the message does not say it. What is to be kept is the message's own text between the offsets. */
export function alignQuote(quote: string, message: string): Alignment | undefined {
  const literally = literalStart(quote, message);
  if (literally !== undefined) return { start: literally, end: literally + quote.length, isWhole: true };
  const wanted = wordsOf(quote).map(({ text }) => text);
  if (wanted.length === 0 || wanted.length > MAX_QUOTE_WORDS) return undefined;
  const words = wordsOf(message);
  const at = words.findIndex((_, index) => wanted.every((text, offset) => words[index + offset]?.text === text));
  if (at >= 0) return spanOf(words, at, at + wanted.length - 1, true);
  return mostOf(wanted, words);
}

/** Less of a word is no quote of it. */
const LEAST_STEM = 5;

/** Where a quote stands letter by letter. It may end inside a word, as a stem does, but not begin there. */
function literalStart(quote: string, message: string): number | undefined {
  if (!/[\p{L}\p{N}]/u.test(quote)) return undefined;
  for (let at = message.indexOf(quote); at >= 0; at = message.indexOf(quote, at + 1)) {
    const isCut = /^[\p{L}\p{N}]/u.test(message.slice(at + quote.length)) && /[\p{L}\p{N}]$/u.test(quote);
    const beginsInside = /[\p{L}\p{N}]$/u.test(message.slice(0, at)) && /^[\p{L}\p{N}]/u.test(quote);
    if (!beginsInside && (!isCut || quote.length >= LEAST_STEM)) return at;
  }
  return undefined;
}

/** The window that holds the most of the quote's words in order, the shortest first. */
function mostOf(wanted: readonly string[], words: readonly Word[]): Alignment | undefined {
  const window = Math.ceil(wanted.length * 1.5) + 1;
  let best: { count: number; first: number; last: number } | undefined;
  for (let first = 0; first < words.length; first += 1) {
    if (!wanted.includes(words[first]?.text ?? '')) continue;
    const found = commonInOrder(wanted, words.slice(first, first + window));
    const last = first + found.last;
    if (!best || found.count > best.count || (found.count === best.count && last - first < best.last - best.first)) {
      best = { count: found.count, first, last };
    }
  }
  if (!best || best.count / wanted.length < LEAST_SHARE) return undefined;
  return spanOf(words, best.first, best.last, false);
}

/** How many words both have in the same order, and where in the window the last of them stands. */
function commonInOrder(wanted: readonly string[], window: readonly Word[]): { count: number; last: number } {
  let counts = new Array<number>(wanted.length + 1).fill(0);
  let best = { count: 0, last: 0 };
  for (const [place, { text }] of window.entries()) {
    const next = [0];
    for (const [index, word] of wanted.entries()) {
      next.push(word === text ? (counts[index] ?? 0) + 1 : Math.max(next[index] ?? 0, counts[index + 1] ?? 0));
    }
    counts = next;
    const count = counts.at(-1) ?? 0;
    if (count > best.count) best = { count, last: place };
  }
  return best;
}

function spanOf(words: readonly Word[], first: number, last: number, isWhole: boolean): Alignment | undefined {
  const [from, to] = [words[first], words[last]];
  return from && to && { start: from.start, end: to.end, isWhole };
}
