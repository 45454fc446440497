import { type Exchange, type Finder, type Finding, finding, type Scene } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { readWords, type Sentence } from '../text/utterance.ts';
import { ORDINAL, ordinalOf } from '../values/date-words.ts';
import { readNumbers } from '../values/numbers.ts';
import { readYesNo } from '../values/yes-no.ts';
import { fitting } from './fitting.ts';
import { clauseAt, clausesOf, isStatement, spanOf } from './places.ts';

const CHILDREN = /^[\s-]*(?:\w+ ){0,2}?(?:children|kids|sons?|daughters?|boys?|girls?|hij[oa]s?|ninos?)\b|^ of (?:my|our|his|her) own\b/;
const HAS = /\b(?:have|has|got|had|raised|with|tengo|tiene|tuve)\b|^\W*(?:yes|yeah|si|no)?\W*$/;

/** How many there are: children, pregnancies, the grade at school. */
export const findCount: Finder = (meaning, exchange, scene) => {
  if (meaning.topic?.id === 'grade') return findGrade(meaning, exchange);
  return exchange.reply.sentences.flatMap((sentence) => countsIn(meaning, exchange, sentence, scene)).slice(-1);
};

function countsIn(meaning: FieldMeaning, exchange: Exchange, sentence: Sentence, scene: Scene): Finding[] {
  const { reply } = exchange;
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  const isHowMany = asked !== undefined && /how many|cuantos|cuantas/.test(asked.sentence.folded);
  const numbers = readNumbers(readWords(sentence.folded, sentence.start), (from, to) => reply.folded.slice(from, to)).filter(
    (one) => !one.isRange,
  );
  const isChildren = meaning.topic?.id === 'children';
  const counted = numbers.filter((number) => {
    const after = reply.folded.slice(number.end, sentence.end);
    const before = sentence.folded.slice(0, number.start - sentence.start);
    const isCounted = isChildren
      ? CHILDREN.test(after) && (HAS.test(before) || asked !== undefined)
      : /pregnan/.test(sentence.folded) && /^\s*times?\b|^\s*pregnan/.test(after);
    return isCounted || (isHowMany && /^\s*(?:$|[.,!])/.test(after) && !number.isArticle);
  });
  const total =
    counted.length > 1 && isChildren && counted.every((one) => /^\s*(?:sons?|daughters?|boys?|girls?)/.test(reply.folded.slice(one.end)))
      ? counted.reduce((sum, one) => sum + one.value, 0)
      : counted[0]?.value;
  const [first] = counted;
  const last = counted.at(-1);
  if (total === undefined || !first || !last) {
    const no = asked && isChildren ? readYesNo(reply.folded) : undefined;
    return no?.value === false && sentence === reply.sentences[0] && asked?.sentence.isQuestion ? [finding(0, reply, no, 0.7)] : [];
  }
  const clause = clauseAt(sentence, first.start);
  if (!clause || !isStatement(sentence, clause) || !isAboutPatient(exchange, sentence, clause, first.start, scene)) return [];
  const value = fitting(meaning.field, total);
  return value === undefined ? [] : [finding(value, reply, { start: first.start, end: last.end }, 0.8)];
}

function findGrade(meaning: FieldMeaning, { reply }: Exchange): Finding[] {
  return reply.sentences.flatMap((sentence) => {
    const match = new RegExp(`\\b(${ORDINAL}|\\w+)[- ]grade(?:r)?\\b|\\bgrade (\\d+|\\w+)\\b`).exec(sentence.folded);
    const number = match && (ordinalOf(match[1] ?? '') ?? readNumbers(readWords(match[1] ?? match[2] ?? ''), () => '')[0]?.value);
    const value = match && number !== null ? fitting(meaning.field, number) : undefined;
    return match && value !== undefined ? [finding(value, reply, spanOf(sentence, match), 0.8)] : [];
  });
}

const FLOOR = /\b(?:piso|planta|floor)\b|°|º/;
const GROUND = /\b(?:planta baja|bajo\b(?! del)|ground floor|pb\b)/;
const SPANISH_ORDINALS = 'primer segund tercer cuart quint sext septim octav noven decim'.split(' ');
const ORDINAL_WORD = new RegExp(
  `\\b(?:(${SPANISH_ORDINALS.join('|')})(?:o|a)?|(\\d{1,2})(?:st|nd|rd|th|to|do|ro|er|no|vo|mo|o|a|°|º|ª)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))(?![\\w])|\\b(?:piso|planta|floor)\\s+(\\d{1,2}|\\w+)`,
);

/** On which floor: “tercero izquierda” in an address, “5to B”, “planta baja”. */
export const findFloor: Finder = (meaning, exchange) => {
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  for (const { sentence, clause } of clausesOf(exchange.reply)) {
    const ground = GROUND.exec(clause.folded);
    if (ground && isStatement(sentence, clause)) return [finding(0, exchange.reply, spanOf(clause, ground), 0.85)];
    if (!isAsked && !FLOOR.test(clause.folded)) continue;
    const match = ORDINAL_WORD.exec(clause.folded);
    if (!match) continue;
    const [, spanish, digits, english, after] = match;
    const spelled = after === undefined ? undefined : (readNumbers(readWords(after), () => '')[0]?.value ?? ordinalOf(after));
    const number = spanish ? SPANISH_ORDINALS.indexOf(spanish) + 1 : digits ? Number(digits) : english ? ordinalOf(english) : spelled;
    const value = fitting(meaning.field, number);
    if (value !== undefined) return [finding(value, exchange.reply, spanOf(clause, match), 0.8)];
  }
  return [];
};
