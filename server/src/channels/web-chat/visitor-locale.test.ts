import { expect, test } from 'vitest';
import { visitorLocale } from './visitor-locale.ts';

test.each([
  ['es-MX', 'en', 'es-MX'],
  [undefined, 'es-es,es;q=0.9,en;q=0.8', 'es-ES'],
  [undefined, 'en;q=0.5, fr;q=0.7', 'fr'],
  [undefined, 'de;q=0, en', 'en'],
  [undefined, '*', undefined],
  [undefined, 'x'.repeat(40), undefined],
  [undefined, ';;;,=', undefined],
  [undefined, undefined, undefined],
])('the page says %s and the browser %s: %s', (fromPage, acceptLanguage, chosen) => {
  expect(visitorLocale(fromPage, acceptLanguage)).toBe(chosen);
});
