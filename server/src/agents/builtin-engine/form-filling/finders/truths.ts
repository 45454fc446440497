import { type Asked, type Exchange, type Finder, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { findPhrase, phraseOf } from '../text/phrases.ts';
import { polarityOf } from '../text/polarity.ts';
import type { Span } from '../text/utterance.ts';
import { isDontKnow, readYesNo } from '../values/yes-no.ts';
import { clauseAt, clausesOf, isStatement, spanOf } from './places.ts';

const OVER =
  /\b(?:used to|was|were|had|did|ago|before|antes|quit|stopped|in the past|tenia|tuve|era|estaba|when i was|de nin[oa]|de bebe|cuando era)\b/;

/** Things that are so or not: answers to a question, then what is said by itself, which counts more. */
export const findTruth: Finder = (meaning, exchange, scene) => {
  const said = statedTruths(meaning, exchange, scene);
  if (said.length > 0) return said;
  const answered = answeredTruth(meaning, exchange, scene);
  return answered ? [answered] : [];
};

export function answeredTruth(meaning: FieldMeaning, exchange: Exchange, _scene: Scene): Finding | undefined {
  const places = exchange.asked.filter((asked) => asked.meaning === meaning);
  const asked = places.at(-1);
  if (!asked || isDontKnow(exchange.reply.folded)) return undefined;
  const answer = readYesNo(exchange.reply.folded);
  if (!answer) return undefined;
  const isLast = isLastQuestion(exchange, asked);
  if (answer.value && (!isLast || isOneOfSeveral(exchange, asked))) return undefined;
  if (
    !answer.value &&
    !isLast &&
    !/\b(?:none|neither|nothing|nada|ningun[oa]?|no to (?:all|both))\b/.test(exchange.reply.folded) &&
    !isOneBreath(exchange, asked)
  )
    return undefined;
  const value = confirmed(answer.value, asked, exchange);
  if (value === undefined) return undefined;
  return withQuestion(finding(asked.isOpposite ? !value : value, exchange.reply, answer, 0.9), exchange, asked);
}

/** “You don't smoke?” – “No.” agrees; a bare “yes” to it may mean either. */
function confirmed(value: boolean, { sentence, start }: Asked, { reply }: Exchange): boolean | undefined {
  const before = sentence.folded.slice(0, Math.max(0, start - sentence.start));
  const isNegative =
    /(?:\bno\b|\bnot\b|\w+n't\b|\bnever\b|\bwithout\b|\bden(?:y|ies)\b)(?!.*\b(?:but|problem)\b)/.test(before) &&
    !/^\W*(?:haven't|don't|didn't|doesn't|isn't|aren't|no (?:tiene|tienes|tenes|ha))\b/.test(sentence.folded);
  if (!isNegative || !value) return value;
  return /^\W*(?:correct|right|exactly|that'?s (?:right|correct|true)|correcto|exacto|asi es)\b/.test(reply.folded) ? false : undefined;
}

/** A plain yes belongs to the last question of several. */
function isLastQuestion({ asked }: Exchange, { sentence }: Asked): boolean {
  return asked.every((one) => one.sentence.start <= sentence.start);
}

/** A plain no answers all questions of one message that are of the same kind. */
const isOneBreath = ({ asked }: Exchange, one: Asked): boolean =>
  asked
    .filter((other) => other.sentence.start > one.sentence.start)
    .every((other) => other.meaning.kind === 'truth' || other.meaning.kind === 'choice');

/** “Fever, nausea or chills?” – “yes” does not say which. */
function isOneOfSeveral({ asked }: Exchange, one: Asked): boolean {
  if (!/\bor\b|\bo\b|\bu\b|,/.test(one.sentence.folded)) return false;
  const others = asked.filter((other) => other.sentence === one.sentence && other.meaning !== one.meaning && other.start !== one.start);
  const rest = one.sentence.folded.slice(Math.max(0, one.end - one.sentence.start));
  const before = one.sentence.folded.slice(0, Math.max(0, one.start - one.sentence.start));
  return others.length > 0 || /^\W*(?:or|o)\s+\w+/.test(rest) || /\b(?:or|o)\s+(?:any |a |de )?$/.test(before) || /^, \w+/.test(rest);
}

function statedTruths(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const found: Finding[] = [];
  for (const sentence of exchange.reply.sentences) {
    if (meaning.topic) found.push(...byTopic(meaning, exchange, sentence, scene));
  }
  for (const { sentence, clause } of clausesOf(exchange.reply)) {
    if (meaning.phrases.length === 0 || !isStatement(sentence, clause)) continue;
    const stems = phraseOf(clause.words);
    for (const place of meaning.phrases.flatMap((phrase) => findPhrase(phrase, clause.words, stems))) {
      if (!isAboutPatient(exchange.reply, sentence, clause, place.end, scene)) continue;
      const polarity = polarityOf(sentence, clause, place, exchange.reply.folded);
      if (polarity === 'open') continue;
      found.push(finding(polarity === 'affirmed', exchange.reply, { start: clause.start, end: Math.max(clause.end, place.end) }, 0.8));
    }
  }
  return found;
}

function byTopic(meaning: FieldMeaning, exchange: Exchange, sentence: { start: number; end: number }, scene: Scene): Finding[] {
  const { reply } = exchange;
  const whole = reply.sentences.find((one) => one.start === sentence.start);
  if (!whole || !meaning.topic) return [];
  const { yes, no } = meaning.topic;
  const found: (Finding & { at: number })[] = [];
  const consider = (pattern: RegExp | undefined, value: boolean) => {
    for (const match of whole.folded.matchAll(new RegExp(pattern?.source ?? '(?!)', 'g'))) {
      const span: Span = spanOf(whole, match);
      const clause = clauseAt(whole, span.start);
      if (!clause || !isStatement(whole, clause) || !isAboutPatient(reply, whole, clause, span.start, scene)) continue;
      if (!scene.carer && /^\W*(?:he|she)\b/.test(match[0])) continue;
      if (scene.carer && /^\W*i(?:'m|'ve)?\b/.test(match[0])) continue;
      if (value && polarityOf(whole, clause, span, reply.folded) !== 'affirmed') continue;
      if (value && meaning.isOfNow && OVER.test(clause.folded.slice(0, span.end - clause.start + 20))) continue;
      found.push({ ...finding(value, reply, span, 0.8), at: span.start });
    }
  };
  consider(yes, true);
  consider(no, false);
  return found.sort((one, other) => one.at - other.at).map(({ at: _, ...rest }) => rest);
}
