import { fold } from '../text/fold.ts';
import { type Phrase, phraseOf } from '../text/phrases.ts';
import { readWords } from '../text/utterance.ts';
import { ALLERGENS, CONDITIONS, OPERATIONS, SAYINGS, type Saying, SYMPTOMS } from '../topics/conditions.ts';

export const phraseFrom = (text: string): Phrase => phraseOf(readWords(fold(text)));
const keyOf = (phrase: Phrase): string => phrase.join(' ');

interface Group {
  head: string;
  phrases: Phrase[];
  keys: Set<string>;
}

const GROUPS: readonly Group[] = [...CONDITIONS, ...SYMPTOMS, ...OPERATIONS, ...ALLERGENS].map((line) => {
  const phrases = line.split(', ').map(phraseFrom);
  const keys = phrases.map(keyOf);
  return { head: keys[0] ?? '', phrases, keys: new Set(keys) };
});

/** Other phrases for the same thing: of the group that it names, else of the narrowest one that it belongs to. */
export function synonymsOf(text: string): readonly Phrase[] {
  const key = keyOf(phraseFrom(text));
  const named = GROUPS.find((group) => group.head === key);
  if (named) return named.phrases;
  const [narrowest] = GROUPS.filter((group) => group.keys.has(key)).sort((one, other) => one.phrases.length - other.phrases.length);
  return narrowest?.phrases ?? [];
}

/** What else people say for it, where it is more than a name. */
export function sayingsOf(texts: readonly string[]): readonly Saying[] {
  const keys = new Set(texts.map((text) => keyOf(phraseFrom(text))));
  const heads = new Set(
    GROUPS.filter((group) => [...keys].some((key) => group.keys.has(key) && isMainOf(key, group))).map((group) => group.head),
  );
  return SAYINGS.filter(({ head }) => keys.has(keyOf(phraseFrom(head))) || heads.has(keyOf(phraseFrom(head))));
}

/** The group of the narrower name, where there are two: “a fib” is of the heart, but not all of the heart is “a fib”. */
const isMainOf = (key: string, group: Group): boolean => !GROUPS.some((other) => other !== group && other.head === key);
