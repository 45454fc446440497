import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { developmentQuestions, readDocuments } from './evaluation-set.ts';
import { confidenceWithoutAnswer, type Found, figuresOf, isAnswerable } from './judge-search.ts';
import { askAll, createKnowledgeWorld } from './knowledge-world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test('the development questions find the documents that answer them', async () => {
  const found = await askAll(createKnowledgeWorld(database), developmentQuestions());
  const { recallAt5, reciprocalRank } = figuresOf(found.filter(isAnswerable));
  expect(recallAt5).toBeGreaterThan(0.82);
  expect(reciprocalRank).toBeGreaterThan(0.68);
  expect(confidenceWithoutAnswer(found.filter((one) => !isAnswerable(one))).confident).toBeLessThan(2);
});

test('every document that a question names is there', () => {
  const names = new Set(readDocuments().map(({ name }) => name));
  expect(names.size).toBeGreaterThanOrEqual(40);
  for (const { documents } of developmentQuestions()) for (const name of documents) expect(names).toContain(name);
});

test('the judge counts the place of the first document that answers', () => {
  const question = { id: 'q', question: '', language: 'en', kind: '', documents: ['right', 'also'] } as const;
  const found = (...documents: string[]): Found => ({ question: { ...question, documents: [...question.documents] }, documents, score: 1 });
  const figures = figuresOf([found('right'), found('wrong', 'also'), found('a', 'b', 'c', 'd', 'e', 'right')]);
  expect(figures).toMatchObject({ recallAt5: 2 / 3, reciprocalRank: 0.5, first: 1 / 3, confident: 3, confidentRight: 1 });
});
