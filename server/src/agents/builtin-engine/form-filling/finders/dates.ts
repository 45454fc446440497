import { type Exchange, type Finder, type Finding, finding, type Scene, unsureIf, withQuestion } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { readWords, type Sentence } from '../text/utterance.ts';
import { COMPLAINT } from '../topics/complaints.ts';
import { type Day, dayOf, isoOf, partsOf, plusDays } from '../values/calendar.ts';
import { type DateMention, readDates, readYearOfBirth } from '../values/dates.ts';
import { readSpelledNumber } from '../values/number-words.ts';
import { readTimeSpans } from '../values/spans-of-time.ts';
import { readTimes } from '../values/times.ts';
import { readAgreement } from '../values/yes-no.ts';
import { chooseSaid } from './choose-said.ts';
import { clauseAt } from './places.ts';

/** A day, by what the field wants it for. */
export const findDate: Finder = (meaning, exchange, scene) => {
  const isAsked = exchange.asked.some((one) => one.meaning === meaning);
  const isPast = meaning.topic?.id !== 'wish-date';
  const mentions = exchange.reply.sentences.flatMap((sentence) => mentionsIn(meaning, exchange, sentence, scene, isPast, isAsked));
  const after = isPast ? [] : daysAfter(exchange, scene);
  const chosen = chooseSaid(
    [...mentions, ...after].sort((one, other) => one.start - other.start),
    exchange.reply,
    {
      isOfPlan: !isPast,
      weigh: (mention) => weightOf(mention, meaning, exchange),
      isSame: (one, other) =>
        one.day.index === other.day.index || isPartOf(one, other) || (meaning.topic?.id === 'onset' && isLater(one, other)),
    },
  );
  const said = chosen?.said;
  if (!said) return isPast ? [] : confirmedDate(meaning, exchange, scene);
  const isProposed =
    !isPast &&
    !isAsked &&
    readDates(exchange.question?.folded ?? '', { ...scene, direction: 'future' }).some((one) => one.day.index === said.day.index);
  // Without a year nobody knows when somebody was born.
  const isYearMissing = meaning.topic?.id === 'birth-date' && !mentions.some((one) => one.hasYear);
  if (isYearMissing) {
    const year =
      yearNear(exchange.reply.folded, scene) ??
      readYearOfBirth(exchange.reply.folded, { today: scene.today, direction: 'past', isDayFirst: scene.isDayFirst });
    const { month, day } = partsOf(said.day);
    const born = year === undefined ? undefined : dayOf(year, month, day);
    // The year is told apart from the day: both belong to the evidence.
    return born ? [finding(isoOf(born), exchange.reply, { start: 0, end: exchange.reply.content.length }, 0.8)] : [];
  }
  const day = withYearOf(inWords(said, mentions), mentions, exchange.reply.folded);
  return [unsureIf(chosen.isContested, finding(isoOf(day), exchange.reply, said, isAsked || isProposed ? 0.9 : 0.7))];
};

const BEGAN =
  /\b(?:desde|empez\w+|empiez\w+|comenz\w+|inici\w+|arranc\w+|se (?:me |le |nos )?(?:apag\w+|romp\w+|descompus\w+|estrope\w+|tap\w+|fue|quemo|rajo|solto|revento)|dej[oe] de|primera vez|olia|hara|llevo|lleva|note|notamos|me di cuenta|amaneci\w*|me (?:cai|torci|golpee|corte|queme|lastime|pique|mordio|pico)|since|started|starting|began|begun|first|noticed|woke up|fell|hurt|hace)\b/;
const ALL_WAS_WELL =
  /\b(?:anduvo|andaba|iba|estaba|funcionaba|funciono|dormi|todo|estuve|estuvo)(?: \w+)? (?:bien|perfect\w*|normal|lo mas bien)\b|\b(?:nada de nada|sin problemas?|todavia (?:andaba|funcionaba)|no (?:tenia|habia|olia|pasaba|me dolia) nada)\b|\bwas (?:still )?(?:fine|okay|ok|working|good)\b/;
/** How long something has been there is not since when it is broken. */
const IS_OWNED = /\b(?:(?:lo|la|los|las) (?:tengo|tenemos|compr\w+|instal\w+|pus\w+)|compr\w+|naci\w*|bought|installed)\b/;
const WISHED =
  /\b(?:mejor|prefier\w*|preferi\w*|ideal|perfect\w*|seria|que sea|quedamos|libro|estoy libre|tengo libre|me (?:va|viene|queda|acomoda|sirve|conviene)|los espero|vengan|puedo|podria|apunt\w+|anot\w+|works|prefer|free|available|off|would be|could|can (?:do|come|make)|best)\b/;

