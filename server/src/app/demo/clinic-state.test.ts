import { describe, expect, test } from 'vitest';
import { EMPTY, factorRows, rowOf, scoreOf, withEntered, withFields, withMessage } from '../browser/demo/clinic-state.mjs';
import { CLINIC_TEXTS, VALUE_TEXTS } from '../browser/demo/clinic-texts.mjs';
import { FACTORS, valuesOf } from '../browser/demo/euroscore-ii.mjs';
import { FIELDS } from '../browser/demo/intake-form.mjs';

type Told = Parameters<typeof withFields>[1][number];
const told = (name: string, value: unknown, more: Partial<Told> = {}): Told => ({
  name,
  value,
  confidence: 0.9,
  status: 'suggested',
  evidence: [],
  ...more,
});
const said = (messageId: string, role: 'user' | 'assistant', at: number) => ({ messageId, role, content: `says ${messageId}`, at });

/** Everything of the lowest risk, told in the chat. */
const ALL = FACTORS.map((name) => told(name, name === 'age' ? 65 : valuesOf(name)[0]));

describe('what the clinic sees', () => {
  test('every factor has a row, the patient’s first, and nothing is known in the beginning', () => {
    const rows = factorRows(EMPTY);
    expect(rows.map(({ name }) => name).sort()).toEqual([...FACTORS].sort());
    expect(rows.map(({ askedOf }) => askedOf).lastIndexOf('visitor')).toBe(9);
    expect(rows.every(({ value }) => value === undefined)).toBe(true);
  });

  test('what was told comes with how sure it is and with the visitor’s words, not with the question', () => {
    const state = withMessage(withMessage(EMPTY, said('q', 'assistant', 1)), said('a', 'user', 2));
    const evidence = [
      { messageId: 'a', quote: 'no' },
      { messageId: 'q', quote: 'Do you use insulin' },
    ];
    const row = (confidence: number) =>
      rowOf(withFields(state, [told('diabetesOnInsulin', false, { confidence, evidence })]), 'diabetesOnInsulin');
    expect(row(0.9)).toMatchObject({ value: false, origin: 'told', confidence: 'high', isChecked: false, quote: 'no' });
    expect(row(0.7).confidence).toBe('medium');
    expect(row(0.3).confidence).toBe('low');
  });

  test('what was rejected, and fields of other forms, are not shown', () => {
    const state = withFields(EMPTY, [told('age', null, { status: 'rejected' }), told('toString', 7), told('unheard', 7)]);
    expect(state.fields).toEqual({});
  });

  test('what a clinician enters wins, and can be taken back', () => {
    const state = withEntered(withFields(EMPTY, [told('leftVentricularFunction', 'good')]), 'leftVentricularFunction', 'poor');
    expect(rowOf(state, 'leftVentricularFunction')).toMatchObject({ value: 'poor', origin: 'entered', isChecked: true });
    expect(rowOf(withEntered(state, 'leftVentricularFunction', undefined), 'leftVentricularFunction').value).toBe('good');
  });

  test('there is a score only when all 18 factors are known', () => {
    expect(scoreOf(withFields(EMPTY, ALL.slice(1)))).toMatchObject({ isComplete: false, missing: ['age'] });
    const score = scoreOf(withFields(EMPTY, ALL));
    expect(score).toMatchObject({ isComplete: true, uncheckedCount: 18 });
    expect(scoreOf(withEntered(withFields(EMPTY, ALL), 'age', 65))).toMatchObject({ isComplete: true, uncheckedCount: 17 });
  });

  test('a message that is told again is not there twice, and messages stand in the order of their times', () => {
    const state = [said('b', 'user', 2), said('a', 'user', 1), said('b', 'user', 2)].reduce(withMessage, EMPTY);
    expect(state.messages.map(({ messageId }) => messageId)).toEqual(['a', 'b']);
  });
});

test('every value that a factor can have has words in both languages', () => {
  const values = FACTORS.flatMap((name) => valuesOf(name)).filter((value) => typeof value === 'string');
  for (const value of values) expect(Object.values(VALUE_TEXTS[value] ?? {}), value).toHaveLength(2);
  for (const { label, title, description } of Object.values(FIELDS)) {
    for (const text of [label, title, description]) expect([text.en, text.es].every((one) => one.length > 0)).toBe(true);
  }
  expect(Object.keys(CLINIC_TEXTS.es)).toEqual(Object.keys(CLINIC_TEXTS.en));
});
