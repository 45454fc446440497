import { type Exchange, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { wordsOfName } from '../fields/form-words.ts';
import { fold } from '../text/fold.ts';
import { FAMILY } from '../text/subject.ts';
import type { Sentence } from '../text/utterance.ts';
import { isDontKnow } from '../values/yes-no.ts';

const COMPLAINT =
  /\b(?:pain|pains|hurts?|hurting|ache|aches|aching|sore|cough\w*|fever|rash|swell\w*|swollen|dizz\w*|headaches?|nause\w*|vomit\w*|throw\w* up|diarrhea|bleed\w*|numb\w*|tingl\w*|itch\w*|lump|injur\w*|fell|broke|sprain\w*|infection|short(?:ness)? of breath|slip\w*|fall\w*|accident|crash|hit|twisted|cut|swallow\w*|stuck|trouble|problems?|issues?|check[- ]?up|follow[- ]?up|refill|physical|appointment|burn\w*|weak\w*|tired|seizures?|anxi\w*|depress\w*|constipat\w*|stiff\w*|cramp\w*|spasms?|dolor\w*|duele\w*|molest\w*|fiebre|tos|tose|mareos?|granos|vomit\w*|caida|control|limpieza|revision|chequeo|cita|consulta|muelas?|amalgama|caries|brackets|ronchas|sangr\w*|ardor|hinchad\w*|quiero|necesito|quisiera|queria|para)\b/;
const GREETING =
  /^\W*(?:(?:hi|hello|hey|hola+|good (?:morning|afternoon|evening)|buen[oa]s?|dias|tardes|noches|doctor|doctora|thank you|thanks|gracias|i'm (?:doing )?(?:good|fine|okay|well|alright)|fine|nice to meet you|muy bien|oh|sure|okay|no problem|yes|of course)\b[\s,.!]*)*\W*$/;

/** Why somebody comes, in their words: the first thing that they say about it, best when they were asked. */
export function findReason(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const { reply } = exchange;
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  const isOpening =
    exchange.index <= 1 && exchange.asked.length === 0 && !OTHER_QUESTION.test(exchange.question?.folded ?? '') && isOpenQuestion(exchange);
  if (!asked && !isOpening) return fromQuestion(exchange);
  if (!asked && /^\W*(?:yes|yeah|yep|no|nope|si)\b/.test(reply.folded)) return fromQuestion(exchange);
  const isStrong = asked !== undefined && ASKS_WHY.test(exchange.question?.folded ?? '');
  const sentence =
    reply.sentences.find((one) => isReason(one, asked !== undefined)) ?? (isStrong ? reply.sentences.find(isTold) : undefined);
  if (!sentence || isDontKnow(sentence.folded)) return fromQuestion(exchange);
  if (isOfFamilyOnly(sentence, scene) || (isOfSymptom(meaning) && NO_SYMPTOM.test(sentence.folded))) return [];
  const start = startOfReason(sentence);
  const text = reply.content.slice(start, sentence.end).replace(/[\s.,;!]+$/u, '');
  return text.length > 2 ? [finding(text, reply, { start, end: start + text.length }, asked ? 0.8 : 0.65)] : [];
}

/** A form that asks for a symptom is not content with an errand. */
const isOfSymptom = ({ field }: FieldMeaning): boolean => /symptom|sintoma/.test(fold(`${wordsOfName(field.name)} ${field.title ?? ''}`));
const NO_SYMPTOM =
  /^(?!.*\b(?:pain|hurt\w*|ache)\b).*\b(?:refill|check[- ]?up|follow[- ]?up|physical|appointment|screening|results|paperwork|vaccine|shots?)\b/;

const isOfFamilyOnly = (sentence: Sentence, { carer }: Scene): boolean => !carer && FAMILY.test(sentence.folded);

const HAD =
  /\b(?:how long (?:have|has|had) (?:you|he|she)(?: been)? (?:had|having|experiencing) (?:this|that|these|the|your|his|her) |(?:tell me|talk) (?:\w+ )?about (?:this|that|these|the|your|his|her) |when did (?:this|that|the|your|his|her) |(?:you've|you have|you are|you're|he's|she's|he has|she has)(?: been)? (?:feeling|having|experiencing|complaining of) (?:more |some |a |an |this |that )?)((?:\w+ ){0,2}?(?:pain|cough|rash|headaches?|fever|swelling|itching|dizziness|numbness|lump|cold|infection|bleeding|vomiting|diarrhea|ache|problem|short(?:ness)? of breath))\b/;

/** “How long have you had this cough?” names the complaint before anybody else does. */
function fromQuestion(exchange: Exchange): Finding[] {
  const { question, reply } = exchange;
  const match = HAD.exec(question?.folded ?? '');
  const complaint = match?.[1];
  const [first] = reply.sentences;
  if (!question || !match || !complaint || !first || first.isQuestion) return [];
  const start = match.index + match[0].length - complaint.length;
  const span = { start, end: start + complaint.length };
  return [withQuestion(finding(question.content.slice(span.start, span.end), reply, first, 0.5), exchange, span)];
}

/** What is said to these is the history, not the reason of today. */
const OTHER_QUESTION =
  /\b(?:history|allerg\w*|medications?|medicines?|surger\w*|smoke|drink|family|married|live|work|old|when you take|takes?|alerg\w*|antecedentes)\b/;

/** A greeting, or a question that can be answered with anything. */
const isOpenQuestion = ({ question }: Exchange): boolean =>
  !question?.sentences.some((one) => one.isQuestion) || /\b(?:how|what|help|doing|que|como)\b/.test(question.folded);

const ASKS_WHY =
  /\b(?:brings|brought|can i (?:help|do)|seems to be|going on|what happened|motivo|ayud\w*|que (?:le|te) pasa|here (?:today|for)|reason|what'?s wrong|ofrece|para que)\b/;
const isTold = (sentence: Sentence): boolean =>
  !sentence.isQuestion &&
  !GREETING.test(sentence.folded) &&
  sentence.clauses.reduce((sum, clause) => sum + clause.words.length, 0) >= 1 &&
  sentence.folded.trim().length >= 5 &&
  !/^\W*(?:yes|yeah|no|nope|si|claro|ok|okay)\W*$/.test(sentence.folded) &&
  !/\b(?:no complaints|nothing|doing (?:well|good|fine))\b/.test(sentence.folded);

const isReason = (sentence: Sentence, isAsked: boolean): boolean =>
  !sentence.isQuestion &&
  !GREETING.test(sentence.folded) &&
  COMPLAINT.test(sentence.folded) &&
  (isAsked || !(/^\W*(?:no|nope)\b/.test(sentence.folded) || MERE_ERRAND.test(sentence.folded)));

/** “I would like an appointment for my mother” does not say what for. */
const MERE_ERRAND =
  /^\W*(?:(?:hi|hello|hola|please)\W+)*(?:(?:quiero|quisiera|necesito|me gustaria|queria|deseo|vengo a|i (?:want|need)|i'd like|i would like|can i)\s+)(?:to\s+)?(?:(?:pedir|sacar|agendar|hacer|reservar|programar|solicitar|tener|book|make|schedule|get|have)\s+)?(?:(?:una?|an?|mi)\s+)?(?:cita|consulta|hora|turno|appointment|apointment)(?:\s+(?:para (?:mi|el|la) \w+|for (?:my|a) \w+|please|por favor|medica))*\W*$/;

const OPENERS =
  /^[\s,.!¡]*(?:(?:well|oh|um|so|yes|yeah|hi|hello|hey|hola+!?|buen[oa]s?(?: (?:dias|tardes|noches|dia))?|pues|bueno|es que|mira|mire|oiga|si|doctora?|che|uh)\b[\s,.!]*)*/;

const startOfReason = (sentence: Sentence): number => sentence.start + (OPENERS.exec(sentence.folded)?.[0].length ?? 0);
