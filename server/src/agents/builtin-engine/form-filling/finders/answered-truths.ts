import { type Asked, type Exchange, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { CHILDREN } from '../text/kin.ts';
import { isDontKnow, readLateNo, readYesNo, type YesNo } from '../values/yes-no.ts';
import { clauseAt } from './places.ts';

const ENDED = /\b(?:stopped|no longer|not any ?more|used to|quit|in the past|years ago|ya no|deje)\b/;
const ASKS_OF_THE_PAST = /^\W*(?:were|was|did)\b(?!.*\bnow\b)|\bat that time\b|\bin the past\b|\bback then\b/;
const NONE_OF_ALL =
  /\bno to the rest\b|\b(?:everything|all|todo) (?:else )?(?:is |esta |lo demas )?(?:fine|good|normal|okay|ok|bien)\b|\b(?:none|neither|nothing|nada|ningun[oa]?|no to (?:all|both))\b/;
const NEGATED_QUESTION = /(?:\bno\b|\bnot\b|\w+n't\b|\bnever\b|\bwithout\b|\bden(?:y|ies)\b)(?!.*\b(?:but|problem)\b)/;
const ASKS_BY_NEGATING = /^\W*(?:haven't|don't|didn't|doesn't|isn't|aren't|no (?:tiene|tienes|tenes|ha))\b/;
const AGREES = /^\W*(?:correct|right|exactly|that'?s (?:right|correct|true)|correcto|exacto|asi es)\b/;
const ASKS_HOW_LONG =
  /\b(?:how long|since when|for how|when (?:did|were|was)|how(?:'s| is| are| was| has| have) (?:your|the|his|her|this)|desde cuando|hace cuanto|cuanto tiempo)\b/;
const BEFORE_DEFINITE = /\b(?:this|that|these|your|his|her|the|with|had|having|running|taking|been|of|su|esa|ese|la|el)\s+(?:\w+\s+){0,2}$/;

/** A plain answer to a question about this. */
export function answeredTruth(meaning: FieldMeaning, exchange: Exchange, scene?: Scene): Finding | undefined {
  const asked = exchange.asked.filter((one) => one.meaning === meaning).at(-1);
  if (!asked || isDontKnow(exchange.reply.folded)) return undefined;
  if (exchange.isOfRelative && !meaning.isAboutFamily) return undefined;
  return (
    gaveUp(asked, exchange) ??
    presupposed(asked, exchange) ??
    stated(asked, exchange) ??
    answered(asked, exchange, scene) ??
    takenForGranted(asked, exchange)
  );
}

/** “Do you drink?” – “I gave that up.” */
function gaveUp(asked: Asked, exchange: Exchange): Finding | undefined {
  const match = asked.meaning.isOfNow && asked.meaning.topic && !asked.isOpposite ? GAVE_UP.exec(exchange.reply.folded) : null;
  if (!match || !/^(?:alcohol|drugs)$/.test(asked.meaning.topic?.id ?? '')) return undefined;
  return withQuestion(finding(false, exchange.reply, { start: match.index, end: match.index + match[0].length }, 0.8), exchange, asked);
}

const GAVE_UP =
  /^\W*(?:(?:no|nope|yes|yeah|well|not anymore)\W+)*(?:i )?(?:quit|stopped|gave (?:that|it|them) up|used to|not any ?more|ya no|lo deje)\b/;

function answered(asked: Asked, exchange: Exchange, scene: Scene | undefined): Finding | undefined {
  const told = tellingAnswer(asked, exchange, scene);
  if (told) return told;
  const answer =
    readYesNo(exchange.reply.folded) ??
    notMe(exchange) ??
    ofPatient(exchange, scene) ??
    foundWell(asked, exchange) ??
    noToTheRest(exchange) ??
    allIsWell(asked, exchange) ??
    readLateNo(exchange.reply.folded);
  if (!answer || (asked.isPresupposed && !answer.value)) return undefined;
  const isLast = exchange.asked.every((one) => one.sentence.start <= asked.sentence.start);
  const isForAll = isLast || NONE_OF_ALL.test(exchange.reply.folded) || isOneBreath(exchange, asked);
  const isToAll = TO_ALL.test(exchange.reply.folded);
  if (answer.value ? !isToAll && (!isLast || isOneOfSeveral(exchange, asked)) : !isForAll) return undefined;
  if (asked.meaning.topic?.isOnlyAnswer && /\bgas\b/.test(exchange.reply.folded)) return undefined;
  const isChill = CHILL.test(asked.sentence.folded.slice(asked.start - asked.sentence.start, asked.end - asked.sentence.start));
  const value = agreed(answer.value, asked, exchange);
  if (value === undefined || (value && asked.isVague)) return undefined;
  if (value && asked.meaning.isOfNow && (ENDED.test(exchange.reply.folded) || ASKS_OF_THE_PAST.test(asked.sentence.folded)))
    return undefined;
  return withQuestion(
    finding(
      asked.isOpposite ? !value : value,
      exchange.reply,
      answer,
      isChill || isHedged(exchange.reply.folded) || isForTheMoment(answer.value, exchange) || asksForMore(asked) ? 0.6 : 0.9,
    ),
    exchange,
    asked,
  );
}

/** “I think not …” gives way to what is said more surely. */
const isHedged = (folded: string): boolean => /^\W*(?:creo|pienso|me parece|diria|i think|i don'?t think|probably|supongo)\b/.test(folded);

/** “Not right this second” takes back nothing of what was said before. */
const isForTheMoment = (value: boolean, { reply }: Exchange): boolean =>
  !value &&
  /^[^.;!?]*\b(?:right this (?:second|minute|moment)|right now|at the moment|today|ahora mismo|en este momento|hoy)\b/.test(reply.folded);

/** “Any other medicines?” – “No.” leaves those that were told before. */
const asksForMore = ({ sentence, start, end }: Asked): boolean =>
  /\b(?:other|else|more|additional|otr[oa]s?|mas)\b/.test(
    sentence.folded.slice(Math.max(0, start - sentence.start - 14), end - sentence.start),
  );

/** Chills go with a fever, but are not it. */
const CHILL = /^(?:chills?|escalofrios?)$/;

/** “My mother has it, I don't.” */
function notMe({ reply }: Exchange): YesNo | undefined {
  const match = /^\W*yo no(?=\s*[,.;])|^\W*not me(?=\s*[,.;])|\b(?:pero )?yo no\W*$|\b(?:but )?(?:i don'?t|i do not|not me)\W*$/.exec(
    reply.folded,
  );
  return match ? { value: false, start: match.index, end: match.index + match[0].trimEnd().length } : undefined;
}

/** “The boy hasn't; I am a patient already.” */
function ofPatient({ reply }: Exchange, scene: Scene | undefined): YesNo | undefined {
  const kin = scene?.carer?.kin;
  const match =
    kin &&
    new RegExp(
      `^\\W*(?:(?:el|la|al|a la|mi|my|the|para (?:el|la)) )?(?:\\w+ )?(?:${kin}|${CHILDREN})\\s+(si|no|yes|is|does|has|doesn't|hasn't|isn't)\\b`,
    ).exec(reply.folded);
  return match ? { value: !/^no$|n't$/.test(match[1] ?? ''), start: 0, end: match[0].length } : undefined;
}

/** “Sugar?” – “They looked, and it was normal.” */
function foundWell({ meaning }: Asked, { asked, reply }: Exchange): YesNo | undefined {
  const isOne = !meaning.topic && new Set(asked.map((one) => one.meaning)).size === 1;
  const match = isOne
    ? /\b(?:sali[oe]\w*|dio|dieron|estaba|esta|came (?:back|out)|was|turned out) (?:todo |muy |all )?(?:bien|normal(?:es)?|perfect\w*|negativ\w+|fine|clean|clear)(?=\s*(?:[,.;!]|$))/.exec(
        reply.folded,
      )
    : null;
  return match ? { value: false, start: match.index, end: match.index + match[0].length } : undefined;
}

/** “I have a glass of wine, but no to the rest.” */
function noToTheRest({ reply }: Exchange): YesNo | undefined {
  const match =
    /\b(?:no to (?:the rest|the others?|everything else|all the others?)|(?:nothing|none of the) (?:else|others?|rest)|(?:a )?lo demas no|de lo demas nada|lo otro no)\b/.exec(
      reply.folded,
    );
  return match ? { value: false, start: match.index, end: match.index + match[0].length } : undefined;
}

/** “Any fever, nausea or vomiting?” – “Everything is fine except some chills.” */
function allIsWell({ meaning }: Asked, { asked, reply }: Exchange): YesNo | undefined {
  const isOfSymptoms = !meaning.topic && asked.filter((one) => one.meaning.kind === 'truth').length > 1;
  const match = isOfSymptoms
    ? /^\W*(?:\w+\W+){0,2}?(?:everything|all|todo) (?:else )?(?:is |has been |seems |esta |lo demas )?(?:fine|good|normal|okay|ok|bien|perfect\w*)\b/.exec(
        reply.folded,
      )
    : null;
  return match ? { value: false, start: 0, end: match[0].length } : undefined;
}

/** “Yes to both.” */
const TO_ALL =
  /^\W*(?:yes|yeah|yep|si)\W+(?:to )?(?:both|all(?: of (?:them|those|that|the above))?|las dos|los dos|ambas|ambos|todo eso|las tres|a todo)\b/;
const THINKS_AGAIN = /^\W*(?:ah|ay|oh|wait|actually|espere\w*|espera\w*|dejame|deja|bueno|well|oops|uy|a ver)\b/;

/** “What do you take?” – “Lisinopril.” says yes. */
function tellingAnswer({ meaning, isOpposite }: Asked, exchange: Exchange, scene: Scene | undefined): Finding | undefined {
  const { answers, answersNo } = meaning.topic ?? {};
  const [first] = exchange.reply.sentences;
  const no = first && !first.isQuestion ? answersNo?.exec(first.folded) : undefined;
  if (first && no) return finding(false, exchange.reply, { start: first.start, end: first.start + no.index + no[0].length }, 0.8);
  const again = exchange.reply.sentences.findIndex((one) => THINKS_AGAIN.test(one.folded));
  const telling = [first, ...(again > 0 ? exchange.reply.sentences.slice(again) : [])];
  for (const sentence of telling) {
    const match = sentence && !sentence.isQuestion && !exchange.isOfRelative && !isOpposite ? answers?.exec(sentence.folded) : undefined;
    const clause = match && sentence && clauseAt(sentence, sentence.start + match.index + match[0].length - 1);
    const isOwn =
      !scene || !clause || !sentence || meaning.topic?.isOfThing || isAboutPatient(exchange, sentence, clause, clause.end, scene);
    if (match && sentence && isOwn)
      return finding(true, exchange.reply, { start: sentence.start, end: sentence.start + match.index + match[0].length }, 0.8);
  }
  return undefined;
}

/** “How long have you had asthma?” – “Ten years.” tells that it is so. */
function presupposed({ sentence, start, end }: Asked, exchange: Exchange): Finding | undefined {
  const before = sentence.folded.slice(0, Math.max(0, start - sentence.start));
  if (!ASKS_HOW_LONG.test(before) || !BEFORE_DEFINITE.test(before)) return undefined;
  const [first] = exchange.reply.sentences;
  if (
    !first ||
    first.isQuestion ||
    readYesNo(exchange.reply.folded)?.value === false ||
    /\b(?:never|don'?t (?:have|take)|nunca|not)\b/.test(first.folded)
  )
    return undefined;
  return withQuestion(finding(true, exchange.reply, first, 0.75), exchange, { start, end });
}

const STATES_THAT =
  /\b(?:you(?:'ve| have)|he(?:'s| has)|she(?:'s| has)) been (?:having|experiencing|feeling|complaining of|dealing with|suffering from)\b|\b(?:you're|you are|he is|he's|she is|she's) (?:having|experiencing|complaining of|dealing with)\b/;

/** “I see that you've been having some chest pain. Where?” – whoever says where has it. */
function stated(asked: Asked, exchange: Exchange): Finding | undefined {
  const [first] = exchange.reply.sentences;
  const isTold =
    !asked.sentence.isQuestion && STATES_THAT.test(asked.sentence.folded.slice(0, Math.max(0, asked.start - asked.sentence.start)));
  const isDenied = readYesNo(exchange.reply.folded)?.value === false || /\b(?:not|never|n't|don'?t|no)\b/.test(first?.folded ?? '');
  if (!isTold || !first || first.isQuestion || isDenied) return undefined;
  return withQuestion(finding(true, exchange.reply, first, 0.65), exchange, asked);
}

/** “Does your cough wake you?” – whatever the answer, nobody says that there is none. */
function takenForGranted(asked: Asked, exchange: Exchange): Finding | undefined {
  const [first] = exchange.reply.sentences;
  const before = asked.sentence.folded.slice(0, Math.max(0, asked.start - asked.sentence.start));
  const isOfBlood = /\b(?:blood|bile|mucus|pus)\b/.test(before);
  if (isOfBlood && readYesNo(exchange.reply.folded)?.value === false) return undefined;
  const isHad = asked.isPresupposed && /\b(?:your|this|these|his|her|the|you|he|she)\s+(?:\w+\s+)?$/.test(before);
  if (!isHad || !first || first.isQuestion || /\b(?:don'?t have|no longer|not anymore|gone|what|no tengo)\b/.test(first.folded))
    return undefined;
  return withQuestion(finding(true, exchange.reply, first, 0.55), exchange, asked);
}

/** “You don't smoke?” – “No.” agrees; a bare “yes” to it may mean either. */
function agreed(value: boolean, { sentence, end }: Asked, { reply }: Exchange): boolean | undefined {
  const before = sentence.folded.slice(0, Math.max(0, end - sentence.start));
  const isNegative = NEGATED_QUESTION.test(before) && !ASKS_BY_NEGATING.test(sentence.folded);
  if (!isNegative || !value) return value;
  return AGREES.test(reply.folded) ? false : undefined;
}

/** A plain no answers all questions of one message that are of the same kind. */
const isOneBreath = ({ asked }: Exchange, one: Asked): boolean =>
  asked
    .filter((other) => other.sentence.start > one.sentence.start)
    .every((other) => other.meaning.kind === 'truth' || other.meaning.kind === 'choice');

/** “You have hay fever and asthma, correct?” – “Yes.” is of both. */
const CONFIRMS =
  /(?:,|\bis (?:that|this|it)|\bam i)\s+(?:right|correct|true|yes|verdad|cierto|no|correcto|huh|isn't (?:it|that right)|is that (?:right|correct))\W*$/;

/** “Fever, nausea or chills?” – “yes” does not say which. */
function isOneOfSeveral({ asked }: Exchange, one: Asked): boolean {
  if (!one.sentence.isQuestion || !/\bor\b|\bo\b|\bu\b|,/.test(one.sentence.folded)) return false;
  const others = asked.filter((other) => other.sentence === one.sentence && other.meaning !== one.meaning && other.start !== one.start);
  const rest = one.sentence.folded.slice(Math.max(0, one.end - one.sentence.start));
  const before = one.sentence.folded.slice(0, Math.max(0, one.start - one.sentence.start));
  if (one.meaning.topic?.id === 'insured') return false;
  if (CONFIRMS.test(one.sentence.folded) && !/\b(?:or|o|u)\b/.test(one.sentence.folded)) return false;
  return (
    others.length > 0 ||
    /^\W*(?:or|o)\s+\w+/.test(rest) ||
    /\b(?:or|o)\s+(?:any |a |de )?$/.test(before) ||
    /^, (?!sir|ma'am|doctor|senor)\w+/.test(rest)
  );
}
