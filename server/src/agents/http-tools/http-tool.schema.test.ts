import { describe, expect, test } from 'vitest';
import { httpToolSchema } from './http-tool.schema.ts';

const schema = httpToolSchema((url) => url.hostname === 'tools.internal');
const definition = {
  name: 'find_slot',
  description: 'Finds a free slot.',
  parameters: { type: 'object', properties: { day: { type: 'string' } } },
  url: 'https://example.com/slots',
};
const wrongPaths = (changes: object) => {
  const parsed = schema.safeParse({ ...definition, ...changes });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
};

describe("a tenant's HTTP tool", () => {
  test('gets defaults for what it leaves out', () => {
    expect(schema.parse(definition)).toEqual({ ...definition, method: 'POST', headers: {}, timeoutMs: 10_000 });
  });

  test('may use plain HTTP only where the operator allows it', () => {
    expect(wrongPaths({ url: 'http://tools.internal/x' })).toEqual([]);
    expect(wrongPaths({ url: 'http://example.com/x' })).toEqual(['url']);
  });

  test.each<[string, object]>([
    ['name', { name: 'find slot' }],
    ['name', { name: 'x'.repeat(65) }],
    ['description', { description: '  ' }],
    ['parameters', { parameters: { type: 'object', properties: { day: { type: 'date' } } } }],
    ['parameters', { parameters: { type: 'object', required: 'day' } }],
    ['parameters.type', { parameters: { type: 'array' } }],
    ['parameters', { parameters: { type: 'object', description: 'x'.repeat(32_000) } }],
    ['url', { url: 'example.com' }],
    ['url', { url: 'file:///etc/passwd' }],
    ['url', { url: 'https://me:secret@example.com/' }],
    ['method', { method: 'GET' }],
    ['headers.Host', { headers: { Host: 'other' } }],
    ['headers.X-A', { headers: { 'X-A': 'a\r\nX-B: b' } }],
    ['headers.a b', { headers: { 'a b': 'c' } }],
    ['timeoutMs', { timeoutMs: 60_000 }],
    ['', { retries: 3 }],
  ])('is refused with the name of the wrong property: %s', (path, changes) => {
    expect(wrongPaths(changes)).toEqual([path]);
  });
});
