import type { FieldMeaning } from '../fields/field-meaning.ts';
import { contentStems, wordsOfName, wordsOfTitle } from '../fields/form-words.ts';
import { findPhrase, type Phrase, phraseOf } from '../text/phrases.ts';
import { FAMILY, RELATIVE } from '../text/subject.ts';
import { readWords, type Sentence, type Span, type Utterance } from '../text/utterance.ts';
import type { Asked } from './scene.ts';

const REQUEST =
  /^\W*(?:please|tell|give|describe|can you|could you|may i|any\b|your|su\b|tu\b|digame|dime|indique|deme|dame|cuent|and\b|what|how|when|where|which|who|do\b|does|did|are|is|have|has|que|cual|cuand|cuant|como|donde|tiene|alguna?)|\?|:$/;
const SHARE_OF_WORDS = 0.6;

/** The fields that a message of the assistant or the team asks for, in the order in which it does. */
export function readAsked(question: Utterance, meanings: readonly FieldMeaning[]): Asked[] {
  const asking = askingSentences(question);
  const found: Asked[] = [];
  for (const sentence of asking) {
    const isOfFamily = FAMILY.test(sentence.folded) && !/history of (?:smok|alcohol)/.test(sentence.folded);
    const words = readWords(sentence.folded, sentence.start);
    const stems = phraseOf(words);
    for (const meaning of meanings) {
      if (meaning.isAboutFamily !== isOfFamily && (meaning.isAboutFamily || meaning.kind === 'truth' || isList(meaning))) {
        if (!(meaning.topic?.id === 'lives-with')) continue;
      }
      const place = placeOf(meaning, sentence, words, stems);
      if (place && !found.some((one) => one.meaning === meaning && one.sentence === sentence)) found.push({ ...place, meaning, sentence });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

const isList = (meaning: FieldMeaning): boolean => meaning.field.isList;

/** Its questions; where it has none, all of it: “so you have high blood pressure” may be answered, too. */
function askingSentences({ sentences }: Utterance): Sentence[] {
  const questions = sentences.filter((sentence) => sentence.isQuestion || REQUEST.test(sentence.folded));
  const last = sentences.at(-1);
  if (questions.length === 0 || !last || !questions.includes(last)) return [...new Set([...questions, ...sentences])];
  return questions;
}

function placeOf(
  meaning: FieldMeaning,
  sentence: Sentence,
  words: ReturnType<typeof readWords>,
  stems: Phrase,
): (Span & { isOpposite: boolean }) | undefined {
  const { topic } = meaning;
  const opposite = topic?.asksOpposite?.exec(sentence.folded);
  if (opposite) return { ...spanIn(sentence, opposite), isOpposite: true };
  const asks = topic?.asks?.exec(sentence.folded);
  if (asks) return { ...spanIn(sentence, asks), isOpposite: false };
  const mentioned = firstOf(
    [...meaning.phrases, ...meaning.options.flatMap((option) => (meaning.field.isList ? option.phrases : []))],
    words,
    stems,
  );
  if (mentioned) return { ...mentioned, isOpposite: false };
  if (topic && meaning.kind !== 'choice') return undefined;
  const cued = meaning.isAboutFamily ? undefined : firstOf(meaning.cues, words, stems);
  if (cued) return { ...cued, isOpposite: false };
  return topic ? undefined : sharedWords(meaning, sentence, stems);
}

function firstOf(phrases: readonly Phrase[], words: ReturnType<typeof readWords>, stems: Phrase): Span | undefined {
  return phrases.flatMap((phrase) => findPhrase(phrase, words, stems)).sort((one, other) => one.start - other.start)[0];
}

function sharedWords(meaning: FieldMeaning, sentence: Sentence, stems: Phrase): (Span & { isOpposite: boolean }) | undefined {
  const isShared = [wordsOfTitle(meaning.field.title), wordsOfName(meaning.field.name)].some((text) => {
    const wanted = contentStems(text);
    return wanted.length > 0 && wanted.filter((word) => stems.includes(word)).length / wanted.length >= SHARE_OF_WORDS;
  });
  return isShared ? { start: sentence.start, end: sentence.end, isOpposite: false } : undefined;
}

const spanIn = (sentence: Sentence, match: RegExpExecArray): Span => ({
  start: sentence.start + match.index,
  end: sentence.start + match.index + match[0].length,
});

/** Whether the question speaks of somebody of the family by name: “and your father?” */
export const namesRelative = (sentence: Sentence): boolean => new RegExp(RELATIVE.source).test(sentence.folded);
