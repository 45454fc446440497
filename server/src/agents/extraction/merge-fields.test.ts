import { describe, expect, test } from 'vitest';
import type { FormSchema } from '../forms/form-schema.ts';
import type { FieldStatus, FieldValue } from '../forms/known-field.ts';
import type { ProposedField } from './extraction-engine.ts';
import { afterChanges, mergeFields, missingFields, overallConfidence, type StoredField, statusOf } from './merge-fields.ts';

const seqOf = (messageId: string) => Number(messageId.slice(1));
const calibrate = (_name: string, confidence: number) => ({ confidence, isCalibrated: false });
const quoted = (messageId: string) => [{ messageId, quote: 'words' }];
const known = (value: FieldValue | null, status: FieldStatus, messageId = 'm1'): StoredField => ({
  fieldName: 'weight',
  value,
  status,
  confidence: 0.9,
  rawConfidence: 0.9,
  isCalibrated: false,
  evidence: quoted(messageId),
});
const proposed = (value: FieldValue, messageId = 'm1', confidence = 0.9): ProposedField => ({
  fieldName: 'weight',
  value,
  confidence,
  evidence: quoted(messageId),
});
const merge = (before: StoredField[], after: ProposedField[]) => mergeFields(before, after, { seqOf, calibrate });

describe('what an engine finds', () => {
  test('is suggested', () => {
    expect(merge([], [proposed(80)])).toMatchObject([
      { before: undefined, after: { fieldName: 'weight', value: 80, status: 'suggested' } },
    ]);
  });

  test('replaces what rests on earlier words, and not what rests on later ones', () => {
    expect(merge([known(80, 'suggested', 'm1')], [proposed(82, 'm3')])).toMatchObject([{ after: { value: 82 } }]);
    expect(merge([known(82, 'suggested', 'm3')], [proposed(80, 'm1')])).toEqual([]);
  });

  test.each<FieldStatus>(['confirmed', 'corrected', 'rejected'])('never touches what a person has %s', (status) => {
    expect(merge([known(status === 'rejected' ? null : 80, status)], [proposed(82, 'm9')])).toEqual([]);
  });

  test('is no news when it is known, and is when it rests on more words', () => {
    expect(merge([known(80, 'suggested')], [proposed(80)])).toEqual([]);
    expect(merge([known(80, 'suggested')], [proposed(80, 'm1', 0.88)])).toEqual([]);
    expect(merge([known(80, 'suggested')], [proposed(80, 'm1', 0.5)])).toHaveLength(1);
    expect(merge([known(80, 'suggested')], [proposed(80, 'm2')])).toHaveLength(1);
    expect(merge([known(['a', 'b'], 'suggested')], [proposed(['b', 'a'])])).toEqual([]);
  });

  test('stays when it is not proposed any more', () => {
    expect(merge([known(80, 'suggested')], [])).toEqual([]);
  });
});

describe('a form', () => {
  const field = (name: string, isRequired: boolean) => ({ name, isRequired }) as FormSchema['fields'][number];
  const form = (...fields: FormSchema['fields']): FormSchema => ({ title: undefined, description: undefined, fields });
  const name: StoredField = { ...known('Ana', 'suggested'), fieldName: 'name', confidence: 0.5 };

  test('is complete with all required fields, or with all where none is required', () => {
    const asked = form(field('name', true), field('weight', false));
    expect(statusOf(asked, [])).toBe('partial');
    expect(statusOf(asked, [name])).toBe('complete');
    const open = form(field('name', false), field('weight', false));
    expect(statusOf(open, [name])).toBe('partial');
    expect(statusOf(open, [name, known(80, 'suggested')])).toBe('complete');
  });

  test('misses what was rejected', () => {
    const asked = form(field('weight', true));
    expect(missingFields(asked, [known(null, 'rejected')]).map((one) => one.name)).toEqual(['weight']);
  });

  test('is as sure as its values on the whole', () => {
    expect(overallConfidence([])).toBe(0);
    expect(overallConfidence([name, known(80, 'suggested'), known(null, 'rejected')])).toBe(0.7);
  });

  test('shows its fields in its own order', () => {
    const both = form(field('weight', false), field('name', false));
    const changes = [{ before: undefined, after: known(80, 'suggested') }];
    expect(afterChanges(both, [name], changes).map(({ fieldName }) => fieldName)).toEqual(['weight', 'name']);
  });
});
