import { describe, expect, test } from 'vitest';
import type { FormField, FormState } from '../../chat/chat.ts';
import { FIELD_TEXTS } from '../../texts/fields.ts';
import { formatsFor } from '../../texts/formats.ts';
import { wordsOf } from '../../texts/words.ts';
import { progressOf } from './field-progress.ts';
import { confidenceLevel, inputText, parseInput, valueText } from './field-values.ts';

const words = wordsOf({ language: 'en', overrides: {} }, FIELD_TEXTS);
const formats = formatsFor('en', ['en-GB'], 'UTC');

function field(isRequired: boolean, status?: 'suggested' | 'rejected'): FormField {
  const known = status && { fieldName: 'x', value: status === 'rejected' ? null : 1, confidence: 1, status, evidence: [] };
  return { name: 'x', title: 'X', description: undefined, type: 'number', options: undefined, format: undefined, isRequired, known };
}
const form = (fields: FormField[]): FormState => ({ formType: 'form', title: undefined, status: 'partial', fields });

describe('how far a form is', () => {
  test('counts the required fields where there are some', () => {
    expect(progressOf(form([field(true, 'suggested'), field(true), field(false, 'suggested')]))).toEqual({ known: 1, total: 2 });
    expect(progressOf(form([field(false, 'suggested'), field(false)]))).toEqual({ known: 1, total: 2 });
  });

  test('a value that was removed is none', () => {
    expect(progressOf(form([field(true, 'rejected')]))).toEqual({ known: 0, total: 1 });
  });
});

describe('a value', () => {
  test.each([
    [true, undefined, 'Yes'],
    [1234.5, undefined, '1,234.5'],
    ['2026-12-03', 'date', '3 December 2026'],
    [['Ramipril', 'Aspirin'], undefined, 'Ramipril, Aspirin'],
    ['<b>', undefined, '<b>'],
  ])('%j is shown as the visitor would write it', (value, format, expected) => {
    expect(valueText({ format }, value, words, formats)).toBe(expected);
  });

  test.each([
    ['integer', ' 65 ', 65],
    ['integer', '65.5', undefined],
    ['number', '81,5', 81.5],
    ['number', '1.234,5', undefined],
    ['number', 'eighty', undefined],
    ['boolean', 'false', false],
    ['string', ' x ', 'x'],
    ['string', '  ', undefined],
    ['array', 'Ramipril\n\n Aspirin ', ['Ramipril', 'Aspirin']],
  ] as const)('of type %s, written as %j, is %j', (type, input, expected) => {
    expect(parseInput({ type, options: undefined }, input)).toEqual(expected);
  });

  test('that is chosen keeps its type', () => {
    expect(parseInput({ type: 'string', options: ['1', 2] }, '2')).toBe(2);
    expect(parseInput({ type: 'array', options: [1, 2] }, '1\n2')).toEqual([1, 2]);
  });

  test('comes back as it was from its input', () => {
    expect(parseInput({ type: 'array', options: undefined }, inputText(['a', 'b']))).toEqual(['a', 'b']);
    expect(parseInput({ type: 'boolean', options: undefined }, inputText(false))).toBe(false);
    expect(inputText(null)).toBe('');
  });

  test('is high, medium or low in confidence', () => {
    expect([1, 0.8, 0.79, 0.5, 0.49].map(confidenceLevel)).toEqual(['high', 'high', 'medium', 'medium', 'low']);
  });
});
