import type { FieldMeaning } from '../fields/field-meaning.ts';
import { contentStems, wordsOfName, wordsOfTitle } from '../fields/form-words.ts';
import { findPhrase, type Phrase, phraseOf } from '../text/phrases.ts';
import { FAMILY } from '../text/subject.ts';
import { readWords, type Sentence, type Span, type Utterance, type Word } from '../text/utterance.ts';
import type { Asked } from './scene.ts';

const REQUEST =
  /^\W*(?:please|tell|give|describe|can you|could you|may i|any\b|your|su\b|tu\b|digame|dime|indique|deme|dame|cuent|and\b|what|how|when|where|which|who|do\b|does|did|are|is|have|has|que|cual|cuand|cuant|como|donde|tiene|alguna?)|\?|:$/;
const SHARE_OF_WORDS = 0.6;

/** The fields that a message of the assistant or the team asks for, in the order in which it does. `before`: the question before it. */
export function readAsked(question: Utterance, meanings: readonly FieldMeaning[], before?: Utterance): Asked[] {
  const found: Asked[] = [];
  for (const sentence of askingSentences(question)) {
    const isOfFamily =
      asksAboutFamily(sentence) || (before !== undefined && GOES_ON.test(sentence.folded) && before.sentences.some(asksAboutFamily));
    const words = readWords(sentence.folded, sentence.start);
    const stems = phraseOf(words);
    for (const meaning of meanings) {
      const isOfPerson = meaning.isAboutFamily || meaning.kind === 'truth' || isList(meaning);
      if (isOfPerson && meaning.isAboutFamily !== isOfFamily && meaning.topic?.id !== 'lives-with') continue;
      const place = placeOf(meaning, sentence, words, stems, before);
      if (place) found.push({ isOpposite: false, isPresupposed: false, isVague: false, ...place, meaning, sentence });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** “What about stroke?” is of the family still, after a question about it. */
export const GOES_ON = /^\W*(?:(?:ok|okay|hm+|alright|and|so)\W+)*(?:what|how) about\b(?!.*\b(?:you|your)\b)/;

export const asksAboutFamily = ({ folded }: Sentence): boolean => FAMILY.test(folded) && !/history of (?:smok|alcohol)/.test(folded);

type Place = Span & Partial<Pick<Asked, 'isOpposite' | 'isPresupposed' | 'isVague'>>;

const isList = (meaning: FieldMeaning): boolean => meaning.field.isList;

/** Its questions; where it has none, all of it: “so you have high blood pressure” may be answered, too. */
function askingSentences({ sentences }: Utterance): Sentence[] {
  const marked = sentences.filter((sentence) => sentence.isQuestion);
  const questions =
    marked.length > 0
      ? sentences.filter((one) => one.isQuestion || DEMAND.test(one.folded))
      : sentences.filter((one) => REQUEST.test(one.folded));
  const last = sentences.at(-1);
  const told = last && TAG.test(last.folded) ? sentences.at(-2) : undefined;
  if (told && !questions.includes(told)) questions.push(told);
  if (questions.length === 0 || !last || !questions.includes(last)) return [...new Set([...questions, ...sentences])];
  return questions;
}

/** “… You are twenty weeks along. Is that correct?” asks about the sentence before. */
const TAG =
  /^\W*(?:is (?:that|this) (?:right|correct|true|so)|right|correct|isn't it|am i right|yes|verdad|cierto|correcto|es (?:correcto|asi|cierto)|no)\W*$/;
const DEMAND = /\b(?:tell me|give me|please|let me know|digame|dime|indique|deme|dame|su nombre|your name)\b/;

function placeOf(
  meaning: FieldMeaning,
  sentence: Sentence,
  words: readonly Word[],
  stems: Phrase,
  before: Utterance | undefined,
): Place | undefined {
  const { topic } = meaning;
  const at = (pattern: RegExp | undefined) => {
    const match = pattern?.exec(sentence.folded);
    return match ? spanIn(sentence, match) : undefined;
  };
  const opposite = at(topic?.asksOpposite);
  if (opposite) return { ...opposite, isOpposite: true };
  const asks = at(topic?.asks);
  if (asks) return asks;
  const vague = at(topic?.asksVaguely);
  if (vague) return { ...vague, isVague: true };
  const goesOn = topic?.asksAfter && before && topic.asksAfter[0].test(before.folded) ? at(topic.asksAfter[1]) : undefined;
  if (goesOn) return goesOn;
  const named = isList(meaning) && !topic?.asks ? meaning.options.flatMap((option) => option.phrases) : [];
  const mentioned = firstMention([...meaning.phrases, ...named], sentence, words, stems);
  if (mentioned) return mentioned;
  if (topic?.asks) return undefined;
  if (meaning.isAboutFamily) return undefined;
  return weakMention(meaning, sentence, words, stems) ?? (topic ? undefined : sharedWords(meaning, sentence, stems));
}

/** “When you cough”, “blood in the vomit”: said beside what is asked. */
const BESIDE =
  /\b(?:when|while|if|after|before|during|causing|caused|due to|because of|besides|(?:in|with|by|from) (?:the|your|his|her|this|that)|(?:anything|something|medicines?|medications?|treated|treatment|pills?) for(?: the| your)?)\s+(?:\w+\s+){0,2}$/;
/** “The cough”, “your asthma”: there is no doubt that it is there. */
const DEFINITE = /\b(?:the|this|that|these|those|your|his|her)\s+(?:\w+\s+)?$/;
const DOUBTED = /\b(?:problems?|trouble|issues?|history|disease|wrong|anything|something|any|diagnosed|medicines?|medications?|pills?)\b/;

/** “Hay fever” is none. */
const OTHER_FEVER = /\b(?:hay|valley|scarlet|yellow|dengue|rheumatic)\s+$/;

function firstMention(phrases: readonly Phrase[], sentence: Sentence, words: readonly Word[], stems: Phrase): Place | undefined {
  const places = phrases.flatMap((phrase) => findPhrase(phrase, words, stems)).sort((one, other) => one.start - other.start);
  const [first] = places.filter(
    ({ start, end }) =>
      !/^\s+(?:up|blood|diet|free)\b/.test(sentence.folded.slice(end - sentence.start)) &&
      !OTHER_FEVER.test(sentence.folded.slice(0, start - sentence.start)),
  );
  if (!first) return undefined;
  const before = sentence.folded.slice(0, first.start - sentence.start);
  const isBeside = BESIDE.test(before) && !/\b(?:family|familia|diagnosed|problems?|trouble|issues?|been)\b.*$/.test(before);
  const isDefinite = DEFINITE.test(before) && !DOUBTED.test(before) && sentence.isQuestion;
  return { ...first, isPresupposed: isBeside || isDefinite };
}

/** A single word of everyday life, such as “pressure” or “sugar”, counts where it stands by itself. */
function weakMention(meaning: FieldMeaning, sentence: Sentence, words: readonly Word[], stems: Phrase): Place | undefined {
  const place = firstMention(meaning.cues, sentence, words, stems);
  if (!place || meaning.kind !== 'truth') return place;
  const before = sentence.folded.slice(0, place.start - sentence.start);
  return /(?:^|\b(?:any|the|of|your|with|have|no|about|el|la|de|algun|alguna))\W*$/.test(before) ? place : undefined;
}

function sharedWords(meaning: FieldMeaning, sentence: Sentence, stems: Phrase): Place | undefined {
  const isShared = [wordsOfTitle(meaning.field.title), wordsOfName(meaning.field.name)].some((text) => {
    const wanted = contentStems(text);
    const isTelling = meaning.kind !== 'truth' || wanted.length > 1;
    return isTelling && wanted.length > 0 && wanted.filter((word) => stems.includes(word)).length / wanted.length >= SHARE_OF_WORDS;
  });
  return isShared ? { start: sentence.start, end: sentence.end } : undefined;
}

const spanIn = (sentence: Sentence, match: RegExpExecArray): Span => ({
  start: sentence.start + match.index,
  end: sentence.start + match.index + match[0].length,
});