/** Of several days the one at which it began, or which is wished for, has more to say for it. */
function weightOf({ start }: DateMention, meaning: FieldMeaning, { reply }: Exchange): number {
  const sentence = reply.sentences.find((one) => start >= one.start && start < one.end);
  const clause = sentence && clauseAt(sentence, start)?.folded;
  if (clause === undefined) return 0;
  if (meaning.topic?.id === 'onset') return ALL_WAS_WELL.test(clause) || IS_OWNED.test(clause) ? -1 : BEGAN.test(clause) ? 1 : 0;
  return meaning.topic?.id === 'wish-date' && WISHED.test(clause) ? 1 : 0;
}

const DAY_AFTER =
  /\b(?:(?:el|al) (?:dia (?:despues|siguiente|de despues)|otro dia)|the (?:next|following) day|the day after(?! tomorrow))\b/g;

/** “I have exams until the 3rd. The day after.” */
function daysAfter({ reply }: Exchange, { today, isDayFirst }: Scene): DateMention[] {
  return [...reply.folded.matchAll(DAY_AFTER)].flatMap((match): DateMention[] => {
    const before = readDates(reply.folded.slice(0, match.index), { today, direction: 'future', isDayFirst }).at(-1);
    const end = match.index + match[0].length;
    return before ? [{ start: match.index, end, day: plusDays(before.day, 1), kind: 'interval', hasYear: false }] : [];
  });
}

/** “So Wednesday the 25th, right?” – “Right.” */
function confirmedDate(meaning: FieldMeaning, exchange: Exchange, { today, isDayFirst }: Scene): Finding[] {
  const asked = exchange.asked.find((one) => one.meaning === meaning);
  const answer = readAgreement(exchange.reply.folded);
  if (!asked || answer?.value !== true) return [];
  const named = readDates(asked.sentence.folded, { today, direction: 'future', isDayFirst });
  const [only] = named;
  if (!only || named.length > 1) return [];
  const span = { start: asked.sentence.start + only.start, end: asked.sentence.start + only.end };
  return [withQuestion(finding(isoOf(only.day), exchange.reply, answer, 0.8), exchange, span)];
}

/** “11/02/1978, November second” names one day twice. */
const isPartOf = (one: DateMention, other: DateMention): boolean => {
  const [first, second] = [partsOf(one.day), partsOf(other.day)];
  const isSwapped = first.month === second.day && first.day === second.month;
  return one.hasYear !== other.hasYear && (isSwapped || (first.month === second.month && first.day === second.day));
};

/** What happened after it began is no other beginning. */
const isLater = (one: DateMention, other: DateMention): boolean => one.day.index > other.day.index;

/** “On the 15th of August of this year”. */
function yearNear(folded: string, { today }: Scene): number | undefined {
  const match = /\b(?:(este|this|del presente) (?:mismo )?(?:ano|year)|(?:el |del )?(ano pasado|last year))\b/.exec(folded);
  return match ? partsOf(today).year - (match[2] ? 1 : 0) : undefined;
}

/** “11/02/1978, November second”: words say which figure is the month. */
function inWords(said: DateMention, mentions: readonly DateMention[]): DateMention {
  const { year, month, day } = partsOf(said.day);
  const other = mentions.find((one) => one !== said && partsOf(one.day).month === day && partsOf(one.day).day === month);
  const swapped = said.hasYear && other ? dayOf(year, day, month) : undefined;
  return swapped ? { ...said, day: swapped } : said;
}

/** “3 March 2012 … no, the 13th of March” is of the same year; “4 May 1990 … sorry, 1991” of the other. */
function withYearOf(said: DateMention, mentions: readonly DateMention[], folded: string): Day {
  const { month, day, year } = partsOf(said.day);
  const corrected = said.hasYear ? correctedYear(folded.slice(said.end), year) : undefined;
  if (corrected !== undefined) return dayOf(corrected, month, day) ?? said.day;
  const dated = said.hasYear || said.kind === 'interval' ? undefined : mentions.find((one) => one.hasYear && one.start < said.start);
  return dayOf(dated ? partsOf(dated.day).year : year, month, day) ?? said.day;
}

