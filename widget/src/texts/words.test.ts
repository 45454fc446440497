import { describe, expect, test } from 'vitest';
import { CONVERSATION_TEXTS } from './conversation.ts';
import { en } from './en.ts';
import { ENDING_TEXTS } from './ending.ts';
import { ERROR_TEXTS, sayError } from './errors.ts';
import { es } from './es.ts';
import { FIELD_TEXTS } from './fields.ts';
import { FILE_TEXTS } from './files.ts';
import { formatsFor } from './formats.ts';
import { MENU_TEXTS } from './menu.ts';
import { PRE_CHAT_TEXTS } from './pre-chat.ts';
import { type Tongue, wordsOf } from './words.ts';

const english: Tongue = { language: 'en', overrides: {} };
const spanish: Tongue = { language: 'es', overrides: {} };
const parts = { common: { en, es }, ENDING_TEXTS, FIELD_TEXTS, FILE_TEXTS, ERROR_TEXTS, MENU_TEXTS, PRE_CHAT_TEXTS, CONVERSATION_TEXTS };

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();

describe('what the widget says', () => {
  test.each(Object.entries(parts))('%s: everything is said in both languages, with the same things filled in', (_name, sentences) => {
    expect(Object.keys(sentences.es)).toEqual(Object.keys(sentences.en));
    const translated: Readonly<Record<string, string>> = sentences.es;
    for (const [key, text] of Object.entries(sentences.en)) {
      const other = translated[key] ?? '';
      expect(other.trim(), key).not.toBe('');
      expect(placeholders(other), key).toEqual(placeholders(text));
      // A word or two may be the same in both; a sentence is not.
      if (text.length > 25) expect(other, key).not.toBe(text);
    }
  });

  test('a visitor is addressed as “usted”', () => {
    const all = Object.values(parts).flatMap((sentences) => Object.values(sentences.es));
    expect(all.filter((text) => /\b(tú|tu|tus|ti|te|puedes|quieres|escribe|espera|elige)\b/i.test(text))).toEqual([]);
  });

  test('fills in what is given and leaves what is not', () => {
    const say = wordsOf(english, CONVERSATION_TEXTS);
    expect(say('agentJoined', { name: 'Inés {count}' })).toBe('Inés {count} has joined');
    expect(say('agentJoined', {})).toBe('{name} has joined');
    expect(say('agentJoined', { name: '\u202egnp.exe' })).toBe('gnp.exe has joined');
  });

  test('a theme replaces single sentences', () => {
    const say = wordsOf({ ...spanish, overrides: { placeholder: '¿En qué le ayudo?', ended: 'Adiós' } }, ENDING_TEXTS);
    expect([say('placeholder'), say('ended'), say('startOver')]).toEqual(['¿En qué le ayudo?', 'Adiós', 'Empezar otra conversación']);
  });

  test('an error that has no words gets a general sentence', () => {
    expect(sayError(wordsOf(spanish, ERROR_TEXTS), 'NETWORK')).toBe('En este momento no hay conexión con el servidor.');
    expect(sayError(wordsOf(spanish, ERROR_TEXTS), 'SOMETHING_NEW')).toBe('Algo ha fallado. Inténtelo de nuevo.');
    expect(sayError(wordsOf(english, ERROR_TEXTS), 'toString')).toBe('Something went wrong. Please try again.');
    expect(sayError(wordsOf(english, ERROR_TEXTS), 'FILE_EMPTY')).toBe('The file is empty.');
  });
});

describe('dates, numbers and sizes', () => {
  const noon = Date.UTC(2026, 10, 20, 12);
  const british = formatsFor('en', ['es-ES', 'en-GB'], 'UTC');
  const spain = formatsFor('es', ['es-ES', 'en-GB'], 'UTC');

  test('are written as in the country of the visitor', () => {
    expect([british.time(noon), spain.time(noon), formatsFor('en', ['en-US'], 'UTC').time(noon)]).toEqual(['12:00', '12:00', '12:00 PM']);
    expect([british.number(1234.5), spain.number(12_345.6)]).toEqual(['1,234.5', '12.345,6']);
    expect([british.date('2026-12-03'), spain.date('2026-12-03'), spain.date('soon')]).toEqual([
      '3 December 2026',
      '3 de diciembre de 2026',
      'soon',
    ]);
    expect([british.size(12), british.size(2_400), british.size(48_000), spain.size(2_400_000)]).toEqual([
      '12 byte',
      '2.4 kB',
      '48 kB',
      '2,4 MB',
    ]);
    expect(spain.percent(0.4)).toBe('40\u00a0%');
  });

  test('days are told from today', () => {
    const day = 86_400_000;
    expect([british.day(noon, noon), british.day(noon - day, noon), spain.day(noon - day, noon)]).toEqual(['today', 'yesterday', 'ayer']);
    expect(british.day(noon - 3 * day, noon)).toBe('Tuesday 17 November');
  });

  test('a language without a country is enough', () => {
    expect(formatsFor('es', ['fr-FR'], 'UTC').number(12_345.6)).toBe('12.345,6');
  });
});
