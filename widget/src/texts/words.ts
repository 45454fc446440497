import { en, type TextKey } from './en.ts';
import { es } from './es.ts';

export type Language = 'en' | 'es';

/** What is said in every conversation. */
const COMMON = { en, es };

/** The sentences of one part of the widget, in both languages: they come with the part. */
export type Sentences<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** Says a sentence. @param values that are filled in */
export type Words<Key extends string = never> = (key: Key | TextKey, values?: Readonly<Record<string, string | number>>) => string;

export interface Tongue {
  readonly language: Language;
  /** Of the theme, by the names of the sentences. */
  readonly overrides: Readonly<Record<string, string>>;
}

export function wordsOf<Key extends string = never>({ language, overrides }: Tongue, sentences?: Sentences<Key>): Words<Key> {
  const all: Readonly<Record<string, string>> = { ...COMMON[language], ...sentences?.[language], ...overrides };
  return (key, values = {}) =>
    (all[key] ?? '').replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      Object.hasOwn(values, name) ? leftToItself(String(values[name])) : placeholder,
    );
}

/** Without the characters by which a name could turn around the words after it, or show another ending than it has. */
export const leftToItself = (name: string): string => name.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
