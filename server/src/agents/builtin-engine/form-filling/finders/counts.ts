import { type Exchange, type Finder, type Finding, finding, type Scene } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { readWords, type Sentence } from '../text/utterance.ts';
import { ORDINAL, ordinalOf } from '../values/date-words.ts';
import { type NumberMention, readNumbers } from '../values/numbers.ts';
import { readYesNo } from '../values/yes-no.ts';
import { fitting } from './fitting.ts';
import { clauseAt, isStatement, saidIn, spanOf } from './places.ts';

const CHILD = '(?:little ones?|littles? ones?|children|child|kids?|sons?|daughters?|boys?|girls?|twins|hij[oa]s?|nin[oa]s?|varon(?:es)?)';
const CHILDREN = new RegExp(
  `^[\\s-]*(?:(?!grand|or|time|year|month|week|day|half|step|of\\b)\\w+ ){0,2}?${CHILD}\\b|^ of (?:my|our|his|her) own\\b`,
);
const ONE_CHILD =
  /(?<!\b(?:as|was|like|since|being) )\b(?:a|an|un|una) (?:(?!grand|step)\w+ ){0,2}?(?:son|daughter|child|kid|boy|girl|hij[oa])\b/g;
const HAS = /\b(?:have|has|got|had|raised|with|tengo|tiene|tuve|tenemos)\b|^\W*(?:(?:yes|yeah|si)\b\W*)?$/;
/** “Yes, we have three.”, “five in total”. */
const COUNTED_BARE = /^\s*(?:$|[.,!;]|in (?:total|all)|of (?:them|each)|and\b|total|altogether|wonderful|beautiful|now|en total)/;
const BARE_LEAD =
  /^\W*(?:(?:yes|yeah|yep|oh|si|sure|well|i|we|do|have|had|got|actually|just|only|tengo|tenemos|um|uh|sir|ma'am|doctor)\b[\s,.!]*)*$/;
const TIMES_PREGNANT = /^\s*(?:times?|pregnanc(?:y|ies)|embarazos?|veces)\b/;

/** How many there are: children, pregnancies, the grade at school. */
export const findCount: Finder = (meaning, exchange, scene) => {
  if (meaning.topic?.id === 'grade') return findGrade(meaning, exchange, scene);
  const ordinal = meaning.topic?.id === 'pregnancies' ? findWhichPregnancy(meaning, exchange, scene) : [];
  if (ordinal.length > 0) return ordinal;
  const found = exchange.reply.sentences.flatMap((sentence) => countsIn(meaning, exchange, sentence, scene));
  if (found.length > 0) return found.slice(0, 1);
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  const no = asked?.sentence.isQuestion && !exchange.isOfRelative ? readYesNo(exchange.reply.folded) : undefined;
  const isNone =
    meaning.topic?.id === 'children' &&
    no?.value === false &&
    /\b(?:any|have|has|got|tiene|tienes|hay|how many|cuant[oa]s)\b[^?]*\b(?:child|kid|son|daughter|hij)/.test(
      asked?.sentence.folded ?? '',
    ) &&
    !/\bor\b|\byour (?:\w+ )?(?:child|kid|son|daughter)/.test(asked?.sentence.folded ?? '');
  return isNone && no ? [finding(0, exchange.reply, no, 0.7)] : [];
};

function countsIn(meaning: FieldMeaning, exchange: Exchange, sentence: Sentence, scene: Scene): Finding[] {
  const { reply } = exchange;
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  const numbers = readNumbers(readWords(sentence.folded, sentence.start), (from, to) => reply.folded.slice(from, to)).filter(
    (one) => !one.isRange && Number.isInteger(one.value),
  );
  const isHowMany = asked !== undefined && /how many|cuant[oa]s/.test(asked.sentence.folded);
  const counted = numbers.filter((number) => {
    const after = reply.folded.slice(number.end, sentence.end);
    const before = sentence.folded.slice(0, number.start - sentence.start);
    if (isHowMany && !number.isArticle && /^\s*(?:$|[.,!])/.test(after)) return true;
    if (meaning.topic?.id === 'pregnancies') return (isHowMany || /pregnan|embaraz/.test(sentence.folded)) && TIMES_PREGNANT.test(after);
    if (
      meaning.topic?.id === 'children' &&
      asked &&
      !number.isArticle &&
      number.value <= 15 &&
      COUNTED_BARE.test(after) &&
      BARE_LEAD.test(before)
    )
      return true;
    return CHILDREN.test(after) && (HAS.test(before) || asked !== undefined || /^\W*me,? (?:and )?my \w+/.test(sentence.folded));
  });
  const isChildren = meaning.topic?.id === 'children';
  const single =
    isChildren && (asked || HAS.test(sentence.folded))
      ? [...sentence.folded.matchAll(ONE_CHILD)].map((match) => spanOf(sentence, match))
      : [];
  const places = [...counted, ...single].sort((one, other) => one.start - other.start);
  const [first] = places;
  const last = places.at(-1);
  const clause = first && clauseAt(sentence, first.start);
  if (!first || !last || !clause || !isStatement(sentence, clause)) return [];
  if (scene.carer || OTHERS_HAVE.test(clause.folded.slice(0, first.start - clause.start))) return [];
  const isOwn =
    isAboutPatient(exchange, sentence, clause, first.start, scene) ||
    (isChildren && /^\W*(?:\w+\W+)?me,? |\bwe\b/.test(sentence.folded)) ||
    /\bmy\s+$/.test(reply.folded.slice(0, first.start));
  if (!isOwn) return [];
  const value = fitting(meaning.field, totalOf(counted, single.length, sentence, isChildren));
  return value === undefined ? [] : [finding(value, reply, { start: first.start, end: last.end }, 0.8)];
}

const OTHERS_HAVE = /\b(?:my|mi|his|her)\s+(?:\w+\s+){1,2}(?:has|have|had|tiene|tienen)\b/;

/** “Two sons and a daughter” are three; “three children, two boys and a girl” are three as well. */
function totalOf(counted: readonly NumberMention[], single: number, sentence: Sentence, isChildren: boolean): number {
  const whole = counted.find((one) => /^[\s-]*(?:\w+ )?(?:children|kids|hijos)\b/.test(sentence.folded.slice(one.end - sentence.start)));
  if (whole || !isChildren) return whole?.value ?? counted[0]?.value ?? 0;
  return counted.reduce((sum, one) => sum + one.value, single);
}

const WHICH =
  /\b(?:my|this is (?:my|her)) (first|second|third|fourth|fifth|sixth|seventh|eighth) pregnancy\b|\bpregnant (?:only )?(once|twice)\b/;

/** “This is my second pregnancy”, “pregnant once”. */
function findWhichPregnancy(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  for (const said of saidIn(WHICH, meaning, exchange, scene)) {
    const [, which, times] = WHICH.exec(said.text) ?? [];
    const value = fitting(meaning.field, times ? (times === 'once' ? 1 : 2) : ordinalOf(which ?? ''));
    if (value !== undefined) return [finding(value, exchange.reply, said, 0.75)];
  }
  return [];
}

function findGrade(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const { reply } = exchange;
  return reply.sentences.flatMap((sentence) => {
    const match = new RegExp(`\\b(${ORDINAL}|\\w+)[- ]grade(?:r)?\\b|\\bgrade (\\d+|\\w+)\\b`).exec(sentence.folded);
    const number = match && (ordinalOf(match[1] ?? '') ?? readNumbers(readWords(match[1] ?? match[2] ?? ''), () => '')[0]?.value);
    const clause = match && clauseAt(sentence, sentence.start + match.index);
    if (!clause || !isAboutPatient(exchange, sentence, clause, sentence.start + match.index, scene)) return [];
    const value = number === null ? undefined : fitting(meaning.field, number);
    return value !== undefined ? [finding(value, reply, spanOf(sentence, match), 0.8)] : [];
  });
}
