import { type Exchange, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { fold } from '../text/fold.ts';
import type { Clause, Sentence, Span } from '../text/utterance.ts';
import { INSURANCE_OVER, INSURER, NO_INSURER } from '../topics/insurers.ts';
import { readAnsweredName } from '../values/names.ts';
import { readYesNo } from '../values/yes-no.ts';
import { NAME, NO_LABEL } from './labels.ts';
import { clausesOf, isStatement, spanOf } from './places.ts';

const CHANGED_TO = new RegExp(
  `(?:(?:[Cc]ambi[eé]|[Pp]as[eé]|[Ss]witched|[Cc]hanged) (?:de|from) (?:la |el )?${NAME} (?:a|to)|[Aa]hora (?:me pas[eé] a|tengo|estoy (?:en|con)|soy de|es)|[Ee]stoy (?:en|con|por)|[Mm]e pas[eé] a|(?:[Nn]ow I have|I switched to|I changed to|[Nn]ow it's))\\s+(?:la |el )?(${NAME})`,
  'u',
);
const IN_QUESTION = new RegExp(
  `(?:seguro|mutua|insurance|cobertura|obra social|[Ss]igues|[Ss]igue|[Ss]eguís|[Ss]till)(?: (?:de|con|con la|en|is|es|through|with|on|have))?\\s+(${NAME})`,
  'u',
);
/** Where the insurance of somebody else covers the patient: “my husband's, Aetna”, “on my parents' policy”. */
const COVERED_BY =
  /\b(?:estoy en|estamos en|lo paga|la paga|me (?:cubre|incluye|tiene)|i'm on|i'm under|covered by|through|por (?:parte de|medio de)|la poliza de)\b/;

/** The insurance, asked for; not one that somebody else has or that is over. */
export function findInsurer(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const { reply } = exchange;
  if (!exchange.asked.some((one) => one.meaning === meaning)) return [];
  const changed = CHANGED_TO.exec(reply.content);
  if (changed?.[1]) {
    const end = changed.index + changed[0].length;
    return [finding(changed[1], reply, { start: end - changed[1].length, end }, 0.85)];
  }
  if (readYesNo(reply.folded)?.value === false) return [];
  const confirmed = confirmedInsurer(exchange);
  if (confirmed) return [confirmed];
  const said = knownInsurer(exchange, scene) ?? namedInsurer(exchange, scene) ?? shortAnswer(exchange);
  return said ? [said] : [];
}

/** An insurance named as one that the patient has now. */
export function knownInsurer(exchange: Exchange, scene: Scene): Finding | undefined {
  const { reply } = exchange;
  for (const { sentence, clause } of clausesOf(reply)) {
    const match = INSURER.exec(clause.folded);
    if (!match || !isOwn(exchange, sentence, clause, clause.start + match.index, scene)) continue;
    const span = spanOf(clause, match);
    return finding(reply.content.slice(span.start, span.end), reply, span, 0.9);
  }
  return undefined;
}

function isOwn(exchange: Exchange, sentence: Sentence, clause: Clause, place: number, scene: Scene): boolean {
  if (!isStatement(sentence, clause) || INSURANCE_OVER.test(clause.folded) || NOT_USED.test(exchange.reply.folded)) return false;
  return (
    COVERED_BY.test(sentence.folded) ||
    (scene.carer !== undefined && isOfKin(clause, scene)) ||
    isAboutPatient(exchange, sentence, clause, place, scene)
  );
}

/** “My father is with DKV”, said by whoever comes for the father. */
const isOfKin = ({ folded }: Clause, { carer }: Scene): boolean =>
  carer?.kin !== undefined && new RegExp(`\\b${carer.kin}\\b`).test(folded) && !/\b(?:yo|i|my own)\b/.test(folded);

/** “… but it does not count here.” */
const NOT_USED =
  /\b(?:no (?:me (?:cubre|incluye|sirve)|aplica|sirve|vale|cuenta|lo (?:uso|usare|aceptan|toman|quiero usar)|la (?:uso|aceptan|toman))|doesn't (?:count|apply|cover)|not (?:using|cover\w*)|(?:asi que|entonces|so) (?:no|particular|nothing)|todavia no|start\w* (?:in|en))\b/;

/** “With your insurance of GNP, right?” – “Right.” */
function confirmedInsurer(exchange: Exchange): Finding | undefined {
  const { question, reply } = exchange;
  const answer = readYesNo(reply.folded);
  const match = question && IN_QUESTION.exec(question.content);
  if (!match?.[1] || answer?.value !== true) return undefined;
  const end = match.index + match[0].length;
  return withQuestion(finding(match[1], reply, answer, 0.8), exchange, { start: end - match[1].length, end });
}

/** A name in capitals that no other question asked for. */
function namedInsurer(exchange: Exchange, scene: Scene): Finding | undefined {
  const { reply } = exchange;
  const isNameAsked = exchange.asked.some((one) => one.meaning.topic?.id === 'name');
  const ownName = isNameAsked ? readAnsweredName(reply.content) : undefined;
  for (const { sentence, clause } of clausesOf(reply)) {
    for (const match of reply.content.slice(clause.start, clause.end).matchAll(new RegExp(NAME, 'gu'))) {
      const label = match[0].replace(/^(?:Sí|Si|Yes|Yeah|Claro|Tengo|Con|Es|La|El|Soy|I|Por|Cambi[eé])\s+/u, '');
      const span: Span = {
        start: clause.start + match.index + match[0].length - label.length,
        end: clause.start + match.index + match[0].length,
      };
      const isFirstWord = span.start <= sentence.start + 1 && clause.words.length > label.split(/\s+/).length + 2;
      const isOwnName = ownName && span.start < ownName.end && span.end > ownName.start;
      if (isOwnName || isFirstWord || NO_LABEL.test(label) || /^(?:Sí|Si|Yes|Yeah|Claro|señor)/u.test(label)) continue;
      if (isOwn(exchange, sentence, clause, span.start, scene)) return finding(label, reply, span, 0.8);
    }
  }
  return undefined;
}

/** “sanitas”, in small letters: all that there is of the answer, or the words before its first comma. */
function shortAnswer(exchange: Exchange): Finding | undefined {
  const { reply } = exchange;
  const [first] = reply.sentences;
  const [clause] = first?.clauses ?? [];
  // “Do you have insurance?” is no question for a name; what answers it in small letters may be anything.
  const isNameAsked = ASKS_WHICH.test(exchange.question?.folded ?? '');
  if (!first || !clause || !isNameAsked || first.isQuestion || readYesNo(reply.folded)) return undefined;
  const lead = /^\W*(?:(?:es|con|tengo|soy de|por|la|el|de|it's|i have|i've got|with|through)\s+)*/.exec(clause.folded)?.[0].length ?? 0;
  const text = reply.content
    .slice(clause.start + lead, clause.end)
    .trim()
    .replace(/[.!]+$/u, '');
  const isName = text.length > 1 && text.split(/\s+/).length <= 3 && !NO_INSURER.test(fold(text)) && /^\p{L}/u.test(text);
  return isName ? finding(text, reply, { start: clause.start + lead, end: clause.end }, 0.7) : undefined;
}

const ASKS_WHICH =
  /\b(?:que|cual|con que|con cual|what|which)\b[^?]*\b(?:seguro|aseguradora|prevision|obra social|prepag\w*|mutua\w*|compania|eps|isapre|insurance|insurer|carrier|plan)\b|^\W*(?:(?:su|tu|your)\s+)?(?:seguro|aseguradora|obra social|prepaga|mutua\w*|prevision|eps|isapre|insurance)\W*$|\b(?:seguro|obra social|prepaga|mutua\w*|insurance) (?:o|or|y|and)\b/;
