import type { FormField } from '../../forms/form-field.ts';
import type { FormSchema } from '../../forms/form-schema.ts';
import type { FieldValue } from '../../forms/known-field.ts';
import { isSpanishText } from './dialogue/language.ts';
import { mergeFindings } from './dialogue/merge-findings.ts';
import { readAsked } from './dialogue/questions.ts';
import { readScene } from './dialogue/read-scene.ts';
import type { Exchange } from './dialogue/scene.ts';
import { meaningOf, meaningsOf } from './fields/field-meaning.ts';
import { findField } from './finders/find-field.ts';
import { readUtterance } from './text/utterance.ts';

export interface AnswerContext {
  /** BCP 47, the conversation's. */
  language: string;
  /** “Tomorrow” is counted from here. */
  now: Date;
  /** IANA, the tenant's. */
  timeZone: string;
}

export interface ReadAnswer {
  value: FieldValue;
  /** The words of the answer that say so, to the letter. */
  quote: string;
}

/** Reads an answer to a question that asked for just this field; undefined where it does not answer it. */
export function readAnswer(field: FormField, text: string, { language, now, timeZone }: AnswerContext): ReadAnswer | undefined {
  const meaning = meaningOf(field);
  const question = readUtterance({ id: 'question', content: `${field.title ?? field.name}?` });
  const reply = readUtterance({ id: 'answer', content: text });
  const [sentence] = question.sentences;
  if (!sentence) return undefined;
  const asked = [{ meaning, sentence, start: sentence.start, end: sentence.end, isOpposite: false, isPresupposed: false, isVague: false }];
  const scene = readScene({ messages: [{ id: 'answer', role: 'user', content: text }], language, now, timeZone }, [meaning]);
  const exchange: Exchange = { index: 0, question, asked, reply, isOfRelative: false, isSpanish: isSpanishText(reply.folded, language) };
  const found = findField(meaning, exchange, { ...scene, carer: undefined });
  const merged = mergeFindings(meaning, found);
  const quote = merged?.evidence.find((evidence) => evidence.messageId === 'answer')?.quote;
  return merged && quote !== undefined ? { value: merged.value, quote } : undefined;
}

/** The fields of the form that a message of the assistant asks for, in the order in which it does. */
export function questionFieldsOf(question: string, form: FormSchema): FormField[] {
  const asked = readAsked(readUtterance({ id: 'question', content: question }), meaningsOf(form));
  return [...new Set(asked.map((one) => one.meaning.field))];
}

/** The field that a message of the assistant asks for: the last one where it asks for several. */
export const questionFieldOf = (question: string, form: FormSchema): FormField | undefined => questionFieldsOf(question, form).at(-1);
