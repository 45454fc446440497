import { type Exchange, type Finding, finding, withQuestion } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { readWords } from '../text/utterance.ts';
import { readPhones } from '../values/contact-details.ts';
import { readFreeText } from '../values/free-text.ts';
import { CORRECTED } from './choose-said.ts';

const STREET =
  /\b(?:calle|avenida|avda?\.?|av\.?|c\/|plaza|paseo|privada|pasaje|urbanizacion|urb\.?|carrera|cra\.?|camino|jiron|jr\.?|diagonal|transversal|ronda|travesia)\s+(?:de la |de los |del |de |la |el |los |las )?[\p{L}\d][^.;\n?!]*\d+[^.;\n?!]*|\b\d{1,5}\s+(?:[a-z]+\.?\s+){1,4}(?:street|st|road|rd|avenue|ave|drive|dr|lane|ln|blvd|boulevard|court|ct|way|place|pl|circle|terrace|parkway)\b[^.;\n?!]*/u;

/** “The building of Doctor Moliner 7”: a place by its name and number, in the words for a place. */
const BUILDING =
  /(?:finca|edificio|comunidad|portal|bloque|casa|conserje|porter[oa]|vivo|estamos|estoy|es)\s+(?:de la |de los |del |de |la |el |en la |en el |en )?((?:\p{Lu}[\p{L}.]+\s+(?:de\s+|del\s+|de la\s+)?){1,4}(?:n[uú]mero\s+)?\d{1,4})\b(?!\s*(?:años|anos|h\b|de [a-z]))/u;

/** “Is it still 2015 Oak Street?” – “Almost, 2051.” */
function mendedNumber(exchange: Exchange): Finding | undefined {
  const { question, reply } = exchange;
  const street = question && STREET.exec(question.folded);
  const numbers = [...reply.folded.matchAll(/\d+/g)];
  const [only] = numbers;
  const isShort = reply.folded.trim().split(/\s+/).length <= 6;
  if (!street || !question || !only || numbers.length > 1 || !isShort) return undefined;
  const said = question.content.slice(street.index, street.index + street[0].length).split(',')[0] ?? '';
  const span = { start: only.index, end: only.index + only[0].length };
  const value = said.replace(/\d+/, only[0]);
  return withQuestion(finding(value, reply, span, 0.7), exchange, { start: street.index, end: street.index + said.length });
}

/** A street with a number, or the answer to “what is the address?”. */
export function findAddress(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const { reply } = exchange;
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  const phone = readPhones(reply.content, readWords(reply.folded))[0];
  const end = phone && phone.start > 8 ? phone.start : reply.content.length;
  const streets = [...reply.folded.slice(0, end).matchAll(new RegExp(STREET.source, 'gu'))];
  const [firstStreet] = streets;
  const lastStreet = streets.at(-1);
  const isCorrected =
    firstStreet && lastStreet && CORRECTED.test(reply.folded.slice(firstStreet.index + firstStreet[0].length, lastStreet.index));
  const street = isCorrected ? lastStreet : firstStreet;
  if (street) {
    const text = street[0].replace(/[\s,]+$/, '');
    const span = { start: street.index, end: street.index + text.length };
    return [finding(reply.content.slice(span.start, span.end), reply, span, isAsked ? 0.9 : 0.75)];
  }
  const building = BUILDING.exec(reply.content);
  if (building?.[1]) {
    const start = building.index + building[0].length - building[1].length;
    return [finding(building[1], reply, { start, end: start + building[1].length }, 0.7)];
  }
  if (!isAsked) return [];
  const mended = mendedNumber(exchange);
  if (mended) return [mended];
  const answer = readFreeText(reply.content, end);
  const isPlace =
    answer && /\d/.test(answer.value) && answer.value.split(/\s+/).length >= 2 && !/^(?:casi|no|almost|nope)\b/iu.test(answer.value);
  return isPlace ? [finding(answer.value, reply, answer, 0.75)] : [];
}
