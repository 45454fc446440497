import { type Asked, type Exchange, type Finder, type Finding, finding, type Scene, withQuestion } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import type { OptionMeaning } from '../fields/option-meaning.ts';
import { findPhrase, phraseOf } from '../text/phrases.ts';
import { isDeniedBefore, polarityOf } from '../text/polarity.ts';
import { type Clause, readWords, type Sentence, type Span } from '../text/utterance.ts';
import { readYesNo } from '../values/yes-no.ts';
import { chooseSaid } from './choose-said.ts';
import { clausesOf, isStatement, saidIn, spanOf } from './places.ts';
import { sexInQuestion, sexOfKin } from './sex.ts';

/** “It's my right hand.” – “Is this your dominant hand?” – “Yes.” */
function handPointedAt(meaning: FieldMeaning, exchange: Exchange, asked: Asked, { exchanges }: Scene): Finding | undefined {
  const answer = readYesNo(exchange.reply.folded);
  if (answer?.value !== true || !/\b(?:is (?:this|that|it)|es (?:esa|esta|esta su|esa su))\b/.test(asked.sentence.folded)) return undefined;
  const earlier = exchanges.slice(Math.max(0, exchange.index - 2), exchange.index).map((one) => one.reply);
  const named = meaning.options.flatMap((option) =>
    earlier.flatMap((reply) => {
      const match = option.choice?.answers?.exec(reply.folded);
      return match ? [{ option, reply, span: { start: match.index, end: match.index + match[0].length } }] : [];
    }),
  );
  const [only] = named;
  if (!only || named.some((one) => one.option !== only.option)) return undefined;
  const found = withQuestion(finding(only.option.value, exchange.reply, answer, 0.75), exchange, asked);
  return { ...found, evidence: [...found.evidence, { utterance: only.reply, span: only.span }] };
}

interface Hit {
  option: OptionMeaning;
  span: Span;
  isDenied: boolean;
  confidence: number;
}

/** One of several answers, or several of them. */
export const findChoice: Finder = (meaning, exchange, scene) => {
  const asked = exchange.asked.filter((one) => one.meaning === meaning).at(-1);
  // “Which hand do you write with?” – “The right one.” says nothing of where it hurts.
  if (meaning.topic?.id === 'side' && /hand(?:ed)? (?:do|did|does|dominant)|handed|dominant/.test(exchange.question?.folded ?? ''))
    return [];
  if (meaning.topic?.id === 'hand' && asked) {
    const pointed = handPointedAt(meaning, exchange, asked, scene);
    if (pointed) return [pointed];
  }
  const said = saidHits(meaning, exchange, scene);
  const hits = [
    ...(meaning.topic?.isOfThing && !meaning.field.isList ? corrected(said, exchange) : said),
    ...mentionedHits(meaning, exchange, scene, asked),
  ];
  const found = hits.map(
    ({ option, span, isDenied, confidence }): Finding => ({
      ...finding(option.value, exchange.reply, span, confidence),
      ...(isDenied ? { isTakenBack: true } : {}),
    }),
  );
  if (
    asked &&
    (meaning.field.isList
      ? meaning.topic?.id === 'lives-with' && !found.some((one) => !one.isTakenBack)
      : hits.every((hit) => hit.isDenied))
  )
    found.push(
      ...(exchange.isOfRelative && meaning.topic?.id !== 'lives-with' && meaning.topic?.id !== 'marital'
        ? []
        : answered(meaning, exchange, asked)),
    );
  if (asked) found.push(...confirmedOptions(meaning, exchange));
  if (meaning.topic?.id === 'sex' && found.length === 0)
    found.push(...sexInQuestion(meaning, exchange), ...sexOfKin(meaning, exchange, scene));
  return found;
};

/** “No heating … well, what does not come is hot water”: the last where a correction stands between. */
function corrected(hits: readonly Hit[], { reply }: Exchange): Hit[] {
  const sure = hits.filter((hit) => hit.confidence > 0.6);
  const said = chooseSaid(
    (sure.length > 0 ? sure : hits).map((hit) => ({ ...hit.span, hit })),
    reply,
    { isOfPlan: false },
  );
  return said ? [said.said.hit] : [];
}

