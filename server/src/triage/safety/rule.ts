import { RED_FLAG_CATEGORIES, type RedFlagCategory } from '@foyer/contracts/red-flags.ts';

/** What is wrong, for whoever takes over. Their order is that of the classes in the classifier's weights. */
export const CATEGORIES = RED_FLAG_CATEGORIES;
export type Category = RedFlagCategory;

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
export const RULES_VERSION = 3;
