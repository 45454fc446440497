import { fold } from '../text/fold.ts';
import { type Phrase, phraseOf } from '../text/phrases.ts';
import { readWords } from '../text/utterance.ts';
import { CONDITIONS, OPERATIONS, SYMPTOMS } from '../topics/conditions.ts';

export const phraseFrom = (text: string): Phrase => phraseOf(readWords(fold(text)));
const keyOf = (phrase: Phrase): string => phrase.join(' ');

interface Group {
  head: string;
  phrases: Phrase[];
  keys: Set<string>;
}

const GROUPS: readonly Group[] = [...CONDITIONS, ...SYMPTOMS, ...OPERATIONS].map((line) => {
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
