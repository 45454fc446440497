import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFormSchema } from '../../../forms/form-schema.ts';
import { questionFieldsOf } from '../../form-filling/read-answer.ts';
import { intakeWith } from '../conversation.testing.ts';
import { questionsOf } from './ask-field.ts';
import { showValue } from './show-value.ts';

const FORMS = new URL('../../../../../test/evaluations/extraction/forms/', import.meta.url);
const forms = readdirSync(FORMS).map((file) => {
  const read = readFormSchema(JSON.parse(readFileSync(new URL(file, FORMS), 'utf8')), 'form');
  if (!read.ok) throw new Error(file);
  return { file, form: read.form };
});

describe('a question for a field', () => {
  test.each(forms.flatMap(({ file, form }) => (['en', 'es'] as const).map((language) => ({ file, form, language }))))(
    'is understood by what reads the answers: $file in $language',
    ({ form, language }) => {
      const lost = [...questionsOf(form, language)].filter(([name, question]) => {
        // What a title in the other language asks for cannot always be told from it; then the answer is asked for again.
        const isTranslated = /[«“]/.test(question);
        return !isTranslated && !questionFieldsOf(question, form).some((field) => field.name === name);
      });
      // “Which ones?” says nothing without the question before it.
      expect(lost.map(([name]) => name).filter((name) => name !== 'alergenos')).toEqual([]);
    },
  );

  test('is another one for each field of a form', () => {
    for (const { form } of forms) expect(new Set(questionsOf(form, 'en').values()).size).toBe(form.fields.length);
    const { form } = intakeWith({ name: { type: 'string', title: 'Name' }, fullName: { type: 'string', title: 'Name' } });
    expect([...questionsOf(form, 'en').values()][0]).toContain('“name”');
  });

  test('lists few choices in the words of the form, and names the unit', () => {
    const { form } = intakeWith({
      part: {
        type: 'string',
        title: 'Momento del día',
        description: 'morning (por la mañana), evening (por la noche)',
        enum: ['morning', 'evening'],
      },
      height: { type: 'number', title: 'Estatura', description: 'En centímetros' },
    });
    expect([...questionsOf(form, 'es').values()]).toEqual([
      '¿Qué horario le viene mejor: por la mañana o por la noche?',
      '¿Cuánto mide, en centímetros?',
    ]);
  });
});

describe('a value is shown', () => {
  const { form } = intakeWith({
    day: { type: 'string', format: 'date', title: 'Preferred date' },
    weight: { type: 'number', title: 'Weight (kg)' },
    langs: { type: 'array', items: { type: 'string', enum: ['en', 'es'] }, title: 'Languages' },
    ok: { type: 'boolean', title: 'First visit' },
  });
  const [day, weight, langs, ok] = form.fields;
  test.each([
    [day, '2026-12-07', 'Monday, 7 December 2026', 'lunes, 7 de diciembre de 2026'],
    [weight, 70.5, '70.5 kg', '70,5 kg'],
    [langs, ['en', 'es'], 'English and Spanish', 'inglés y español'],
    [ok, false, 'no', 'no'],
  ] as const)('as people read it', (field, value, english, spanish) => {
    if (!field) throw new Error('no field');
    expect(showValue(field, value, 'en')).toBe(english);
    expect(showValue(field, value, 'es')).toBe(spanish);
  });
});
