import type { Clause, Sentence, Span, Utterance } from '../text/utterance.ts';

/** Walks through what is said, clause by clause. */
export function* clausesOf(utterance: Utterance): Generator<{ sentence: Sentence; clause: Clause }> {
  for (const sentence of utterance.sentences) for (const clause of sentence.clauses) yield { sentence, clause };
}

export const spanOf = (sentence: Span, match: RegExpExecArray | RegExpMatchArray): Span => {
  const start = sentence.start + (match.index ?? 0);
  return { start, end: start + match[0].length };
};

export function clauseAt(sentence: Sentence, place: number): Clause | undefined {
  return sentence.clauses.find((clause) => place >= clause.start && place < clause.end) ?? sentence.clauses.at(-1);
}

const HYPOTHETICAL = /^\W*(?:if|in case|what if|should i|could it|would|do you think|is it|si (?:me|le|tengo|tuviera)|y si|por si)\b/;

/** A question of the visitor or an “if” states nothing. */
export const isStatement = (sentence: Sentence, clause: Clause): boolean => !sentence.isQuestion && !HYPOTHETICAL.test(clause.folded);
