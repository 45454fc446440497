import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTheme } from './widget-theme.ts';
import { contrast, deriveColors } from './widget-theme-colors.ts';

describe('reading a theme', () => {
  test('keeps what is right, in one form', () => {
    const theme = {
      title: ' Harbour Heart ',
      primaryColor: '#0A5',
      offset: { horizontal: 12 },
      launcher: { icon: 'heart', label: null },
      logoUrl: '/files/logo.svg',
      texts: { es: { send: 'Mandar' } },
      suggestions: { en: ['When are you open?'] },
      preChat: { fields: [{ name: 'topic', label: { en: 'About' }, type: 'choice', options: ['Visit', 'Bill'], required: true }] },
    };
    expect(readTheme(theme)).toEqual({
      theme: { ...theme, title: 'Harbour Heart', primaryColor: '#00aa55', launcher: { icon: 'heart' } },
      problems: [],
    });
  });

  test.each([
    ['dark', ''],
    [{ colour: 'red' }, 'colour'],
    [{ primaryColor: 'red' }, 'primaryColor'],
    [{ primaryColor: '#12345' }, 'primaryColor'],
    [{ radius: 29 }, 'radius'],
    [{ radius: Number.NaN }, 'radius'],
    [{ offset: { vertical: -1 } }, 'offset.vertical'],
    [{ launcher: { icon: 'skull' } }, 'launcher.icon'],
    [{ logoUrl: 'javascript:alert(1)' }, 'logoUrl'],
    [{ logoUrl: 'http://example.com/logo.png' }, 'logoUrl'],
    [{ logoUrl: '//evil.example/logo.png' }, 'logoUrl'],
    [{ logoUrl: '/\\evil.example/logo.png' }, 'logoUrl'],
    [{ logoUrl: 'https://user@evil.example/' }, 'logoUrl'],
    [{ fontFamily: 'x; background: url(//evil.example)' }, 'fontFamily'],
    [{ title: 'two\nlines' }, 'title'],
    [{ title: 'x'.repeat(81) }, 'title'],
    [{ texts: { fr: {} } }, 'texts.fr'],
    [{ texts: { en: { send: 7 } } }, 'texts.en.send'],
    [{ suggestions: { en: 'one' } }, 'suggestions.en'],
    [{ suggestions: { en: ['fine', ''] } }, 'suggestions.en.1'],
    [{ preChat: { fields: [{ name: 'x', type: 'text' }] } }, 'preChat.fields.0'],
    [{ preChat: { fields: [{ name: 'x', type: 'choice', label: 'X' }] } }, 'preChat.fields.0.options'],
    [{ satisfaction: 'yes' }, 'satisfaction'],
  ])('names what is wrong in %j', (theme, path) => {
    const { problems } = readTheme(theme);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });

  test('what is wrong does not take the rest with it', () => {
    expect(readTheme({ title: 'Clinic', radius: 'round' }).theme).toEqual({ title: 'Clinic' });
    expect(readTheme({ suggestions: { en: ['fine', 7] } }).theme.suggestions).toEqual({ en: ['fine'] });
  });

  test('survives whatever it is given, and what it keeps it would keep again', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }), (input) => {
        const { theme } = readTheme(input);
        expect(readTheme(theme)).toEqual({ theme, problems: [] });
      }),
    );
    const parsed = JSON.parse('{"__proto__": {"title": "x"}, "constructor": 1, "texts": {"en": {"__proto__": "x"}}}');
    expect(readTheme(parsed).theme).toEqual({ texts: { en: {} } });
  });
});

describe('deriving colours', () => {
  const anyColor = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

  test.each(['light', 'dark'] as const)('everything can be read, whatever the primary colour, in the %s scheme', (scheme) => {
    fc.assert(
      fc.property(anyColor, (primaryColor) => {
        const colors = deriveColors({ primaryColor }, scheme);
        const { surface, raised, tint } = colors;
        for (const [text, on] of [
          [colors.onPrimary, colors.primary],
          [colors.onPrimary, colors.primaryActive],
          [colors.onDanger, colors.danger],
          ...[surface, raised].map((ground) => [colors.mutedText, ground] as const),
          ...[surface, raised, tint].flatMap((ground) =>
            [colors.text, colors.accent, colors.dangerText, colors.successText, colors.warningText].map((text) => [text, ground] as const),
          ),
        ] as const) {
          expect(contrast(text, on), `${text} on ${on} of ${primaryColor}`).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(colors.primary, surface)).toBeGreaterThanOrEqual(3);
        expect(contrast(colors.border, surface)).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });

  test('a colour that can be read stays as it is', () => {
    expect(deriveColors({ primaryColor: '#17595a' }, 'light').primary).toBe('#17595a');
    expect(deriveColors({ primaryColor: '#ffd400' }, 'dark')).toMatchObject({ primary: '#ffd400', onPrimary: '#14120f' });
  });

  test('contrast is what WCAG says', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});
