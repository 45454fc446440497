import type { ExtractionMessage } from '../../../extraction/extraction-engine.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import { PEOPLE } from '../text/kin.ts';
import { spokenPart } from '../text/spoken-part.ts';
import { readUtterance, type Utterance } from '../text/utterance.ts';
import { todayIn } from '../values/calendar.ts';
import { isSpanishText } from './language.ts';
import { type Carer, readCarer } from './patient.ts';
import { asksAboutFamily, GOES_ON, readAsked } from './questions.ts';
import type { Exchange, Scene } from './scene.ts';

export interface SceneSource {
  messages: readonly ExtractionMessage[];
  language: string;
  now: Date;
  timeZone: string;
}

/** Cuts a conversation into the visitor's messages, each with the question right before it. */
export function readScene({ messages, language, now, timeZone }: SceneSource, meanings: readonly FieldMeaning[]): Scene {
  const said = messages.map((message) => ({ role: message.role, utterance: spokenUtterance(message) }));
  const exchanges: Exchange[] = [];
  const carer = readCarer(said);
  let before: Utterance | undefined;
  let question: Utterance | undefined;
  for (const { role, utterance } of said) {
    if (role !== 'user') {
      before = exchanges.at(-1)?.question ?? before;
      if (isMereEcho(utterance, question, meanings)) continue;
      question = utterance;
      continue;
    }
    const asked = question ? readAsked(question, meanings, before) : [];
    const isOfRelative =
      question !== undefined &&
      (asksAboutRelative(question, carer) ||
        (!carer &&
          before !== undefined &&
          question.sentences.some((one) => GOES_ON.test(one.folded)) &&
          before.sentences.some(asksAboutFamily)) ||
        (exchanges.at(-1)?.isOfRelative === true && isAfterthought(question)));
    exchanges.push({
      index: exchanges.length,
      question,
      asked,
      reply: utterance,
      isOfRelative,
      isSpanish: isSpanishText(utterance.folded, language),
    });
  }
  const spanish = exchanges.filter((exchange) => exchange.isSpanish).length;
  return {
    exchanges,
    today: todayIn(timeZone, now),
    isDayFirst: isDayFirst(language, spanish * 2 > exchanges.length),
    language,
    carer: readCarer(said),
  };
}

/** “I note 37.9.” asks nothing: what follows it still answers the question before. */
function isMereEcho(utterance: Utterance, question: Utterance | undefined, meanings: readonly FieldMeaning[]): boolean {
  if (!question?.sentences.some((one) => one.isQuestion)) return false;
  if (/^\W*(?:(?:yes|yeah|right|correct|ma'am|sir|so|si)\W+)*(?:do|are|have|did|is|does) (?:you|he|she)\W*$/.test(utterance.folded))
    return true;
  if (utterance.sentences.some((one) => one.isQuestion) || utterance.content.length > 60) return false;
  if (/\b(?:you|your|usted|su|sus|tiene|tienes)\b/.test(utterance.folded)) return false;
  return readAsked(utterance, meanings).every((one) => readAsked(question, meanings).some((before) => before.meaning === one.meaning));
}

/** “Well, yesterday it began to hurt?” tells, in spite of the mark at its end. */
const TELLS =
  /^\W*(?:(?:well|um|uh|so|and|yeah|oh|pues|bueno)\W+)*(?:yesterday|this morning|last (?:night|week)|i (?:have|had|feel|felt|got|was|started|am)|i'm|i've|my|it(?:'s| is| was| started| hurts)|ayer|esta manana|me duele|tengo|mi)\b(?!.*\b(?:right|correct|okay|verdad|cierto)\W*$)/;

/** “Right now, ok?”: what stands before the tag is stated. */
const ONLY_TAGGED =
  /^[^¿?]{6,}[,;]\s*¿?(?:eh|vale|ok|okay|si|sabe|sabes|ve|entiende|entiendes|right|you know|huh|yeah|porfa|me explico)\?+\s*$/;

const spokenUtterance = (message: ExtractionMessage): Utterance => {
  const utterance = readUtterance({ id: message.id, content: spokenPart(message) });
  if (message.role !== 'user') return utterance;
  const sentences = utterance.sentences.map((one) =>
    one.isQuestion &&
    (ONLY_TAGGED.test(one.folded) || (one.clauses.reduce((sum, clause) => sum + clause.words.length, 0) > 9 && TELLS.test(one.folded)))
      ? { ...one, isQuestion: false }
      : one,
  );
  return { ...utterance, sentences };
};

/** “Does your husband smoke?”, but not “do you and your husband live together?” */
const OF_YOURS = new RegExp(
  `\\b(?:does|do|did|is|are|was|has|have|how old (?:is|are|was)|and|what about|y|tiene|tienen|tuvo|fuma|toma)\\s+(?:your|su|sus|tu|tus) (?:\\w+ )?(?!partner|baby)${PEOPLE}\\b|\\b(?:your|su|tu) (?:\\w+ )?(?:mother|father|mom|dad|parents?|brothers?|sisters?|grand\\w+|madre|padre|mama|papa|herman[oa]s?|abuel[oa]s?)\\b`,
);

/** “Oh, coronary heart disease?” still asks about whoever was spoken of. */
const isAfterthought = ({ folded }: Utterance): boolean =>
  folded.trim().split(/\s+/).length <= 5 &&
  !/\b(?:you|your|any|usted|su|tu|alguna?|tiene|have|what|how|when|where|who|which|is|are|does|did|do|has|he|she|que|cual|como|cuando|donde|el|ella|fuma|toma)\b/.test(
    folded,
  );

/** “And your mother?”, unless the mother is the one who is ill. */
function asksAboutRelative({ sentences }: Utterance, carer: Carer | undefined): boolean {
  const last = sentences.at(-1);
  if (!last) return false;
  if (carer) return asksAboutFamily(last) || /\b(?:anyone|anybody|household|alguien)\b(?! (?:told|said))/.test(last.folded);
  if (sentences.some(asksAboutFamily)) return true;
  return (
    asksAboutFamily(last) ||
    /\b(?:anyone|anybody)\b(?! (?:told|ever told|said))|\b(?:someone|alguien|any|have) (?:\w+ )?(?:else |in (?:the|your) (?:house\w*|family)|siblings|brothers|sisters|en (?:la|su) (?:casa|familia))/.test(
      last.folded,
    ) ||
    OF_YOURS.test(last.folded)
  );
}

/** In English the month comes first, unless the conversation's English is another one than America's. */
function isDayFirst(language: string, isSpanish: boolean): boolean {
  return isSpanish || /^en-(?:gb|au|nz|ie|in|za)\b/i.test(language);
}
