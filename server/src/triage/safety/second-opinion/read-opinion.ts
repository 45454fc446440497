import { RedFlagCategory } from '@foyer/contracts/red-flags.ts';
import { z } from 'zod';
import type { Category, Urgency } from '../rule.ts';
import { MENTIONS } from './opinion-prompt.ts';
import { ownWords } from './own-words.ts';

/** What a model makes of a message. */
export interface Opinion {
  urgency: Urgency;
  category: Category;
  /** Words of the message, never of the model. */
  quote: string;
}

/** Only the urgency is insisted on: a model that sees danger is heard, however it fills in the rest. */
const Report = z.object({
  urgency: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.enum(['none', 'urgent', 'emergency'])),
  category: z.string().trim().toLowerCase().pipe(RedFlagCategory).catch('other'),
  quote: z.string().catch(''),
  about: z.enum(MENTIONS).catch('now'),
});

/**
 * Reads what a model has reported, as the arguments of the call or as text around a JSON object; undefined where it cannot be read.
 *
 * A report that contradicts itself (an emergency that is not going on) is `urgent`: somebody looks, and nobody is told to call.
 * A quote that does not stand in the message is not taken as one: the message itself is, and the urgency stays. Models mend slips and
 * translate when they quote; a needless alarm costs a look, and a real one that was dropped for its quote may cost a life.
 */
export function readOpinion(answer: string, message: string): Opinion | undefined {
  const report = Report.safeParse(jsonIn(answer));
  if (!report.success) return undefined;
  const { urgency, category, quote, about } = report.data;
  return {
    urgency: urgency === 'emergency' && about !== 'now' ? 'urgent' : urgency,
    category,
    quote: (ownWords(message, quote) ?? message).slice(0, MAX_QUOTE),
  };
}

const MAX_QUOTE = 300;

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.slice(Math.max(text.indexOf('{'), 0), text.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}
