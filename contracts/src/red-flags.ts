import { z } from 'zod';
import { ListQuery } from './lists.ts';
import { Id, line, Moment, text } from './text.ts';

export const RED_FLAG_CATEGORIES = [
  'cardiac',
  'breathing',
  'stroke',
  'consciousness',
  'bleeding',
  'injury',
  'allergy',
  'self-harm',
  'overdose-poisoning',
  'abuse',
  'obstetric',
  'infant',
  'infection',
  'metabolic',
  'other',
] as const;
export const RedFlagCategory = z.enum(RED_FLAG_CATEGORIES);
export type RedFlagCategory = z.output<typeof RedFlagCategory>;

export const RedFlagUrgency = z.enum(['emergency', 'urgent']);

export const ScreenRequest = z.strictObject({
  text: text({ min: 1, max: 16_000 }).meta({ examples: ['There is a tightness in my chest'] }),
  /** Every text is tried in all languages, so this changes nothing; it may be said for the record. */
  language: line({ max: 35 }).optional(),
});
export type ScreenRequest = z.output<typeof ScreenRequest>;

export const ScreenAnswer = z.object({
  urgency: z.enum(['emergency', 'urgent', 'none']),
  matches: z.array(z.object({ category: z.string(), ruleId: z.string(), quote: z.string() })),
});
export type ScreenAnswer = z.output<typeof ScreenAnswer>;

/**
 * A phrase: words in order with at most three others between them; `stem*` for all words that begin so, `one|other` for either,
 * `two_words` for words directly next to each other, `&` between parts that may come in any order. Case, accents and typos do not
 * matter.
 */
const phrases = z
  .array(line({ max: 300 }))
  .min(1, 'Must have at least one phrase')
  .max(50, 'Must have at most 50 phrases')
  .meta({ examples: [['stitches open*|burst', 'puntos & abrieron|abiertos']] });
const examples = z
  .array(line({ max: 500 }))
  .min(1, 'Must have at least one example')
  .max(20, 'Must have at most 20 examples')
  .meta({ examples: [['my stitches opened']] });

export const NewRedFlagRule = z.strictObject({
  name: line({ max: 100 }),
  category: RedFlagCategory,
  urgency: RedFlagUrgency,
  /** In which language the phrases are; every message is tried, whatever its language. */
  language: line({ max: 35 }).nullable().default(null),
  phrases,
  /** Texts that the rule must find: it is saved only if it does. */
  examples,
  isActive: z.boolean().default(true),
});
export type NewRedFlagRule = z.output<typeof NewRedFlagRule>;

export const RedFlagRulePatch = z.strictObject({
  name: line({ max: 100 }).optional(),
  category: RedFlagCategory.optional(),
  urgency: RedFlagUrgency.optional(),
  language: line({ max: 35 }).nullable().optional(),
  phrases: phrases.optional(),
  examples: examples.optional(),
  isActive: z.boolean().optional(),
});
export type RedFlagRulePatch = z.output<typeof RedFlagRulePatch>;

export const RedFlagRule = z.object({
  id: Id,
  name: z.string(),
  category: RedFlagCategory,
  urgency: RedFlagUrgency,
  language: z.string().nullable(),
  phrases: z.array(z.string()),
  examples: z.array(z.string()),
  isActive: z.boolean(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type RedFlagRule = z.output<typeof RedFlagRule>;

export const RedFlagRuleListQuery = z.strictObject({ ...ListQuery.shape });
export type RedFlagRuleListQuery = z.output<typeof RedFlagRuleListQuery>;
