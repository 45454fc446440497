import type { FormField } from '../../forms/form-field.ts';
import type { FieldScalar } from '../../forms/known-field.ts';
import { type Choice, choicesOf } from './choices.ts';
import { mentions } from './negation.ts';
import {
  isOnTopic,
  notSupported,
  repliesTo,
  type Support,
  type SupportContext,
  speaksAnotherLanguage,
  supported,
  unchecked,
} from './support.ts';

/** One of the choices: the words name it and do not deny it, or they are about the field and name no other. */
export function supportChoice(field: FormField, value: FieldScalar, { ground }: SupportContext): Support {
  const choices = choicesOf(field);
  const phrases = choices.find((choice) => choice.value === value)?.phrases ?? [];
  const mention = mentions(ground.clauses, phrases);
  // “right” is a side of many things.
  if (mention === 'said') return isOnTopic(field, ground) || speaksAnotherLanguage(field, ground) ? supported(value) : unchecked(value);
  if (mention === 'denied') return { kind: 'refused', reason: 'denied' };
  const replies = repliesTo(ground, phrases);
  if (replies.includes('yes')) return supported(value);
  if (replies.length > 0 && replies.every((reply) => reply === 'no')) return { kind: 'refused', reason: 'denied' };
  const namesAnother = choices.some((choice) => choice.value !== value && isSaid(choice, { ground }));
  if (namesAnother && !field.isList) return { kind: 'refused', reason: 'contradicted' };
  return isOnTopic(field, ground) || speaksAnotherLanguage(field, ground) ? unchecked(value) : notSupported;
}

const isSaid = ({ phrases }: Choice, { ground }: Pick<SupportContext, 'ground'>): boolean => mentions(ground.clauses, phrases) === 'said';
