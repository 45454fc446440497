import { describe, expect, test } from 'vitest';
import { closedNotice, openingSentence } from './opening-texts.ts';
import { clinic, facts } from './prompt-facts.testing.ts';

const on = (moment: string, changes: Parameters<typeof facts>[0] = {}) =>
  facts({ organisation: clinic(), now: new Date(`2026-03-${moment}:00Z`), ...changes });
const spanish = { locale: 'es-MX', language: 'es' } as const;

describe('whether the business is open', () => {
  test.each([
    ['02T09:00', 'The business is open now, until 13:00.', 'El negocio está abierto ahora, hasta las 13:00.'],
    [
      '02T12:30',
      'The business is closed now and opens next today at 16:00.',
      'El negocio está cerrado ahora y vuelve a abrir hoy a las 16:00.',
    ],
    [
      '07T12:30',
      'The business is closed now and opens next on Monday 9 March at 09:00.',
      'El negocio está cerrado ahora y vuelve a abrir el lunes, 9 de marzo a las 09:00.',
    ],
  ])('is said in words: %s', (moment, english, inSpanish) => {
    expect(openingSentence(on(moment))).toBe(english);
    expect(openingSentence(on(moment, spanish))).toBe(inSpanish);
  });

  test('past midnight, around the clock, and when it will never open again', () => {
    const always = [{ from: '00:00', to: '24:00' }];
    const sentence = (openingHours: object) => openingSentence(on('02T20:00', { organisation: clinic({ openingHours }) }));
    expect(sentence({ monday: [{ from: '18:00', to: '24:00' }] })).toBe('The business is open now, until midnight.');
    expect(sentence({ monday: always, tuesday: [{ from: '00:00', to: '03:00' }] })).toBe(
      'The business is open now, until Tuesday 3 March at 03:00.',
    );
    const week = { monday: always, tuesday: always, wednesday: always, thursday: always, friday: always, saturday: always, sunday: always };
    expect(sentence(week)).toBe('The business is open now.');
    expect(sentence({})).toBe('The business is closed now.');
  });

  test('is not said where nobody has said the hours', () => {
    expect(openingSentence(facts())).toBeUndefined();
    expect(closedNotice(facts())).toBeUndefined();
  });

  test('is said to visitors only while it is closed, and as long as it is known until when', () => {
    expect(closedNotice(on('02T09:00'))).toBeUndefined();
    expect(closedNotice(on('02T12:30'))).toBe('We are closed at the moment and open again today at 16:00.');
    expect(closedNotice(on('07T12:30', spanish))).toBe('En este momento está cerrado; volvemos a abrir el lunes, 9 de marzo a las 09:00.');
    expect(closedNotice(on('07T12:30', { organisation: clinic({ openingHours: {} }) }))).toBeUndefined();
  });

  test('to somebody whose language we do not have, wholly in English', () => {
    expect(openingSentence(on('07T12:30', { locale: 'fr-FR' }))).toBe(
      'The business is closed now and opens next on Monday, March 9 at 09:00.',
    );
  });
});
