import { describe, expect, test } from 'vitest';
import { readFormSchema } from '../../../forms/form-schema.ts';
import { readAnswer } from '../read-answer.ts';

const reading = readFormSchema(
  {
    type: 'object',
    properties: {
      preferredDate: { type: 'string', format: 'date', title: 'Preferred day' },
      birthDate: { type: 'string', format: 'date', title: 'Date of birth' },
      startDate: { type: 'string', format: 'date', title: 'Onset of the symptoms' },
      name: { type: 'string', title: 'Name of the patient' },
    },
  },
  'form',
);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const { form } = reading;

/** Asked on a Friday, 20 November 2026. */
function answer(name: string, text: string, language = 'es') {
  const field = form.fields.find((one) => one.name === name);
  if (!field) throw new Error(`There is no field ${name}`);
  return readAnswer(field, text, { language, now: new Date('2026-11-20T12:00:00Z'), timeZone: 'UTC' })?.value;
}

describe('of several days in an answer', () => {
  test.each(['el lunes, el jueves', 'me habló de algo el 25. El 27 de este mes'])(
    'nothing is taken where nothing singles one out: %s',
    (text) => {
      expect(answer('preferredDate', text)).toBeUndefined();
    },
  );

  test.each([
    ['el lunes o el martes', '2026-11-23'],
    ['mañana no, que tiene su festival. El martes', '2026-11-24'],
    ['hasta el 3 de diciembre tengo exámenes. El día después', '2026-12-04'],
    ['el primer jueves de diciembre', '2026-12-03'],
    ['de hoy en una semana', '2026-11-27'],
    ['Saturday el 28 está bien', '2026-11-28'],
  ])('the first of two that are both right, and days told by others: %s', (text, day) => {
    expect(answer('preferredDate', text)).toBe(day);
  });

  test.each([
    ['el lunes no, el martes', '2026-11-24'],
    ['no el lunes sino el martes', '2026-11-24'],
    ['puede ser el lunes... no, espere, el miércoles', '2026-11-25'],
    ['el lunes, o mejor el martes, que el lunes tengo examen', '2026-11-24'],
    ['yo diría que el jueves, no, el jueves tengo junta, viernes', '2026-11-27'],
    ['el lunes 23 trabajo, así que el martes 24', '2026-11-24'],
    ['Next Wednesday maybe? wait no, I work Wednesdays. Friday, the 27th', '2026-11-27'],
  ])('the one that corrects the others is meant: %s', (text, day) => {
    expect(answer('preferredDate', text)).toBe(day);
  });

  test.each([
    ['mañana si se puede, si no el lunes', '2026-11-21'],
    ['el 25 de noviembre o el 26', '2026-11-25'],
    ['hoy mismo, y si no mañana', '2026-11-20'],
  ])('the first is meant before what is only a way out: %s', (text, day) => {
    expect(answer('preferredDate', text)).toBe(day);
  });

  test('a corrected year or day keeps the rest', () => {
    expect(answer('birthDate', '4 de mayo de 1990... perdón, 1991')).toBe('1991-05-04');
    expect(answer('birthDate', 'el 3 de marzo de 2012. Ay no, perdón, el 13 de marzo')).toBe('2012-03-13');
  });

  test('a birthday without a year is no date of birth', () => {
    expect(answer('birthDate', 'el 3 de marzo')).toBeUndefined();
  });

  test('what began is corrected backwards in time, too', () => {
    expect(answer('startDate', 'desde el lunes, bueno no, el domingo')).toBe('2026-11-15');
    expect(answer('startDate', 'empezó el jueves de la semana pasada')).toBe('2026-11-12');
  });
});

describe('the name among what is said with it', () => {
  test.each([
    ['soy la mamá de Diego Ramos', 'Diego Ramos'],
    ['Pepe, bueno José Luis Arce', 'José Luis Arce'],
    ['es Andrés, Andrés Felipe Mora', 'Andrés Felipe Mora'],
    ['mi nombre completo es Inés Robledo Cano', 'Inés Robledo Cano'],
  ])('%s', (text, name) => {
    expect(answer('name', text)).toBe(name);
  });
});
