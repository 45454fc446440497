import { describe, expect, test } from 'vitest';
import { formState } from './form.ts';

const schema = {
  title: 'Before your operation',
  required: ['age'],
  properties: {
    age: { type: 'integer', title: 'Age' },
    sex: { enum: ['female', 'male'] },
    tablets: { type: 'array', items: { type: 'string', enum: ['aspirin', 'none'] } },
    day: { type: ['string', 'null'], format: 'date', description: 'When' },
  },
};

describe('the form of a page', () => {
  test('has every field in its order, with its type, its choices and what is known', () => {
    const known = { fieldName: 'sex', value: 'male', confidence: 0.9, status: 'suggested' as const, evidence: [] };
    const state = formState({ type: 'intake', schema }, { formType: 'intake', extractionStatus: 'partial', fields: [known] });
    expect(state).toMatchObject({ formType: 'intake', title: 'Before your operation', status: 'partial' });
    expect(state?.fields).toMatchObject([
      { name: 'age', title: 'Age', type: 'integer', isRequired: true, known: undefined },
      { name: 'sex', title: 'sex', type: 'string', options: ['female', 'male'], isRequired: false, known },
      { name: 'tablets', type: 'array', options: ['aspirin', 'none'] },
      { name: 'day', type: 'string', format: 'date', description: 'When' },
    ]);
  });

  test('without a schema there is what is known, and without either there is none', () => {
    const known = { fieldName: 'constructor', value: 1, confidence: 1, status: 'confirmed' as const, evidence: [] };
    expect(formState(undefined, { formType: 'form', extractionStatus: 'partial', fields: [known] })?.fields).toMatchObject([
      { name: 'constructor', title: 'constructor', known },
    ]);
    expect(formState(undefined, undefined)).toBeUndefined();
  });

  test.each([[{}], [{ properties: null }], [{ properties: [1] }], [{ properties: { a: 1 }, required: 'a' }]])(
    'survives the schema %j',
    (odd) => {
      expect(formState({ schema: odd }, undefined)).toMatchObject({ formType: 'form' });
    },
  );

  test('shows what the team is to be asked only once it is known', () => {
    const properties = { name: { type: 'string' }, risk: { type: 'string', askedOf: 'team' } };
    const known = { fieldName: 'risk', value: 'low', confidence: 1, status: 'suggested' as const, evidence: [] };
    const names = (fields: (typeof known)[]) =>
      formState({ schema: { properties } }, { formType: 'form', extractionStatus: 'partial', fields })?.fields.map(({ name }) => name);
    expect(names([])).toEqual(['name']);
    expect(names([known])).toEqual(['name', 'risk']);
  });
});
