import { describe, expect, test } from 'vitest';
import { readFormSchema } from './form-schema.ts';

const problemsOf = (schema: unknown) => {
  const read = readFormSchema(schema, 'formSchema');
  return read.ok ? [] : read.problems.map(({ path }) => path);
};
const withField = (field: unknown) => ({ type: 'object', properties: { name: { type: 'string' }, field } });

describe('a form', () => {
  test('is read with everything that its fields say', () => {
    const read = readFormSchema(
      {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Intake',
        type: 'object',
        required: ['age'],
        properties: {
          age: { type: 'integer', title: 'Age', description: 'In years', minimum: 0, maximum: 130 },
          symptoms: { type: 'array', items: { type: 'string', enum: ['cough', 'fever'] }, medicalTerms: ['presenting complaint'] },
          smoker: { type: ['boolean', 'null'] },
          colour: { enum: ['red', 'green'] },
          note: { type: 'string', min: 1, max: 500 },
        },
      },
      'formSchema',
    );
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.form.title).toBe('Intake');
    expect(read.form.fields.map(({ name, type, isList, isRequired }) => [name, type, isList, isRequired])).toEqual([
      ['age', 'integer', false, true],
      ['symptoms', 'string', true, false],
      ['smoker', 'boolean', false, false],
      ['colour', 'string', false, false],
      ['note', 'string', false, false],
    ]);
    expect(read.form.fields[0]).toMatchObject({ title: 'Age', description: 'In years', minimum: 0, maximum: 130 });
    expect(read.form.fields[1]).toMatchObject({ enum: ['cough', 'fever'], medicalTerms: ['presenting complaint'], askedOf: 'visitor' });
    expect(read.form.fields[4]).toMatchObject({ minimum: 1, maximum: 500 });
  });

  test.each([
    ['text', 'formSchema'],
    [null, 'formSchema'],
    [[], 'formSchema'],
    [{}, 'formSchema.properties'],
    [{ type: 'array', items: {} }, 'formSchema.type'],
    [{ type: 'object', properties: {} }, 'formSchema.properties'],
    [{ type: 'object', properties: [] }, 'formSchema.properties'],
    [{ type: 'object', properties: { '': { type: 'string' } } }, 'formSchema.properties.'],
    [{ type: 'object', properties: { a: { type: 'string' } }, required: ['b'] }, 'formSchema.required'],
    [
      { type: 'object', properties: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`f${n}`, { type: 'string' }])) },
      'formSchema.properties',
    ],
  ])('that is none is refused: %j', (schema, path) => {
    expect(problemsOf(schema)[0]).toBe(path);
  });

  test.each([
    ['string', ''],
    [{}, '.type'],
    [{ type: 'date' }, '.type'],
    [{ type: ['string', 'number'] }, '.type'],
    [{ type: 'object', properties: { x: { type: 'string' } } }, '.properties'],
    [{ type: 'array' }, '.items'],
    [{ type: 'array', items: [{ type: 'string' }] }, '.items'],
    [{ type: 'array', items: { type: 'object' } }, '.items.type'],
    [{ type: 'array', items: { type: 'array', items: { type: 'string' } } }, '.items.type'],
    [{ type: 'string', enum: [] }, '.enum'],
    [{ type: 'integer', enum: [1, 'two'] }, '.enum'],
    [{ enum: [1, 'two'] }, '.type'],
    [{ type: 'number', minimum: '3' }, '.minimum'],
    [{ type: 'number', minimum: 5, maximum: 3 }, ''],
    [{ type: 'string', medicalTerms: 'angina' }, '.medicalTerms'],
    [{ type: 'string', askedOf: 'nurse' }, '.askedOf'],
    [{ $ref: '#/definitions/x' }, '.$ref'],
    [{ type: 'string', anyOf: [{ minLength: 1 }] }, '.anyOf'],
    [{ type: 'string', title: 7 }, '.title'],
    [{ type: 'string', multipleOf: 0 }, '.multipleOf'],
  ])('names the field that cannot be used: %j', (field, path) => {
    expect(problemsOf(withField(field))[0]).toBe(`formSchema.properties.field${path}`);
  });

  test('with a pattern that is no pattern is refused', () => {
    expect(problemsOf(withField({ type: 'string', pattern: '(' }))).toHaveLength(1);
  });

  test('lists what is wrong in several places', () => {
    const schema = { type: 'object', properties: { a: { type: 'date' }, b: { type: 'string', enum: [] } } };
    expect(problemsOf(schema)).toEqual(['formSchema.properties.a.type', 'formSchema.properties.b.enum']);
  });
});
