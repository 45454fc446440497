import { type Exchange, type Finder, type Finding, finding, withQuestion } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { PEOPLE } from '../text/kin.ts';
import { findPhrase, phraseOf } from '../text/phrases.ts';
import { polarityOf } from '../text/polarity.ts';
import { FAMILY, RELATIVE, subjectAt } from '../text/subject.ts';
import { readWords } from '../text/utterance.ts';
import { answeredTruth } from './answered-truths.ts';
import { clausesOf, isStatement } from './places.ts';

const NOT_BY_BLOOD =
  /\b(?:husband|wife|friends?|neighbou?rs?|boyfriend|girlfriend|partner|spouse|in-laws?|step\w+|boss|roommates?|esposo|esposa|marido|novi[oa]|amig[oa]s?|vecin[oa]s?|cunad[oa]|suegr[oa])\b/;

/** What runs in the family: said of relatives by blood, or asked about the family. */
export const findInFamily: Finder = (meaning, exchange) => {
  const found: Finding[] = [];
  const isAskedOfFamily =
    exchange.question?.sentences.some((sentence) => FAMILY.test(sentence.folded) || sentence.folded.search(RELATIVE) !== -1) ?? false;
  let isOfRelative = isAskedOfFamily;
  for (const { sentence, clause } of clausesOf(exchange.reply)) {
    const named = [...clause.folded.matchAll(RELATIVE)].filter(([kin]) => !NOT_BY_BLOOD.test(kin));
    const isSpeaker = subjectAt(clause, clause.end, exchange.isSpanish) === 'speaker' && named.length === 0;
    if (named.length > 0 || FAMILY.test(clause.folded)) isOfRelative = true;
    else if (isSpeaker || NOT_BY_BLOOD.test(clause.folded)) isOfRelative = false;
    if (!isOfRelative || !isStatement(sentence, clause)) continue;
    const stems = phraseOf(clause.words);
    for (const place of meaning.phrases.flatMap((phrase) => findPhrase(phrase, clause.words, stems))) {
      const polarity = polarityOf(sentence, clause, place, exchange.reply.folded);
      if (polarity !== 'open') found.push(finding(polarity === 'affirmed', exchange.reply, clause, 0.75));
    }
  }
  const yes = found.filter((one) => one.value === true);
  if (yes.length > 0) return yes;
  if (found.length > 0) return found;
  const named = isAskedOfFamily ? relativeAnswered(meaning, exchange) : undefined;
  if (named) return [named];
  const answered = answeredTruth(meaning, exchange);
  return answered ? [answered] : [];
};

/** “Does anybody have diabetes?” – “My aunt.” */
function relativeAnswered({ phrases }: FieldMeaning, exchange: Exchange): Finding | undefined {
  const { question, reply } = exchange;
  const [first] = reply.sentences;
  const match = first && !first.isQuestion ? KIN_FIRST.exec(first.folded) : null;
  if (!question || !first || !match || NOT_BY_BLOOD.test(match[0]) || /\b(?:no|not|never|n't|nunca|don't)\b/.test(first.folded))
    return undefined;
  for (const { folded, start } of question.sentences) {
    const words = readWords(folded, start);
    const [place] = phrases.flatMap((phrase) => findPhrase(phrase, words, phraseOf(words)));
    if (place) return withQuestion(finding(true, reply, first, 0.75), exchange, place);
  }
  return undefined;
}

const KIN_FIRST = new RegExp(
  `^\\W*(?:(?:yes|yeah|si|well|um|uh|oh|just|only|solo)\\W+)*(?:my|mi|mis|both my|both of my|la de mi|on my) (?:\\w+ )?${PEOPLE}\\b`,
);