/** What the topic knows people to say, asked or not. */
function saidHits(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Hit[] {
  const { reply } = exchange;
  const hits: Hit[] = [];
  for (const option of meaning.options) {
    const { says, saysAcross } = option.choice ?? {};
    for (const said of says ? saidIn(says, meaning, exchange, scene) : []) {
      const isNegative = /\b(?:no|not|never|nunca|sin|\w+n't)\b/.test(said.text);
      if (
        meaning.topic?.id === 'side' &&
        exchange.asked.every((one) => one.meaning !== meaning) &&
        ((exchange.index > 5 && !/\b(?:where|pain|donde|duele)\b/.test(exchange.question?.folded ?? '')) ||
          ALSO.test(said.sentence.folded) ||
          OPERATED.test(said.sentence.folded))
      )
        continue;
      if (meaning.topic?.id === 'marital' && OF_PARENTS.test(said.sentence.folded)) continue;
      if (meaning.topic?.id === 'household-problem' && LONG_AGO.test(said.sentence.folded)) continue;
      const isDenied = meaning.topic?.isOfThing
        ? isDeniedBefore(said.clause, said, reply.folded) || isSetAside(reply, said)
        : polarityOf(said.sentence, said.clause, said, reply.folded) === 'denied';
      if (!isNegative && isDenied) continue;
      hits.push({ option, span: said, isDenied: false, confidence: 0.8 });
    }
    for (const said of option.choice?.hint ? saidIn(option.choice.hint, meaning, exchange, scene) : [])
      if (!LONG_AGO.test(said.sentence.folded) && !isDeniedBefore(said.clause, said, reply.folded))
        hits.push({ option, span: said, isDenied: false, confidence: 0.6 });
    const across = saysAcross?.exec(reply.folded);
    if (across)
      hits.push({ option, span: { start: across.index, end: across.index + across[0].length }, isDenied: false, confidence: 0.97 });
  }
  return hits.sort((one, other) => one.span.start - other.span.start);
}

/** The options' own words. Short ones, such as “never”, count only as an answer. */
function mentionedHits(meaning: FieldMeaning, exchange: Exchange, scene: Scene, asked: Asked | undefined): Hit[] {
  const { reply } = exchange;
  const hits: Hit[] = [];
  if (meaning.topic?.choices && !meaning.field.isList) return hits;
  for (const option of meaning.options) {
    for (const { yes, no } of option.sayings) {
      for (const said of yes ? saidIn(yes, meaning, exchange, scene) : [])
        if (polarityOf(said.sentence, said.clause, said, reply.folded) === 'affirmed')
          hits.push({ option, span: said, isDenied: false, confidence: 0.8 });
      for (const said of no ? saidIn(no, meaning, exchange, scene) : []) hits.push({ option, span: said, isDenied: true, confidence: 0.8 });
    }
  }
  for (const { sentence, clause } of clausesOf(reply)) {
    if (!isStatement(sentence, clause)) continue;
    const stems = phraseOf(clause.words);
    for (const option of meaning.options) {
      if (option.choice) continue;
      for (const span of option.phrases.flatMap((phrase) => findPhrase(phrase, clause.words, stems))) {
        if (!asked && !meaning.field.isList && isPlain(option)) continue;
        if (!isAboutPatient(exchange, sentence, clause, span.end, scene)) continue;
        const polarity = polarityOf(sentence, clause, span, reply.folded);
        if (polarity === 'open' || isWhatIsNotMeant(meaning, sentence, clause, span, asked !== undefined)) continue;
        hits.push({ option, span: clause, isDenied: polarity === 'denied', confidence: 0.8 });
      }
    }
  }
  return hits;
}

/** A second complaint has a side of its own. */
const ALSO = /\b(?:also|another|as well|besides|too|tambien|ademas)\b/;
/** The mother speaks; the patient is the baby. */
const OF_PARENTS = /\b(?:this|the|my|our|esta?|el|la|mi) (?:little |new |newborn )?(?:baby|bebe|infant|newborn)\b/;
/** The side of an operation is not that of the complaint. */
const OPERATED = /\b(?:surger\w*|replacement|replaced|operat\w*|amputat\w*|years ago|last year|implant)\b/;
const LONG_AGO =
  /\b(?:el (?:ano|mes) pasado|la (?:otra|ultima) vez|(?<!de )hace (?:\w+ ){1,2}anos|ya vinieron|last (?:year|month|time)|(?:\w+ )?years? ago)\b/;

const isPlain = (option: OptionMeaning): boolean => String(option.value).length < 5;

const PAST =
  /\b(?:tenia|tuve|tuvo|de (?:chic[oa]|nin[oa]|bebe|pibe|piba|pequen[oa]|jovencit[oa]|joven|adolescente|guagua|chaval\w*|cri[oa]|chiquit[oa])|cuando era|used to|as a (?:kid|child|baby)|when i was)\b/;

/** A medicine is only an allergen beside a word of allergy; an operation that is planned has not been. */
function isWhatIsNotMeant(meaning: FieldMeaning, sentence: Sentence, clause: Clause, span: Span, isAsked: boolean): boolean {
  if (meaning.isOfNow && PAST.test(clause.folded)) return true;
  if (meaning.topic?.id === 'allergens') return !isAsked && !/allerg|alergi|reaction|ronchas|hives|swell/.test(sentence.folded);
  const before = clause.folded.slice(0, Math.max(0, span.start - clause.start));
  return /\b(?:need|needs|needed|going to|schedule\w*|recommend\w*|suggest\w*|want|will|should|considering|necesito|van a|quieren)\b[^,]*$/.test(
    before,
  );
}

/** The answer to the very question: “quit ten years ago”, “in the morning”, or a plain yes or no where that says enough. */
function answered(meaning: FieldMeaning, exchange: Exchange, asked: Asked): Finding[] {
  const { reply } = exchange;
  const first = reply.sentences[0];
  if (!first || (first.isQuestion && reply.sentences.length === 1)) return [];
  const all: Finding[] = [];
  const unhurried =
    meaning.topic?.id === 'urgency' && readYesNo(reply.folded)?.value === false && /urge|prisa|hurry|apur/.test(asked.sentence.folded);
  const waits =
    unhurried && !/\bpero\b|\bbut\b/.test(reply.folded) ? meaning.options.find(({ choice }) => choice?.named.test('wait')) : undefined;
  if (waits) return [withQuestion(finding(waits.value, reply, readYesNo(reply.folded) ?? first, 0.75), exchange, asked)];
  const agreed = grantedOption(meaning, exchange, asked) ?? agreedOption(meaning, exchange, asked);
  if (agreed) return [agreed];
  // “Nope. I quit years ago.”: that it was once says more than the no.
  const ordered =
    meaning.topic?.id === 'smoking' ? [...meaning.options].sort((one, other) => rankOf(one) - rankOf(other)) : meaning.options;
  for (const option of ordered) {
    for (const sentence of reply.sentences.slice(0, 2)) {
      const match = option.choice?.answers?.exec(sentence.folded);
      if (
        match &&
        meaning.topic?.id === 'smoking' &&
        option.choice?.named.test('current') &&
        /\bdid (?:you|he|she)\b|\bfumaba/.test(asked.sentence.folded)
      )
        continue;
      if (!match || option.choice?.unless?.test(sentence.folded)) continue;
      const found = finding(option.value, reply, spanOf(sentence, match), 0.75);
      all.push(readYesNo(match[0]) ? withQuestion(found, exchange, asked) : found);
      if (!meaning.field.isList && !meaning.topic?.isOfThing) return all;
      break;
    }
  }
  if (meaning.topic?.isOfThing && !meaning.field.isList)
    return all
      .filter((one) => one.evidence.every(({ span }) => !isSetAside(reply, span)))
      .sort((one, other) => placeOf(one) - placeOf(other))
      .slice(0, 1);
  if (meaning.topic?.choices) return all;
  const words = readWords(reply.folded);
  const stems = phraseOf(words);
  const named = meaning.options.flatMap((option) =>
    option.phrases.flatMap((phrase) => findPhrase(phrase, words, stems).map((span) => ({ option, span }))),
  );
  const [only] = named;
  const isOne = only && named.every((one) => one.option === only.option);
  return isOne && readYesNo(reply.folded)?.value !== false ? [finding(only.option.value, reply, only.span, 0.7)] : [];
}

const rankOf = ({ choice }: OptionMeaning): number => (choice?.named.test('former') ? 0 : 1);

const placeOf = ({ evidence }: Finding): number => Math.min(...evidence.map(({ span }) => span.start));

/** “In the morning I can't; in the afternoon.” */
const isSetAside = ({ folded }: Exchange['reply'], { start, end }: Span): boolean =>
  /^\s*(?:(?:yo |es |me |i )?(?:no\b|nunca|imposible|tampoco|ni\b|trabajo|estudio|duermo|tengo (?:clase|trabajo|colegio|turno)|estoy (?:trabajando|en)|voy al?|salgo|not|never|can'?t|don'?t|doesn't|won't)|,\s*(?:no(?: puedo| me (?:va|viene)|\s*(?:[.,;]|$))|imposible\s*(?:[.,;]|$)|(?:tampoco|nunca)\s*(?:[.,;]|$)))/.test(
    folded.slice(end, end + 24),
  ) ||
  /\b(?:not|no|ni|never|nunca|tampoco|menos)\s+(?:(?:in|by|at|por|en|de|a|al|me|the|la|el|mi|un|una|soy de)\s+)*$/.test(
    folded.slice(Math.max(0, start - 24), start),
  );

/** “How long have you been married?” – “Ten years.”; “Do you live alone?” – “I do.” */
function grantedOption(meaning: FieldMeaning, exchange: Exchange, asked: Asked): Finding | undefined {
  const [first] = exchange.reply.sentences;
  const option = meaning.options.find(({ choice }) => choice?.asked?.test(asked.sentence.folded));
  if (!option || !first || first.isQuestion) return undefined;
  const answer = readYesNo(exchange.reply.folded);
  const isAlternative = /\b(?:or|o)\b/.test(asked.sentence.folded);
  const isForGranted = /\b(?:how|how's|when|cuanto|cuando|como)\b/.test(asked.sentence.folded);
  if (
    isAlternative ||
    (isForGranted ? answer?.value === false || /\b(?:not|never|n't|nunca|no longer)\b/.test(first.folded) : answer?.value !== true)
  )
    return undefined;
  return withQuestion(finding(option.value, exchange.reply, answer ?? first, 0.75), exchange, asked);
}

/** “Are you the owner?” – “Yes.” */
function agreedOption(meaning: FieldMeaning, exchange: Exchange, asked: Asked): Finding | undefined {
  const answer = readYesNo(exchange.reply.folded);
  if (answer?.value !== true || meaning.field.isList || meaning.topic?.id === 'smoking') return undefined;
  const words = readWords(asked.sentence.folded, asked.sentence.start);
  const stems = phraseOf(words);
  const named = meaning.options.filter(
    ({ choice, phrases }) =>
      choice?.answers?.test(asked.sentence.folded) || phrases.some((phrase) => findPhrase(phrase, words, stems).length > 0),
  );
  const [only] = named;
  return only && named.length === 1 ? withQuestion(finding(only.value, exchange.reply, answer, 0.75), exchange, asked) : undefined;
}

const HAD = /\b(?:your|the|this|that|his|her|su|tu|la|el)\s+(?:\w+\s+)?$|\b(?:for|with|from|help|treat|para|con)\s+(?:\w+\s+){0,2}$/;

/** “Any asthma?” – “Yes.” names the option that the question names. */
function confirmedOptions(meaning: FieldMeaning, exchange: Exchange): Finding[] {
  const { question, reply } = exchange;
  const answer = readYesNo(reply.folded);
  if (!question || !answer || exchange.isOfRelative || !meaning.field.isList || meaning.topic) return [];
  const asked = exchange.asked.filter((one) => one.meaning === meaning);
  return asked.flatMap(({ sentence }) => {
    const words = readWords(sentence.folded, sentence.start);
    const stems = phraseOf(words);
    const named = meaning.options.flatMap((option) => {
      const [span] = option.phrases.flatMap((phrase) => findPhrase(phrase, words, stems));
      return span ? [{ option, span }] : [];
    });
    const isNegated =
      answer.value &&
      /\b(?:no|not|never|without|den(?:y|ies)|\w+n't|ningun[oa]?|sin)\b/.test(
        sentence.folded.slice(0, Math.max(0, (named[0]?.span.start ?? 0) - sentence.start)),
      );
    if (isNegated) return [];
    const isChoice = sentence.isQuestion && /\b(?:or|o)\b/.test(sentence.folded);
    if (answer.value && (isChoice || (named.length > 1 && sentence.isQuestion && !/\band\b|\by\b/.test(sentence.folded)))) return [];
    // “Do you need anything for your asthma?” – “No.” does not say that there is none.
    const isHad = ({ span }: { span: Span }) => HAD.test(sentence.folded.slice(0, Math.max(0, span.start - sentence.start)));
    return named
      .filter((one) => answer.value || !isHad(one))
      .map(
        ({ option, span }): Finding => ({
          ...withQuestion(finding(option.value, reply, answer, 0.75), exchange, span),
          ...(answer.value ? {} : { isTakenBack: true }),
        }),
      );
  });
}