const CORRECTED_YEAR =
  /^[^\d]{0,30}?\b(?:no|perdon|sorry|digo|i mean|wait|quise decir|mejor dicho|correction|actually)\b(?:[\s,.]+(?:no|perdon|sorry|espere\w*|espera\w*|a ver|wait|digo|del?|fue|es|era|in|it was|mil novecientos|nineteen))*[\s,.]+((?:19|20)\d\d|\d\d|[a-z]+(?: y [a-z]+|[- ](?:one|two|three|four|five|six|seven|eight|nine))?)\b(?!\s+(?:de|of)\b|\/)/;

function correctedYear(after: string, year: number): number | undefined {
  const text = CORRECTED_YEAR.exec(after)?.[1];
  if (text === undefined) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : readSpelledNumber(text.split(/[\s-]/))?.value;
  if (number === undefined) return undefined;
  // A number up to 31 may be the day: it is the year only beside one of the same decade or so.
  if (number < 100) return number > 31 || Math.abs((year % 100) - number) <= 3 ? year - (year % 100) + number : undefined;
  return number >= 1900 && number < 2100 ? number : undefined;
}

function mentionsIn(
  meaning: FieldMeaning,
  exchange: Exchange,
  sentence: Sentence,
  scene: Scene,
  isPast: boolean,
  isAsked: boolean,
): DateMention[] {
  const id = meaning.topic?.id;
  const reading = { today: scene.today, direction: isPast ? 'past' : 'future', isDayFirst: scene.isDayFirst } as const;
  const all = readDates(sentence.folded, reading).map((one) => ({
    ...one,
    start: one.start + sentence.start,
    end: one.end + sentence.start,
  }));
  const spans = id === 'onset' ? spansAsDates(sentence, scene, all) : [];
  return [...all, ...spans].filter((mention) => {
    const clause = clauseAt(sentence, mention.start);
    if (!clause) return false;
    if (!meaning.topic?.isOfThing && !isAboutPatient(exchange, sentence, clause, mention.start, scene)) return false;
    if (id === 'last-period' && mention.kind === 'interval') return false;
    if (id === 'birth-date' && (mention.kind === 'interval' || mention.day.index > scene.today.index - 1)) return false;
    if (id === 'birth-date' && !isAsked) return /\b(?:born|birth|nac[ii]\w*|dob|nacimiento)\b/.test(sentence.folded);
    // “When?” may ask for the visit as well as for the beginning.
    const isOfWish = id === 'onset' && exchange.asked.some((one) => one.meaning.topic?.id === 'wish-date');
    if (isOfWish && !BEGAN.test(clause.folded)) return false;
    if (id === 'onset' && /^un dia$/.test(exchange.reply.folded.slice(mention.start, mention.end))) return false;
    if (id === 'wish-date' && /^(?:hace|hara|.*\bago$)/.test(exchange.reply.folded.slice(mention.start, mention.end))) return false;
    if (id === 'onset' && all.length > 1 && TOLD_LATER.test(sentence.folded.slice(0, mention.start - sentence.start))) return false;
    if (id === 'onset')
      return (
        mention.day.index <= scene.today.index &&
        (isAsked ||
          (!exchange.asked.some((one) => one.meaning.kind === 'truth' || one.meaning.field.isList) &&
            (isOnset(sentence.folded) || isFirstTold(exchange, sentence)) &&
            !isHistory(clause.folded)))
      );
    if (id === 'wish-date')
      return mention.day.index >= scene.today.index && (isAsked || (meaning.topic?.says?.test(sentence.folded) ?? false));
    return isAsked || (meaning.topic?.says?.test(sentence.folded) ?? false);
  });
}

/** “Three days now” began three days ago. */
function spansAsDates(sentence: Sentence, { today }: Scene, taken: readonly DateMention[]): DateMention[] {
  return readTimeSpans(sentence.folded, readWords(sentence.folded), today)
    .map((span) => ({
      start: span.start + sentence.start,
      end: span.end + sentence.start,
      day: plusDays(today, -span.days),
      kind: 'interval' as const,
      hasYear: false,
    }))
    .filter((span) => !taken.some((one) => span.start < one.end && span.end > one.start));
}

const isOnset = (sentence: string): boolean =>
  /\b(?:since|started|began|for (?:the )?(?:past|last)|desde|hace \w+ \w+ que|llevo|lleva|me (?:he )?(?:levant|despert)\w*|amaneci|woke up|empez\w+|comenz\w+|empece)\b/.test(
    sentence,
  );
