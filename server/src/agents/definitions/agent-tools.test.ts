import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { parseMasterKeys } from '#platform/crypto/master-keys.ts';
import { createSecretBox } from '#platform/crypto/secret-box.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { createGuardedClient } from '#platform/outbound/guarded-client.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { agentToolRoutes } from './agent-tools.routes.ts';
import { createAgentTools } from './agent-tools.service.ts';
import { agentRoutes } from './agents.routes.ts';
import { createAgents } from './agents.service.ts';
import { serveToMembers, somebody } from './agents-over-http.testing.ts';
import { loadAgentTools } from './load-agent-tools.ts';

const boxOf = (digit: string) => createSecretBox(parseMasterKeys(digit.repeat(64)));
const definition = {
  name: 'find_slot',
  description: 'Finds a free slot.',
  parameters: { type: 'object', properties: { day: { type: 'string' } } },
  url: 'https://example.com/slots',
  headers: { 'X-Key': 'very-secret' },
};

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function arrange() {
  const unitOfWork = database.unitOfWork();
  const secretBox = boxOf('1');
  const tools = createAgentTools({
    unitOfWork,
    secretBox,
    allowsPlainHttp: ({ hostname }) => hostname === '127.0.0.1',
    ownToolNames: new Set(['create_ticket']),
  });
  const call = await serveToMembers([agentRoutes(createAgents({ unitOfWork })), agentToolRoutes(tools)]);
  const admin = somebody('admin');
  const agentId: string = (await call(admin, 'POST', '/agents', { name: 'Desk' })).body.id;
  const load = (box = secretBox) =>
    unitOfWork.read(grantTenantScope(admin.tenantId, { kind: 'agent' }), (tx) =>
      loadAgentTools(tx, agentId, box, createGuardedClient({ allow: ['127.0.0.1'], logger: silentLogger })),
    );
  return { call, admin, agentId, path: `/agents/${agentId}/tools`, load };
}

const context = {
  tenantId: 't',
  conversationId: 'c',
  contactId: 'p',
  turnId: 'u',
  agentId: 'a',
  language: 'en',
  idempotencyKey: 'k',
  signal: new AbortController().signal,
};

