import type { ProposedField } from '../../../extraction/extraction-engine.ts';
import type { Evidence, FieldValue } from '../../../forms/known-field.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { quoteOf } from '../text/utterance.ts';
import { type Finding, SURE_ENOUGH } from './scene.ts';

/** How much surer an earlier answer has to be than a later remark to stay. */
const MARGIN = 0.16;

/** What a conversation says about one field in the end: later words before earlier ones, unless those were much surer. */
export function mergeFindings(meaning: FieldMeaning, found: readonly Finding[]): ProposedField | undefined {
  if (meaning.field.isList) return mergeList(meaning, found);
  const isFirstThatCounts =
    meaning.topic?.id === 'reason' || meaning.topic?.id === 'occupation' || meaning.topic?.id === 'household-problem';
  let best: Finding | undefined;
  for (const one of found.filter((candidate) => !candidate.isTakenBack)) {
    const isBetter =
      best === undefined || (isFirstThatCounts ? one.confidence > best.confidence : one.confidence >= best.confidence - MARGIN);
    if (isBetter) best = one;
  }
  if (meaning.topic?.id === 'side' && isContradictory(found, best)) return undefined;
  return best && best.confidence >= SURE_ENOUGH ? proposed(meaning, best.value, [best]) : undefined;
}

/** The left knee and the right shoulder: which one is meant is not said. */
const isContradictory = (found: readonly Finding[], best: Finding | undefined): boolean =>
  best !== undefined && found.some((one) => one.value !== best.value && one.confidence >= best.confidence - MARGIN);

/** Each value by itself: what was said of it last. */
function mergeList(meaning: FieldMeaning, found: readonly Finding[]): ProposedField | undefined {
  const last = new Map<string, Finding>();
  for (const one of found) last.set(String(one.value), one);
  const kept = [...last.values()].filter((one) => !one.isTakenBack);
  const order = meaning.options.map((option) => String(option.value));
  kept.sort((one, other) => order.indexOf(String(one.value)) - order.indexOf(String(other.value)));
  const values = kept.map((one) => one.value).filter((value): value is string | number | boolean => typeof value !== 'object');
  return values.length > 0 ? proposed(meaning, values, kept) : undefined;
}

function proposed(meaning: FieldMeaning, value: FieldValue, found: readonly Finding[]): ProposedField | undefined {
  const evidence = uniqueEvidence(
    found.flatMap((one) =>
      one.evidence.map(({ utterance, span }) => ({ messageId: utterance.id, quote: quoteOf(utterance.content, span) })),
    ),
  );
  if (evidence.length === 0) return undefined;
  return { fieldName: meaning.field.name, value, confidence: Math.min(...found.map((one) => one.confidence)), evidence };
}

function uniqueEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Map(evidence.filter(({ quote }) => quote !== '').map((one) => [`${one.messageId} ${one.quote}`, one]));
  return [...seen.values()];
}
