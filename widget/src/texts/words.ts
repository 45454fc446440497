import { type Dictionary, en, type TextKey } from './en.ts';
import { es } from './es.ts';

export type Language = 'en' | 'es';

/** What the widget says, in one language. */
export interface Words {
  readonly language: Language;
  /** A sentence of the widget. */
  (key: TextKey, values?: Readonly<Record<string, string | number>>): string;
}

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { en, es };

/** @param overrides of the theme, by the names of the texts */
export function wordsFor(language: Language, overrides: Readonly<Record<string, string>> = {}): Words {
  const dictionary = DICTIONARIES[language];
  const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => {
    const text = Object.hasOwn(overrides, key) ? overrides[key] : undefined;
    return (text ?? dictionary[key]).replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : placeholder,
    );
  };
  return Object.assign(say, { language });
}

/** @param code of the server, or the widget's own; one that has no words gets a general sentence */
export function sayError(words: Words, code: string): string {
  const key = `error_${code}`;
  return words(Object.hasOwn(en, key) ? (key as TextKey) : 'errorGeneral');
}
