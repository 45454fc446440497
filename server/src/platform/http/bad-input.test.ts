import { ListQuery } from '@foyer/contracts/lists.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { publicAccess } from './access.ts';
import { noContent } from './answers.ts';
import { createTestServer } from './http-server.testing.ts';
import type { HttpServer } from './http-server.ts';

const Config = z.object({
  name: z.string().optional(),
  llmConfig: z.object({ temperature: z.number().min(0).max(2) }).optional(),
  anything: z.unknown().optional(),
});

let server: HttpServer;

beforeAll(async () => {
  server = await createTestServer((routes) => {
    routes.post('/configs', {
      summary: 'Store a config',
      access: publicAccess(),
      body: Config,
      answers: { 200: z.object({ stored: z.boolean() }) },
      handle: () => ({ stored: true }),
    });
    routes.put('/strict', {
      summary: 'Store exactly this',
      access: publicAccess(),
      body: z.strictObject({ kind: z.union([z.object({ phone: z.string() }), z.object({ email: z.string(), cc: z.string() })]) }),
      answers: { 204: null },
      handle: () => noContent(),
    });
    routes.get('/things/:id', {
      summary: 'Look at a thing',
      access: publicAccess(),
      params: z.object({ id: z.string() }),
      query: z.object(ListQuery.shape),
      answers: { 200: z.object({ id: z.string(), limit: z.number() }) },
      handle: ({ params, query }) => ({ id: params.id, limit: query.limit }),
    });
    routes.post('/ping', { summary: 'Ping', access: publicAccess(), answers: { 200: z.string() }, handle: () => 'pong' });
  });
});
afterAll(() => server.close(1000));

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (payload: string | Buffer, headers: Record<string, string> = JSON_TYPE) =>
  server.inject({ method: 'POST', url: '/api/v1/configs', payload, headers });

describe('a body that cannot be used is refused with the reason', () => {
  const nested = (levels: number) => `{"anything":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
  const cases: [what: string, body: string | Buffer, status: number, code: string, path?: string][] = [
    ['not JSON', '{"name":', 400, 'MALFORMED_JSON'],
    ['broken UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), 400, 'INVALID_UTF8'],
    ['nested too deep', nested(65), 400, 'JSON_TOO_DEEP'],
    ['a NUL in a text', '{"anything":{"list":["ok","a\\u0000b"]}}', 400, 'INVALID_TEXT', 'anything.list.1'],
    ['a NUL in a key', '{"anything":{"a\\u0000b":1}}', 400, 'INVALID_TEXT', 'anything.a\\u0000b'],
    ['half a surrogate pair', '{"name":"\\ud83d"}', 400, 'INVALID_TEXT', 'name'],
    ['the prototype', '{"__proto__":{"isAdmin":true}}', 400, 'FORBIDDEN_KEY', '__proto__'],
    ['the prototype by its constructor', '{"anything":{"constructor":{"prototype":{}}}}', 400, 'FORBIDDEN_KEY', 'anything.constructor'],
    ['a wrong value', '{"llmConfig":{"temperature":9}}', 400, 'VALIDATION_FAILED', 'llmConfig.temperature'],
    ['a wrong type', '[]', 400, 'VALIDATION_FAILED', ''],
    ['nothing', '', 400, 'BODY_REQUIRED'],
    ['over a megabyte', JSON.stringify({ name: 'x'.repeat(1024 * 1024) }), 413, 'PAYLOAD_TOO_LARGE'],
  ];

  test.each(cases)('%s', async (_what, body, status, code, path) => {
    const answer = await post(body);
    expect(answer.json()).toMatchObject({ status, code, type: 'about:blank', ...(path === undefined ? {} : { errors: [{ path }] }) });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  test('what is still allowed passes', async () => {
    expect((await post(nested(64))).statusCode).toBe(200);
    expect((await post('{"name":"😀 ñ","anything":{"constructor":"builder"}}')).statusCode).toBe(200);
    expect((await post('{}', { 'content-type': 'application/json; charset=UTF-8' })).statusCode).toBe(200);
  });

  test('another content type, character set or compression', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', '///']) {
      expect((await post('{}', { 'content-type': type })).json()).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
    }
    expect((await post('{}', { ...JSON_TYPE, 'content-encoding': 'gzip' })).json()).toMatchObject({ code: 'UNSUPPORTED_CONTENT_ENCODING' });
  });

  test('an unknown property and the nearest alternative of a union are named', async () => {
    const answer = await server.inject({ method: 'PUT', url: '/api/strict', payload: { kind: { email: 'a' }, extra: 1 } });
    expect(answer.json().errors).toEqual([
      { path: 'kind.phone', message: expect.any(String) },
      { path: 'extra', message: 'Is not a known property' },
    ]);
  });

  test('no answer repeats a value', async () => {
    const answer = await post('{"name":{"secret":"hunter2"},"llmConfig":{"temperature":"hunter2"}}');
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain('hunter2');
  });

  test('a route without a body does not mind one', async () => {
    const answer = await server.inject({ method: 'POST', url: '/api/v1/ping', payload: 'a=1', headers: { 'content-type': 'text/x' } });
    expect(answer.statusCode).toBe(200);
  });
});

describe('a URL that cannot be used is refused with the reason', () => {
  const cases: [url: string, status: number, code: string, path?: string][] = [
    ['/api/v1/things/%zz', 400, 'MALFORMED_URL'],
    ['/api/v1/things/%ff', 400, 'MALFORMED_URL'],
    ['/api/v1/things/a%00b', 400, 'INVALID_TEXT', 'params.id'],
    ['/api/v1/things/1?cursor=%00', 400, 'INVALID_TEXT', 'query.cursor'],
    ['/api/v1/things/1?cursor=%ED%A0%80', 400, 'MALFORMED_URL'],
    ['/api/v1/things/1?cursor=%', 400, 'MALFORMED_URL'],
    ['/api/v1/things/1?limit=1&limit=2', 400, 'VALIDATION_FAILED', 'query.limit'],
    ['/api/v1/things/1?limit=many', 400, 'VALIDATION_FAILED', 'query.limit'],
    ['/api/v1/things/1?limit=101', 400, 'VALIDATION_FAILED', 'query.limit'],
    [`/api/v1/things/${'x'.repeat(3000)}`, 414, 'URI_TOO_LONG'],
    [`/api/v1/things/1?cursor=${'x'.repeat(9000)}`, 414, 'URI_TOO_LONG'],
    ['/api/v1/nothing', 404, 'NOT_FOUND'],
  ];

  test.each(cases)('%s', async (url, status, code, path) => {
    const answer = await server.inject({ url });
    expect(answer.json()).toMatchObject({ status, code, ...(path === undefined ? {} : { errors: [{ path }] }) });
    expect(answer.statusCode).toBe(status);
  });

  test('__proto__ in a query is a name like any other', async () => {
    expect((await server.inject({ url: '/api/v1/things/1?__proto__=1&limit=7' })).json()).toEqual({ id: '1', limit: 7 });
  });

  test('a known path with another method says which methods there are', async () => {
    const answer = await server.inject({ method: 'DELETE', url: '/api/v1/things/1' });
    expect(answer.json()).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(answer.headers.allow).toBe('GET, HEAD');
  });
});
