import type { Meaning } from './concepts.ts';
import { LEXICON } from './lexicon.ts';
import { foldWord } from './text-words.ts';

/**
 * A phrase of the rule language. Parts that are joined by `&` must all occur, in any order, not far from each other. In a part, words
 * follow each other with at most `MAX_GAP` others between them. A word is written as `word`, `stem*` or `@concept`, words that stand
 * directly next to each other as `a_b`, alternatives as `a|b_c|@d`. There is nothing in it that can take long.
 */
export interface Phrase {
  parts: readonly (readonly Step[])[];
  /** What each part can begin with. */
  beginnings: readonly Beginning[];
}

interface Beginning {
  words: ReadonlySet<string>;
  stems: readonly string[];
  concepts: readonly string[];
}

/** One of several things that may stand here, each of them words that stand directly next to each other. */
export type Step = readonly (readonly Atom[])[];

export type Atom = { kind: 'word'; text: string } | { kind: 'stem'; text: string } | { kind: 'concept'; name: string };

/** From which word to which (exclusive) a phrase was found. */
export interface Span {
  from: number;
  to: number;
}

const MAX_GAP = 3;
/** How far apart parts may be: about as far as a spoken sentence reaches. */
const REACH = 14;
const MIN_STEM = 3;
const MAX_STEPS = 12;

/** “check-up” is two words that stand next to each other, as it is in a text. */
export const HYPHEN = /(?<=[\p{L}\p{N}])-(?=\p{L})/gu;

export class PhraseError extends Error {}

/** @throws {PhraseError} that says what is wrong with it */
export function compilePhrase(source: string, { allowConcepts = true } = {}): Phrase {
  const parts = source
    .replaceAll(HYPHEN, '_')
    .split('&')
    .map((part) =>
      part
        .trim()
        .split(/\s+/)
        .filter(Boolean)
        .map((step) => readStep(step, allowConcepts)),
    );
  if (parts.some((steps) => steps.length === 0)) throw new PhraseError('Each side of & must have a word');
  if (parts.flat().length > MAX_STEPS) throw new PhraseError(`Must have at most ${MAX_STEPS} words`);
  return { parts, beginnings: parts.map(beginningOf) };
}

function beginningOf([step = []]: readonly Step[]): Beginning {
  const atoms = step.flatMap(([first]) => (first ? [first] : []));
  return {
    words: new Set(atoms.flatMap((atom) => (atom.kind === 'word' ? [atom.text] : []))),
    stems: atoms.flatMap((atom) => (atom.kind === 'stem' ? [atom.text] : [])),
    concepts: atoms.flatMap((atom) => (atom.kind === 'concept' ? [atom.name] : [])),
  };
}

const readStep = (step: string, allowConcepts: boolean): Step =>
  step.split('|').map((alternative) => alternative.split('_').map((atom) => readAtom(atom, allowConcepts)));

function readAtom(source: string, allowConcepts: boolean): Atom {
  if (source.startsWith('@')) {
    const name = source.slice(1);
    if (!allowConcepts || !Object.hasOwn(LEXICON, name)) throw new PhraseError(`“${source}” is not a word`);
    return { kind: 'concept', name };
  }
  const isStem = source.endsWith('*');
  const text = foldWord(isStem ? source.slice(0, -1) : source);
  if (!/^[\p{L}\p{N}]+$/u.test(text)) throw new PhraseError(`“${source}” is not a word; use letters, and * at the end of a stem`);
  if (isStem && text.length < MIN_STEM) throw new PhraseError(`“${source}”: a stem has at least ${MIN_STEM} letters`);
  return { kind: isStem ? 'stem' : 'word', text };
}

/** The words that a phrase names itself, whose typos are to be understood. */
export const wordsOf = ({ parts }: Phrase): string[] => parts.flat(3).flatMap((atom) => (atom.kind === 'word' ? [atom.text] : []));

/** The first place where it occurs. */
export function findPhrase(phrase: Phrase, meaning: Meaning): Span | undefined {
  const { length } = meaning.words;
  let at = nextOccurrence(phrase, 0, meaning, 0, length);
  while (at) {
    let whole: Span | undefined = at;
    for (let part = 1; part < phrase.parts.length && whole; part += 1) whole = joined(whole, phrase, part, meaning);
    if (whole) return whole;
    at = nextOccurrence(phrase, 0, meaning, at.from + 1, length);
  }
  return undefined;
}

function joined(sofar: Span, phrase: Phrase, part: number, meaning: Meaning): Span | undefined {
  const last = Math.min(meaning.words.length, sofar.from + REACH);
  for (let begin = Math.max(0, sofar.to - REACH); begin < last; begin += 1) {
    const next = nextOccurrence(phrase, part, meaning, begin, last);
    if (!next) return undefined;
    const { from, to } = next;
    begin = from;
    // Two parts are two things that were said: the same words do not count for both.
    const isSame = from < sofar.to && to > sofar.from && from >= sofar.from && to <= sofar.to && sofar.to - sofar.from === to - from;
    if (isSame) continue;
    const whole = { from: Math.min(from, sofar.from), to: Math.max(to, sofar.to) };
    if (whole.to - whole.from <= REACH) return whole;
  }
  return undefined;
}

function nextOccurrence(phrase: Phrase, part: number, meaning: Meaning, begin: number, end: number): Span | undefined {
  const beginning = phrase.beginnings[part];
  const steps = phrase.parts[part];
  if (!beginning || !steps) return undefined;
  for (let from = begin; from < end; from += 1) {
    if (!mayBegin(beginning, meaning, from)) continue;
    const to = follow(steps, 0, from, meaning);
    if (to !== undefined) return { from, to };
  }
  return undefined;
}

function mayBegin({ words, stems, concepts }: Beginning, meaning: Meaning, index: number): boolean {
  const word = meaning.words[index] ?? '';
  if (words.has(word)) return true;
  const at = meaning.at[index];
  if (at !== undefined && at.size > 0) for (const concept of concepts) if (at.has(concept)) return true;
  for (const stem of stems) if (word.startsWith(stem)) return true;
  return false;
}

/** @returns where the steps from `index` on end when the next one begins at `at` */
function follow(steps: readonly Step[], index: number, at: number, meaning: Meaning): number | undefined {
  const step = steps[index];
  if (!step) return at;
  for (const alternative of step) {
    const end = endOf(alternative, at, meaning);
    if (end === undefined) continue;
    if (index === steps.length - 1) return end;
    for (let gap = 0; gap <= MAX_GAP; gap += 1) {
      const to = follow(steps, index + 1, end + gap, meaning);
      if (to !== undefined) return to;
    }
  }
  return undefined;
}

function endOf(atoms: readonly Atom[], at: number, meaning: Meaning): number | undefined {
  let end = at;
  for (const atom of atoms) {
    const next = atomAt(atom, end, meaning);
    if (next === undefined) return undefined;
    end = next;
  }
  return end;
}

function atomAt(atom: Atom, at: number, meaning: Meaning): number | undefined {
  const word = meaning.words[at];
  if (word === undefined) return undefined;
  if (atom.kind === 'concept') return meaning.at[at]?.get(atom.name);
  return (atom.kind === 'word' ? word === atom.text : word.startsWith(atom.text)) ? at + 1 : undefined;
}
