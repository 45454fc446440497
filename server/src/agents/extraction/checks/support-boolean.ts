import type { FormField } from '../../forms/form-field.ts';
import { hasDenial, hasDenialOrEnd, mentions } from './negation.ts';
import {
  isOnTopic,
  notSupported,
  type Support,
  type SupportContext,
  speaksAnotherLanguage,
  supported,
  topicsOf,
  unchecked,
} from './support.ts';
import { findPhrase, wordsOf } from './words.ts';

const denied: Support = { kind: 'refused', reason: 'denied' };
const contradicted: Support = { kind: 'refused', reason: 'contradicted' };

/** “Yes” and “no” by what was asked, by what is mentioned, and by how it is denied. Silence is neither. */
export function supportBoolean(field: FormField, value: boolean, { ground }: SupportContext): Support {
  const { clauses, question, reply } = ground;
  const topics = topicsOf(field);
  const asked = wordsOf(question);
  const isAsked = topics.some((topic) => findPhrase(asked, topic).length > 0);
  // A field or a question that is itself a “not” turns yes and no around; nothing is concluded from them.
  const isTurned = hasDenial(wordsOf(field.title ?? '')) || hasDenial(asked);
  const mention = mentions(clauses, topics);
  const words = clauses.flatMap((clause) => clause.words);

  if (value && !isTurned) {
    if (mention === 'denied') return denied;
    if (reply === 'no' && mention === 'none' && isAsked) return denied;
    if (mention === 'said' || (reply === 'yes' && isAsked)) return supported(value);
  }
  if (!value && !isTurned) {
    const isDenied = hasDenialOrEnd(words) || reply === 'no';
    if (mention === 'said' && !isDenied) return contradicted;
    if (reply === 'yes' && isAsked && !isDenied) return contradicted;
    if (mention === 'denied' || (reply === 'no' && isAsked)) return supported(value);
    if (isDenied && (isAsked || isOnTopic(field, ground))) return supported(value);
  }
  if (isOnTopic(field, ground)) return unchecked(value);
  return speaksAnotherLanguage(field, ground) && (value || hasDenialOrEnd(words)) ? unchecked(value) : notSupported;
}
