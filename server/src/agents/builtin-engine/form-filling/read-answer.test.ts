import { describe, expect, test } from 'vitest';
import { readFormSchema } from '../../forms/form-schema.ts';
import { questionFieldOf, questionFieldsOf, readAnswer } from './read-answer.ts';

const reading = readFormSchema(
  {
    type: 'object',
    properties: {
      name: { type: 'string', title: 'Full name' },
      birthDate: { type: 'string', format: 'date', title: 'Date of birth' },
      visits: { type: 'integer', title: 'Visits last year', minimum: 0, maximum: 50 },
      insured: { type: 'boolean', title: 'Has insurance' },
      symptoms: { type: 'array', title: 'Symptoms', items: { type: 'string', enum: ['fever', 'cough', 'headache'] } },
      email: { type: 'string', format: 'email', title: 'E-mail' },
    },
  },
  'form',
);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const { form } = reading;
const context = { language: 'en', now: new Date('2026-11-20T12:00:00Z'), timeZone: 'UTC' };

const answer = (name: string, text: string) => {
  const field = form.fields.find((one) => one.name === name);
  if (!field) throw new Error(`There is no field ${name}`);
  return readAnswer(field, text, context);
};

describe('an answer to a question for one field', () => {
  test('is read by what the field is, with the words that say so', () => {
    expect(answer('name', 'ana gil')).toEqual({ value: 'ana gil', quote: 'ana gil' });
    expect(answer('birthDate', 'March 3rd, 1980')).toEqual({ value: '1980-03-03', quote: 'March 3rd, 1980' });
    expect(answer('visits', 'about three')).toEqual({ value: 3, quote: 'three' });
    expect(answer('insured', 'yes I do')).toMatchObject({ value: true });
    expect(answer('symptoms', 'a cough and a headache')).toMatchObject({ value: ['cough', 'headache'] });
    expect(answer('email', 'ana@mail.example')).toMatchObject({ value: 'ana@mail.example' });
  });

  test('is nothing where it does not say', () => {
    expect(answer('birthDate', 'why?')).toBeUndefined();
    expect(answer('visits', "I don't know")).toBeUndefined();
    expect(answer('visits', '80')).toBeUndefined();
    expect(answer('insured', 'maybe')).toBeUndefined();
  });
});

describe('which fields a question asks for', () => {
  test('in the order in which it does', () => {
    expect(questionFieldsOf('What is your name, and your email?', form).map(({ name }) => name)).toEqual(['name', 'email']);
    expect(questionFieldOf('When were you born?', form)?.name).toBe('birthDate');
    expect(questionFieldOf('Nice weather today.', form)).toBeUndefined();
  });
});
