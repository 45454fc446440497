import type { ExtractionMessage } from '../../../extraction/extraction-engine.ts';
import type { FormField } from '../../../forms/form-field.ts';
import type { FormSchema } from '../../../forms/form-schema.ts';
import type { ReplyLanguage } from '../../../prompts/reply-language.ts';
import { REPLIES } from '../replies/replies.ts';
import { againText, questionsOf } from './ask-field.ts';
import { statedLabel } from './field-label.ts';

/** How far the questions of a form have got. Nothing of it is stored: the engine knows its own sentences again. */
export interface Progress {
  hasBegun: boolean;
  /** What the last answer asked for. */
  asked: FormField | undefined;
  /** What was asked for before that. */
  askedBefore: FormField | undefined;
  /** How often in a row the reply to what is asked could not be read. */
  misread: number;
  /** Left out, or given up: not to be asked again. */
  settled: ReadonlySet<string>;
  toldOptional: boolean;
  /** The last answer asks whether everything is right. */
  awaitsYes: boolean;
  /** The last answer asks what to change. */
  awaitsChange: boolean;
  isStopped: boolean;
  isDone: boolean;
}

const LANGUAGES: readonly ReplyLanguage[] = ['en', 'es'];
const formTexts = LANGUAGES.map((language) => REPLIES[language].form);

export function readProgress(form: FormSchema, said: readonly ExtractionMessage[]): Progress {
  const answers = said.filter(({ role }) => role === 'assistant').map(({ content }) => content.trimEnd());
  const asked = askedIn(form, answers);
  const last = answers.length - 1;
  const lastAnswer = answers[last] ?? '';
  const endsWith = (...sentences: string[]) => sentences.some((sentence) => lastAnswer.endsWith(sentence));
  const lastIndex = (...sentences: string[]) => answers.findLastIndex((answer) => sentences.some((sentence) => answer.includes(sentence)));

  const settled = new Set<string>();
  for (const [index, answer] of answers.entries()) {
    const field = asked[index - 1];
    if (
      field &&
      formTexts.some((texts) => [texts.leftOut, texts.none, texts.givenUp(statedLabel(field))].some((text) => answer.includes(text)))
    ) {
      settled.add(field.name);
    }
  }
  const lastQuestion = asked.findLastIndex((field) => field !== undefined);
  const lastSummary = lastIndex(...formTexts.flatMap((texts) => [texts.isRight, texts.isRightNow]));
  const lastDone = lastIndex(...formTexts.flatMap((texts) => [texts.done, texts.nothingNoted]));
  const current = asked[last];
  return {
    hasBegun: lastQuestion >= 0 || lastIndex(...formTexts.map((texts) => texts.begin)) >= 0,
    asked: current,
    askedBefore: asked.slice(0, last).findLast((field) => field !== undefined),
    misread: current === undefined ? 0 : misreadIn(current, lastAnswer),
    settled,
    toldOptional: lastIndex(...formTexts.map((texts) => texts.optional)) >= 0,
    awaitsYes: endsWith(...formTexts.flatMap((texts) => [texts.isRight, texts.isRightNow])),
    awaitsChange: formTexts.some((texts) => lastAnswer.includes(texts.whichOne)),
    isStopped: lastIndex(...formTexts.map((texts) => texts.stopped)) > lastQuestion,
    isDone: lastDone >= 0 && lastDone > Math.max(lastQuestion, lastSummary),
  };
}

/** For each answer the field that its last sentence asks for. */
function askedIn(form: FormSchema, answers: readonly string[]): (FormField | undefined)[] {
  const questions = LANGUAGES.flatMap((language) => [...questionsOf(form, language)]);
  return answers.map((answer) => {
    const found = questions.filter(([, question]) => answer.endsWith(question));
    const [name] = found.toSorted(([, one], [, other]) => other.length - one.length)[0] ?? [];
    return form.fields.find((field) => field.name === name);
  });
}

function misreadIn(field: FormField, answer: string): number {
  if (formTexts.some(({ offerSkip }) => answer.includes(offerSkip))) return 2;
  return LANGUAGES.some((language) => answer.includes(againText(field, language))) ? 1 : 0;
}
