import type { ChatRequest } from '../../models/chat-model.ts';
import { SEARCH_TOOL, TRANSFER_TOOL } from '../../prompts/instructions.ts';
import type { ReplyLanguage } from '../../prompts/reply-language.ts';
import { asksForPerson } from '../asks-for-person.ts';
import { readCarer } from '../form-filling/dialogue/patient.ts';
import { readUtterance } from '../form-filling/text/utterance.ts';
import { findAnswers } from './answers/find-answers.ts';
import { changesOf } from './form/acknowledge.ts';
import { continueForm, type FormReply } from './form/continue-form.ts';
import { knownValues } from './form/known-values.ts';
import type { FormState } from './form/next-step.ts';
import { readProgress } from './form/progress.ts';
import type { Courtesy } from './listening/courtesies.ts';
import { type Heard, hear } from './listening/hear.ts';
import { spokenLanguage } from './listening/spoken-language.ts';
import { readTalk, type Talk } from './listening/talk.ts';
import { saysYes } from './listening/wishes.ts';
import { REPLIES } from './replies/replies.ts';
import type { Abilities } from './replies/reply-texts.ts';
import { smallTalk } from './small-talk.ts';

/** `no-model`: nothing else is configured. `last-resort`: every model that is configured has failed. */
export type BuiltinRole = 'no-model' | 'last-resort';

export type Decision = { kind: 'call'; tool: string; arguments: Record<string, string> } | { kind: 'say'; text: string };

type Request = Pick<ChatRequest, 'messages' | 'tools' | 'language' | 'intake' | 'organisation' | 'urgency'>;

const TRANSFER_REASON = 'The visitor asked for a person.';

/** What to do next for the visitor: call a tool, or say something. Everything that it knows is in the request. */
export async function answerVisitor(role: BuiltinRole, request: Request, signal: AbortSignal): Promise<Decision> {
  const talk = readTalk(request.messages);
  const language = spokenLanguage(
    request.language,
    talk.said.filter((message) => message.role === 'user').map(({ content }) => content),
  );
  const replies = REPLIES[language];
  const emergency = request.urgency === 'emergency' ? replies.emergency : undefined;

  const transfer = talk.calls.findLast(({ name }) => name === TRANSFER_TOOL);
  if (transfer) return say([emergency, transfer.failed ? replies.transferFailed : replies.transferDone]);
  const canTransfer = request.tools.some(({ name }) => name === TRANSFER_TOOL);
  if (wantsPerson(talk)) {
    if (canTransfer) return { kind: 'call', tool: TRANSFER_TOOL, arguments: { reason: TRANSFER_REASON } };
    return say([emergency, replies.cannotTransfer]);
  }
  if (emergency !== undefined) return say([emergency]);

  const state = await formState(request, talk, language, signal);
  const answers = state !== undefined && changesOf(state.form, state.known).length > 0;
  const isAsked = state?.progress.asked !== undefined || state?.progress.awaitsYes === true || state?.progress.awaitsChange === true;
  const heard = hear(talk.latest, { answers, isAsked });
  const found = findAnswers(heard.questions, request, talk, language);
  if (found.kind === 'search') return { kind: 'call', tool: SEARCH_TOOL, arguments: { query: found.query } };

  const abilities: Abilities = {
    search: request.tools.some(({ name }) => name === SEARCH_TOOL),
    form: state !== undefined,
    person: canTransfer,
  };
  const introduction = introductionFor(role, request, talk, language, abilities);
  const isFirst = talk.said.every(({ role: who }) => who === 'user');
  const small = smallTalk(heard, { language, abilities, isFirst, hasFiles: talk.hasFiles });
  const form = state && formReply(state, heard, request, small.length > 0 || found.answers.length > 0);

  const opening = introduction === undefined ? small : isFirst ? [small[0], introduction, ...small.slice(1)] : [introduction, ...small];
  const urgent = request.urgency === 'urgent' ? replies.urgent : undefined;
  const closing = closingFor({ heard, found, form, canTransfer, language, hasSmallTalk: small.length > (isFirst ? 1 : 0) });
  return say([sentences(opening), urgent, ...joined(sentences(form?.heard ?? []), [...found.answers, ...closing])]);
}

const say = (paragraphs: readonly (string | undefined)[]): Decision => ({
  kind: 'say',
  text: paragraphs.filter((paragraph) => paragraph !== undefined && paragraph !== '').join('\n\n'),
});

