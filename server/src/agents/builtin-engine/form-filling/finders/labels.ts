import { type Exchange, type Finding, finding } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import type { Span } from '../text/utterance.ts';
import { readFreeText } from '../values/free-text.ts';
import { readYesNo } from '../values/yes-no.ts';
import { clausesOf } from './places.ts';

export const NAME = "\\p{Lu}[\\p{L}\\d&'’.-]*(?:\\s+(?:de\\s+|del\\s+|y\\s+|of\\s+)?\\p{Lu}[\\p{L}\\d&'’-]*)*";
const BRAND_SAID = new RegExp(
  `(?:(?<![\\p{L}])(?:[Ee]s|son|is|[Ii]t['’]?s|tengo|[Mm]arca|brand|have|made by|[Tt]enemos|(?:caldera|boiler|termo|calentador|grifo|cocina|calefon|cálifont|calefón) (?:de|nuev[oa]|viej[oa]))(?:\\s+(?:un|una|a|an|el|la|de|marca|the|de marca))*)\\s+(${NAME})`,
  'u',
);
const APPLIANCE_NAMED = new RegExp(
  `(?:[Cc]alentador|[Cc]aldera|[Bb]oiler|[Tt]ermo|[Cc]alef[oó]n|[Ee]stufa|[Ll]avadora|[Hh]eater|[Ff]urnace)(?:\\s+(?:marca|de marca|de la marca))?\\s+(${NAME})`,
  'u',
);
const APPLIANCE =
  /\b(?:calentador|caldera|boiler|termo|calefon|califont|grifo|cocina|estufa|aparato|lavadora|heater|furnace|radiador|aire acondicionado|dishwasher|washer)\b/;
export const NO_LABEL = /^(?:Sí|Si|No|Yes|El|La|Un|Una|The|It|Es|Yo|I|A|Creo|Ni|Pues|Ya|Hola|Hi|My|Mi|Me|Con|Sin|Tengo|Como)$/u;

const spanOfWord = (content: string, word: string, from: number): Span => {
  const start = content.indexOf(word, from);
  return { start, end: start + word.length };
};

const BRANDS =
  /\b(?:roca|vaillant|junkers|ferroli|saunier duval|baxi|ariston|bosch|rheem|calorex|teka|balay|fagor|cointra|beretta|lg|samsung|whirlpool|mabe|kenmore|bradford white|a\.? ?o\.? smith|orbis|rinnai|splendid|trotter|neckar|longvie|volcan|eskabe|peisa|immergas|thermor|grohe|moen|kohler|daikin|siemens|electrolux|zanussi|indesit|hotpoint|carrier|trane|lennox|navien|noritz|bryant|goodman|mitsubishi|fujitsu|haceb|challenger|rotoplas|helvex|urrea|delta|rotex|hansgrohe|tres grifer[ií]a|chaffoteaux|albin trotter|mademsa|fensa|ursus trotter|sole|bryant|kaden|corona|kdk|panasonic|toshiba|hisense|midea|general electric)\b/gi;
const BEFORE_NOW = /\b(?:antes|tenia|teniamos|had|used to|the old one|la vieja|el viejo)\b/;

/** A make that is known, apart from those that were there before. Asked, the last that is told for sure. */
function knownBrand({ reply }: Exchange): Finding | undefined {
  for (const { sentence, clause } of clausesOf(reply)) {
    if (sentence.isQuestion || BEFORE_NOW.test(clause.folded)) continue;
    for (const match of reply.content.slice(clause.start, clause.end).matchAll(BRANDS)) {
      if (!/^\p{Lu}/u.test(match[0]) && match[0].length < 5) continue;
      const start = clause.start + match.index;
      return finding(match[0], reply, { start, end: start + match[0].length }, 0.85);
    }
  }
  return undefined;
}

/** The make of a thing, asked for. */
export function findBrand(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const { reply } = exchange;
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  if (!isAsked && !APPLIANCE.test(reply.folded)) return [];
  const known = knownBrand(exchange);
  if (known) return [known];
  const said = BRAND_SAID.exec(reply.content) ?? APPLIANCE_NAMED.exec(reply.content);
  if (said?.[1] && !NO_LABEL.test(said[1])) {
    const start = said.index + said[0].length - said[1].length;
    return [finding(said[1].replace(/\.$/, ''), reply, { start, end: start + said[1].length }, 0.85)];
  }
  if (!isAsked) return [];
  const first = readFreeText(reply.content);
  const words =
    first?.value
      .replace(/^(?:una?|an?|the|el|la)\s+/iu, '')
      .split(',')[0]
      ?.split(/\s+/) ?? [];
  const value = words[0];
  const isLabel =
    first &&
    value &&
    words.length <= 4 &&
    /^[\p{L}][\p{L}\d-]+$/u.test(value) &&
    readYesNo(reply.folded) === undefined &&
    !/^(?:no|ni|creo|unos?|como|hace|años)$/iu.test(value);
  return isLabel ? [finding(value, reply, spanOfWord(reply.content, value, first.start), 0.8)] : [];
}
