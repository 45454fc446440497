import type { Finder, Finding } from '../dialogue/scene.ts';
import { finding } from '../dialogue/scene.ts';
import { findPhrase, phraseOf } from '../text/phrases.ts';
import { polarityOf } from '../text/polarity.ts';
import { FAMILY, RELATIVE, subjectAt } from '../text/subject.ts';
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
  const answered = answeredTruth(meaning, exchange);
  return answered ? [answered] : [];
};
