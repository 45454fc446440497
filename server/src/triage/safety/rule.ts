/** What is wrong, for whoever takes over. */
export const CATEGORIES = [
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
export type Category = (typeof CATEGORIES)[number];

export type Urgency = 'emergency' | 'urgent' | 'none';

const RANKS: Record<Urgency, number> = { none: 0, urgent: 1, emergency: 2 };
export const urgencyRank = (urgency: Urgency): number => RANKS[urgency];
export const higherUrgency = (one: Urgency, other: Urgency): Urgency => (urgencyRank(one) >= urgencyRank(other) ? one : other);

/** A pattern of words that alarms, as data. */
export interface Rule {
  id: string;
  category: Category;
  urgency: Exclude<Urgency, 'none'>;
  /** Where it is said that this is one. */
  source: string;
  /** In the language of `phrase.ts`; one of them is enough. */
  phrases: readonly string[];
  /** Not where one of these is said in the same sentence. */
  unless?: readonly string[];
  /** Alarms also after “no” and “not”: people who speak of dying deny it in the same breath. */
  evenNegated?: true;
  /** Texts that it must find by itself. They are tests. */
  examples: readonly string[];
}

/** Goes up whenever a rule or the vocabulary changes; stored with what was found. */
export const RULES_VERSION = 2;
