import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { findAgent } from './agents.repository.ts';
import { agentRoutes } from './agents.routes.ts';
import { createAgents, createDefaultAgent } from './agents.service.ts';
import { serveToMembers, somebody } from './agents-over-http.testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function arrange() {
  const unitOfWork = database.unitOfWork();
  const call = await serveToMembers([agentRoutes(createAgents({ unitOfWork }))]);
  return { unitOfWork, call, admin: somebody('admin'), stranger: somebody('owner') };
}

describe('agents', () => {
  test.each(['/ai-agent', '/agents'])('are added, read, listed and changed at %s', async (path) => {
    const { call, admin } = await arrange();
    const added = await call(admin, 'POST', path, { name: 'Front desk' });
    expect(added).toMatchObject({ status: 201, body: { name: 'Front desk', instructions: null, llmConfig: {}, isActive: true } });

    const one = `${path}/${added.body.id}`;
    const changes = { instructions: 'You are {{assistant.name}}.', llmConfig: { temperature: 0.2 }, isActive: false };
    const changed = await call(admin, 'PATCH', one, changes);
    expect(changed).toMatchObject({ status: 200, body: { name: 'Front desk', ...changes } });
    expect((await call(admin, 'PATCH', one, { instructions: null })).body.instructions).toBeNull();
    expect(await call(admin, 'GET', one)).toMatchObject({ status: 200, body: { llmConfig: { temperature: 0.2 } } });
    expect((await call(admin, 'GET', `${path}?limit=1`)).body).toMatchObject({ items: [{ id: added.body.id }], nextCursor: null });
  });

  test('are not changed over somebody else’s change', async () => {
    const { call, admin } = await arrange();
    const { body, etag } = await call(admin, 'POST', '/agents', { name: 'One' });
    await call(admin, 'PATCH', `/agents/${body.id}`, { name: 'Two' });
    expect(await call(admin, 'PATCH', `/agents/${body.id}`, { name: 'Three' }, { 'if-match': etag ?? '' })).toMatchObject({ status: 412 });
  });

  test.each<[string, object, string]>([
    ['variables that nobody fills in', { instructions: 'Hi {{visitor.name}}, {{price}} and {{hours}}' }, 'instructions'],
    ['settings that no model has', { llmConfig: { temperature: 3 } }, 'llmConfig.temperature'],
    ['a provider that there is not', { llmConfig: { provider: 'oracle' } }, 'llmConfig.provider'],
    ['a blank name', { name: ' ' }, 'name'],
    ['what cannot be stored', { instructions: 'a\0b' }, 'instructions'],
    ['unknown properties', { colour: 'red' }, 'colour'],
  ])('with %s are refused by name', async (_what, body, path) => {
    const { call, admin } = await arrange();
    const { body: problem, status } = await call(admin, 'POST', '/agents', { name: 'A', ...body });
    expect(status).toBe(400);
    expect(problem.errors.map((error: { path: string }) => error.path)).toEqual([path]);
    if (_what.startsWith('variables')) expect(problem.errors[0].message).toContain('{{price}}, {{hours}}');
  });

  test('belong to their tenant, and take an admin to change', async () => {
    const { call, admin, stranger } = await arrange();
    const { body } = await call(admin, 'POST', '/agents', { name: 'A' });
    expect(await call(stranger, 'GET', `/agents/${body.id}`)).toMatchObject({ status: 404, body: { code: 'AGENT_NOT_FOUND' } });
    expect(await call(stranger, 'PATCH', `/agents/${body.id}`, { name: 'B' })).toMatchObject({ status: 404 });
    expect((await call(stranger, 'GET', '/agents')).body.items).toEqual([]);

    const clerk = { ...admin, role: 'agent' as const };
    expect((await call(clerk, 'GET', `/agents/${body.id}`)).status).toBe(200);
    expect((await call(clerk, 'PATCH', `/agents/${body.id}`, { name: 'B' })).status).toBe(403);
    expect((await call({ ...admin, role: 'viewer' }, 'GET', '/agents')).status).toBe(403);
  });

  test('are made with an app, in its transaction', async () => {
    const { unitOfWork, admin } = await arrange();
    const scope = grantTenantScope(admin.tenantId, { kind: 'system' });
    const agentId = await unitOfWork.write(scope, (tx) => createDefaultAgent(tx, { name: 'Clinic' }));
    expect(await unitOfWork.read(scope, (tx) => findAgent(tx, agentId))).toMatchObject({
      name: 'Clinic',
      instructions: null,
      isActive: true,
    });
  });
});
