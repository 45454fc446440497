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
export const APPLIANCE =
  /\b(?:calentador|caldera|boiler|termo|calefon|califont|grifo|cocina|estufa|aparato|lavadora|heater|furnace|radiador|aire acondicionado|regadera|ducha|inodoro|water|vater|bomba|llave|canilla|griferia|termotanque|secadora|lavavajillas|lavarropas|triturador|dishwasher|washer)\b/;
export const NO_LABEL = /^(?:Sí|Si|No|Yes|El|La|Un|Una|The|It|Es|Yo|I|A|Creo|Ni|Pues|Ya|Hola|Hi|My|Mi|Me|Con|Sin|Tengo|Como)$/u;

const spanOfWord = (content: string, word: string, from: number): Span => {
  const start = content.indexOf(word, from);
  return { start, end: start + word.length };
};

const BRANDS =
  /\b(?:roca|vaillant|junkers|ferroli|saunier duval|baxi|ariston|bosch|rheem|calorex|teka|balay|fagor|cointra|beretta|lg|samsung|whirlpool|mabe|kenmore|bradford white|a\.? ?o\.? smith|orbis|rinnai|splendid|trotter|neckar|longvie|volcan|eskabe|peisa|immergas|thermor|grohe|moen|kohler|daikin|siemens|electrolux|zanussi|indesit|hotpoint|carrier|trane|lennox|navien|noritz|bryant|goodman|mitsubishi|fujitsu|haceb|challenger|rotoplas|helvex|urrea|delta|rotex|hansgrohe|tres grifer[ií]a|chaffoteaux|albin trotter|mademsa|fensa|ursus trotter|sole|bryant|kaden|corona|kdk|panasonic|toshiba|hisense|midea|general electric)\b/gi;
const BEFORE_NOW = /\b(?:antes|era|eran|was|tenia|teniamos|had|used to|the old one|la vieja|el viejo)\b/;

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
  const answered = isAsked ? firstLabel(exchange) : undefined;
  if (answered) return [answered];
  const known = knownBrand(exchange);
  if (known) return [known];
  const said = BRAND_SAID.exec(reply.content) ?? APPLIANCE_NAMED.exec(reply.content);
  if (said?.[1] && !NO_LABEL.test(said[1])) {
    const start = said.index + said[0].length - said[1].length;
    return [finding(said[1].replace(/\.$/, ''), reply, { start, end: start + said[1].length }, 0.85)];
  }
  return [];
}

const NOT_A_MAKE =
  /^(?:no|ni|creo|unos?|unas?|como|hace|años|anos|lo|la|el|los|las|esta|es|ya|pues|que|cual|ninguna?|tiene|muy|casi|de|del|con|sin|viej[oa]|nuev[oa]|electric[oa]?|gas|electrico|eléctric[oa]|tank|tankless|old|new|i|it|the|not|some|my|we|uh|donde|ahi|ahí|nunca|quien|para|por|dice|dejame|espere|a|y|o|si|sí|yes|water)$/iu;

/** “Emege. In the bedroom there is another one”: the make is the first thing that is answered. */
function firstLabel({ reply }: Exchange): Finding | undefined {
  const first = readFreeText(reply.content);
  if (!first || BEFORE_NOW.test(reply.sentences[0]?.clauses[0]?.folded ?? '') || readYesNo(reply.folded) || reply.sentences[0]?.isQuestion)
    return undefined;
  const text = first.value.replace(
    /^(?:(?:es|son|la marca es|marca|de marca|tengo|it's|una?|an?|the|el|la|de|brand is|dice|creo que(?: es)?|pone)\s+)+/iu,
    '',
  );
  const [label = '', ...more] = text.split(/\s+/);
  const named = new RegExp(`^${NAME}`, 'u').exec(text)?.[0].replace(/[.,]+$/u, '');
  const value = named ?? label.replace(/[.,;:]+$/u, '');
  const next = more[value.split(/\s+/).length - 1] ?? '';
  const isEnded =
    named !== undefined ||
    /[.,;:]$/.test(label) ||
    more.length === 0 ||
    /^(?:de|del|y|con|el|la|que|pero|modelo|and|from|it|but|the)$/iu.test(next);
  const isMake = isEnded && /^\p{L}[\p{L}\d&'.-]+/u.test(value) && !NOT_A_MAKE.test(value.split(/\s+/)[0] ?? '') && !NO_LABEL.test(value);
  return isMake ? finding(value, reply, spanOfWord(reply.content, value, first.start), 0.8) : undefined;
}
