import type { FormField } from '../../../forms/form-field.ts';
import type { FormSchema } from '../../../forms/form-schema.ts';
import { fold } from '../text/fold.ts';
import type { Phrase } from '../text/phrases.ts';
import { FAMILY } from '../text/subject.ts';
import { readWords } from '../text/utterance.ts';
import { CHOICES } from '../topics/choices.ts';
import type { Saying } from '../topics/conditions.ts';
import { SERVICE } from '../topics/service.ts';
import type { Topic } from '../topics/topic.ts';
import { TRUTHS } from '../topics/truths.ts';
import { VALUES } from '../topics/values.ts';
import { type Unit, unitNamedIn } from '../values/units.ts';
import { ownWords, wordsOfName, wordsOfTitle } from './form-words.ts';
import { type OptionMeaning, optionsOf } from './option-meaning.ts';
import { phraseFrom, sayingsOf, synonymsOf } from './synonyms.ts';

export type FieldKind = 'truth' | 'choice' | 'number' | 'date' | 'time' | 'text';

/** What a field wants to know, and by which words people speak of it. */
export interface FieldMeaning {
  field: FormField;
  kind: FieldKind;
  topic: Topic | undefined;
  /** Phrases that name the thing itself, where people mention it without being asked. */
  phrases: readonly Phrase[];
  /** Phrases by which a question may be recognised, too. */
  cues: readonly Phrase[];
  /** What else people say of it. */
  sayings: readonly Saying[];
  options: readonly OptionMeaning[];
  unit: Unit | undefined;
  isAboutFamily: boolean;
  isOfNow: boolean;
}

const NUMERIC = new Set(
  'age weight height temperature pain floor appliance-age children pregnancies packs years-smoked years-quit drinks-week weight-lost grade onset'.split(
    ' ',
  ),
);
const DATED = new Set('birth-date last-period onset wish-date'.split(' '));
const TEXTUAL = new Set('name phone email address reason insurer brand occupation allergens'.split(' '));
const FAMILY_WORDS = /\b(?:family|familiar(?:es)?|familia|relatives?|history|of|in|the|antecedentes?|de|en|la)\b/g;
const LEADING_VERB = /^(?:takes?|uses?|has|have|had|is|drinks?|tiene|toma|usa|es|any|alguna?)\s+/;

const MEANINGS = new WeakMap<FormSchema, readonly FieldMeaning[]>();

/** The same form is read again with every message. */
export function meaningsOf(form: FormSchema): readonly FieldMeaning[] {
  const known = MEANINGS.get(form);
  if (known) return known;
  const meanings = form.fields.map(meaningOf);
  MEANINGS.set(form, meanings);
  return meanings;
}

export function meaningOf(field: FormField): FieldMeaning {
  const kind = kindOf(field);
  const own = ownWords(field);
  const isAboutFamily = own.some((text) => FAMILY.test(text)) && kind !== 'choice' && field.type === 'boolean';
  const topic = isAboutFamily ? undefined : topicOf(kind, own);
  const names = own.flatMap((text) => [text, text.replace(LEADING_VERB, ''), text.replace(FAMILY_WORDS, ' ').replace(/\s+/g, ' ').trim()]);
  const named = kind === 'truth' && !topic ? names.filter((text) => text !== '').map(phraseFrom) : [];
  const phrases =
    kind === 'truth' && !topic
      ? [...named, ...names.flatMap(synonymsOf), ...field.medicalTerms.map(phraseFrom).filter((phrase) => phrase.length > 1)]
      : [];
  return {
    field,
    kind,
    topic,
    phrases: unique(phrases),
    cues: unique([...names.map(phraseFrom), ...field.medicalTerms.map(phraseFrom)]),
    sayings: kind === 'truth' && !topic && !isAboutFamily ? sayingsOf(names) : [],
    options: field.enum === undefined ? [] : optionsOf(field, topic),
    unit: kind === 'number' ? unitOfField(field) : undefined,
    isAboutFamily,
    isOfNow: topic?.isOfNow ?? /\b(?:now|current|present|actual|ahora|momento)\b/.test(fold(field.description ?? '')),
  };
}

function kindOf({ type, enum: choices, format }: FormField): FieldKind {
  if (choices !== undefined) return 'choice';
  if (type === 'boolean') return 'truth';
  if (type === 'number' || type === 'integer') return 'number';
  if (format === 'date' || format === 'date-time') return 'date';
  return format === 'time' ? 'time' : 'text';
}

function topicOf(kind: FieldKind, own: readonly string[]): Topic | undefined {
  const among = (topics: readonly Topic[]) => topics.find((topic) => own.some((text) => topic.about.test(text)));
  if (kind === 'truth') return among(TRUTHS);
  if (kind === 'choice') return among([...CHOICES, ...SERVICE]) ?? among(VALUES.filter((topic) => topic.id === 'allergens'));
  if (kind === 'number') return among(VALUES.filter((topic) => NUMERIC.has(topic.id)));
  if (kind === 'date') return among(VALUES.filter((topic) => DATED.has(topic.id)));
  if (kind === 'time') return among(VALUES.filter((topic) => topic.id === 'wish-time'));
  return among(VALUES.filter((topic) => TEXTUAL.has(topic.id)));
}

/** The unit in the name or the title counts more than one in the description, which may name others as well. */
function unitOfField(field: FormField): Unit | undefined {
  const words = (text: string) => unitNamedIn(readWords(text).map((word) => word.text));
  return words(wordsOfName(field.name)) ?? words(wordsOfTitle(field.title)) ?? words(fold(field.description ?? ''));
}

function unique(phrases: readonly Phrase[]): Phrase[] {
  const seen = new Map(phrases.filter((phrase) => phrase.length > 0).map((phrase) => [phrase.join(' '), phrase]));
  return [...seen.values()];
}
