import { describe, expect, test } from 'vitest';
import type { CandidatePassage } from './passage-source.ts';
import { planQuery } from './query-plan.ts';
import { createRater, type RatedConcept } from './rate-passage.ts';
import { initialOf, initialsToTry, nearestSpelling } from './spelling.ts';
import { builtInGroups, createSynonyms, withTenantGroups } from './synonyms.ts';

const synonyms = createSynonyms(builtInGroups());
const termsFor = (query: string, word: string) =>
  new Map(
    planQuery(query, synonyms)
      .concepts.find((concept) => concept.word === word)
      ?.alternatives.map(({ term, weight }) => [term, weight]),
  );

describe('spellings', () => {
  const WORDS = ['coffee', 'coverage', 'appointment', 'saturday', 'cita', 'vacuna', 'hospital', 'rehabilitacion', 'form', 'farmacia'];
  test.each([
    ['cofee', 'coffee'],
    ['apointmnet', 'appointment'],
    ['saterday', 'saturday'],
    ['sita', 'cita'],
    ['bacuna', 'vacuna'],
    ['ospital', 'hospital'],
    ['reabilitasion', 'rehabilitacion'],
  ])('%s is taken for %s', (typed, meant) => {
    expect(nearestSpelling(typed, WORDS)?.word).toBe(meant);
    expect(initialsToTry(typed)).toContain(initialOf(meant));
  });

  test('what is like none of them is taken for none', () => {
    for (const word of ['zebra', 'dentist', 'xy', 'elephant', '']) expect(nearestSpelling(word, WORDS)).toBeUndefined();
  });

  test('words that begin with one sound are looked for together', () => {
    expect(initialOf('pharmacy')).toBe(initialOf('farmacia'));
    expect(initialOf('hola')).toBe(initialOf('ola'));
    expect(initialOf('visita')).toBe(initialOf('bisita'));
    expect(initialOf('zapato')).toBe(initialOf('sapato'));
  });
});

describe('a question', () => {
  test('is about its words, in their forms, and what means the same in both languages', () => {
    const terms = termsFor('Where is the parking?', 'parking');
    expect(terms.get('park')).toBe(1);
    expect(terms.get('garag')).toBeGreaterThan(0.4);
    expect(terms.get('estacion')).toBeGreaterThan(0.3);
    expect(terms.get('garag')).toBeLessThan(1);
  });

  test('is not about greetings and small words', () => {
    const words = planQuery('Hello, good morning! Could you please tell me where the garage is?', synonyms).concepts.map(
      ({ word }) => word,
    );
    expect(words).toContain('garage');
    expect(words).not.toContain('hello');
    expect(words).not.toContain('the');
    expect(planQuery('Hi! Thanks.', synonyms).concepts).toEqual([]);
  });

  test('counts more than the story around it', () => {
    const { concepts } = planQuery('My cousin paints lighthouses. Do you repair umbrellas?', synonyms);
    const importanceOf = (word: string) => concepts.find((concept) => concept.word === word)?.importance ?? 0;
    expect(importanceOf('umbrellas')).toBeGreaterThan(importanceOf('lighthouses'));
  });

  test('may say something in several words', () => {
    const phrase = planQuery('how much is it', synonyms).concepts.find(({ word }) => word === 'how much');
    expect(phrase?.alternatives.map(({ term }) => term)).toContain('cost');
  });

  test('may use words of the tenant', () => {
    const own = withTenantGroups(builtInGroups(), [['birdhouse', 'wardrobe']]);
    const [concept] = planQuery('wardrobe', own).concepts;
    expect(concept?.alternatives.map(({ term }) => term)).toContain('birdhous');
  });
});

test('no word of our groups is lost on the way, and no group is alone', () => {
  for (const [index, { en, es }] of builtInGroups().entries()) {
    expect(en.length + es.length, `group ${index}`).toBeGreaterThan(1);
    expect(synonyms.stemsOf(index, 'en').length + synonyms.stemsOf(index, 'es').length, `${en} | ${es}`).toBeGreaterThan(0);
  }
});

test('a passage is rated by how much of the question one of its sentences has, with the headings above it', () => {
  const passage: CandidatePassage = {
    chunkId: '',
    documentId: '',
    documentTitle: 'Visiting',
    heading: 'Chapel',
    text: 'The chapel is on the first floor. It is always open. Flowers are welcome in the lobby.',
    page: null,
    language: 'en',
    relevance: 1,
  };
  const rate = (concepts: RatedConcept[]) => createRater(concepts)(passage);
  const about = (...terms: string[]) => terms.map((term) => ({ word: term, weights: new Map([[term, 1]]), share: 1 }));
  const near = rate(about('chapel', 'floor'));
  const apart = rate(about('floor', 'flow'));
  expect(near).toMatchObject({ coverage: 1, focus: 1, naming: 0.5, bestSentence: 0 });
  expect(apart.coverage).toBe(1);
  expect(apart.focus).toBeLessThan(near.focus);
  expect(rate(about('zebra')).coverage).toBe(0);
  expect(rate([]).coverage).toBe(0);
});
