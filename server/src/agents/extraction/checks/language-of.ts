import { wordsOf } from './words.ts';

const SPANISH = new Set('de la el en los las del que con para por una es mi su se lo al soy tengo esta usted cual como'.split(' '));
const ENGLISH = new Set("the of in and to for is are what your my i i'm it you with have has do does any was on".split(' '));

/** The language of a text by its small words; undefined where they do not tell. */
export function languageOf(text: string): 'en' | 'es' | undefined {
  const words = wordsOf(text);
  const spanish = words.filter((word) => SPANISH.has(word.text)).length;
  const english = words.filter((word) => ENGLISH.has(word.text)).length;
  if (spanish === english) return undefined;
  return spanish > english ? 'es' : 'en';
}
