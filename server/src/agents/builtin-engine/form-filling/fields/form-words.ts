import type { FormField } from '../../../forms/form-field.ts';
import { fold } from '../text/fold.ts';
import { stem } from '../text/phrases.ts';
import { readWords } from '../text/utterance.ts';

/** `preferredDate`, `preferred_date` and `Preferred date` are the same words. */
export const wordsOfName = (name: string): string =>
  fold(name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/[_\-.]+/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

export const wordsOfTitle = (title: string | undefined): string =>
  fold(title ?? '')
    .replace(/[¿?¡!.:*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Words that say nothing about what is asked. */
const EMPTY = new Set(
  'a an the of in on at to for is are was be or and any do does did you your have has had he she it his her this that with what which how when who patient client customer number value please tell me my about been ever yes no de del la el los las un una en con por para es son esta este su sus tu tus al y o que cual como cuando quien paciente cliente numero tiene algun alguna si no se lo le me mi sido ha'.split(
    ' ',
  ),
);

export const contentStems = (folded: string): string[] =>
  readWords(folded)
    .map((word) => word.text)
    .filter((word) => !EMPTY.has(word) && /\p{L}/u.test(word))
    .map(stem);

/** The text by which topics are recognised: its name and its title, each by itself. */
export const ownWords = (field: FormField): string[] => [wordsOfName(field.name), wordsOfTitle(field.title)].filter((text) => text !== '');
