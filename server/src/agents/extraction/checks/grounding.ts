import type { FormField } from '../../forms/form-field.ts';
import type { Evidence } from '../../forms/known-field.ts';
import type { ExtractionMessage } from '../extraction-engine.ts';
import { alignQuote } from './align-quote.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { answerOf } from './negation.ts';
import { isAboutOthers } from './relatives.ts';
import { wordsOf } from './words.ts';

/** What a value rests on, once it is found in the messages. */
export interface Ground {
  /** Quotes in the messages' own words. */
  evidence: Evidence[];
  /** Every quote stands in its message as it was given. */
  isExact: boolean;
  /** What the visitor says of themselves in the quotes. */
  text: string;
  /** The same with all of the clauses in which it stands. */
  clauses: Clause[];
  /** Everything that the visitor has said, quoted or not. */
  allSaid: string;
  /** What the visitor was told right before each of their words, and what those begin with when they answer it by themselves. */
  exchanges: Exchange[];
}

export interface Exchange {
  question: string;
  reply: 'yes' | 'no' | undefined;
  /** The question itself is among what was quoted. */
  isQuoted: boolean;
}

export type GroundFault = 'no-evidence' | 'quote-not-found' | 'not-said-by-visitor' | 'other-person' | 'only-supposed';

/** The messages of one request, prepared for looking things up in them. */
export interface Conversation {
  messages: readonly ExtractionMessage[];
  /** Relatives for whom the visitor speaks. */
  spokenFor: ReadonlySet<string>;
}

const MAX_EVIDENCE = 10;
/** A longer reply is no reply to a question alone; its first sentence is quoted. */
const MAX_REPLY_LENGTH = 300;

export function findGround(field: FormField, evidence: readonly Evidence[], conversation: Conversation): Ground | GroundFault {
  if (evidence.length === 0) return 'no-evidence';
  const placed = evidence.slice(0, MAX_EVIDENCE).flatMap((item) => placeOf(item, conversation.messages));
  if (placed.length === 0) return 'quote-not-found';
  if (!placed.some(({ message }) => message.role === 'user')) placed.push(...answersTo(placed, conversation.messages));
  const said = placed.filter(({ message }) => message.role === 'user');
  if (said.length === 0) return 'not-said-by-visitor';

  const mayBeOthers = isAboutOthers(field);
  const parts = said.map((place) => ownPart(place, mayBeOthers ? undefined : conversation.spokenFor));
  const own = parts.filter(({ clauses }) => clauses.length > 0);
  if (own.length === 0) return 'other-person';
  const exchanges = said.flatMap(({ index }, place): Exchange[] => {
    const part = parts[place];
    const before = conversation.messages.slice(0, index).findLast(({ role }) => role !== 'user');
    if (!before || !part || part.clauses.length === 0) return [];
    return [{ question: before.content, reply: replyIn(part.text), isQuoted: placed.some(({ message }) => message === before) }];
  });
  const answersAboutOthers = exchanges.some(({ question, reply }) => reply && asksAboutOthers(question, conversation.spokenFor));
  if (!mayBeOthers && answersAboutOthers) return 'other-person';
  const isYesOrNo = field.type === 'boolean' || (field.isList && field.enum !== undefined);
  const clauses = own.flatMap((part) => part.clauses);
  if (isYesOrNo && clauses.every(({ isUnsure }) => isUnsure)) return 'only-supposed';
  return {
    evidence: placed.map(({ message, start, end }) => ({ messageId: message.id, quote: message.content.slice(start, end) })),
    isExact: placed.every(({ isWhole }) => isWhole),
    text: own.map(({ text }) => text).join('\n'),
    allSaid: conversation.messages.flatMap(({ role, content }) => (role === 'user' ? [content] : [])).join('\n'),
    clauses,
    exchanges,
  };
}

interface Place {
  message: ExtractionMessage;
  index: number;
  start: number;
  end: number;
  isWhole: boolean;
}

function placeOf({ messageId, quote }: Evidence, messages: readonly ExtractionMessage[]): Place[] {
  const index = messages.findIndex(({ id }) => id === messageId);
  const message = messages[index];
  const alignment = message && alignQuote(quote, message.content);
  return message && alignment ? [{ message, index, ...alignment }] : [];
}

/** Only the question was quoted: what the visitor said to it belongs to it. */
function answersTo(questions: readonly Place[], messages: readonly ExtractionMessage[]): Place[] {
  return questions.flatMap(({ index }) => {
    const message = messages[index + 1];
    if (message?.role !== 'user' || message.content.trim() === '') return [];
    const { content } = message;
    const end = content.length <= MAX_REPLY_LENGTH ? content.length : (/[.!?\n](?=\s|$)/.exec(content)?.index ?? MAX_REPLY_LENGTH);
    return [{ message, index: index + 1, start: 0, end, isWhole: true }];
  });
}

/** @param spokenFor undefined where it does not matter of whom is spoken */
function ownPart({ message, start, end }: Place, spokenFor: ReadonlySet<string> | undefined): { text: string; clauses: Clause[] } {
  const { content } = message;
  const touched = clausesOf(content, spokenFor ?? new Set()).filter((clause) => clause.start < end && clause.end > start);
  const others = spokenFor ? touched.filter(({ isOfOthers }) => isOfOthers) : [];
  const blanked = others.reduce(
    (text, clause) => {
      const [from, to] = [Math.max(clause.start, start) - start, Math.min(clause.end, end) - start];
      return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
    },
    content.slice(start, end),
  );
  return { text: blanked, clauses: touched.filter((clause) => !others.includes(clause)) };
}

const replyIn = (text: string): Exchange['reply'] => answerOf(wordsOf(text));

function asksAboutOthers(question: string, spokenFor: ReadonlySet<string>): boolean {
  const last = clausesOf(question, spokenFor).at(-1);
  return last?.isOfOthers === true;
}
