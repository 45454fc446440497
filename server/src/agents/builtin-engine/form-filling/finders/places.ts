import type { Exchange, Scene } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { everywhere } from '../text/patterns.ts';
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

const HYPOTHETICAL =
  /^\W*(?:if|in case|what if|should i|could it|would|do you think|is it|is this|are these|si (?:me|le|tengo|tuviera)|y si|por si)\b/;
/** “I do have diabetes, you know that, right?” is no question. */
const TAGGED =
  /^\W*(?:(?:yes|yeah|no|well|so|si|bueno)\b[\s,]*)*(?:i|i'm|i've|my|yo|tengo|mi|he|she|his|her)\b.*\b(?:right|correct|okay|ok|verdad|cierto|remember)\W*$/;

/** A question of the visitor or an “if” states nothing. */
export const isStatement = (sentence: Sentence, clause: Clause): boolean =>
  (!sentence.isQuestion || TAGGED.test(sentence.folded)) && !HYPOTHETICAL.test(clause.folded);

export interface Said extends Span {
  sentence: Sentence;
  clause: Clause;
  text: string;
}

/** Where a reply states what the pattern describes, about the one that the field is about. */
export function* saidIn(pattern: RegExp, meaning: FieldMeaning, exchange: Exchange, scene: Scene): Generator<Said> {
  for (const sentence of exchange.reply.sentences) {
    for (const match of sentence.folded.matchAll(everywhere(pattern))) {
      const span = spanOf(sentence, match);
      const clause = clauseAt(sentence, span.start);
      if (!clause || !isStatement(sentence, clause)) continue;
      if (!meaning.topic?.isOfThing && !isOfPatient(exchange, sentence, clause, span, match[0], scene)) continue;
      yield { ...span, sentence, clause, text: match[0] };
    }
  }
}

/** A pattern that begins with “he” fits only somebody who is spoken of, one with “I” only somebody who speaks. */
function isOfPatient(exchange: Exchange, sentence: Sentence, clause: Clause, { start }: Span, text: string, scene: Scene): boolean {
  if (!scene.carer && /^\W*(?:he|she)\b/.test(text)) return false;
  if (!scene.carer && /^\W*(?:i|i'm|i've|yo|soy|estoy|tengo|vivo|fumo|tomo|bebo)\b/.test(text) && !/\bfamil/.test(clause.folded))
    return true;
  if (scene.carer && /^\W*(?:i|i'm|i've|my|we|we're)\b/.test(text)) return false;
  return isAboutPatient(exchange, sentence, clause, start, scene);
}
