import { type Exchange, type Finder, type Finding, finding, type Scene, unsureIf, withQuestion } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import type { Sentence, Span, Utterance } from '../text/utterance.ts';
import { partsOf } from '../values/calendar.ts';
import { inUnit, type Quantity } from '../values/quantities.ts';
import { UNITS } from '../values/units.ts';
import { isDontKnow, readYesNo } from '../values/yes-no.ts';
import { findAge } from './ages.ts';
import { CORRECTED, chooseSaid } from './choose-said.ts';
import { findCount } from './counts.ts';
import { findDuration } from './durations.ts';
import { fitting } from './fitting.ts';
import { findFloor } from './floors.ts';
import { findHabit } from './habits.ts';
import { APPLIANCE } from './labels.ts';
import { quantitiesIn } from './numbers-in.ts';
import { findPain } from './pains.ts';
import { clauseAt, isStatement } from './places.ts';

const PAST =
  /\b(?:was|were|used to|anoche|ayer|yesterday|last (?:night|week|time|month|year)|antes|llego a|llegue a|era|estaba|before|hace (?:un|dos|tres)|pesaba|previously|ago|had been)\b/;

/** Numbers by what they count. */
export const findNumber: Finder = (meaning, exchange, scene) => {
  const id = meaning.topic?.id;
  if (id === 'age') return findAge(meaning, exchange, scene);
  if (id === 'onset') return findDuration(meaning, exchange, scene);
  if (id === 'pain') return findPain(meaning, exchange, scene);
  if (id === 'floor') return findFloor(meaning, exchange, scene);
  if (id === 'packs' || id === 'years-smoked' || id === 'years-quit' || id === 'drinks-week') return findHabit(meaning, exchange, scene);
  if (id === 'children' || id === 'pregnancies' || id === 'grade') return findCount(meaning, exchange, scene);
  return findMeasure(meaning, exchange, scene);
};

const findMeasure: Finder = (meaning, exchange, scene) => {
  const all = exchange.reply.sentences.flatMap((sentence) => measuresIn(meaning, exchange, sentence, scene));
  const found = chosen(meaning, exchange, all);
  if (found) return [found];
  const sinceYear = meaning.topic?.id === 'appliance-age' ? ageByYear(meaning, exchange, scene) : undefined;
  if (sinceYear) return [sinceYear];
  return confirmedMeasure(meaning, exchange);
};

const NOW = /\b(?:ahora|ahorita|hoy|actual\w*|ya|now|today|currently|this morning|esta manana|right now|right here)\b/;
/** What is aimed at, was once, or stands on paper, is not how it is. */
const NOT_NOW =
  /\b(?:tengo que|tiene que|deberia|debo|quiero|meta|objetivo|ideal|llegar a|bajar (?:a|hasta)|goal|should|need to|want to|supposed|used to|antes|pesaba|(?<!y )media (?=\d|uno)|mide(?:s)? en|documento|dni|cedula|licen[cs]e|carnet|de joven|last (?:year|time)|el ano pasado)\b/;

/** Of several numbers in one reply: with a unit before bare ones, of now before others, the first unless a later one corrects it. */
function chosen(meaning: FieldMeaning, { reply }: Exchange, all: readonly (Finding & { hasUnit: boolean })[]): Finding | undefined {
  const measured = all.find((one) => one.hasUnit);
  const end = measured?.evidence[0]?.span.end ?? 0;
  // “12 years … no, 22”: what corrects a number needs no unit of its own.
  const counts = (span: Span, one: { hasUnit: boolean }) =>
    !measured || one.hasUnit || (span.start > end && CORRECTED.test(reply.folded.slice(end, span.start)));
  const spans = all.flatMap((one) => one.evidence.map(({ span }) => ({ ...span, found: one }))).filter((span) => counts(span, span.found));
  // A temperature that is told later was taken later.
  const isLatest = meaning.topic?.id === 'temperature' && (meaning.field.minimum ?? 0) >= 25;
  const isOfAppliance = meaning.topic?.id === 'appliance-age';
  const isOfRoom = meaning.topic?.id === 'temperature' && !isLatest;
  const weigh = ({ start }: Span) => {
    const clause = clauseOf(reply, start);
    return (
      (NOW.test(clause) ? 1 : 0) -
      (NOT_NOW.test(clause) ? 1 : 0) +
      (isLatest ? start / (reply.content.length + 1) : 0) +
      (isOfAppliance ? ofAppliance(clause) : 0) -
      (isOfRoom && ELSEWHERE.test(clause) ? 0.5 : 0)
    );
  };
  const chosen = chooseSaid(spans, reply, { weigh, isOfPlan: false, isSame: (one, other) => one.found.value === other.found.value });
  if (!chosen) return undefined;
  const { hasUnit: _, ...found } = chosen.said.found;
  return unsureIf(chosen.isContested, found);
}

