import type { FormField } from '../../forms/form-field.ts';
import type { FieldScalar } from '../../forms/known-field.ts';
import { choicesOf } from './choices.ts';
import type { Ground } from './grounding.ts';
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
import { fold, wordsOfName } from './words.ts';

/** One of the choices: the words name it and do not deny it, or they are about the field and name no other. */
export function supportChoice(field: FormField, value: FieldScalar, { ground }: SupportContext): Support {
  const choices = choicesOf(field);
  const phrases = choices.find((choice) => choice.value === value)?.phrases ?? [];
  const isComparable = isOnTopic(field, ground) || speaksAnotherLanguage(field, ground);
  const others = field.isList ? [] : choices.filter((choice) => choice.value !== value);
  const otherStrength = Math.max(0, ...others.map((choice) => strengthOf(choice.phrases, ground)));
  const strength = strengthOf(phrases, ground);
  // “a former smoker” names one choice by its name and another by the way.
  if (strength < otherStrength) return { kind: 'refused', reason: 'contradicted' };
  // “right” is a side of many things.
  if (strength > 0) return isComparable && strength > otherStrength ? supported(value) : unchecked(value);
  // “The radiators do not get warm” denies no problem with the heating.
  if (mentions(ground.clauses, phrases) === 'denied' && isAboutFaults(field)) return unchecked(value);
  if (mentions(ground.clauses, phrases) === 'denied') return { kind: 'refused', reason: 'denied' };
  const replies = repliesTo(ground, phrases);
  if (replies.includes('yes')) return supported(value);
  if (replies.length > 0 && replies.every((reply) => reply === 'no')) return { kind: 'refused', reason: 'denied' };
  return isComparable ? unchecked(value) : notSupported;
}

const isAboutFaults = ({ name, title = '' }: FormField): boolean =>
  /\b(?:problem\w*|averia\w*|faults?|issues?|fallos?)\b/.test(fold(`${wordsOfName(name).join(' ')} ${title}`));

/** 2 where a choice is called by its own name, 1 where by a synonym, 0 where it is not named or is denied. */
function strengthOf([name = [], ...synonyms]: readonly string[][], { clauses }: Ground): number {
  if (mentions(clauses, [name]) === 'said') return 2;
  return mentions(clauses, synonyms) === 'said' ? 1 : 0;
}
