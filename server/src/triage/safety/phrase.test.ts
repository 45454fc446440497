import { describe, expect, test } from 'vitest';
import { createConceptFinder } from './concepts.ts';
import { compilePhrase, findPhrase } from './phrase.ts';
import { readSentences } from './text-words.ts';

const concepts = createConceptFinder();
const finds = (phrase: string, text: string) =>
  readSentences(text).some(({ words }) => findPhrase(compilePhrase(phrase), concepts.read(words)) !== undefined);

describe('a phrase', () => {
  test('finds words in their order with at most three others between them', () => {
    expect(finds('stitches open', 'my stitches have come wide open')).toBe(true);
    expect(finds('stitches open', 'my stitches have after all come wide open')).toBe(false);
    expect(finds('stitches open', 'open the stitches')).toBe(false);
  });

  test('finds stems, alternatives and words that stand next to each other', () => {
    expect(finds('stitch*|sutur* open*', 'la sutura: opened')).toBe(true);
    expect(finds('came_off', 'it came off')).toBe(true);
    expect(finds('came_off', 'it came right off')).toBe(false);
  });

  test('finds parts joined by & in any order', () => {
    expect(finds('valve & noise', 'a strange noise from my valve')).toBe(true);
    expect(finds('valve & noise', 'my valve. No noise')).toBe(false);
  });

  test.each([
    ['', 'Each side of & must have a word'],
    ['valve &', 'Each side of & must have a word'],
    ['ab*', 'a stem has at least 3 letters'],
    ['(a+)+$', 'is not a word'],
    ['a b c d e f g h i j k l m', 'Must have at most 12 words'],
  ])('%o is refused by name', (source, problem) => expect(() => compilePhrase(source)).toThrow(problem));

  test('of a tenant cannot name a concept', () => {
    expect(() => compilePhrase('@pain', { allowConcepts: false })).toThrow('is not a word');
  });
});
