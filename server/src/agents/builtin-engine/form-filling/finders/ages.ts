import { type Exchange, type Finder, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { readWords, type Sentence, type Utterance } from '../text/utterance.ts';
import { readNumbers } from '../values/numbers.ts';
import { readQuantities } from '../values/quantities.ts';
import { unitOf } from '../values/units.ts';
import { readYesNo } from '../values/yes-no.ts';
import { fitting } from './fitting.ts';
import { clauseAt } from './places.ts';

const BEFORE =
  /(?:\b(?:i'm|i am|im|he's|she's|he is|she is|i just turned|turned|age(?: is)?|aged|you're|you are|just|currently|edad:?|tengo|tiene|cumpli|cumplio|hizo|hice|cumplidos?|a|an|is|es de|(?:papa|mama|hij[oa]|madre|padre|espos[oa]|marido|abuel[oa]|bebe|nin[oa]|nen[ea]|niet[oa]|sobrin[oa]|chic[oa]|peque|paciente|mujer|hombre|senora?) de)\s+(?:about |around |only |just |like |currently |now |un |una |an? |ya |como |de )*)$/;
const YEARS_OLD = /^[\s-]*(?:(?:years?|yrs?|y)[\s-]*(?:old|of age)|anos(?: cumplidos| de edad)?\b|y ?o\b|[- ]year[- ]old)/;
const BARE_END =
  /^\s*(?:$|[.,!?;)]|now\b|recien|desde\b|ya\b|para\b|cumplidos|anitos|and\b|y\b|pero|but|ahora|today|white|african|hispanic|male|female)/;
const NOT_YET =
  /\b(?:me echan|aparento|parezco|i look|people think|thinks? i'?m|going to be|will be|turning|turn|cumplo|voy a cumplir|cumplira|voy (?:para|pa|a)\b|casi|almost|nearly|about to be|por cumplir|when i was|since i was|at (?:the )?age|cuando tenia|at about|until)\b/;
const TURNED_LATER = /\b(?:hizo|cumplio|cumpli|turned|hice)\s+(?:los )?$/;

/** How old the patient is, as it is told in whichever way. */
export const findAge: Finder = (meaning, exchange, scene) => {
  const { reply, question } = exchange;
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  const found = reply.sentences.flatMap((sentence) => agesIn(meaning, exchange, sentence, scene, asked !== undefined));
  if (found.length > 0) return found;
  const answer = readYesNo(reply.folded);
  if (!question || answer?.value !== true) return [];
  return question.sentences.flatMap((sentence) =>
    agesOf(question, sentence)
      .filter(({ isOld, isTold, isBare }) => isOld || (isTold && isBare))
      .flatMap(({ value, span }) => withValue(meaning, value).map((age) => withQuestion(finding(age, reply, answer, 0.8), exchange, span))),
  );
};

function agesIn(meaning: FieldMeaning, exchange: Exchange, sentence: Sentence, scene: Scene, isAsked: boolean): Finding[] {
  const utterance = exchange.reply;
  const all = agesOf(utterance, sentence);
  return all.flatMap(({ value, span, isOld, isTold, isBare, hasYears }): Finding[] => {
    const clause = clauseAt(sentence, span.start);
    if (!clause || NOT_YET.test(clause.folded.slice(0, Math.max(0, span.start - clause.start)))) return [];
    if (/\b(?:del|en|in|from|since|para)\s+$/.test(utterance.folded.slice(sentence.start, span.start))) return [];
    if (
      /\b(?:los cumplo|cumplo (?:los )?(?:en|el|este|la|manana)|next (?:month|week|birthday))\b/.test(
        utterance.folded.slice(span.end, sentence.end),
      )
    )
      return [];
    if (!isAboutPatient(exchange, sentence, clause, span.start, scene)) return [];
    const child = CHILD_AFTER.exec(utterance.folded.slice(span.end, span.end + 30))?.[1];
    if (child && child !== scene.carer?.kin) return [];
    const isSaid =
      isAsked && hasYears
        ? true
        : isOld
          ? isTold || isAsked || isByItself(clause.folded, sentence.folded)
          : (isTold && isBare && (isAsked || isEnglishAge(clause.folded) || isSpanishAge(utterance.folded, span, value))) ||
            (isAsked && isBare);
    return isSaid ? withValue(meaning, value).map((age) => finding(age, utterance, span, isAsked ? 0.95 : 0.85)) : [];
  });
}

/** “I'm 45” tells an age in English; in Spanish the years have to be said, or asked for. */
const isEnglishAge = (clause: string): boolean =>
  /\b(?:i'm|i am|im|he's|she's|he is|she is|turned|(?:son|daughter|mother|mom|father|dad|husband|wife|baby|boy|girl|child|kid) is)\b/.test(
    clause,
  );

/** “Soy Laura, 29 años, …” */
const isByItself = (clause: string, sentence: string): boolean =>
  /^\W*[\w ]{1,22} anos(?: de edad)?\W*$/.test(clause) && /\b(?:soy|me llamo|mi nombre)\b/.test(sentence);

/** “Tengo 23, mido 1,70”: a number that counts nothing. */
const isSpanishAge = (folded: string, { start, end }: { start: number; end: number }, value: number): boolean =>
  value >= 12 && /\btengo\s+$/.test(folded.slice(0, start)) && /^\s*(?:[,.;]|$|y (?:me|soy|mido|peso|estoy))/.test(folded.slice(end));

const CHILD_AFTER = /^[\s-]*(?:old)?[\s-]*(?:\w+ )?(son|daughter|boy|girl|child|kid|baby|hijo|hija|nene|nena|brother|sister|dog|cat)\b/;

const withValue = ({ field }: FieldMeaning, value: number): number[] => {
  const fits = fitting(field, value);
  return fits === undefined ? [] : [fits];
};

function agesOf(utterance: Utterance, sentence: Sentence) {
  const words = readWords(sentence.folded, sentence.start);
  const numbers = readNumbers(words, (from, to) => utterance.folded.slice(from, to)).filter((one) => !one.isArticle && !one.isRange);
  const textOf = (from: number, to: number) => utterance.folded.slice(from, to);
  const measures = readQuantities(words, textOf).filter(({ unit }) => unit && unit.dimension !== 'time');
  const isMeasure = (place: number) => measures.some((one) => place >= one.start && place < one.end);
  return numbers
    .filter(({ start }) => !isMeasure(start))
    .map((number) => {
      const before = utterance.folded.slice(sentence.start, number.start);
      const after = utterance.folded.slice(number.end, Math.min(sentence.end, number.end + 24));
      const next = words[number.next];
      const isOld = YEARS_OLD.test(after);
      return {
        value: number.value,
        span: { start: number.start, end: isOld ? number.end + (YEARS_OLD.exec(after)?.[0].length ?? 0) : number.end },
        isOld: isOld && (/old|of age|y ?o|anos/.test(after.slice(0, 16)) || BEFORE.test(before)),
        isTold: BEFORE.test(before) || TURNED_LATER.test(before) || /old|of age/.test(after.slice(0, 14)),
        hasYears: isOld,
        isBare: BARE_END.test(after) && !(next && unitOf(next.text)?.dimension !== undefined && !isOld),
      };
    });
}
