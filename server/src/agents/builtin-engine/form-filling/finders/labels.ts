import { type Exchange, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import type { Span } from '../text/utterance.ts';
import { readFreeText } from '../values/free-text.ts';
import { readAnsweredName } from '../values/names.ts';
import { readYesNo } from '../values/yes-no.ts';
import { clausesOf, isStatement } from './places.ts';

const NAME = "\\p{Lu}[\\p{L}\\d&'’.-]*(?:\\s+(?:de\\s+|del\\s+|y\\s+|of\\s+)?\\p{Lu}[\\p{L}\\d&'’-]*)*";
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
const NO_LABEL = /^(?:Sí|Si|No|Yes|El|La|Un|Una|The|It|Es|Yo|I|A|Creo|Ni|Pues|Ya|Hola|Hi|My|Mi|Me|Con|Sin|Tengo|Como)$/u;

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

const CHANGED_TO = new RegExp(
  `(?:[Aa]hora (?:me pas[eé] a|tengo|estoy (?:en|con)|soy de|es)|(?:[Nn]ow I have|I switched to|I changed to|[Nn]ow it's))\\s+(?:la |el )?(${NAME})`,
  'u',
);
const IN_QUESTION = new RegExp(
  `(?:seguro|mutua|insurance|cobertura|obra social)(?: (?:de|con|con la|is|es|through|with))?\\s+(${NAME})`,
  'u',
);

/** “With your insurance of GNP, right?” – “Right.” */
function confirmedInsurer(exchange: Exchange): Finding | undefined {
  const { question, reply } = exchange;
  const answer = readYesNo(reply.folded);
  const match = question && IN_QUESTION.exec(question.content);
  if (!match?.[1] || answer?.value !== true) return undefined;
  const end = match.index + match[0].length;
  return withQuestion(finding(match[1], reply, answer, 0.8), exchange, { start: end - match[1].length, end });
}

/** The insurance, asked for; not one that somebody else has or that is over. */
export function findInsurer(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const { reply } = exchange;
  if (!exchange.asked.some((one) => one.meaning === meaning)) return [];
  if (readYesNo(reply.folded)?.value === false) return [];
  const changed = CHANGED_TO.exec(reply.content);
  if (changed?.[1]) {
    const end = changed.index + changed[0].length;
    return [finding(changed[1], reply, { start: end - changed[1].length, end }, 0.85)];
  }
  const confirmed = confirmedInsurer(exchange);
  if (confirmed) return [confirmed];
  const isNameAsked = exchange.asked.some((one) => one.meaning.topic?.id === 'name');
  const ownName = isNameAsked ? readAnsweredName(reply.content) : undefined;
  for (const { sentence, clause } of clausesOf(reply)) {
    if (!isStatement(sentence, clause) || /\b(?:tenia|had|antes|used to|deje|quite|cancel\w*|no tengo)\b/.test(clause.folded)) continue;
    for (const match of reply.content.slice(clause.start, clause.end).matchAll(new RegExp(NAME, 'gu'))) {
      const label = match[0].replace(/^(?:Sí|Si|Yes|Yeah|Claro|Tengo|Con|Es|La|El|Soy|I|Por)\s+/u, '');
      const span: Span = {
        start: clause.start + match.index + match[0].length - label.length,
        end: clause.start + match.index + match[0].length,
      };
      const isFirstWord = span.start <= sentence.start + 1 && sentence.folded.trim().split(/\s+/).length > label.split(/\s+/).length + 2;
      if (ownName && span.start < ownName.end && span.end > ownName.start) continue;
      if (
        isFirstWord ||
        NO_LABEL.test(label) ||
        /^(?:Sí|Si|Yes|Yeah|Claro|señor)/u.test(label) ||
        !isAboutPatient(exchange, sentence, clause, span.start, scene)
      )
        continue;
      return [finding(label, reply, span, 0.85)];
    }
  }
  const answer = readFreeText(reply.content);
  const isShort =
    answer &&
    answer.value.split(/\s+/).length <= 4 &&
    readYesNo(reply.folded) === undefined &&
    // “Do you have insurance?” is no question for a name; what answers it in small letters may be anything.
    !exchange.asked.some((one) => one.meaning.kind === 'truth') &&
    !/\b(?:no|tengo|pago|seguro)\b/iu.test(answer.value);
  return isShort ? [finding(answer.value, reply, answer, 0.7)] : [];
}
