import { type Exchange, type Finding, finding, type Scene } from '../dialogue/scene.ts';
import { isAboutPatient } from '../dialogue/whose.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { findPhrase, phraseOf } from '../text/phrases.ts';
import { polarityOf } from '../text/polarity.ts';
import type { Clause, Sentence, Span } from '../text/utterance.ts';
import { isDontKnow } from '../values/yes-no.ts';
import { clausesOf, isStatement, saidIn } from './places.ts';

const OVER =
  /\b(?:used to|was|were|had|did|ago|before|antes|quit|stopped|in the past|last time|previously|tenia|tuve|era|estaba|when i was|de nin[oa]|de bebe|cuando era)\b/;
/** “My diabetes” is had, even in a question. */
const OWNED = /\b(?:my|mi|his|her)\s+(?:(?!father|mother|sister|brother)\w+\s+)?$/;
const IS_GONE = /\b(?:pero|but)\b[^.;]*\b(?:ya no|se (?:me|le) (?:quito|fue|paso|curo)|(?:is|it's|went|all) (?:away|gone)|no longer)\b/;
const COUNTS_PAST = /\b(?:had|was|been|eased|tuvo|ha tenido|haya tenido)\b/;
const ORGAN_IS_WELL =
  /^\s*(?:gland|is|was|are|looks?|does|has|esta|funciona|anda|la tengo)\b[^.;]*\b(?:not|n't|normal|fine|good|ok|okay|bien|no)\b/;
const ORGAN = /^(?:thyroid|tiroides|la presion|de la presion|los rinones|heart|colesterol|cholesterol|gall bladder|thyroid gland)$/;
/** What is afraid of, prevented, tested or told to have been ruled out is not had. */
const NOT_HAD =
  /\b(?:test(?:ed)? for|screen\w* for|risk of|prevent\w*|afraid of|worried about|checked for|prueba (?:de|del|para)|examen (?:de|del)|analisis (?:de|del)|vaccine|signs? of|rule out|look(?:ing)? for|(?:worse|better|worsens?|aggravated|hurts?|intense|painful) (?:with|when|whenever|while|by|on)|think it'?s|thought it was|could be)\s+(?:\w+\s+){0,3}$/;

/** What a reply says by itself to be so or not, in the order in which it does. */
export function statedTruths(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  return meaning.topic ? byTopic(meaning, exchange, scene) : byMention(meaning, exchange, scene);
}

function byMention(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const found = bySayings(meaning, exchange, scene);
  for (const { sentence, clause } of clausesOf(exchange.reply)) {
    const stems = phraseOf(clause.words);
    for (const place of meaning.phrases.flatMap((phrase) => findPhrase(phrase, clause.words, stems))) {
      const value = mentioned(meaning, exchange, sentence, clause, place, scene);
      if (value === undefined) continue;
      // “I was not itchy then” is of another time.
      const isOfThen = !value && /\b(?:was|were)(?: not|n't)\b|\b(?:that day|at that time|back then)\b/.test(clause.folded);
      found.push(finding(value, exchange.reply, { start: clause.start, end: Math.max(clause.end, place.end) }, isOfThen ? 0.6 : 0.8));
    }
  }
  return found;
}

function bySayings(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const found: Finding[] = [];
  for (const { yes, no } of meaning.sayings) {
    for (const said of yes ? saidIn(yes, meaning, exchange, scene) : [])
      if (polarityOf(said.sentence, said.clause, said, exchange.reply.folded) === 'affirmed' && !NOT_HAD.test(said.text))
        found.push(finding(true, exchange.reply, said, 0.8));
    for (const said of no ? saidIn(no, meaning, exchange, scene) : []) found.push(finding(false, exchange.reply, said, 0.8));
  }
  return found;
}

function mentioned(
  meaning: FieldMeaning,
  exchange: Exchange,
  sentence: Sentence,
  clause: Clause,
  place: Span,
  scene: Scene,
): boolean | undefined {
  const { folded } = exchange.reply;
  if (!isAboutPatient(exchange, sentence, clause, place.end, scene)) return undefined;
  const before = folded.slice(clause.start, place.start);
  if (
    NOT_HAD.test(before) ||
    /\b(?:hay|valley|scarlet|yellow|dengue|rheumatic)\s+$/.test(before) ||
    /^\s+(?:screening|staging|specialist|doctor|center|test\w*|prevention|risk|vaccine|check)\b/.test(
      folded.slice(place.end, place.end + 14),
    )
  )
    return undefined;
  const isOrgan = ORGAN.test(folded.slice(place.start, place.end));
  if (isOrgan && ORGAN_IS_WELL.test(folded.slice(place.end, sentence.end))) return undefined;
  if (
    /\b(?:blood ?work|labs?|panel|tests?|testing|check\w*|levels?|numbers|screen\w*)\b[^.;,]{0,24}$/.test(before) ||
    /^\s+(?:levels?|numbers|panel)\b/.test(folded.slice(place.end, place.end + 10))
  )
    return undefined;
  const isOwned = OWNED.test(before) && !ORGAN.test(folded.slice(place.start, place.end));
  if (isOwned && !scene.carer && !/\b(?:no|not|\w+n't)\b/.test(before)) return true;
  if (!isStatement(sentence, clause)) return undefined;
  const polarity = polarityOf(sentence, clause, place, folded);
  if (polarity === 'open') return undefined;
  const isOver =
    meaning.isOfNow &&
    polarity === 'affirmed' &&
    /\b(?:used to|when i was|as a (?:child|kid|baby)|in the past|years ago|de nin[oa]|de bebe|cuando era)\b/.test(clause.folded);
  if (polarity === 'affirmed' && IS_GONE.test(sentence.folded) && !COUNTS_PAST.test(meaning.field.description ?? '')) return false;
  return isOver ? undefined : polarity === 'affirmed';
}

/** It was asked for, now or in the two questions before. */
const wasJustAsked = (meaning: FieldMeaning, { index }: Exchange, { exchanges }: Scene): boolean =>
  exchanges.slice(Math.max(0, index - 2), index + 1).some(({ asked }) => asked.some((one) => one.meaning === meaning));

function byTopic(meaning: FieldMeaning, exchange: Exchange, scene: Scene): Finding[] {
  const found: (Finding & { at: number })[] = [];
  const { yes, no } = meaning.topic ?? {};
  for (const said of yes ? saidIn(yes, meaning, exchange, scene) : []) {
    if (polarityOf(said.sentence, said.clause, said, exchange.reply.folded) !== 'affirmed') continue;
    if (
      meaning.topic?.isOnlyAnswer &&
      !wasJustAsked(meaning, exchange, scene) &&
      !/\b(?:agua|llave|paso|water|valve)\b/.test(said.sentence.folded)
    )
      continue;
    if (meaning.topic?.isOnlyAnswer && /\bgas\b/.test(said.clause.folded)) continue;
    if (meaning.isOfNow && OVER.test(said.clause.folded.slice(0, said.end - said.clause.start + 20))) continue;
    found.push({ ...finding(true, exchange.reply, said, 0.8), at: said.start });
  }
  for (const said of no ? saidIn(no, meaning, exchange, scene) : []) {
    if (isDontKnow(said.clause.folded) && !meaning.topic?.isOnlyAnswer) continue;
    if (
      meaning.topic?.isOnlyAnswer &&
      exchange.asked.every((one) => one.meaning !== meaning) &&
      !/\b(?:cerr|cort|abr|abier|cierr|llave|agua|paso|encuentr|shut|turn|water|valve)/.test(said.text)
    )
      continue;
    found.push({ ...finding(false, exchange.reply, said, 0.8), at: said.start });
  }
  return found.sort((one, other) => one.at - other.at).map(({ at: _, ...rest }) => rest);
}
