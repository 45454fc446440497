import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { openVisitsDesk, type VisitsDesk } from './desk.ts';
import { holdVisit } from './hold-visit.ts';
import { judgeVisit } from './judge-visit.ts';
import { ENGLISH_PERSONAS } from './personas.en.ts';
import { SPANISH_PERSONAS } from './personas.es.ts';

let database: TestDatabase;
let visits: VisitsDesk;
beforeAll(async () => {
  database = await createTestDatabase();
  visits = await openVisitsDesk(database);
});
afterAll(async () => {
  await visits.close();
  await database.close();
});

/** `npm run prove -- visits` holds all ten. */
const SHORT_RUN = ['asks-in-between', 'vuelve'];

describe('without a language model, over the real socket', () => {
  test.each([...ENGLISH_PERSONAS, ...SPANISH_PERSONAS].filter(({ id }) => SHORT_RUN.includes(id)))(
    'a visitor gets answers with sources and a form that is complete and right: $title',
    async (persona) => {
      const held = await holdVisit(visits, persona);

      expect(judgeVisit(held)).toEqual([]);
      expect(held.lines.some((line) => line.who === 'assistant' && line.sources?.length)).toBe(true);
    },
  );

  test('the judge notices a wrong value, an invented one and words that were not read', async () => {
    const [terse] = ENGLISH_PERSONAS;
    if (!terse) throw new Error('no persona');
    const held = await holdVisit(visits, { ...terse, expected: { ...terse.expected, firstVisit: true } });
    const spoiled = { ...held, persona: { ...terse, expected: { fullName: 'Somebody Else' }, absent: ['phone'], reads: ['Good night'] } };

    expect(judgeVisit(held)).toEqual([]);
    expect(judgeVisit(spoiled).join('\n')).toMatch(/fullName is .*\nphone was invented.*\nthe visitor did not read “Good night”/);
  });
});
