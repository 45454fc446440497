import { fold } from './fold.ts';

export interface Span {
  start: number;
  end: number;
}

/** A word or a number, folded, and where it stands. */
export interface Word extends Span {
  text: string;
}

/** What is said in one breath: commas, “but” and the like end it. */
export interface Clause extends Span {
  folded: string;
  words: Word[];
}

export interface Sentence extends Span {
  folded: string;
  isQuestion: boolean;
  clauses: Clause[];
}

/** A message, cut into sentences and clauses. All places are those of the message. */
export interface Utterance {
  id: string;
  content: string;
  folded: string;
  sentences: Sentence[];
}

const ABBREVIATION = /\b(?:dra?|srt?a?|mrs?|ms|av|avda|st|ave|blvd|apt|num|p|ej|aprox|dept|a\.m|p\.m|[a-z])$/;
const END = /[.!?…;\n]+/g;
/** A clause ends at a comma that is no decimal one, and before words that begin another statement. */
const PAUSE =
  /,(?!\d)|,(?=\d{3,})|\s[-–—]+\s|:(?!\d)|[()¿¡"“”]|\s(?=(?:but|pero|although|though|aunque|however|except|because|porque|sino|unless|then|entonces)\s)|\s(?=and (?:i|i'm|i've|my|he|he's|she|she's|we|they|his|her|then|if)\s)|\s(?=y (?:yo|mi|el|ella|peso|pesa|mido|mide|tengo|tiene|si|luego|soy|vivo)\s)/g;

export function readUtterance(message: { id: string; content: string }): Utterance {
  const folded = fold(message.content);
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number, stop: string) => {
    const sentence = readSentence(folded, start, end, stop);
    if (sentence) sentences.push(sentence);
    start = end;
  };
  for (const match of folded.matchAll(END)) {
    const end = match.index + match[0].length;
    if (isInside(folded, match.index, match[0], start)) continue;
    close(end, match[0]);
  }
  close(folded.length, '');
  return { id: message.id, content: message.content, folded, sentences };
}

/** A point inside a number, an address or an abbreviation ends nothing. */
function isInside(folded: string, at: number, stop: string, start: number): boolean {
  if (stop !== '.') return false;
  const next = folded[at + 1];
  if (next !== undefined && !/[\s¿¡"”)]/.test(next)) return true;
  const before = folded.slice(Math.max(start, at - 8), at);
  // “Noted: no. Do you smoke?” tells an answer, not a number.
  if (/:\s*no$/.test(before)) return false;
  return ABBREVIATION.test(before) && next !== undefined && !/^\s+(?:yo|i|me|soy)\b/.test(folded.slice(at + 1));
}

function readSentence(folded: string, from: number, to: number, stop: string): Sentence | undefined {
  const text = folded.slice(from, to);
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const clauses: Clause[] = [];
  let start = from;
  const close = (end: number) => {
    const clause = readClause(folded, start, end);
    if (clause) clauses.push(clause);
  };
  for (const match of text.matchAll(PAUSE)) {
    close(from + match.index);
    start = from + match.index + match[0].length;
  }
  close(to);
  return { start: from, end: to, folded: text, isQuestion: stop.includes('?') || text.includes('¿'), clauses };
}

function readClause(folded: string, from: number, to: number): Clause | undefined {
  const text = folded.slice(from, to);
  const words = readWords(text, from);
  return words.length > 0 ? { start: from, end: to, folded: text, words } : undefined;
}

const WORD = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:'\p{L}+)*|[°º%"']/gu;

export function readWords(folded: string, offset = 0): Word[] {
  return Array.from(folded.matchAll(WORD), ({ 0: text, index }) => ({ text, start: offset + index, end: offset + index + text.length }));
}

/** The words of the message itself between two places, without the spaces and commas around them. */
export function quoteOf(content: string, { start, end }: Span): string {
  return content.slice(start, end).replace(/^[\s,;:.¿¡]+|[\s,;:]+$/g, '');
}
