import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { member, publicAccess } from './access.ts';
import { created, raw } from './answers.ts';
import { openApiDocument } from './openapi.ts';
import type { RouteModule } from './route-module.ts';
import { collectRoutes } from './route-registry.ts';

const Colour = z.enum(['red', 'blue']).meta({ id: 'Colour' });
const Thing = z.object({ id: z.uuid(), colour: Colour.default('red') }).meta({ id: 'Thing' });
const documentOf = (routes: RouteModule) => openApiDocument(collectRoutes([routes]), { title: 'T', version: '1', description: 'D' });

const routes: RouteModule = (all) => {
  all.put('/things/:thingId', {
    summary: 'Replace a thing',
    access: member('agent', 'things:write'),
    params: z.object({ thingId: z.uuid() }),
    query: z.object({ dryRun: z.stringbool().optional(), reason: z.string() }),
    body: Thing,
    answers: { 201: Thing },
    problems: ['THING_TAKEN'],
    handle: ({ body }) => created(body),
  });
  all.get('/page', { summary: 'Page', hidden: true, access: publicAccess(), answers: { 200: raw('text/html', 'Page') }, handle: () => '' });
};

describe('the OpenAPI document', () => {
  const document = documentOf(routes);
  const operation = document.paths['/api/v1/things/{thingId}']?.put as Record<string, never>;

  test('says where, who and which problems', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(operation).toMatchObject({ operationId: 'putThingsByThingId', security: [{ accessToken: [] }, { apiKey: [] }] });
    expect(operation.description).toContain('THING_TAKEN');
    expect(Object.keys(document.paths)).toEqual(['/api/v1/things/{thingId}']);
  });

  test('lists parameters with whether they are required', () => {
    expect(operation.parameters).toMatchObject([
      { name: 'thingId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      { name: 'dryRun', in: 'query', required: false },
      { name: 'reason', in: 'query', required: true },
      { $ref: '#/components/parameters/TenantId' },
    ]);
  });

  test('keeps what is sent and what is answered apart where they differ', () => {
    const { schemas } = document.components as { schemas: Record<string, { required?: string[] }> };
    expect(operation.requestBody).toMatchObject({ content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } });
    expect(operation.responses).toMatchObject({
      '201': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing2' } } } },
    });
    expect([schemas.Thing?.required, schemas.Thing2?.required]).toEqual([['id'], ['id', 'colour']]);
  });

  test('refers to nothing that it does not hold', () => {
    const text = JSON.stringify(document);
    const { components } = document as unknown as { components: Record<string, Record<string, unknown>> };
    const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    expect(references.length).toBeGreaterThan(2);
    for (const [, kind, name] of references) expect(components[String(kind)]).toHaveProperty(String(name));
    expect(text).not.toContain('$defs');
  });
});

describe('the registry refuses', () => {
  const base = { summary: 'S', access: publicAccess(), answers: { 200: z.string() }, handle: () => 'x' } as const;
  const cases: [what: string, routes: RouteModule, message: string][] = [
    ['a path parameter without a schema', (all) => all.get('/a/:id', base), 'no schema for id'],
    ['a schema for another parameter', (all) => all.get('/a/:id', { ...base, params: z.object({ other: z.string() }) }), 'names “id”'],
    ['the same route twice', (all) => void [all.get('/a', base), all.get('/a', base)], 'declared twice'],
    ['a body on a GET', (all) => all.get('/a', { ...base, body: z.string() }), 'has no body'],
    ['a path without a slash', (all) => all.get('a', base), 'slash'],
    ['no answers', (all) => all.get('/a', { ...base, answers: {}, handle: () => undefined as never }), 'no answers'],
  ];
  test.each(cases)('%s', (_what, bad, message) => {
    expect(() => collectRoutes([bad])).toThrow(message);
  });
});