/** Whoever says first what is wrong, and names a day, says when it began. */
const isFirstTold = ({ index, question, asked }: Exchange, { folded }: Sentence): boolean =>
  index <= 1 &&
  (question === undefined || asked.some((one) => one.meaning.topic?.id === 'reason' || one.meaning.topic?.id === 'household-problem')) &&
  (COMPLAINT.test(folded) || BEGAN.test(folded)) &&
  !/\b(?:cita|turno|hora|appointment|consulta|revision|control|reprogram\w*|cambiar)\b/.test(folded);

/** When somebody was told of it is not when it began. */
const TOLD_LATER = /\b(?:me (?:avis\w+|enter\w+|di cuenta|llam\w+)|nos (?:avis\w+|llam\w+)|i (?:noticed|found out|heard))\s*$/;
const isHistory = (clause: string): boolean =>
  /\b(?:quit|deje|compr|opera|surgery|bought|naci|casad|married|smok|fum|test|vacun)\w*/.test(clause);

/** “Four thirty”, “cuatro y media” and little else. */
const SHORT_TIME =
  /^\W*(?:(?:a|como|tipo|at|around|mejor|pues|uy|maybe|say|hm+)\s+)*(?:las? )?[\w:.]+(?: (?:y|menos) \w+| thirty| fifteen| forty[- ]five)?(?: (?:en punto|please|por favor|porfa|esta bien|is (?:good|fine)|works))*\W*$/;

function confirmedTime(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const answer = readAgreement(exchange.reply.folded);
  const sentence = exchange.question?.sentences.find((one) => one.isQuestion && readTimes(one.folded, false).length === 1);
  const [only] = sentence ? readTimes(sentence.folded, false) : [];
  if (
    answer?.value !== true ||
    !sentence ||
    !only ||
    !/correct|right|verdad|cierto|ok|(?:le|te|les) (?:va|viene|queda|parece)|work|good/.test(sentence.folded)
  )
    return [];
  const span = { start: sentence.start + only.start, end: sentence.start + only.end };
  void meaning;
  return [withQuestion(finding(only.time, exchange.reply, answer, 0.8), exchange, span)];
}

const CHANGES = /\b(?:cambi\w*|muev\w*|pas[ae]\w*|pong\w*|dejem\w*|mejor|change|move|make it|instead|reschedule)\b/;

/** A time of day, asked for or said with the day. */
export const findTime: Finder = (meaning, exchange, scene) => {
  const { reply } = exchange;
  // Whoever is asked for the day may tell the hour with it.
  const asked = exchange.asked.filter((one) => one.meaning === meaning || ['wish-date', 'day-part'].includes(one.meaning.topic?.id ?? ''));
  // Not asked, a time counts where it changes one.
  if (asked.length === 0 && !CHANGES.test(reply.folded)) return confirmedTime(meaning, exchange);
  const isOfTime = asked.some((one) => /hora\b|\btime\b|\bat\W*$|tarde|afternoon|horario/.test(one.sentence.folded));
  const timesIn = (isQuestion: boolean) =>
    reply.sentences.flatMap((sentence) => {
      if (sentence.isQuestion !== isQuestion) return [];
      return readTimes(sentence.folded, isOfTime && SHORT_TIME.test(sentence.folded), reply.folded)
        .map((one) => ({ ...one, start: one.start + sentence.start, end: one.end + sentence.start }))
        .filter((one) => {
          const clause = clauseAt(sentence, one.start);
          return (
            clause !== undefined &&
            !/\b(?:before|antes de(?: las?)?|no later than|a mas tardar)\W*$/.test(
              clause.folded.slice(0, Math.max(0, one.start - clause.start)),
            ) &&
            !/^(?:before|antes de)\b/.test(reply.folded.slice(one.start, one.end)) &&
            !/\b(?:salgo|sale|salimos|trabajo|until|hasta|work|get off|desde anoche)\b/.test(clause.folded)
          );
        });
    });
  void scene;
  const stated = timesIn(false);
  // “Would Monday at one do?” proposes a time as well.
  const times = stated.length > 0 ? stated : timesIn(true);
  const chosen = chooseSaid(times, reply, { isSame: (one, other) => one.time === other.time });
  if (chosen) return [unsureIf(chosen.isContested, finding(chosen.said.time, reply, chosen.said, isOfTime ? 0.9 : 0.8))];
  return confirmedTime(meaning, exchange);
};
