import { type Exchange, type Finder, type Finding, finding } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { answeredTruth } from './answered-truths.ts';
import { knownInsurer } from './insurers.ts';
import { statedTruths } from './stated-truths.ts';

/** “What medicines do you take?” – “Just Coumadin.” */
function listedTruth({ topic }: FieldMeaning, { question, reply, isOfRelative }: Exchange): Finding | undefined {
  if (!question || isOfRelative || !topic?.asksListing?.test(question.folded)) return undefined;
  const [first] = reply.sentences;
  const match = first && !first.isQuestion ? (topic.listed ?? topic.answers)?.exec(first.folded) : undefined;
  return first && match ? finding(true, reply, { start: first.start, end: first.start + match.index + match[0].length }, 0.8) : undefined;
}

/** Things that are so or not: what is said by itself counts more than a plain answer beside it. */
export const findTruth: Finder = (meaning, exchange, scene) => {
  const insured =
    meaning.topic?.id === 'insured' && exchange.asked.some((one) => one.meaning === meaning) ? knownInsurer(exchange, scene) : undefined;
  if (insured) return [{ ...insured, value: true }];
  const said = statedTruths(meaning, exchange, scene);
  if (said.length > 0) return said;
  const listed = listedTruth(meaning, exchange);
  if (listed) return [listed];
  const answered = answeredTruth(meaning, exchange, scene);
  return answered ? [answered] : [];
};