describe("an agent's own tools", () => {
  test('keep the values of their headers to themselves, also in the database', async () => {
    const { call, admin, path } = await arrange();
    const added = await call(admin, 'POST', path, definition);
    expect(added).toMatchObject({ status: 201, body: { name: 'find_slot', method: 'POST', timeoutMs: 10_000, headerNames: ['X-Key'] } });
    const listed = await call(admin, 'GET', path);
    const changed = await call(admin, 'PATCH', `${path}/${added.body.id}`, { description: 'Finds another.' });
    const rows = await database.asSuperuser('select to_jsonb(t) as row from agent_tools t');
    expect(changed.body).toMatchObject({ description: 'Finds another.', headerNames: ['X-Key'] });
    expect([added.text, listed.text, changed.text, JSON.stringify(rows)].join()).not.toContain('very-secret');
  });

  test('call the tenant’s server with those headers, as long as they are active', async () => {
    const { call, admin, path, load } = await arrange();
    const seen: unknown[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers['x-key']);
      response.end('10:00');
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void server.close());
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { body } = await call(admin, 'POST', path, { ...definition, url });

    const [tool] = await load();
    expect(await tool?.call({ day: 'monday' }, context)).toEqual({ ok: true, content: '10:00' });
    await call(admin, 'PATCH', `${path}/${body.id}`, { headers: { 'X-Key': 'other' } });
    await (await load())[0]?.call({}, context);
    expect(seen).toEqual(['very-secret', 'other']);

    await call(admin, 'PATCH', `${path}/${body.id}`, { isActive: false });
    expect(await load()).toEqual([]);
  });

  test('call nobody when their headers cannot be opened, and say so', async () => {
    const { call, admin, path, load } = await arrange();
    await call(admin, 'POST', path, definition);
    const [tool] = await load(boxOf('2'));
    expect(await tool?.call({}, context)).toMatchObject({ ok: false, content: expect.stringContaining('Nothing was done') });
  });

  test('do not lend their headers to a tool that somebody copied them to', async () => {
    const { call, admin, path, load } = await arrange();
    const first = await call(admin, 'POST', path, definition);
    const { body } = await call(admin, 'POST', path, { ...definition, name: 'other', headers: {} });
    await database.asSuperuser(
      'update agent_tools set sealed_headers = (select sealed_headers from agent_tools where id = $1) where id = $2',
      [first.body.id, body.id],
    );
    const other = (await load()).find(({ name }) => name === 'other');
    expect(await other?.call({}, context)).toMatchObject({ ok: false });
    const { body: listed } = await call(admin, 'GET', path);
    expect(listed.items.find(({ id }: { id: string }) => id === body.id).headerNames).toBeNull();
  });

  test('have one name each, which none of ours has', async () => {
    const { call, admin, path } = await arrange();
    await call(admin, 'POST', path, definition);
    const other = await call(admin, 'POST', path, { ...definition, name: 'other' });
    expect(await call(admin, 'POST', path, definition)).toMatchObject({ status: 409, body: { code: 'AGENT_TOOL_NAME_TAKEN' } });
    expect(await call(admin, 'PATCH', `${path}/${other.body.id}`, { name: 'find_slot' })).toMatchObject({ status: 409 });
    const reserved = { status: 409, body: { code: 'AGENT_TOOL_NAME_RESERVED' } };
    expect(await call(admin, 'POST', path, { ...definition, name: 'create_ticket' })).toMatchObject(reserved);
    expect(await call(admin, 'PATCH', `${path}/${other.body.id}`, { name: 'create_ticket' })).toMatchObject(reserved);
  });

  test.each<[string, object]>([
    ['url', { url: 'http://example.com/' }],
    ['parameters.type', { parameters: { type: 'array' } }],
    ['headers.Host', { headers: { Host: 'x' } }],
    ['timeoutMs', { timeoutMs: 1 }],
    ['method', { method: 'GET' }],
    ['name', { name: 'find slot' }],
    ['retries', { retries: 3 }],
    ['parameters.properties.a', { parameters: { type: 'object', properties: { a: '\0' } } }],
  ])('are refused with the name of what is wrong: %s', async (wrong, changes) => {
    const { call, admin, path } = await arrange();
    const good = await call(admin, 'POST', path, definition);
    const answers = [
      await call(admin, 'POST', path, { ...definition, name: 'second', ...changes }),
      await call(admin, 'PATCH', `${path}/${good.body.id}`, changes),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(400);
      expect(body.errors.map((error: { path: string }) => error.path)).toEqual([wrong]);
    }
  });

  test('belong to one agent of one tenant, and go when they are taken away', async () => {
    const { call, admin, path, agentId } = await arrange();
    const { body } = await call(admin, 'POST', path, definition);
    const one = `${path}/${body.id}`;
    const stranger = somebody('owner');
    for (const [method, where] of [
      ['GET', path],
      ['POST', path],
      ['PATCH', one],
      ['DELETE', one],
    ] as const) {
      const sent = method === 'POST' ? definition : method === 'PATCH' ? { isActive: false } : undefined;
      expect(await call(stranger, method, where, sent)).toMatchObject({ status: 404, body: { code: 'AGENT_NOT_FOUND' } });
    }
    const other = (await call(admin, 'POST', '/agents', { name: 'Other' })).body.id;
    expect(await call(admin, 'DELETE', one.replace(agentId, other))).toMatchObject({ status: 404, body: { code: 'AGENT_TOOL_NOT_FOUND' } });
    expect((await call(admin, 'DELETE', one)).status).toBe(204);
    expect(await call(admin, 'DELETE', one)).toMatchObject({ status: 404 });
  });
});
