import type { FieldValue } from '../../../forms/known-field.ts';
import type { FieldMeaning } from '../fields/field-meaning.ts';
import type { Sentence, Span, Utterance } from '../text/utterance.ts';
import type { Day } from '../values/calendar.ts';
import type { Carer } from './patient.ts';

/** A field that a question asks for, and where it does. */
export interface Asked extends Span {
  meaning: FieldMeaning;
  sentence: Sentence;
  /** “Yes” means no. */
  isOpposite: boolean;
  /** It is taken for granted, or only said beside what is asked: “does the cough wake you?” */
  isPresupposed: boolean;
  /** A “no” covers it, a “yes” may mean something else: “any allergies?” */
  isVague: boolean;
}

/** A message of the visitor with what was asked right before it. */
export interface Exchange {
  index: number;
  question: Utterance | undefined;
  asked: readonly Asked[];
  reply: Utterance;
  /** The question was about somebody of the family: what it says names nobody else is about them. */
  isOfRelative: boolean;
  isSpanish: boolean;
}

export interface Scene {
  exchanges: readonly Exchange[];
  today: Day;
  /** 8/5 is the 8th of May. */
  isDayFirst: boolean;
  language: string;
  carer: Carer | undefined;
}

/** What an exchange says about a field. */
export interface Finding {
  value: FieldValue;
  evidence: readonly { utterance: Utterance; span: Span }[];
  /** From 0 to 1. */
  confidence: number;
  /** For lists: the value is no longer one of them. */
  isTakenBack?: boolean;
}

export type Finder = (meaning: FieldMeaning, exchange: Exchange, scene: Scene) => Finding[];

export const askedFor = (exchange: Exchange, meaning: FieldMeaning): Asked | undefined =>
  exchange.asked.find((asked) => asked.meaning.field.name === meaning.field.name);

export const finding = (value: FieldValue, utterance: Utterance, span: Span, confidence: number): Finding => ({
  value,
  evidence: [{ utterance, span }],
  confidence,
});

/** Below this a finding is left out in the end. */
export const SURE_ENOUGH = 0.4;

/** What may as well mean something else is not proposed: a value left out costs less than a wrong one. */
export const unsureIf = (isUnsure: boolean, found: Finding): Finding => (isUnsure ? { ...found, confidence: 0.3 } : found);

/** The same with the words of the question, where the answer alone does not say it. */
export function withQuestion(found: Finding, exchange: Exchange, asked: Span | undefined): Finding {
  if (!exchange.question || !asked) return found;
  return { ...found, evidence: [...found.evidence, { utterance: exchange.question, span: asked }] };
}
