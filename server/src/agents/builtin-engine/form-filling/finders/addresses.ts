import { type Exchange, type Finding, finding } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { readWords } from '../text/utterance.ts';
import { readPhones } from '../values/contact-details.ts';
import { readFreeText } from '../values/free-text.ts';

const STREET =
  /\b(?:calle|avenida|avda?\.?|av\.?|c\/|plaza|paseo|privada|pasaje|urbanizacion|urb\.?|carrera|cra\.?|camino|jiron|jr\.?|diagonal|transversal|ronda|travesia)\s+(?:de la |de los |del |de |la |el |los |las )?[\p{L}\d][^.;\n?!]*\d+[^.;\n?!]*|\b\d{1,5}\s+(?:[a-z]+\.?\s+){1,4}(?:street|st|road|rd|avenue|ave|drive|dr|lane|ln|blvd|boulevard|court|ct|way|place|pl|circle|terrace|parkway)\b[^.;\n?!]*/u;

/** A street with a number, or the answer to “what is the address?”. */
export function findAddress(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const { reply } = exchange;
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  const phone = readPhones(reply.content, readWords(reply.folded))[0];
  const end = phone && phone.start > 8 ? phone.start : reply.content.length;
  const street = STREET.exec(reply.folded.slice(0, end));
  if (street) {
    const text = street[0].replace(/[\s,]+$/, '');
    const span = { start: street.index, end: street.index + text.length };
    return [finding(reply.content.slice(span.start, span.end), reply, span, isAsked ? 0.9 : 0.75)];
  }
  if (!isAsked) return [];
  const answer = readFreeText(reply.content, end);
  const isPlace = answer && /\d/.test(answer.value) && answer.value.split(/\s+/).length >= 2;
  return isPlace ? [finding(answer.value, reply, answer, 0.75)] : [];
}
