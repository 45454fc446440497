import { fold } from '../../form-filling/text/fold.ts';

/** A text as patterns read it: lower case, no accents, words with single spaces and nothing around them. */
export const plainWords = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();

export const wordCount = (text: string): number => plainWords(text).split(' ').filter(Boolean).length;

/** Whether there is anything to read: a letter or a digit. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
