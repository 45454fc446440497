import { describe, expect, test } from 'vitest';
import { indexDocument } from './index-document.ts';
import { languageOf, languageOfQuestion } from './language.ts';
import { stemEnglish } from './stem-english.ts';
import { stemSpanish } from './stem-spanish.ts';
import { termsOf } from './terms.ts';
import { wordsOf } from './words.ts';

describe('words', () => {
  test('have no accents, capitals or signs; hyphens join and part them', () => {
    expect(wordsOf('¿CuÁnto cuesta? ¡El niño!')).toEqual(['cuanto', 'cuesta', 'el', 'nino']);
    expect(wordsOf('Check-in at 8:30, call 555-0142')).toEqual(['checkin', 'check', 'in', 'at', '8:30', 'call', '5550142', '555', '0142']);
    expect(wordsOf("The patient's $1,500.50 bill, don't pay")).toEqual(['the', 'patient', '1,500.50', 'bill', 'dont', 'pay']);
    expect(wordsOf('1,500 ﬁles')).toEqual(['1500', 'files']);
  });
});

describe('forms of a word have one stem', () => {
  test.each([
    ['park parks parked parking'],
    ['visit visits visitor visitors visiting visited'],
    ['cancel cancels cancelled canceled cancelling cancellation'],
    ['appointment appointments'],
    ['insure insured insurance insurer'],
    ['study studies studied'],
    ['operate operation operations operating'],
  ])('%s', (forms) => {
    expect(new Set(forms.split(' ').map(stemEnglish)).size).toBe(1);
  });

  test.each([
    ['cita citas'],
    ['pagar pago pagos pagado pagarlo pague pagando'],
    ['cancelar cancelo cancelacion cancelaciones cancelarla'],
    ['estacionar estacionamiento estacionamientos'],
    ['operar operacion operaciones operado operarse'],
    ['busque buscar buscando'],
    ['luz luces'],
  ])('%s', (forms) => {
    expect(new Set(forms.split(' ').map(stemSpanish)).size).toBe(1);
  });

  test('other words keep theirs apart', () => {
    expect(stemEnglish('comment')).not.toBe(stemEnglish('come'));
    expect(stemEnglish('news')).not.toBe('n');
    expect(stemSpanish('casa')).not.toBe(stemSpanish('caso').concat('a'));
    expect(stemEnglish('c3po')).toBe('c3po');
  });
});

test('what stands in a text are its words without the small ones; very long ones are none', () => {
  expect(termsOf('The garage of the clinic', 'en').map(({ term }) => term)).toEqual(['garag', 'clin']);
  expect(termsOf('El estacionamiento de la clínica', 'es').map(({ word }) => word)).toEqual(['estacionamiento', 'clinica']);
  expect(termsOf('Der Parkplatz', 'other').map(({ term }) => term)).toEqual(['der', 'parkplatz']);
  expect(termsOf('x'.repeat(500), 'en')).toEqual([]);
});

describe('the language', () => {
  test('of a text is told by its small words', () => {
    expect(languageOf('The garage is open to all of our patients and their families.')).toBe('en');
    expect(languageOf('El estacionamiento está abierto para los pacientes y sus familias.')).toBe('es');
    expect(languageOf('Der Parkplatz ist für alle Besucher da.')).toBe('other');
    expect(languageOf('')).toBe('other');
  });

  test('of a question may not be told', () => {
    expect(languageOfQuestion('where is it')).toBe('en');
    expect(languageOfQuestion('donde queda')).toBe('es');
    expect(languageOfQuestion('niños')).toBe('es');
    expect(languageOfQuestion('valet')).toBeUndefined();
  });
});

test('a word says most about a passage in its heading, then in the title, then in a short text, then in a long one', () => {
  const long = 'Somebody wrote many other sentences here about all kinds of things in the house. '.repeat(12);
  const passages = [
    { headings: ['Lantern'], text: 'It is green.' },
    { headings: [], text: 'The lantern is green.' },
    { headings: [], text: `The lantern is green. ${long}` },
  ];
  const impacts = indexDocument('Colours', passages, 'en').postings.find(({ term }) => term === 'lantern');
  expect(impacts?.ordinals).toEqual([0, 1, 2]);
  const [inHeading = 0, inText = 0, inLong = 0] = impacts?.impacts ?? [];
  expect(inHeading).toBeGreaterThan(inText);
  expect(inText).toBeGreaterThan(inLong);
  const titled = indexDocument('The lantern', passages, 'en').postings.find(({ term }) => term === 'lantern');
  expect(titled?.impacts[2]).toBeGreaterThan(inLong);
});
