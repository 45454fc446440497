import type { FormField } from '../../../forms/form-field.ts';
import { fold } from '../text/fold.ts';
import type { Phrase } from '../text/phrases.ts';
import type { Saying } from '../topics/conditions.ts';
import type { Topic, TopicChoice } from '../topics/topic.ts';
import { wordsOfName } from './form-words.ts';
import { phraseFrom, sayingsOf, synonymsOf } from './synonyms.ts';

/** One choice of a field, and how people say it. */
export interface OptionMeaning {
  value: string | number | boolean;
  phrases: readonly Phrase[];
  sayings: readonly Saying[];
  /** What the topic knows about it. */
  choice: TopicChoice | undefined;
}

/** The choices of a field: their own words, what the description says of them, and what is known of the topic. */
export function optionsOf(field: FormField, topic: Topic | undefined): OptionMeaning[] {
  const description = fold(field.description ?? '');
  return (field.enum ?? []).map((value) => {
    const words = wordsOfName(String(value));
    const glosses = glossesOf(fold(String(value)), words, description);
    const texts = [words, ...glosses];
    const choice =
      topic?.choices?.find(({ named }) => named.test(words)) ??
      topic?.choices?.find(({ named }) => glosses.some((gloss) => named.test(gloss)));
    const own = [...texts.map(phraseFrom), ...texts.flatMap(synonymsOf)].filter((phrase) => phrase.length > 0);
    return { value, phrases: own, sayings: choice ? [] : sayingsOf(texts), choice };
  });
}

/** What a description says in brackets behind a choice, after “is”, or before it: “former (quit)”, “tonsils out is tonsillectomy”. */
function glossesOf(raw: string, words: string, description: string): string[] {
  const found: string[] = [];
  for (const key of new Set([raw, words])) {
    const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const bracketed = new RegExp(`(?<![\\w])${escaped} ?\\(([^)]*)\\)`).exec(description)?.[1];
    found.push(...(bracketed ?? '').split(/,| o | or /));
    const means = new RegExp(`(?<![\\w])${escaped} (?:is|es|means|includes|incluye) ([^,.;]+)`).exec(description)?.[1];
    found.push(...(means ?? '').split(/ or | o /));
    const meant = new RegExp(`(?:^|[,.;:] ?)([^,.;:]+) (?:is|es) ${escaped}(?![\\w])`).exec(description)?.[1];
    found.push(meant ?? '');
  }
  return found.map((text) => text.replace(/^\s*(?:an?|the|el|la|los|las|un|una)\s+/, '').trim()).filter((text) => text.length > 2);
}
