import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { Country, Email, jsonObject, Locale, line, Origin, Slug, TimeZone, text } from './text.ts';

const messagesOf = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

function accepts(schema: z.ZodType, cases: Record<string, string>) {
  for (const [given, kept] of Object.entries(cases)) expect(schema.safeParse(given), given).toMatchObject({ success: true, data: kept });
}
function refuses(schema: z.ZodType, values: readonly unknown[]) {
  for (const value of values) expect(schema.safeParse(value).success, JSON.stringify(value)).toBe(false);
}

describe('text', () => {
  test('is kept as it is', () => {
    expect(text({ max: 20 }).parse('  ¿Qué tal? 👋\n ')).toBe('  ¿Qué tal? 👋\n ');
  });

  test('is refused where the database could not keep it, and the message says why', () => {
    expect(messagesOf(text({ max: 9 }), 'a\0b')).toEqual(['Must not contain the character NUL']);
    expect(messagesOf(text({ max: 9 }), 'a\ud83d')).toEqual(['Must not contain half a surrogate pair']);
    expect(messagesOf(text({ min: 1, max: 9 }), '')).toEqual(['Must not be empty']);
    expect(messagesOf(text({ max: 2 }), 'abc')).toEqual(['Must have at most 2 characters']);
  });

  test('a line is one line, and not blank', () => {
    accepts(line({ max: 30 }), { 'Clínica Sol & Co.': 'Clínica Sol & Co.' });
    refuses(line({ max: 30 }), ['', '   ', 'a\nb', 'a\tb', 'a\u2028b', 7, null]);
  });
});

describe('names that programs use', () => {
  test('slugs', () => {
    accepts(Slug, { 'sol-2': 'sol-2', ab: 'ab' });
    refuses(Slug, ['a', 'Sol', 'sol_2', '-sol', 'sol-', 'sol--2', 'é-a', 'a b', `a${'b'.repeat(63)}`]);
  });

  test('time zones are names, not offsets', () => {
    accepts(TimeZone, { UTC: 'UTC', 'Europe/Madrid': 'Europe/Madrid', 'America/Argentina/Buenos_Aires': 'America/Argentina/Buenos_Aires' });
    refuses(TimeZone, ['Europe/Atlantis', '+01:00', '', 'Europe/Madrid ', 'UTC+1', 1]);
  });

  test('locales are kept in their canonical spelling', () => {
    accepts(Locale, { en: 'en', 'es-mx': 'es-MX', 'ZH-hant-TW': 'zh-Hant-TW' });
    refuses(Locale, ['english please', 'en_US', 'e', '', 'en-']);
  });

  test('countries', () => {
    accepts(Country, { US: 'US', ES: 'ES' });
    refuses(Country, ['us', 'USA', 'QX', 'ZZ', '', 34]);
  });

  test('e-mail addresses keep what stands before the @', () => {
    accepts(Email, { 'Ana.Ruiz+x@Example.COM': 'Ana.Ruiz+x@example.com', 'admin@foyer.localhost': 'admin@foyer.localhost' });
    refuses(Email, [
      'ana',
      'ana@',
      '@example.com',
      'a b@example.com',
      'ana@-x.com',
      'ana@x..com',
      'a@b@c.com',
      '.ana@x.com',
      'ana@x.com\nBcc: b@x.com',
      'ñ@x.com',
    ]);
  });

  test('an address that was made to be slow to check is refused quickly', () => {
    refuses(Email, [`${'a.'.repeat(125)}@`, `a@${'a-'.repeat(125)}`]);
  });

  test('origins are kept as browsers send them', () => {
    accepts(Origin, {
      'https://Example.com': 'https://example.com',
      'https://example.com/': 'https://example.com',
      'https://example.com:443': 'https://example.com',
      'http://localhost:3000': 'http://localhost:3000',
      'https://bücher.example': 'https://xn--bcher-kva.example',
    });
    refuses(Origin, [
      'example.com',
      'https://example.com/shop',
      'https://*.example.com',
      '*',
      'null',
      'ftp://example.com',
      'https://a@example.com',
      'https://example.com?x',
      'https://example.com#',
      'javascript:alert(1)',
      'https://ex ample.com',
      '',
    ]);
  });
});

describe('a JSON object of the caller’s own', () => {
  const Theme = jsonObject({ maxBytes: 70, maxDepth: 3 });
  const problem = (value: unknown) => Theme.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)[0];

  test('may hold whatever JSON holds', () => {
    const theme = { color: '#fff', sizes: [1, 2.5, null, true], dark: { on: false } };
    expect(Theme.parse(theme)).toEqual(theme);
  });

  test('is refused when it is something else, too deep, too large or not to be stored, and the path says where', () => {
    expect(problem([])).toBe(': Must be an object');
    expect(problem('{}')).toBe(': Must be an object');
    expect(problem({ a: { b: { c: {} } } })).toBe('a.b.c: Is nested too deeply');
    expect(problem({ a: [[1]] })).toBeUndefined();
    expect(problem({ text: 'ñ'.repeat(30) })).toBe(': Must have at most 70 bytes as JSON, and has 71');
    expect(problem({ list: ['ok', '\0'] })).toBe('list.1: Must not contain the character NUL');
    expect(problem({ '\ud800': 1 })).toMatch(/Must not contain half a surrogate pair$/);
  });
});
