import { type Exchange, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { wordsOfName } from '../fields/form-words.ts';
import { fold } from '../text/fold.ts';
import { FAMILY } from '../text/subject.ts';
import type { Sentence, Utterance } from '../text/utterance.ts';
import { COMPLAINT } from '../topics/complaints.ts';
import { isDontKnow } from '../values/yes-no.ts';

/** What is wished for, where nothing ails. */
const WISH =
  /\b(?:appointment|cita|consulta|turno|quiero|necesito|quisiera|queria|para|pa|i need|i want|i would like|i'd like|came (?:in|for|to)|here (?:for|to))\b/;
/** All is well: no reason to come. */
const NO_COMPLAINT =
  /^(?!.*\b(?:but|pero|until|hasta)\b).*(?:\b(?:(?:so many|a lot of|lots of|several) (?:\w+ )?(?:problems|issues)|years ago|all better|much better|not in (?:any )?pain|no longer hurts?|hace anos|ya no me duele)\b|\bno (?:major|more|other|new|real)?\s*(?:problems?|complaints?|issues?|pain|difficult\w*)|\b(?:is|was|am|i'm|been|doing|feel\w*) (?:doing )?(?:fine|good|great|well|okay|ok|better)\b|\bhave been (?:great|good|fine))/;
const GREETING =
  /^\W*(?:(?:hi|hello|hey|hola+|good (?:morning|afternoon|evening)|buen[oa]s?|dias|tardes|noches|doctor|doctora|thank you|thanks|gracias|i'm (?:doing )?(?:good|fine|okay|well|alright)|fine|nice to meet you|muy bien|oh|sure|okay|no problem|yes|of course)\b[\s,.!]*)*\W*$/;

/** Why somebody comes, in their words: the first thing that they say about it, best when they were asked. */
export function findReason(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const { reply } = exchange;
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  const isOpening =
    exchange.index <= 1 && exchange.asked.length === 0 && !OTHER_QUESTION.test(exchange.question?.folded ?? '') && isOpenQuestion(exchange);
  if (!asked && !isOpening && !ASKS_WHERE.test(exchange.question?.folded ?? '')) return fromQuestion(exchange);
  if (!asked && /^\W*(?:yes|yeah|yep|no|nope|si)\b/.test(reply.folded)) return fromQuestion(exchange);
  if (/\b(?:in the past|ever had|antes|en el pasado)\b/.test(exchange.question?.folded ?? '')) return [];
  const isStrong = asked !== undefined && ASKS_WHY.test(exchange.question?.folded ?? '');
  const isWhere = exchange.index <= 1 && ASKS_WHERE.test(exchange.question?.folded ?? '');
  // Whoever writes first says what it is about.
  const isUnasked = exchange.index === 0 && exchange.question === undefined && reply.folded.trim().split(/\s+/).length > 4;
  const open = reply.sentences.filter((one) => !NO_COMPLAINT.test(one.folded));
  const sentence =
    open.find((one) => isReason(one, COMPLAINT, asked !== undefined)) ??
    open.find((one) => isReason(one, WISH, asked !== undefined)) ??
    (isStrong || isWhere || isUnasked ? open.find(isTold) : undefined);
  if (!sentence || (isDontKnow(sentence.folded) && sentence.folded.trim().split(/\s+/).length < 7)) return fromQuestion(exchange);
  if (isOfFamilyOnly(sentence, scene) || (isOfSymptom(meaning) && NO_SYMPTOM.test(sentence.folded))) return [];
  const start = startOfReason(withWhatItGoesOn(sentence, open));
  const text = reply.content.slice(start, endOfReason(start, sentence, reply)).replace(/[\s.,;!]+$/u, '');
  return text.length > 2 ? [finding(text, reply, { start, end: start + text.length }, COMPLAINT.test(fold(text)) || asked ? (asked ? 0.8 : 0.65) : 0.5)]
    : [];
}

const LONGEST_REASON = 180;

/** What is said right behind it of what ails belongs to it: “My arm. I fell on it.” */
function endOfReason(start: number, sentence: Sentence, { sentences }: Utterance): number {
  let end = sentence.end;
  for (const next of sentences.slice(sentences.indexOf(sentence) + 1)) {
    if (next.isQuestion || next.end - start > LONGEST_REASON || !COMPLAINT.test(next.folded) || NO_COMPLAINT.test(next.folded)) break;
    end = next.end;
  }
  return end;
}

/** A form that asks for a symptom is not content with an errand. */
const isOfSymptom = ({ field }: FieldMeaning): boolean => /symptom|sintoma/.test(fold(`${wordsOfName(field.name)} ${field.title ?? ''}`));
const NO_SYMPTOM =
  /^(?!.*\b(?:pain|hurt\w*|ache)\b).*\b(?:refill|check[- ]?up|follow[- ]?up|physical|appointment|screening|results|paperwork|vaccine|shots?)\b/;

const isOfFamilyOnly = (sentence: Sentence, { carer }: Scene): boolean => !carer && FAMILY.test(sentence.folded);

const HAD =
  /\b(?:how long (?:have|has|had) (?:you|he|she)(?: been)? (?:had|having|experiencing|feeling) (?:(?:this|that|these|the|your|his|her|such|a|any|some) )?|(?:tell me|talk) (?:\w+ )?about (?:this|that|these|the|your|his|her) |when did (?:this|that|the|your|his|her) |(?:you've|you have|you are|you're|he's|she's|he has|she has)(?: been)? (?:feeling|having|experiencing|complaining of) (?:more |some |a |an |this |that )?)((?:\w+ ){0,3}?(?:pain|cough|rash|headaches?|fever|swelling|itching|dizziness|numbness|lump|cold|infection|bleeding|vomiting|diarrhea|ache|problem|short(?:ness)? of breath|weakness|fatigue|tired)(?: and (?:fatigue|weakness|nausea|vomiting|pain))?(?: in (?:your|this|that|the|his|her) \w+)?)\b/;

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
  /\b(?:history|allerg\w*|medications?|medicines?|surger\w*|smoke|drink|rate|scale|escala|in the past|family|married|live|work|old|when you take|takes?|alerg\w*|antecedentes)\b/;

/** A greeting, or a question that can be answered with anything. */
const isOpenQuestion = ({ question }: Exchange): boolean =>
  !question?.sentences.some((one) => one.isQuestion) || /\b(?:how|what|help|doing|que|como)\b/.test(question.folded);

const ASKS_WHY =
  /\b(?:brings|brought|can i (?:help|do)|seems to be|going on|what happened|motivo|ayud\w*|que (?:le|te|os|se) (?:pasa|ocurre|trae|duele)|que (?:la|lo) trae|cuent[ae]\w*|servir\w*|digame|here (?:today|for)|reason|what'?s wrong|ofrece|para que)\b/;
const isTold = (sentence: Sentence): boolean =>
  !sentence.isQuestion &&
  !GREETING.test(sentence.folded) &&
  sentence.clauses.reduce((sum, clause) => sum + clause.words.length, 0) >= 1 &&
  sentence.folded.trim().length >= 5 &&
  !/^\W*(?:yes|yeah|no|nope|si|claro|ok|okay)\W*$/.test(sentence.folded) &&
  !/\b(?:no complaints|nothing|doing (?:well|good|fine))\b/.test(sentence.folded);

/** “I have canker sores. They hurt.” begins with the sores. */
function withWhatItGoesOn(sentence: Sentence, all: readonly Sentence[]): Sentence {
  const before = all[all.indexOf(sentence) - 1];
  const isGoingOn =
    /^\W*(?:it|it's|they|that|this|that's|eso|me|no|i can'?t|he|she)\b/.test(sentence.folded) ||
    sentence.folded.trim().split(/\s+/).length < 4;
  const isNear = before !== undefined && isTold(before) && sentence.end - before.start < 240;
  return isGoingOn && isNear ? before : sentence;
}

const ASKS_WHERE = /\bwhere(?:'s| is| are| do| does| did)?\b.*\b(?:pain|hurt\w*|ache)\b|\bdonde\b.*\b(?:duele|dolor|molest\w*)\b/;

const isReason = (sentence: Sentence, words: RegExp, isAsked: boolean): boolean =>
  !sentence.isQuestion &&
  !GREETING.test(sentence.folded) &&
  words.test(sentence.folded) &&
  (isAsked || !(/^\W*(?:no|nope)\b/.test(sentence.folded) || MERE_ERRAND.test(sentence.folded)));

/** “I would like an appointment for my mother” does not say what for. */
const MERE_ERRAND =
  /^\W*(?:(?:hi|hello|hola|please)\W+)*(?:(?:quiero|quisiera|necesito|me gustaria|queria|deseo|vengo a|i (?:want|need)|i'd like|i would like|can i)\s+)(?:to\s+)?(?:(?:pedir|sacar|agendar|hacer|reservar|programar|solicitar|tener|book|make|schedule|get|have)\s+)?(?:(?:una?|an?|mi)\s+)?(?:cita|consulta|hora|turno|appointment|apointment)(?:\s+(?:para (?:mi|el|la) \w+|for (?:my|a) \w+|please|por favor|medica))*\W*$/;

const OPENERS =
  /^[\s,.!¡]*(?:(?:well|oh|um|so|yes|yeah|hi|hello|hey|hola+!?|buen[oa]s?(?: (?:dias|tardes|noches|dia))?|pues|bueno|es que|mira|mire|oiga|si|doctora?|che|uh)\b[\s,.!]*)*/;

const startOfReason = (sentence: Sentence): number => sentence.start + (OPENERS.exec(sentence.folded)?.[0].length ?? 0);
