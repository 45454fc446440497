import { type Exchange, type Finder, type Finding, finding } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { readWords } from '../text/utterance.ts';
import { ordinalOf } from '../values/date-words.ts';
import { readNumbers } from '../values/numbers.ts';
import { fitting } from './fitting.ts';
import { clausesOf, isStatement, spanOf } from './places.ts';

const FLOOR = /\b(?:piso|planta|floor)\b|°|º/;
/** “En el sexto A”. */
const APARTMENT =
  /\b(?:en|del?) (?:el )?(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|sext[oa]|septim[oa]|octav[oa]|noven[oa]|decim[oa]|\d{1,2}(?:°|º|to|do|ro|er|no|vo|mo)) (?:[a-h]|izquierd[oa]|derech[oa]|izq|dcha?|puerta)\b/;
const BASEMENT = /\b(?:sotano|basement|cellar)\b|\b(?:piso|planta|nivel|floor) (?:menos|minus|-) ?(?:uno?|1|one)\b|\bmenos uno\b/;
const DEEPER = /\b(?:segundo|2o|2º) sotano\b|\b(?:piso|planta|nivel|floor) (?:menos|minus|-) ?(?:dos|2|two)\b|\bmenos dos\b/;
const GROUND =
  /\b(?:planta baja|ground floor|street level|a pie de calle|a nivel de calle|pb\b)|\b(?:el|un|en|local|piso|casa) bajo\b(?! (?:del?|cero|la|el)\b)|^\W*(?:es (?:un |el )?)?bajo\W*$|\bbajo (?:[a-d]|izquierd[oa]|derech[oa]|centro|izda|dcha)\b/;
const SPANISH_ORDINALS = 'primer segund tercer cuart quint sext septim octav noven decim'.split(' ');
const ORDINAL_WORD = new RegExp(
  `\\b(?:(${SPANISH_ORDINALS.join('|')})(?:o|a)?|(\\d{1,2})(?:st|nd|rd|th|to|do|ro|er|no|vo|mo|°|º|ª)|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))(?=[a-z]?(?![\\w]))|\\b(?:piso|planta|floor)\\s+(\\d{1,2}|\\w+)`,
);

/** On which floor: “tercero izquierda” in an address, “5to B”, “planta baja”. */
export const findFloor: Finder = (meaning, exchange) => {
  const found = floorSaid(meaning, exchange);
  if (found.length > 0) return found;
  // “What floor?” – “Twelve.”
  const isOnlyFloor = /\b(?:que|cual|what|which) (?:piso|planta|floor)\b|^\W*(?:piso|planta|floor)\W*$/.test(
    exchange.question?.folded ?? '',
  );
  const words = readWords(exchange.reply.folded);
  const [number, ...more] = isOnlyFloor && words.length <= 5 ? readNumbers(words, (from, to) => exchange.reply.folded.slice(from, to)) : [];
  const value = number && more.length === 0 ? fitting(meaning.field, number.value) : undefined;
  return number && value !== undefined ? [finding(value, exchange.reply, number, 0.8)] : [];
};

function floorSaid(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  for (const { sentence, clause } of clausesOf(exchange.reply)) {
    const ground = GROUND.exec(clause.folded);
    const below = BASEMENT.exec(clause.folded);
    const deeper = DEEPER.exec(clause.folded);
    if (deeper) {
      const value = fitting(meaning.field, -2);
      return value === undefined ? [] : [finding(value, exchange.reply, spanOf(clause, deeper), 0.8)];
    }
    if (below && (isAsked || FLOOR.test(clause.folded))) {
      const value = fitting(meaning.field, -1);
      return value === undefined ? [] : [finding(value, exchange.reply, spanOf(clause, below), 0.8)];
    }
    if (ground && isStatement(sentence, clause)) return [finding(0, exchange.reply, spanOf(clause, ground), 0.85)];
    if (!isAsked && !FLOOR.test(clause.folded) && !APARTMENT.test(clause.folded)) continue;
    const match = ORDINAL_WORD.exec(clause.folded);
    if (!match) continue;
    const [, spanish, digits, english, after] = match;
    const spelled = after === undefined ? undefined : (readNumbers(readWords(after), () => '')[0]?.value ?? ordinalOf(after));
    const number = spanish ? SPANISH_ORDINALS.indexOf(spanish) + 1 : digits ? Number(digits) : english ? ordinalOf(english) : spelled;
    const value = fitting(meaning.field, number);
    if (value !== undefined) return [finding(value, exchange.reply, spanOf(clause, match), 0.8)];
  }
  return [];
}
