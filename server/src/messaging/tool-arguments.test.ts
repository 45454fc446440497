import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { MAX_ARGUMENTS_LENGTH, parseArguments } from './tool-arguments.ts';
import { jsonSchemaParameters } from './tool-parameters.ts';

const parameters = z.strictObject({ visit: z.strictObject({ day: z.string() }), people: z.int().default(1) });
const book = { name: 'book', parameters };
const asJsonSchema = {
  name: 'book',
  parameters: jsonSchemaParameters({
    type: 'object',
    required: ['visit'],
    additionalProperties: false,
    properties: {
      visit: { type: 'object', required: ['day'], properties: { day: { type: 'string' } } },
      people: { type: 'integer' },
    },
  }),
};
const errorOf = (parsed: ReturnType<typeof parseArguments>) => (parsed.ok ? 'none' : parsed.error);

describe('what a model wrote as arguments', () => {
  test('is read and completed with defaults', () => {
    expect(parseArguments(book, '{"visit":{"day":"2026-03-02"}}')).toEqual({
      ok: true,
      value: { visit: { day: '2026-03-02' }, people: 1 },
    });
    expect(parseArguments(asJsonSchema, '{"visit":{"day":"x"}}')).toEqual({ ok: true, value: { visit: { day: 'x' } } });
  });

  test('may be nothing at all for a tool that takes nothing', () => {
    expect(parseArguments({ name: 'now', parameters: z.strictObject({}) }, '')).toEqual({ ok: true, value: {} });
  });

  test.each([
    ['not JSON', 'not valid JSON'],
    ['{"visit":{"day":"x"}', 'not valid JSON'],
    ['["x"]', 'not a JSON object'],
    ['null', 'not a JSON object'],
    [`{"visit":${'['.repeat(40)}${']'.repeat(40)}}`, 'nested more than 32 levels'],
    [`{"note":"${'x'.repeat(MAX_ARGUMENTS_LENGTH)}"}`, 'longer than 32000 characters'],
  ])('is answered with what is wrong: %#', (text, reason) => {
    for (const tool of [book, asJsonSchema]) {
      expect(errorOf(parseArguments(tool, text))).toContain(reason);
      expect(errorOf(parseArguments(tool, text))).toContain('book');
    }
  });

  test.each([
    ['{"visit":{"day":5}}', '`visit.day`'],
    ['{}', '`visit`'],
    ['{"visit":{"day":"x"},"people":"two"}', '`people`'],
  ])('is answered with the name of the wrong property: %s', (text, path) => {
    for (const tool of [book, asJsonSchema]) expect(errorOf(parseArguments(tool, text))).toContain(path);
  });

  test('is answered with the name of a property that nobody asked for', () => {
    for (const tool of [book, asJsonSchema])
      expect(errorOf(parseArguments(tool, '{"visit":{"day":"x"},"tenantId":"y"}'))).toContain('tenantId');
  });

  test('can always be stored', () => {
    const parsed = parseArguments(
      { name: 'note', parameters: z.looseObject({}) },
      '{"a\\u0000":["\\ud83d","\\u0000"],"__proto__":{"x":1}}',
    );
    expect(parsed).toEqual({ ok: true, value: { 'a\uFFFD': ['\uFFFD', '\uFFFD'] } });
  });

  test('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        for (const tool of [book, asJsonSchema]) expect(typeof parseArguments(tool, text).ok).toBe('boolean');
      }),
    );
  });

  test('as deep as it gets, does not exhaust the stack', () => {
    const text = `{"visit":${'['.repeat(15_000)}${']'.repeat(15_000)}}`;
    expect(errorOf(parseArguments(book, text))).toContain('nested');
  });
});

test('a schema that is none is refused', () => {
  expect(() => jsonSchemaParameters({ type: 'objekt' })).toThrow();
});
