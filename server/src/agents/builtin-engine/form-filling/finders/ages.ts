import { type Exchange, type Finder, type Finding, finding, type Scene, unsureIf, withQuestion } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { PERSON } from '../text/kin.ts';
import { readWords, type Sentence, type Utterance } from '../text/utterance.ts';
import { partsOf } from '../values/calendar.ts';
import { MONTH, monthOf } from '../values/date-words.ts';
import { readDates, readYear } from '../values/dates.ts';
import { readNumbers } from '../values/numbers.ts';
import { readQuantities } from '../values/quantities.ts';
import { unitOf } from '../values/units.ts';
import { readYesNo } from '../values/yes-no.ts';
import { chooseSaid } from './choose-said.ts';
import { fitting } from './fitting.ts';
import { clauseAt } from './places.ts';

const BEFORE = new RegExp(
  `(?:\\b(?:in my|i'm|i am|im|he's|she's|he is|she is|i just turned|turned|age(?: is)?|aged|you're|you are|just|currently|edad:?|tengo|tiene|cumpli|cumplio|hizo|hice|cumplidos?|a|an|is|es de|(?:paciente|hombre|chic[oa]|${PERSON}) de)\\s+(?:about |around |only |just |like |currently |now |un |una |an? |ya |como |de )*)$`,
);
const YEARS_OLD =
  /^[\s-]*(?:(?:years?|yrs?|y)[\s-]*(?:old|of age|young)|(?:ano|anio)s?(?: cumplidos| de edad)?\b|anitos\b|y ?[/.]?o\b|[- ]year[- ]old|pirulos\b|tacos\b|primaveras\b|abriles\b|palos\b(?= de edad))/;
/** What may follow a bare number that is an age: the end, or words that count nothing. */
const BARE_END =
  /^\s*(?:$|[.,!?;:)(-]|(?:now|recien|desde|ya|para|cumplidos|and|y|e|pero|but|ahora|today|hoy|white|african|hispanic|asian|male|female|tengo|tiene|cumplo|cumpli|el|la|los|in|en|i|i'm|my|me|soy|peso|mido|con|with|casi|sir|ma'am|doctora?|senorita|nomas|no mas|apenas|por|que|so|since|this|last|as|hij[oa]|mij[oa]|senor\w*|doctor\w*|maestr[oa]|joven|amig[oa]|carino|reina|corazon|mi|redond\w+|clavad\w+|just[oa]s?|exact\w+|larg[oa]s|bien)\b)/;