/** The house may be older than the boiler. */
const ofAppliance = (clause: string): number =>
  (APPLIANCE.test(clause) ? 1 : 0) -
  (/\b(?:casa|edificio|piso|hij[oa]|vecin[oa]|herman[oa]|vieja|otra?|anterior|house|building|old one|son|daughter)\b/.test(clause) ? 1 : 0);

/** “17, and 21 in the bedrooms”: what is asked for needs no place. */
const ELSEWHERE = /\b(?:en (?:el|la|los|las|mi)|in the|arriba|abajo|upstairs|downstairs)\b/;

const clauseOf = (reply: Utterance, place: number): string => {
  const sentence = reply.sentences.find((one) => place >= one.start && place < one.end);
  return (sentence && clauseAt(sentence, place)?.folded) ?? '';
};

/** “La puse en 2016” tells how old it is. */
function ageByYear(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding | undefined {
  const asked = exchange.asked.some((one) => one.meaning === meaning);
  const match = /\b(?:en(?: el)?|del?|desde(?: el)?|in|since|from)\s+((?:19|20)\d\d)\b/.exec(exchange.reply.folded);
  if (!asked || !match) return undefined;
  const value = fitting(meaning.field, partsOf(scene.today).year - Number(match[1]));
  return value === undefined ? undefined : finding(value, exchange.reply, { start: match.index, end: match.index + match[0].length }, 0.7);
}

function measuresIn(meaning: FieldMeaning, exchange: Exchange, sentence: Sentence, scene: Scene): (Finding & { hasUnit: boolean })[] {
  const { reply } = exchange;
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  if (isDontKnow(sentence.folded)) return [];
  const quantities = withAskedForms(meaning, asked !== undefined, quantitiesIn(reply, sentence), reply.folded).filter(
    (one) => !one.isRange,
  );
  return quantities.flatMap((quantity): (Finding & { hasUnit: boolean })[] => {
    const clause = clauseAt(sentence, quantity.start);
    if (!clause || !isStatement(sentence, clause)) return [];
    const isOfPlace = meaning.topic?.id === 'temperature' && (meaning.field.minimum ?? 0) < 25;
    if (!meaning.topic?.isOfThing && !isOfPlace && !isAboutPatient(exchange, sentence, clause, quantity.start, scene)) return [];
    const says = meaning.topic?.says?.test(clause.folded) ?? cueIn(meaning, clause.folded);
    if (!asked && !(says && (quantity.unit || meaning.unit === undefined || isTold(meaning, clause.folded)))) return [];
    if (asked && !quantity.unit && !says && !isItsTurn(meaning, exchange, quantity, quantities)) return [];
    if (isPast(meaning, untilNext(clause.folded, clause.start, quantity, quantities), quantities.length, exchange)) return [];
    if (
      meaning.topic?.id === 'temperature' &&
      (OUTSIDE.test(sentence.folded.slice(Math.max(0, quantity.start - sentence.start - 12), quantity.start - sentence.start)) ||
        OUTSIDE_AFTER.test(sentence.folded.slice(quantity.end - sentence.start)))
    )
      return [];
    if (meaning.topic?.id === 'temperature' && /\bbajo\s+$/.test(sentence.folded.slice(0, quantity.start - sentence.start))) return [];
    if (
      meaning.topic?.id === 'weight-lost' &&
      /\bgain\w*|\b(?:subi|engord|aument)\w*/.test(clause.folded) &&
      !/\b(?:lost|lose|losing|perd\w+|baj\w+)\b/.test(clause.folded)
    )
      return [];
    if (meaning.topic?.id === 'weight-lost' && MEANT_TO_LOSE.test(`${exchange.question?.folded ?? ''} ${sentence.folded}`)) return [];
    if (quantity.unit?.dimension === 'dose' || quantity.perDays !== undefined) return [];
    if (meaning.topic?.id === 'weight' && CHANGE.test(`${clause.folded} ${exchange.question?.folded ?? ''}`)) return [];
    const isBelowZero = meaning.topic?.id === 'temperature' && BELOW_ZERO.test(reply.folded.slice(quantity.start - 7, quantity.end + 14));
    const value = valueFor(meaning, isBelowZero ? { ...quantity, value: -quantity.value } : quantity, sentence);
    return value === undefined ? [] : [{ ...finding(value, reply, quantity, asked ? 0.9 : 0.75), hasUnit: quantity.unit !== undefined }];
  });
}

/** “Five ten” is a height, “treinta y siete nueve” a temperature, where that was asked for. */
function withAskedForms({ topic }: FieldMeaning, isAsked: boolean, quantities: readonly Quantity[], folded: string): readonly Quantity[] {
  const [first, second] = quantities;
  const isPair = isAsked && first && second && !first.unit && !second.unit && /^\s+$/.test(folded.slice(first.end, second.start));
  if (!isPair) return quantities;
  const rest = quantities.slice(2);
  const whole = { ...first, end: second.end };
  const isHeight = topic?.id === 'height' && first.value >= 3 && first.value <= 7 && second.value < 12;
  if (isHeight) return [{ ...whole, value: first.value + second.value / 12, unit: UNITS.find(({ id }) => id === 'ft') }, ...rest];
  const isTemperature = topic?.id === 'temperature' && first.value >= 34 && first.value < 43 && second.value < 10;
  return isTemperature ? [{ ...whole, value: first.value + second.value / 10 }, ...rest] : quantities;
}

/** Without being asked a bare number stands right behind its word: “peso 68”, “pain is a 7”. */
const isTold = (meaning: FieldMeaning, clause: string): boolean =>
  meaning.topic?.id === 'pain'
    ? meaning.topic.says?.test(clause) === true
    : /\b(?:peso|pesa|mido|mide|weigh|weighs)\b/.test(clause) ||
      (meaning.topic?.id === 'temperature' && /\d|\bgrados\b|\bdegrees\b/.test(clause));

/** What is said of a number, without what is said of the ones after it: “mido 1,68, antes medía 1,72”. */
function untilNext(clause: string, start: number, quantity: Quantity, quantities: readonly Quantity[]): string {
  const next = quantities.find((one) => one.start > quantity.start && one.start < start + clause.length);
  if (!next) return clause;
  const between = clause.slice(quantity.end - start, next.start - start);
  const turn = PAST.exec(between);
  return turn ? clause.slice(0, quantity.end - start) : clause;
}

/** “2 below zero outside”, unless “in here” comes first. */
const OUTSIDE_AFTER =
  /^(?:(?!dentro|adentro|aqui|inside|indoors|in here|,| y | and )[^.;])*\b(?:fuera|afuera|en la calle|outside|outdoors)\b/;
const BELOW_ZERO = /^(?:menos|minus|.{0,2}-)\s*\S+|\bbajo cero\b|\bbelow zero\b/;
const OUTSIDE = /\b(?:fuera|afuera|en la calle|outside|outdoors)\b/;
/** After an operation or with a diet weight is not lost without trying. */
const MEANT_TO_LOSE = /\b(?:bypass|bariatric|gastric|diet(?:ing)?|trying to lose|exercis\w*|keto|dieta)\b/;

const cueIn = (meaning: FieldMeaning, clause: string): boolean =>
  meaning.cues.some((phrase) => phrase.length > 0 && phrase.every((word) => clause.includes(word)));

/** Said of another time, where the field is of now; with nothing else said it counts unless it clearly is over. */
function isPast(meaning: FieldMeaning, clause: string, count: number, _exchange: Exchange): boolean {
  return PAST.test(clause) && (meaning.isOfNow || count > 1 || meaning.topic?.id === 'temperature');
}

/** How much somebody has lost or gained, lifts or weighed at birth is not what they weigh. */
const CHANGE =
  /\b(?:lost|lose|losing|loss|gain\w*|down by|dropped|perd(?:i|ido|io|iendo)|baj(?:e|ar|ado)|birth|overweight|extra|lift\w*|carry\w*)\b/;

/** Several numbers for several questions are told in the order of the questions; those with a unit have found theirs. */
function isItsTurn(meaning: FieldMeaning, exchange: Exchange, quantity: Quantity, quantities: readonly Quantity[]): boolean {
  // Of how tall and how heavy people are nobody needs to say which is which.
  const isTall = quantity.value > 1.2 && quantity.value < 2.3;
  const asksHeight = exchange.asked.some((one) => one.meaning.topic?.id === 'height');
  if (meaning.topic?.id === 'height' && isTall) return true;
  if (meaning.topic?.id === 'weight' && isTall && asksHeight) return false;
  const numeric = new Set(exchange.asked.filter((one) => one.meaning.kind === 'number').map((one) => one.meaning));
  const bare = quantities.filter((one) => !one.unit);
  if (numeric.size < 2) return bare.length < 2 || bare.at(-1) === quantity || bare[0] === quantity;
  const dimensions = new Set(quantities.map((one) => one.unit?.dimension));
  const open = [...numeric].filter(
    (one) => !dimensions.has(one.topic?.id === 'age' ? 'time' : one.unit?.dimension) || (!one.unit && one.topic?.id !== 'age'),
  );
  return bare.length === open.length && bare.indexOf(quantity) === open.indexOf(meaning);
}

function valueFor(meaning: FieldMeaning, quantity: Quantity, sentence: Sentence): number | undefined {
  const { unit } = meaning;
  if (!unit) return quantity.unit && quantity.unit.dimension !== 'count' ? undefined : fitting(meaning.field, quantity.value);
  if (quantity.unit?.id === 'lb' && unit.id === 'stone') return fitting(meaning.field, quantity.value / 14);
  if (quantity.unit) return fitting(meaning.field, inUnit(quantity, unit));
  if (unit.dimension === 'length' && unit.id === 'cm' && quantity.value < 2.6 && quantity.value > 0.3)
    return fitting(meaning.field, Math.round(quantity.value * 100));
  const isFahrenheit = unit.id === 'celsius' && quantity.value > (meaning.field.maximum ?? 45) && quantity.value < 130;
  if (isFahrenheit) return fitting(meaning.field, Math.round(((quantity.value - 32) / 1.8) * 10) / 10);
  if (/\bpercent|%|por ciento/.test(sentence.folded)) return undefined;
  return fitting(meaning.field, quantity.value);
}

/** “You weigh 150 pounds, right?” – “Yes.” */
function confirmedMeasure(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const { question, reply } = exchange;
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  if (!question || !asked || readYesNo(reply.folded)?.value !== true) return [];
  const quantities = quantitiesIn(question, asked.sentence).filter((one) => one.unit && !one.isRange);
  const [only] = quantities;
  const answer = readYesNo(reply.folded);
  const value = only && quantities.length === 1 ? valueFor(meaning, only, asked.sentence) : undefined;
  return value !== undefined && only && answer ? [withQuestion(finding(value, reply, answer, 0.8), exchange, only)] : [];
}
