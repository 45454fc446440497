import type { FormField } from '../../../forms/form-field.ts';
import { meaningOf } from '../../form-filling/fields/field-meaning.ts';
import { questionFieldsOf, readAnswer } from '../../form-filling/read-answer.ts';
import {
  corrects,
  doesNotKnow,
  hasNone,
  saysNo,
  saysYes,
  wantsToChange,
  wantsToFinish,
  wantsToGoOn,
  wantsToSkip,
  wantsToStop,
} from '../listening/wishes.ts';
import { REPLIES } from '../replies/replies.ts';
import { acknowledge, changesOf } from './acknowledge.ts';
import { againText } from './ask-field.ts';
import { statedLabel } from './field-label.ts';
import { type FormState, nextStep, questionFor, summary } from './next-step.ts';

/** What was written, as far as the form is concerned. */
export interface Heard {
  text: string;
  /** It holds a question, or something else that is answered for itself. */
  isAnswered: boolean;
  /** Nothing but courtesies. */
  isCourtesy: boolean;
  /** Among them one that ends something: “thanks”, “fine”, “goodbye”. */
  isClosing: boolean;
  isBack: boolean;
  doesNotFollow: boolean;
  asksWhyAsked: boolean;
  now: Date;
  timeZone: string;
}

export interface FormReply {
  /** What was understood. */
  heard: string[];
  /** What comes last: a question, the summary, or how it goes on. */
  next: string | undefined;
}

/** What the form has to say to a message: what was understood, and what is asked next. */
export function continueForm(state: FormState, heard: Heard): FormReply {
  const { form, progress, known, language, isForAnother } = state;
  const texts = REPLIES[language].form;
  const { asked } = progress;
  const changes = changesOf(form, known);
  const lines = acknowledge(changes, { asked, isForAnother }, language);
  const hasChanges = changes.length > 0;
  const say = (next: string | undefined, ...more: string[]): FormReply => ({ heard: [...lines, ...more], next });

  if (wantsToStop(heard.text) && !hasChanges && progress.hasBegun && !progress.isDone && !progress.isStopped) return say(texts.stopped);
  if (progress.isDone) return afterDone();
  if (progress.isStopped) return wantsToGoOn(heard.text) || heard.isBack ? say(nextStep(state), texts.goOn) : say(undefined);
  if (progress.awaitsYes || progress.awaitsChange) return afterSummary();
  if (!asked) return say(nextStep(state));

  const again = questionFor(form, asked, language);
  const isAskedAnew = known.before.has(asked.name);
  if (known.after.has(asked.name) && (hasChanges || !isAskedAnew)) return say(nextStep(state));
  if (isAskedAnew && isReadable(asked)) return say(nextStep(state), texts.notedShort);
  if (isAskedAnew && (wantsToSkip(heard.text) || hasNone(heard.text))) return say(nextStep(state));
  if (wantsToFinish(heard.text)) return say(summary(state));
  const wrong = hasChanges ? undefined : namedAsWrong();
  if (wrong) return say(questionFor(form, wrong, language), texts.askAnew);
  if (heard.asksWhyAsked) return say(`${texts.why} ${again}`);
  if (heard.doesNotFollow) return say(`${texts.onceMore} ${again}`);
  if (hasChanges || heard.isAnswered) return say(heard.isAnswered ? `${texts.backTo} ${again}` : again);
  if (wantsToSkip(heard.text) || doesNotKnow(heard.text)) return say(nextStep(state, asked), texts.leftOut);
  if (hasNone(heard.text) && meaningOf(asked).kind !== 'truth') {
    const named = questionFieldsOf(heard.text, form);
    return named.length > 0 && !named.includes(asked) ? say(again) : say(nextStep(state, asked), texts.none);
  }
  if (heard.isCourtesy || wantsToGoOn(heard.text) || saysYes(heard.text)) return say(again);
  return misread(asked, again);

  function misread(field: FormField, question: string): FormReply {
    if (progress.misread === 0) return say(`${againText(field, language)} ${question}`);
    if (progress.misread === 1) return say(`${texts.offerSkip} ${question}`);
    return say(nextStep(state, field), texts.givenUp(statedLabel(field)));
  }

  /** What the visitor says was wrong: by name, or what was asked for just before. */
  function namedAsWrong(): FormField | undefined {
    if (wantsToChange(heard.text)) {
      const named = questionFieldsOf(heard.text, form).find((field) => known.after.has(field.name));
      if (named) return named;
    }
    const retold = questionFieldsOf(heard.text, form).find((field) => field !== asked && isToldOtherwise(field));
    if (retold) return retold;
    const { askedBefore } = progress;
    return corrects(heard.text) && askedBefore && known.after.has(askedBefore.name) ? askedBefore : undefined;
  }

  function afterSummary(): FormReply {
    if (hasChanges) return say(texts.isRightNow);
    if (heard.isCourtesy && heard.isClosing) return say(texts.done);
    if (heard.isAnswered) return say(texts.isRight);
    const [named] = questionFieldsOf(heard.text, form);
    if (named && !saysYes(heard.text)) return say(questionFor(form, named, language), texts.askAnew);
    if (saysYes(heard.text) || wantsToFinish(heard.text)) return say(texts.done);
    if (progress.awaitsChange && (saysNo(heard.text) || wantsToSkip(heard.text))) return say(texts.done);
    return say(texts.whichOne);
  }

  /** Corrections are taken at any time. */
  function afterDone(): FormReply {
    const [named] = wantsToChange(heard.text) && !hasChanges ? questionFieldsOf(heard.text, form) : [];
    return named ? say(questionFor(form, named, language), texts.askAnew) : say(undefined);
  }

  function isReadable(field: FormField): boolean {
    return reading(field) !== undefined;
  }

  /** Named with a value that differs from what was noted. */
  function isToldOtherwise(field: FormField): boolean {
    const read = known.after.has(field.name) ? reading(field) : undefined;
    return read !== undefined && String(read.value) !== String(known.after.get(field.name));
  }

  function reading(field: FormField) {
    const { now, timeZone } = heard;
    return readAnswer(field, heard.text, { language, now, timeZone });
  }
}