const NOT_YET =
  /\b(?:me echan|aparento|parezco|represento|i look|people think|thinks? i'?m|going to be|will be|turning|turn|cumplo|voy a cumplir|cumplira|cumple|hara|hare|voy (?:para|pa|a)\b|camino (?:de|a)|casi|almost|nearly|about to be|por cumplir|when i was|since i was|at (?:the )?age|cuando tenia|con solo|at about|until|desde los|a los|hasta los|de los|before i was|by the time|en (?:un|dos|tres|unos|pocos) (?:mes(?:es)?|dias|semanas)|in (?:a|two|three|a few) (?:months?|weeks?|days?))\b/;
/** “Ando en los cincuenta y cuatro”. */
const ALONG = /\b(?:ando|estoy|ya) (?:ya )?(?:en|por|con) los\s+$/;
/** “Four at Christmas”, “cuatro en Reyes”: an age to come. */
const TO_COME =
  /^\s*(?:(?:ya |recien |casi )?(?:los cumplo|cumplo (?:los )?(?:en|el|este|la|manana)|en (?:reyes|navidad\w*|dos|tres|un|unos|pocos|nada|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)\b|(?:next|in|come|this) (?:month|week|birthday|january|february|march|april|may|june|july|august|september|october|november|december|a (?:few|couple))|el (?:mes|ano|proximo|\d))|(?:cuando|when) )/;
const TURNED_LATER = /\b(?:hizo|cumplio|cumpli|turned|hice)\s+(?:los )?$/;

/** How old the patient is, as it is told in whichever way. */
export const findAge: Finder = (meaning, exchange, scene) => {
  const { reply, question } = exchange;
  const asked = exchange.asked.find((one) => one.meaning === meaning) ?? confirmedIn(question);
  const found = reply.sentences.flatMap((sentence) => agesIn(meaning, exchange, sentence, scene, asked !== undefined));
  const chosen = chooseOne(found, exchange);
  if (chosen) return [chosen];
  const born = asked ? ageByBirth(meaning, exchange, scene) : undefined;
  if (born) return [born];
  const answer = readYesNo(reply.folded);
  if (!question || answer?.value !== true) return [];
  return question.sentences.flatMap((sentence) =>
    agesOf(question, sentence)
      .filter(({ isOld, isTold, isBare }) => isOld || (isTold && isBare))
      .flatMap(({ value, span }) => withValue(meaning, value).map((age) => withQuestion(finding(age, reply, answer, 0.8), exchange, span))),
  );
};

/** “I was born in January 1979”: the month has to be told, unless the year is over. */
function ageByBirth(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding | undefined {
  const { reply } = exchange;
  const match = BORN_IN.exec(reply.folded);
  if (!match) return undefined;
  const sentence = reply.sentences.find((one) => match.index >= one.start && match.index < one.end);
  const clause = sentence && clauseAt(sentence, match.index);
  if (!sentence || !clause || !isAboutPatient(exchange, sentence, clause, match.index, scene)) return undefined;
  const [day] = readDates(reply.folded.slice(match.index), { today: scene.today, direction: 'past', isDayFirst: scene.isDayFirst });
  const born = day?.hasYear ? partsOf(day.day) : monthOfBirth(match[0], scene);
  const now = partsOf(scene.today);
  if (!born || (born.month === now.month && born.day === 0)) return undefined;
  const isBefore = now.month < born.month || (now.month === born.month && now.day < born.day);
  const [value] = withValue(meaning, now.year - born.year - (isBefore ? 1 : 0));
  const end = day?.hasYear ? match.index + day.end : match.index + match[0].length;
  return value === undefined ? undefined : finding(value, reply, { start: match.index, end }, 0.8);
}

const BORN_IN = new RegExp(
  `\\b(?:naci|nacio|born|soy|es)\\b[^.;?!]{0,24}?\\b(?:in|en|de|del|el|on)\\s+(?:(${MONTH})\\b[^\\d.;?!]{0,8}(\\d{2,4}|[a-z ]+)|\\d{1,2}\\b)`,
);

function monthOfBirth(said: string, scene: Scene): { year: number; month: number; day: number } | undefined {
  const [, name, year] = BORN_IN.exec(said) ?? [];
  const month = name ? monthOf(name) : undefined;
  const read =
    year === undefined ? undefined : readYear(year.trim(), { today: scene.today, direction: 'past', isDayFirst: scene.isDayFirst });
  return month === undefined || read === undefined ? undefined : { year: read, month, day: 0 };
}

/** Of several ages in one reply the one with most to say for it; the first of equals, unless a later one corrects it. */
function chooseOne(found: readonly Finding[], { reply, asked }: Exchange): Finding | undefined {
  // Where a weight was asked for as well, the numbers behind the age are of that.
  const isOneOfSeveral = asked.filter(({ meaning }) => meaning.kind === 'number').length > 1;
  const spans = found.flatMap((one) => one.evidence.map(({ span }) => ({ ...span, found: one })));
  const chosen = chooseSaid(spans, reply, {
    isOfPlan: false,
    isSame: (one, other) => one.found.value === other.found.value || (isOneOfSeveral && one.start > other.start),
    // “46 años … 85”: the one that is told in years.
    weigh: (one) => (/[a-z]/.test(reply.folded.slice(one.start, one.end).replace(/^[a-z]+(?: y [a-z]+)?/, '')) ? 1 : 0),
  });
  return chosen && unsureIf(chosen.isContested, chosen.said.found);
}

/** “You're fifty, correct?” – “Fifty one.” */
const confirmedIn = (question: Utterance | undefined): Sentence | undefined =>
  question?.sentences.find((one) => CONFIRMS_AGE.test(one.folded));
const CONFIRMS_AGE =
  /\b(?:you're|you are|he's|he is|she's|she is|tiene|tienes)\s+(?:\w+[ -]){1,3}?(?:years?[ -]old|anos)?[^.?]{0,30}\b(?:correct|right|verdad|cierto)\W*$/;

function agesIn(meaning: FieldMeaning, exchange: Exchange, sentence: Sentence, scene: Scene, isAsked: boolean): Finding[] {
  const utterance = exchange.reply;
  const all = agesOf(utterance, sentence);
  return all.flatMap(({ value, span, isOld, isTold, isBare, hasYears }): Finding[] => {
    const clause = clauseAt(sentence, span.start);
    if (!clause || NOT_YET.test(clause.folded.slice(0, Math.max(0, span.start - clause.start)))) return [];
    if (
      /\b(?:del?|en|in|from|since|para|at|los|las)\s+$/.test(utterance.folded.slice(sentence.start, span.start)) &&
      !isOld &&
      !ALONG.test(utterance.folded.slice(sentence.start, span.start))
    )
      return [];
    if (TO_COME.test(utterance.folded.slice(span.end, sentence.end))) return [];
    const child = isOld ? CHILD_AFTER.exec(utterance.folded.slice(span.end, span.end + 30))?.[1] : undefined;
    if (child ? child !== scene.carer?.kin : !isAboutPatient(exchange, sentence, clause, span.start, scene)) return [];
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

const CHILD_AFTER = new RegExp(`^[\\s-]*(?:old)?[\\s-]*(?:\\w+ )?(${PERSON}|dog|cat)\\b`);

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
        isOld:
          isOld &&
          (/old|of age|young|y ?o\b|an(?:i|it)?os|pirulos|tacos|primaveras|abriles/.test(after.slice(0, 16)) || BEFORE.test(before)),
        isTold: BEFORE.test(before) || TURNED_LATER.test(before) || /old|of age/.test(after.slice(0, 14)),
        hasYears: isOld,
        isBare: BARE_END.test(after) && !(next && unitOf(next.text)?.dimension !== undefined && !isOld),
      };
    });
}