/** What was understood and the next question are one paragraph; the introduction and what is quoted stand by themselves. */
function joined(heard: string, others: readonly string[]): string[] {
  const [first, ...rest] = others;
  if (heard === '' || first === undefined || first.includes('\n')) return [heard, ...others];
  return [`${heard} ${first}`, ...rest];
}

const sentences = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' ');

function wantsPerson({ latest, lastAnswer = '' }: Talk): boolean {
  if (latest.some(asksForPerson)) return true;
  const wasOffered = Object.values(REPLIES).some(({ offerPersonQuestion }) => lastAnswer.trimEnd().endsWith(offerPersonQuestion));
  return wasOffered && latest.some(saysYes);
}

async function formState(
  { intake, language: locale = 'en' }: Request,
  talk: Talk,
  language: ReplyLanguage,
  signal: AbortSignal,
): Promise<FormState | undefined> {
  if (!intake) return undefined;
  const known = await knownValues(intake, talk, locale, signal);
  return {
    form: intake.form,
    progress: readProgress(intake.form, talk.said.slice(0, talk.answered)),
    known,
    language,
    isForAnother: writesForAnother(talk.said),
  };
}

const writesForAnother = (said: Talk['said']): boolean =>
  readCarer(said.map((message) => ({ role: message.role, utterance: readUtterance(message) }))) !== undefined;

/** Once in a conversation; the last resort says so again when a model has answered since. */
function introductionFor(
  role: BuiltinRole,
  { organisation }: Request,
  { said, lastAnswer }: Talk,
  language: ReplyLanguage,
  abilities: Abilities,
): string | undefined {
  const isStandIn = role === 'last-resort';
  const marks = Object.values(REPLIES).map(({ introductionMark, standInMark }) => (isStandIn ? standInMark : introductionMark));
  const answers = said.filter(({ role: who }) => who === 'assistant').slice(isStandIn ? -LATELY : 0);
  const isKnown = lastAnswer !== undefined && answers.some(({ content }) => marks.some((mark) => content.includes(mark)));
  return isKnown ? undefined : REPLIES[language].introduction({ organisation: organisation?.name, abilities, isStandIn });
}

/** So many answers ago counts as just now. */
const LATELY = 6;

function formReply(state: FormState, heard: Heard, { intake }: Request, isAnswered: boolean): FormReply | undefined {
  if (!intake) return undefined;
  const { now, timeZone } = intake;
  const { text, courtesies, isBack, doesNotFollow, asksWhyAsked } = heard;
  const isCourtesy = heard.rest === '' && courtesies.size > 0;
  const isClosing = CLOSING.some((courtesy) => courtesies.has(courtesy));
  // A file alone says nothing about the question, and neither does a picture of a face.
  const isOther = (isAnswered || heard.isWordless) && !(isCourtesy && courtesies.has('agreement'));
  return continueForm(state, { text, isAnswered: isOther, isCourtesy, isClosing, isBack, doesNotFollow, asksWhyAsked, now, timeZone });
}

const CLOSING: readonly Courtesy[] = ['thanks', 'agreement', 'goodbye'];

interface ClosingSource {
  heard: Heard;
  found: { answers: readonly string[]; isKnown: boolean; isOpen: boolean };
  form: FormReply | undefined;
  canTransfer: boolean;
  language: ReplyLanguage;
  hasSmallTalk: boolean;
}

/** What comes last: an offer where something stayed without an answer, and how it goes on. */
function closingFor({ heard, found, form, canTransfer, language, hasSmallTalk }: ClosingSource): string[] {
  const replies = REPLIES[language];
  const needsPerson = !found.isKnown || heard.complains;
  const farewell = heard.courtesies.has('goodbye') ? [replies.goodbye] : [];
  if (form?.next !== undefined) return [...(needsPerson && canTransfer ? [replies.offerPerson] : []), form.next, ...farewell];
  if (needsPerson && canTransfer) return [found.isOpen || heard.complains ? replies.offerPersonQuestion : replies.offerPerson];
  if (needsPerson) return [];
  if (farewell.length > 0) return farewell;
  if (found.answers.length > 0 || (form && form.heard.length > 0)) return [];
  // A form knows by its own questions what is an answer; this one would be taken for the reason of the visit.
  if (heard.courtesies.has('greeting') || heard.asksWhoAnswers || heard.isBack || heard.doesNotFollow)
    return form ? [] : [replies.howCanIHelp];
  if (heard.rest !== '' && !hasSmallTalk && !heard.isWish)
    return [replies.keptForTeam, ...(canTransfer ? [replies.offerPersonQuestion] : [])];
  return hasSmallTalk ? [] : [replies.allRight];
}
