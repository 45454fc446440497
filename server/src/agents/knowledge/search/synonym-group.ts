/**
 * Words that people use for one thing, in English and in Spanish. Whoever asks with one of them may mean a text that has another.
 * What consists of several words is recognised in questions only.
 */
export interface SynonymGroup {
  en: readonly string[];
  es: readonly string[];
}

/** `parking, garage, car park | estacionamiento, garaje`, a group a line. */
export function readGroups(lines: string): SynonymGroup[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [en = '', es = ''] = line.split('|');
      return { en: listed(en), es: listed(es) };
    });
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
