import { describe, expect, test } from 'vitest';
import { checkOptions } from './page-options.ts';

function check(given: unknown) {
  const complaints: string[] = [];
  return { options: checkOptions(given, (_, message) => complaints.push(message)), complaints };
}

describe('what a page says', () => {
  test('is taken as it is where it makes sense', () => {
    const given = {
      projectId: 'desk',
      locale: 'es-MX',
      colorScheme: 'dark',
      attributes: { plan: 'gold', age: 3, isNew: true },
      isHidden: false,
    };
    expect(check(given)).toEqual({ options: given, complaints: [] });
    expect(check({ projectId: 'desk', locale: undefined })).toEqual({ options: { projectId: 'desk' }, complaints: [] });
  });

  test.each([
    [{ colour: 'red' }, 'there is no option “colour”'],
    [{ constructor: 1 }, 'there is no option “constructor”'],
    [{ locale: 'fr' }, 'locale must be "en" or "es"'],
    [{ colorScheme: 'pink' }, 'colorScheme must be "light", "dark" or "auto"'],
    [{ position: 'top' }, 'position must be "bottom-right" or "bottom-left"'],
    [{ userToken: null }, 'userToken must be a signed token'],
    [{ form: { type: 'x' } }, 'form must be an object with a schema'],
    [{ attributes: { deep: {} } }, 'attributes must be an object of at most 50 texts, numbers and truth values'],
    ['boot', 'options must be an object'],
  ])('is named and left out where it makes none: %j', (given, complaint) => {
    expect(check(given)).toEqual({ options: {}, complaints: [complaint] });
  });

  test('of its theme what can be shown is kept, and the rest named by its place', () => {
    const { options, complaints } = check({ theme: { primaryColor: '#123456', logoUrl: 'javascript:alert(1)' } });
    expect(options).toEqual({ theme: { primaryColor: '#123456' } });
    expect(complaints).toMatchObject([expect.stringMatching(/^theme\.logoUrl: /)]);
  });
});
