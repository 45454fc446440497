import type { FormField } from '../../forms/form-field.ts';
import type { FieldScalar } from '../../forms/known-field.ts';
import type { Today } from './dates.ts';
import type { Ground } from './grounding.ts';
import { languageOf } from './language-of.ts';
import { contentWords, findPhrase, type Word, wordsOf, wordsOfName } from './words.ts';

/** Whether the words say the value. `unchecked`: they are about it, and nothing in them can be compared with it. */
export type Support =
  | { kind: 'supported'; value: FieldScalar; isConverted?: true }
  | { kind: 'unchecked'; value: FieldScalar }
  | { kind: 'refused'; reason: 'not-supported' | 'denied' | 'contradicted' };

export interface SupportContext {
  ground: Ground;
  today: Today;
}

export const supported = (value: FieldScalar): Support => ({ kind: 'supported', value });
export const unchecked = (value: FieldScalar): Support => ({ kind: 'unchecked', value });
export const notSupported: Support = { kind: 'refused', reason: 'not-supported' };

/** What states the value: the visitor's words, and the question to which they said yes. */
export const statedIn = ({ text, exchanges }: Ground): string =>
  [text, ...exchanges.flatMap(({ question, reply }) => (reply === 'yes' ? [question] : []))].join('\n');

/** Single words of the field's terms: enough to see that something is denied, too little to see that it is said. */
export const termWordsOf = ({ medicalTerms }: FormField): string[][] =>
  contentWords(medicalTerms.flatMap((term) => wordsOf(term).map(({ text }) => text))).map((word) => [word]);

/** What the visitor replied to the questions that speak of one of these; undefined for words that are neither yes nor no. */
export const repliesTo = ({ exchanges }: Ground, phrases: readonly (readonly string[])[]): ('yes' | 'no' | undefined)[] =>
  exchanges.flatMap(({ question, reply }) => {
    const words = wordsOf(question);
    return phrases.some((phrase) => findPhrase(words, phrase).length > 0) ? [reply] : [];
  });

/** The words by which a field is spoken of, one phrase each: of its name, its title and its terms. */
export function topicsOf({ name, title = '', medicalTerms }: FormField): string[][] {
  const single = contentWords([...wordsOfName(name), ...wordsOf(title).map(({ text }) => text)]);
  const terms = medicalTerms.map((term) => wordsOf(term).map(({ text }) => text));
  return [...new Set(single)].map((word) => [word]).concat(terms.filter((term) => term.length > 0));
}

/** Whether visitor or question speak of what the field is about, in the wider sense: the description counts too. */
export function isOnTopic(field: FormField, { clauses, exchanges }: Ground): boolean {
  const texts = [field.description ?? '', ...field.medicalTerms];
  const wide = [...topicsOf(field), ...texts.flatMap((text) => contentWords(wordsOf(text).map((word) => word.text))).map((word) => [word])];
  const said = clauses.map(({ words }) => words);
  const asked = exchanges.map(({ question }) => wordsOf(question));
  return [...said, ...asked].some((words: readonly Word[]) => wide.some((phrase) => findPhrase(words, phrase).length > 0));
}

/** A form in one language and a visitor who writes in the other: their words cannot be compared. */
export function speaksAnotherLanguage({ title = '', description = '' }: FormField, { clauses, exchanges }: Ground): boolean {
  const ofField = languageOf(`${title} ${description}`);
  const said = clauses.flatMap(({ words }) => words.map(({ text }) => text)).join(' ');
  const ofVisitor = languageOf([said, ...exchanges.map(({ question }) => question)].join(' '));
  return ofField !== undefined && ofVisitor !== undefined && ofField !== ofVisitor;
}
