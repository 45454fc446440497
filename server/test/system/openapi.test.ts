import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isProblemCode, PROBLEMS } from '@foyer/contracts/problem-codes.ts';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { problemCodesOf } from '#platform/http/openapi-problems.ts';
import type { RegisteredRoute } from '#platform/http/route-registry.ts';
import { startTestApp, type TestApp } from '../test-app.ts';
import { nameOf } from './route-cases.ts';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));
let desk: TestApp;
let routes: readonly RegisteredRoute[];
beforeAll(async () => {
  desk = await startTestApp();
  routes = desk.app.http.routes.filter(({ definition }) => !definition.hidden);
});
afterAll(() => desk.close());

interface Media {
  example?: unknown;
  examples?: Record<string, unknown>;
}
interface Operation {
  summary: string;
  parameters: { name?: string; in?: string; example?: unknown }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { content?: Record<string, Media> }>;
}
const operationOf = ({ method, urls: [url = ''] }: RegisteredRoute) =>
  desk.app.http.document.paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as Operation;

describe('the OpenAPI document', () => {
  test('is valid, examples included, by somebody else’s judgement', async () => {
    const config = await createConfig({
      rules: {
        struct: 'error',
        'no-unresolved-refs': 'error',
        'no-invalid-media-type-examples': 'error',
        'no-invalid-parameter-examples': 'error',
        'operation-operationId-unique': 'error',
        'operation-parameters-unique': 'error',
        'path-parameters-defined': 'error',
        'path-declaration-must-exist': 'error',
        'no-identical-paths': 'error',
        'operation-summary': 'error',
        'security-defined': 'off',
        'spec-components-invalid-map-name': 'error',
      },
    });
    const source = JSON.stringify(desk.app.http.document);
    const problems = await lintFromString({ source, config });
    const found = problems.map(({ ruleId, message, location: [place] }) => `${ruleId} ${place?.pointer}: ${message}`);
    expect(found.slice(0, 20)).toEqual([]);
  });

  test('shows a request and an answer of every operation, as the server itself would take and give them', () => {
    const faults: string[] = [];
    for (const route of routes) {
      const operation = operationOf(route);
      const { body, answers, params, query } = route.definition;
      const fault = (what: string, schema: z.ZodType, example: unknown) => {
        const result = example === undefined ? undefined : schema.safeParse(example);
        if (result?.success) return;
        const places = result?.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? ['there is none'];
        faults.push(`${nameOf(route)}: ${what}: ${places.join('; ')}`);
      };
      if (body) fault('request', body, operation.requestBody?.content['application/json']?.example);
      for (const [status, shape] of Object.entries(answers)) {
        if (shape instanceof z.ZodType) fault(status, shape, operation.responses[status]?.content?.['application/json']?.example);
      }
      const examples = (place: string) =>
        Object.fromEntries(
          operation.parameters.filter((parameter) => parameter.in === place).map(({ name = '', example }) => [name, String(example)]),
        );
      if (params) fault('path', params, examples('path'));
      // One at a time: a cursor belongs to a list that nobody has asked for yet.
      if (query) fault('query', query, examples('query'));
    }
    expect(faults).toEqual([]);
  });

  test('names every problem of a route under its status, with an example', () => {
    const faults: string[] = [];
    for (const route of routes) {
      for (const code of problemCodesOf(route)) {
        if (!isProblemCode(code)) {
          faults.push(`${nameOf(route)}: ${code} is missing in contracts/src/problem-codes.ts`);
          continue;
        }
        const content = operationOf(route).responses[PROBLEMS[code][0]]?.content ?? {};
        const isShown = content['application/problem+json']?.examples?.[code] !== undefined || 'application/json' in content;
        if (!isShown) faults.push(`${nameOf(route)}: ${code} is not shown`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('gives each problem the status that the sources give it', () => {
    const statuses = { badRequest: 400, unauthorized: 401, forbidden: 403, notFound: 404, conflict: 409, preconditionFailed: 412 };
    const more = { payloadTooLarge: 413, unsupportedMediaType: 415, unprocessable: 422, tooManyRequests: 429, unavailable: 503 };
    const byMaker: Record<string, number> = { ...statuses, ...more };
    const makers = Object.keys(byMaker).join('|');
    const pattern = new RegExp(`\\b(?:(${makers})\\(|new AppError\\(\\s*(\\d+),)\\s*'([A-Z_0-9]+)'`, 'g');
    const faults: string[] = [];
    for (const file of globSync('**/*.ts', { cwd: SOURCES, exclude: ['**/*.test.ts', '**/*.testing.ts', '**/*.contract.ts'] })) {
      for (const [, maker = '', status, code = ''] of readFileSync(SOURCES + file, 'utf8').matchAll(pattern)) {
        const thrown = byMaker[maker] ?? Number(status);
        if (isProblemCode(code) && PROBLEMS[code][0] !== thrown)
          faults.push(`${file}: ${code} is ${thrown}, and ${PROBLEMS[code][0]} in the contract`);
      }
    }
    expect(faults).toEqual([]);
  });

  test('speaks of the sockets too', () => {
    expect(desk.app.http.document['x-websockets']).toMatchObject([{ path: '/ws/chat', description: expect.stringContaining('resume') }]);
  });
});
