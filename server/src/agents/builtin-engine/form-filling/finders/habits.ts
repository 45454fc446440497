import { type Exchange, type Finder, type Finding, finding } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { convert, UNITS, type Unit } from '../values/units.ts';
import { fitting } from './fitting.ts';
import { quantitiesIn } from './numbers-in.ts';
import { clauseAt, isStatement } from './places.ts';

const YEAR = UNITS.find((unit) => unit.id === 'year');
const PACK = UNITS.find((unit) => unit.id === 'pack');

/** How much and for how long somebody smokes or drinks. */
export const findHabit: Finder = (meaning, exchange, scene) => {
  const { reply } = exchange;
  const id = meaning.topic?.id;
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  const one = id === 'packs' && isAsked ? onePerDay(meaning, exchange) : undefined;
  if (one) return [one];
  return reply.sentences.flatMap((sentence) =>
    quantitiesIn(reply, sentence).flatMap((quantity): Finding[] => {
      const clause = clauseAt(sentence, quantity.start);
      if (!clause || quantity.isRange || !isStatement(sentence, clause)) return [];
      if (!isAboutPatient(exchange, sentence, clause, quantity.start, scene)) return [];
      const amount = amountOf(
        id,
        withAskedUnit(quantity, isAsked ? (exchange.question?.folded ?? '') : ''),
        isAsked,
        sentence.folded,
        clause.folded,
        exchange.question?.folded ?? '',
      );
      const value = amount === undefined ? undefined : fitting(meaning.field, Math.round(amount * 100) / 100);
      return value === undefined ? [] : [finding(value, reply, quantity, isAsked ? 0.85 : 0.75)];
    }),
  );
};

/** “How many packs a day?” – “Maybe one a day.” */
function onePerDay({ field }: FieldMeaning, { question, reply }: Exchange): Finding | undefined {
  const match =
    /^\W*(?:(?:maybe|about|around|like|just|only|usually|como|casi|oh|well|probably|at least)\W+)*(?:one|una?|uno)(?: (?:a|per|each|every|al|por|cada) (?:day|dia)|\s*(?:[.,]|$))/.exec(
      reply.folded,
    );
  const isOfPacks = /how many packs?|cuant[oa]s (?:paquetes|cajetillas|atados)/.test(question?.folded ?? '');
  const value = match && isOfPacks ? fitting(field, 1) : undefined;
  return match && value !== undefined ? finding(value, reply, { start: match.index, end: match[0].length }, 0.8) : undefined;
}

/** “How many cigarettes a day?” – “Up to sixty.” */
function withAskedUnit(quantity: ReturnType<typeof quantitiesIn>[number], question: string): ReturnType<typeof quantitiesIn>[number] {
  const drinks = quantity.unit
    ? null
    : /(?:how many|cuant[oa]s) (?:drinks|beers|glasses|cervezas|copas)\b.*\b(week|day|semana|dia)\b/.exec(question);
  if (drinks) return { ...quantity, unit: UNITS.find(({ id }) => id === 'drink'), perDays: /week|semana/.test(drinks[1] ?? '') ? 7 : 1 };
  if (quantity.unit || !ASKS_HOW_MANY.test(question)) return quantity;
  const unit: Unit | undefined = UNITS.find(({ id }) => id === (/pack|paquete|cajetilla/.test(question) ? 'pack' : 'cigarette'));
  return { ...quantity, unit, perDays: /week|semana/.test(question) ? 7 : 1 };
}
const ASKS_HOW_MANY = /(?:how many|cuant[oa]s) (?:\w+ ){0,2}(?:cigar\w*|packs?|paquetes?|cajetillas?)/;

function amountOf(
  id: string | undefined,
  quantity: ReturnType<typeof quantitiesIn>[number],
  isAsked: boolean,
  sentence: string,
  clause: string,
  question: string,
): number | undefined {
  const { unit, value, perDays } = quantity;
  const isOfDrink =
    /drink|alcohol|beer|wine|bebe|cerveza|vino/.test(sentence) ||
    (/drink|alcohol|beer|wine/.test(question) && !/smok|cigar|tobacco/.test(question));
  if (id === 'packs') {
    if (unit?.dimension !== 'packs' || !PACK || /beer|cerveza|gum|chew|lasts?\b/.test(sentence)) return undefined;
    const isPerDay = perDays !== undefined || isAsked || /smok|fum/.test(sentence);
    return isPerDay ? convert(value, unit, PACK) / (perDays ?? 1) : undefined;
  }
  if (id === 'drinks-week') {
    if (unit?.dimension !== 'drinks' || perDays === undefined || perDays > 7 || /water|coffee|soda|milk|juice|agua|cafe/.test(clause))
      return undefined;
    return (value * 7) / perDays;
  }
  if (unit?.dimension !== 'time' || !YEAR || (unit.id !== 'year' && unit.id !== 'month' && unit.id !== 'decade')) return undefined;
  const years = convert(value, unit, YEAR);
  const isFree = /smoke[- ]free|sin fumar/.test(clause);
  const isAgo = isFree || /\bago\b|\bhace\b|atras|it'?s been|has been|since/.test(clause);
  if (isOfDrink && !/smok|cigar|tobacco|fum/.test(clause)) return undefined;
  if (id === 'years-quit') {
    const isQuit =
      isFree ||
      /\b(?:quit|stopped|gave|deje|kicked|haven'?t smoked|free)\b/.test(sentence) ||
      (isAsked && /quit|stop|deja|dejo/.test(question));
    return isQuit && isAgo ? years : isQuit && isAsked && /how long|when|cuando/.test(question) ? years : undefined;
  }
  const isSmoked =
    /\b(?:smok\w*|fum\w+)\b/.test(sentence) ||
    (/\b(?:packs?|cigarettes?|cajetillas?|paquetes?)\b/.test(sentence) && /smok|tobacco|cigar|fum/.test(question)) ||
    (isAsked && /how (?:long|many years)/.test(question) && /smok/.test(question));
  return isSmoked && !isAgo && !/quit|stopped smoking/.test(clause) ? years : undefined;
}
