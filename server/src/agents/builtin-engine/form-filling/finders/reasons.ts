import { type Exchange, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { wordsOfName } from '../fields/form-words.ts';
import { fold } from '../text/fold.ts';
import { FAMILY } from '../text/subject.ts';
import type { Sentence, Utterance } from '../text/utterance.ts';
import { COMPLAINT, SURE_COMPLAINT, SYMPTOM, TREATED_FOR } from '../topics/complaints.ts';
import { isDontKnow } from '../values/yes-no.ts';

/** What is wished for, where nothing ails. */
const WISH =
  /\b(?:appointment|cita|consulta|turno|quiero|necesito|quisiera|queria|para|pa|i need|i want|i would like|i'd like|came (?:in|for|to)|here (?:for|to))\b/;
/** All is well: no reason to come. */
const NO_COMPLAINT =
  /^(?!.*\b(?:but|pero|until|hasta)\b).*(?:\b(?:(?:so many|a lot of|lots of|several) (?:\w+ )?(?:problems|issues)|years ago|all better|much better|not in (?:any )?pain|no longer hurts?|hace anos|ya no me duele)\b|\b(?:no|never had(?: any)?) (?:major|more|other|new|real|any)?\s*(?:problems?|complaints?|issues?|pain|difficult\w*)|\b(?:is|was|am|i'm|been|doing|feel\w*) (?:doing )?(?:fine|good|great|well|okay|ok|better)\b|\bhave been (?:great|good|fine))/;
const GREETING =
  /^\W*(?:(?:hi|hello|hey|hola+|good (?:morning|afternoon|evening)|buen[oa]s?|dias|tardes|noches|doctor|doctora|thank you|thanks|gracias|i'm (?:doing )?(?:good|fine|okay|well|alright)|fine|nice to meet you|muy bien|oh|sure|okay|no problem|yes|of course)\b[\s,.!]*)*\W*$/;

/** Why somebody comes, in their words: the first thing that they say about it, best when they were asked. */
export function findReason(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const { reply } = exchange;
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  const isOpening =
    exchange.index <= 1 && exchange.asked.length === 0 && !OTHER_QUESTION.test(exchange.question?.folded ?? '') && isOpenQuestion(exchange);
  if (!asked && !isOpening && !ASKS_WHERE.test(exchange.question?.folded ?? ''))
    return [...fromQuestion(exchange), ...mentionedEarly(exchange, scene)];
  if (!asked && /^\W*(?:yes|yeah|yep|no|nope|si)\b/.test(reply.folded)) return fromQuestion(exchange);
  if (/\b(?:in the past|ever had|antes|en el pasado)\b/.test(exchange.question?.folded ?? '')) return [];
  const isStrong = asked !== undefined && ASKS_WHY.test(exchange.question?.folded ?? '');
  const isWhere = exchange.index <= 4 && ASKS_WHERE.test(exchange.question?.folded ?? '');
  // Whoever writes first says what it is about.
  const isUnasked =
    !/\b(?:history|report|chart|records?)\b/.test(reply.folded) &&
    exchange.index === 0 &&
    exchange.question === undefined &&
    reply.folded.trim().split(/\s+/).length > 4;
  const open = reply.sentences.filter((one) => !NO_COMPLAINT.test(one.folded));
  const sentence =
    open.find((one) => isReason(one, COMPLAINT, asked !== undefined)) ??
    open.find((one) => isReason(one, WISH, asked !== undefined)) ??
    (isStrong || isWhere || isUnasked ? open.find(isTold) : undefined);
  if (!sentence || (isDontKnow(sentence.folded) && sentence.folded.trim().split(/\s+/).length < 7)) return fromQuestion(exchange);
  if (isOfFamilyOnly(sentence, scene) || (isOfSymptom(meaning) && NO_SYMPTOM.test(sentence.folded) && !SYMPTOM.test(sentence.folded)))
    return [];
  const start = startOfReason(withWhatItGoesOn(sentence, open));
  const text = reply.content.slice(start, endOfReason(start, sentence, reply)).replace(/[\s.,;!]+$/u, '');
  return text.length > 2
    ? [finding(text, reply, { start, end: start + text.length }, surenessOf(fold(text), asked !== undefined, isWhere))]
    : [];
}

/** What names no complaint, or only says of “it” how it is, gives way to what does. */
function surenessOf(said: string, isAsked: boolean, isPlace: boolean): number {
  if (isPlace && BODY.test(said)) return 0.6;
  if (!COMPLAINT.test(said)) return 0.42;
  const isVague = /^\W*(?:\w+\W+){0,4}(?:it|it's|that|they|they're|eso|lo)\b/.test(said) && !BODY.test(said);
  return isVague ? 0.5 : isAsked ? 0.8 : 0.65;
}

const BODY =
  /\b(?:head|eyes?|ears?|nose|throat|neck|shoulders?|arms?|elbows?|wrists?|hands?|fingers?|thumbs?|chest|breasts?|back|ribs?|side|stomach|belly|abdomen|groin|hips?|butt\w*|legs?|thighs?|knees?|calf|calves|ankles?|foot|feet|toes?|heels?|skin|face|jaw|tooth|teeth|mouth|tongue|lips?|scalp|cabeza|ojos?|oidos?|nariz|garganta|cuello|hombros?|brazos?|codos?|munecas?|manos?|dedos?|pecho|espalda|costillas?|estomago|vientre|panza|barriga|ingle|cadera|piernas?|muslos?|rodillas?|pantorrilla|tobillos?|pies?|talon|piel|cara|mandibula|muelas?|dientes?|boca|lengua|labios?)\b/;
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

/** Among the first things that are said of oneself, whatever was asked. */
function mentionedEarly(exchange: Exchange, scene: Scene): Finding[] {
  const { reply, index, question } = exchange;
  if (
    index > 4 ||
    OTHER_QUESTION.test(question?.folded ?? '') ||
    OF_THE_PAST.test(question?.folded ?? '') ||
    FAMILY.test(question?.folded ?? '')
  )
    return [];
  const sentence = reply.sentences.find(
    (one) =>
      !one.isQuestion &&
      (SURE_COMPLAINT.test(one.folded) || (COMPLAINT.test(one.folded) && COMES.test(one.folded))) &&
      !NO_COMPLAINT.test(one.folded) &&
      !isDenied(one.folded) &&
      !isOfFamilyOnly(one, scene) &&
      !LONG_AGO.test(one.folded) &&
      SAID_OF_SELF.test(one.folded),
  );
  if (!sentence) return [];
  const start = startOfReason(sentence);
  const text = reply.content.slice(start, endOfReason(start, sentence, reply)).replace(/[\s.,;!]+$/u, '');
  return [finding(text, reply, { start, end: start + text.length }, 0.45)];
}

const LONG_AGO = /\b(?:ago|used to|when i was|as a (?:kid|child)|in the past|back then|last year|hace (?:\w+ )?anos|cuando era|also)\b/;
const COMES =
  /\b(?:es|seria|vengo|quiero|quisiera|necesito|cita|turno|hora) (?:por|para)\b|\b(?:i'm|i am|we're|we are) (?:here|coming|coming in) (?:for|to|because|about)\b|\bi came (?:in )?(?:for|to|because)\b/;
const SAID_OF_SELF = /\b(?:i|i'm|i've|my|me|he|she|his|her|yo|mi|tengo|estoy|siento|ando|le|traigo|es|seria|vengo|quiero|necesito)\b/;

/** A form that asks for a symptom is not content with an errand. */
const isOfSymptom = ({ field }: FieldMeaning): boolean => /symptom|sintoma/.test(fold(`${wordsOfName(field.name)} ${field.title ?? ''}`));
const NO_SYMPTOM =
  /^(?!.*\b(?:pain|hurt\w*|ache)\b).*\b(?:refill|check[- ]?up|follow[- ]?up|physical|appointment|screening|results|paperwork|vaccine|shots?)\b/;

const isOfFamilyOnly = (sentence: Sentence, { carer }: Scene): boolean => !carer && FAMILY.test(sentence.folded);

const COMPLAINT_NAMED =
  "([a-z][a-z' -]{2,60}?)(?=[,.;?!]|$| (?:today|here|right|correct|again|been|going|is that|and (?:i|you|that)|for (?:the|a|about)|since|start|begin|is|are|was|or)\\b)";
const DETERMINED = '(?:(?:this|that|these|the|your|his|her|such|a|an|any|some|more|also|it|been) )*';
/** Where a question names the complaint before anybody else does. */
const NAMES_COMPLAINT: readonly RegExp[] = [
  `\\b(?:how long|since when) (?:has|have) ((?:your|his|her|this|that) [a-z ]{3,30}? been (?:in pain|hurting|aching|sore|swollen|bothering (?:you|him|her)|numb|itch\\w*|bleeding|like (?:this|that)))\\b`,
  `\\bhow (?:are )?long (?:have|has|had) (?:you|he|she)(?: been)? (?:had|having|experiencing|feeling|have) ${DETERMINED}${COMPLAINT_NAMED}`,
  `\\b(?:tell me|talk)(?: \\w+){0,3}? about ${DETERMINED}${COMPLAINT_NAMED}`,
  `\\b(?:when did|what(?:'s| is| was) up with|what happened (?:to|with)|how(?:'s| is| are| has| have)) ${DETERMINED}${COMPLAINT_NAMED}`,
  `\\b(?:you've|you have|you are|you're|he's|she's|he has|she has|he is|she is)(?: been)? (?:having|feeling|experiencing|complaining of|dealing with|suffering from|noticing|noticed) ${DETERMINED}${COMPLAINT_NAMED}`,
  `\\b(?:follow(?:ing)?[- ]?up|visit|appointment|evaluation|check[- ]?up|here|back|in|come in|came in|referred|sent (?:here|over)|see(?:ing)? (?:you|me|us)|looking at you)(?: (?:today|here|now|to (?:me|us|see me)))* (?:for|on|about|regarding|because of|due to|concerning) ${DETERMINED}(?:follow[- ]?up (?:on|for|of) ${DETERMINED})?${COMPLAINT_NAMED}`,
  `\\b(?:you (?:noticed|reported|mentioned|said you (?:have|had))|i (?:see|hear|heard|understand) (?:that )?(?:you|he|she) (?:have|has|had)|the nurse (?:said|told me) (?:that )?you (?:have|had)) ${DETERMINED}${COMPLAINT_NAMED}`,
].map((source) => new RegExp(source));

/** “How long have you had this cough?” names the complaint before anybody else does. */
function fromQuestion(exchange: Exchange): Finding[] {
  const { question, reply } = exchange;
  const [first] = reply.sentences;
  if (
    !question ||
    !first ||
    first.isQuestion ||
    NO_COMPLAINT.test(first.folded) ||
    OF_THE_PAST.test(question.folded) ||
    FAMILY.test(question.folded)
  )
    return [];
  for (const sentence of question.sentences) {
    for (const pattern of NAMES_COMPLAINT) {
      const match = pattern.exec(sentence.folded);
      const complaint = match?.[1];
      if (
        !match ||
        !complaint ||
        !(COMPLAINT.test(complaint) || TREATED_FOR.test(complaint)) ||
        /^\W*(?:follow[- ]?up|check[- ]?up|visit|appointment)\W*$/.test(complaint) ||
        ABOUT_CARE.test(complaint) ||
        isDenied(first.folded) ||
        /\b(?:no|not|never)\b(?! (?:long|sure|really|too|that|very|exactly|only))/.test(first.folded)
      )
        continue;
      if (exchange.index > 5 && !/\btoday\b/.test(sentence.folded)) continue;
      const start = sentence.start + match.index + match[0].length - complaint.length;
      const span = { start, end: start + complaint.length };
      return [
        withQuestion(
          finding(question.content.slice(span.start, span.end), reply, first, isSpecific(complaint) ? 0.55 : 0.4),
          exchange,
          span,
        ),
      ];
    }
  }
  return [];
}

const OF_THE_PAST = /\b(?:in the past|ever had|have you ever|has (?:he|she) ever|histor\w+|antes|en el pasado|alguna vez)\b/;
const isDenied = (folded: string): boolean => /^\W*(?:no|nope|none|not|never|nunca|ningun\w*)\b/.test(folded);
/** What doctors do is not what ails. */
const ABOUT_CARE =
  /\b(?:medic\w*|pills?|surger\w*|operation|procedure|results?|insurance|family|mother|father|job|work|diet|weight|habits?|school|home|living|history|test|tests|labs?|scan|x-?rays?|lens|glasses)\b/;
/** It says where it is, or what. */
const isSpecific = (folded: string): boolean =>
  !/^\W*(?:follow[- ]?up|check[- ]?up|pain|hurt\w*|ache\w*|symptoms?|problems?|trouble|issues?|discomfort|complaints?|it|this)\W*$/.test(
    folded.trim(),
  );

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
