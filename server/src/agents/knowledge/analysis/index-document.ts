import type { KnowledgeLanguage } from '@foyer/contracts/knowledge.ts';
import type { Passage } from '../chunking/passage.ts';
import { type Term, termsOf } from './terms.ts';

/** In which passages of a document a term stands, and how much it says about each. */
export interface Posting {
  term: string;
  ordinals: number[];
  /** From 1 to `FULL_IMPACT`, in the order of the ordinals. */
  impacts: number[];
}

export interface DocumentIndex {
  postings: Posting[];
  /** The words of the document as they are written: what a misspelt question may have meant. */
  words: Term[];
}

export const FULL_IMPACT = 1_000;

/** How much more a word says in a heading, or in the title, which all passages of a document share, than once in the text. */
const HEADING_WEIGHT = 2.2;
const TITLE_WEIGHT = 0.9;
/** How soon repetition stops to add. */
const SATURATION = 1.2;
/** How much a word counts less in a long passage; the length of an ordinary one, in terms. */
const LENGTH_NORMALISATION = 0.5;
const ORDINARY_LENGTH = 60;

/** What a document is found by: BM25 with fields, but for the part that depends on all other documents. */
export function indexDocument(title: string, passages: readonly Passage[], language: KnowledgeLanguage): DocumentIndex {
  const postings = new Map<string, Posting>();
  const words = new Map<string, Term>();
  const take = (text: string) => {
    const counts = new Map<string, number>();
    for (const { term, word } of termsOf(text, language)) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
      if (isSpelling(word)) words.set(word, { term, word });
    }
    return counts;
  };
  const inTitle = take(title);
  for (const [ordinal, { headings, text }] of passages.entries()) {
    const inHeadings = take(headings.join(' '));
    const inText = take(text);
    const length = [...inText.values()].reduce((sum, count) => sum + count, 0);
    const shortened = 1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * (length / ORDINARY_LENGTH);
    for (const term of new Set([...inTitle.keys(), ...inHeadings.keys(), ...inText.keys()])) {
      const posting = postings.get(term) ?? { term, ordinals: [], impacts: [] };
      postings.set(term, posting);
      posting.ordinals.push(ordinal);
      const said =
        (inText.get(term) ?? 0) / shortened + (inHeadings.has(term) ? HEADING_WEIGHT : 0) + (inTitle.has(term) ? TITLE_WEIGHT : 0);
      posting.impacts.push(Math.max(1, Math.round((FULL_IMPACT * said) / (said + SATURATION))));
    }
  }
  return { postings: [...postings.values()], words: [...words.values()] };
}

/** Numbers and codes are not spelt wrongly in a way that could be mended. */
const isSpelling = (word: string): boolean => word.length >= 3 && !/\d/.test(word);
