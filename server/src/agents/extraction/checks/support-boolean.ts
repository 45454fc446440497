import type { FormField } from '../../forms/form-field.ts';
import { hasDenial, hasDenialOrEnd, mentions } from './negation.ts';
import {
  isOnTopic,
  notSupported,
  repliesTo,
  type Support,
  type SupportContext,
  speaksAnotherLanguage,
  supported,
  termWordsOf,
  topicsOf,
  unchecked,
} from './support.ts';
import { wordsOf } from './words.ts';

/** “Noted: no. Do you smoke?” tells first what was understood before: that is no denial in the question. */
const asked = (question: string): string => question.replace(/^\p{L}+: no\.\s/u, '');

const denied: Support = { kind: 'refused', reason: 'denied' };
const contradicted: Support = { kind: 'refused', reason: 'contradicted' };

/** “Yes” and “no” by what was asked, by what is mentioned, and by how it is denied. Silence is neither. */
export function supportBoolean(field: FormField, value: boolean, { ground }: SupportContext): Support {
  const { clauses, exchanges } = ground;
  const topics = topicsOf(field);
  const widely = [...topics, ...termWordsOf(field)];
  const replies = repliesTo(ground, widely);
  const [saysYes, saysNo] = (['yes', 'no'] as const).map((wanted) => replies.length > 0 && replies.every((reply) => reply === wanted));
  // A field or a question that is itself a “not” turns yes and no around; nothing is concluded from them.
  const isTurned = hasDenial(wordsOf(field.title ?? '')) || exchanges.some(({ question }) => hasDenial(wordsOf(asked(question))));
  const mention = mentions(clauses, topics);
  const words = clauses.flatMap((clause) => clause.words);

  if (value && !isTurned) {
    if (mention === 'denied' || (mention === 'none' && mentions(clauses, widely) === 'denied')) return denied;
    if (saysNo && mention === 'none') return denied;
    if (mention === 'said' || saysYes) return supported(value);
  }
  if (!value && !isTurned) {
    const isDenied = hasDenialOrEnd(words) || replies.includes('no');
    if (mention === 'said' && !isDenied) return contradicted;
    if (saysYes && !isDenied) return contradicted;
    if (mention === 'denied' || saysNo) return supported(value);
    if (isDenied && isOnTopic(field, ground)) return supported(value);
  }
  if (isOnTopic(field, ground)) return unchecked(value);
  return speaksAnotherLanguage(field, ground) && (value || hasDenialOrEnd(words)) ? unchecked(value) : notSupported;
}
