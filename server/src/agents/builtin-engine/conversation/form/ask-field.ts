import type { FormField } from '../../../forms/form-field.ts';
import type { FormSchema } from '../../../forms/form-schema.ts';
import type { ReplyLanguage } from '../../../prompts/reply-language.ts';
import { meaningOf } from '../../form-filling/fields/field-meaning.ts';
import { questionFieldsOf } from '../../form-filling/read-answer.ts';
import { REPLIES } from '../replies/replies.ts';
import { choiceInWords } from './choice-words.ts';
import { labelInside, labelOf } from './field-label.ts';
import type { Asked, Questions } from './question-texts.ts';
import { QUESTIONS } from './questions.ts';

/** More choices than this are not listed. */
const MOST_CHOICES = 6;
/** A wider range is not told. */
const SHORT_RANGE = 20;

const kept: Record<ReplyLanguage, WeakMap<FormSchema, ReadonlyMap<string, string>>> = { en: new WeakMap(), es: new WeakMap() };

/**
 * The question for each field of a form. The same form always gives the same questions, by which the engine knows its own again. What
 * reads the answers has to see which field is asked for: a natural question that it does not understand gives way to a plainer one.
 */
export function questionsOf(form: FormSchema, language: ReplyLanguage): ReadonlyMap<string, string> {
  const known = kept[language].get(form);
  if (known) return known;
  const wordings = new Map(form.fields.map((field) => [field, wordingsOf(field, language)]));
  const firsts = [...wordings.values()].map(([first]) => first);
  const isUnique = (question: string) => firsts.filter((other) => other === question).length < 2;
  const questions = new Map(
    [...wordings].map(([field, wording]) => {
      const usable = wording.filter(isUnique);
      const question = usable.find((one) => questionFieldsOf(one, form).includes(field)) ?? usable[0] ?? plainQuestion(field, language);
      return [field.name, question];
    }),
  );
  kept[language].set(form, questions);
  return questions;
}

/** How the field may be asked for, the most natural wording first. */
function wordingsOf(field: FormField, language: ReplyLanguage): string[] {
  const texts = QUESTIONS[language];
  const { topic } = meaningOf(field);
  const label = labelOf(field);
  const known = topic && Object.hasOwn(texts.topics, topic.id) ? texts.topics[topic.id] : undefined;
  return [
    ...(label.endsWith('?') ? [withChoices(field, texts.verbatim(label), language)] : []),
    ...(known === undefined ? [] : [withChoices(field, typeof known === 'string' ? known : known(askedOf(field, texts)), language)]),
    plainQuestion(field, language),
  ];
}

/** By its title, whatever it is about. */
function plainQuestion(field: FormField, language: ReplyLanguage): string {
  const texts = QUESTIONS[language];
  const asked = askedOf(field, texts);
  const { label, minimum, maximum } = asked;
  if (field.isList) return withChoices(field, texts.list(label), language);
  if (field.enum) return withChoices(field, texts.choice(label), language);
  switch (meaningOf(field).kind) {
    case 'truth':
      return texts.truth(label);
    case 'number': {
      const isScale = asked.unit === undefined && minimum !== undefined && maximum !== undefined && maximum - minimum <= SHORT_RANGE;
      return isScale ? texts.scale(asked) : texts.number(asked);
    }
    case 'date':
      return texts.date(label);
    case 'time':
      return texts.time(label);
    default:
      return texts.text(label);
  }
}

function askedOf(field: FormField, texts: Questions): Asked {
  const { unit, topic } = meaningOf(field);
  const isCounted = topic?.id !== 'age' && unit !== undefined;
  return {
    label: labelInside(field),
    minimum: field.minimum,
    maximum: field.maximum,
    unit: isCounted ? texts.units[unit.id] : undefined,
  };
}

function withChoices(field: FormField, question: string, language: ReplyLanguage): string {
  const { enum: choices = [] } = field;
  const ended = question.endsWith('?') ? question : `${question}?`;
  if (choices.length === 0 || choices.length > MOST_CHOICES) return ended;
  return QUESTIONS[language].withChoices(
    question,
    choices.map((choice) => choiceInWords(field, choice, language)),
  );
}

/** How an answer to the field may look; undefined where any words will do. */
function exampleFor(field: FormField, language: ReplyLanguage): string | undefined {
  const { examples } = QUESTIONS[language];
  const { kind, topic } = meaningOf(field);
  const [firstChoice] = field.enum ?? [];
  if (firstChoice !== undefined) return choiceInWords(field, firstChoice, language);
  if (topic?.id === 'phone' || field.format === 'phone') return examples.phone;
  if (topic?.id === 'email' || field.format === 'email') return examples.email;
  if (topic?.id === 'birth-date') return examples.birthDate;
  if (topic?.id === 'wish-date') return examples.day;
  if (kind === 'number')
    return field.minimum !== undefined && field.minimum > Number(examples.number) ? String(field.minimum) : examples.number;
  return kind === 'date' ? examples.date : kind === 'time' ? examples.time : undefined;
}

/** After an answer that could not be read. */
export function againText(field: FormField, language: ReplyLanguage): string {
  const texts = REPLIES[language].form;
  return meaningOf(field).kind === 'truth' ? texts.againYesOrNo : texts.again(exampleFor(field, language));
}
