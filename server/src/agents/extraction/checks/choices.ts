import type { FormField } from '../../forms/form-field.ts';
import type { FieldScalar } from '../../forms/known-field.ts';
import { fold, wordsOf, wordsOfName } from './words.ts';

/** One of the values that a field can take, with the words by which people may mean it. */
export interface Choice {
  value: FieldScalar;
  /** Phrases of folded words, its own spelling first. */
  phrases: string[][];
}

/** The choices of a field; empty for a field without. */
export function choicesOf({ enum: values = [], title = '', description = '', medicalTerms }: FormField): Choice[] {
  return values.map((value) => {
    const spelling = String(value);
    const named = [description, title].flatMap((text) => synonymsIn(text, spelling));
    const terms = medicalTerms.flatMap((term) => synonymsIn(term, spelling));
    const phrases = [wordsOfName(spelling), ...[...named, ...terms].map((text) => wordsOf(text).map((word) => word.text))];
    return { value, phrases: phrases.filter((phrase) => phrase.length > 0) };
  });
}

/** The choice that was meant: by its spelling, whatever the case and accents, or by one of its synonyms. */
export function choiceFor(value: unknown, choices: readonly Choice[]): FieldScalar | undefined {
  const exact = choices.find((choice) => choice.value === value);
  if (exact) return exact.value;
  const wanted = key(String(value));
  return (
    choices.find((choice) => key(String(choice.value)) === wanted) ??
    choices.find(({ phrases }) => phrases.some((phrase) => phrase.join(' ') === wanted))
  )?.value;
}

const key = (text: string): string => wordsOfName(text).join(' ');

/** What stands behind a choice in brackets, after a colon or an equals sign: `female (mujer, chica), male: hombre; other = otro`. */
function synonymsIn(text: string, choice: string): string[] {
  const folded = fold(text);
  const name = fold(choice).replaceAll(/[^\p{L}\p{N}]+/gu, '[\\s_-]+');
  if (name === '') return [];
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])\\s*(?:\\(([^)]*)\\)|[:=]\\s*([^;.()]*))`, 'u').exec(folded);
  const words = found?.[1] ?? found?.[2];
  return words === undefined ? [] : words.split(/[,;/]|\s(?:or|o|u|and|y)\s/).map((word) => word.trim());
}
