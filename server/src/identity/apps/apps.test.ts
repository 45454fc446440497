import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { createIdentityWorld, type IdentityWorld } from '../identity.testing.ts';

let world: IdentityWorld;
const failing = { agents: false };
beforeAll(async () => {
  world = await createIdentityWorld({
    createDefaultAgent: async (_tx, { id }) => {
      if (failing.agents) throw new Error('no agent today');
      return id;
    },
  });
});
afterAll(() => world.close());

const create = (as: string, body: object) => world.call('POST', '/apps', { as, body });
const unknownId = '0192f0c1-2345-7abc-8def-0123456789ab';

describe('creating an app', () => {
  test('shows its key and its secret once, and never again', async () => {
    const { tenantId, owner } = await world.tenant();
    const { status, body } = await create(owner, { tenantId, name: 'Site', slug: 'site' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ tenantId, name: 'Site', slug: 'site', isActive: true, allowedOrigins: [], defaultAgentId: body.id });
    expect(body).toMatchObject({
      projectId: expect.stringMatching(/^prj_[0-9a-f]{24}$/),
      apiKey: expect.stringMatching(/^sk_[0-9a-f]{64}$/),
    });
    expect(body.identitySecret).toMatch(/^[\w-]{43}$/);

    const { apiKey: _key, identitySecret: _secret, ...rest } = body;
    expect((await world.call('GET', `/apps/${body.id}`, { as: owner })).body).toEqual(rest);
    expect((await world.call('GET', '/apps', { as: owner })).body).toEqual({ items: [rest], nextCursor: null });
  });

  test('keeps what was given, origins as browsers send them and once each', async () => {
    const { tenantId, owner } = await world.tenant();
    const given = { tenantId, name: 'Site', slug: 'site', projectId: 'my-project', isActive: false };
    const { body } = await create(owner, { ...given, allowedOrigins: ['https://Example.com/', 'https://example.com'] });
    expect(body).toMatchObject({ ...given, allowedOrigins: ['https://example.com'] });
  });

  test('makes no app when its agent cannot be made', async () => {
    const { tenantId, owner } = await world.tenant();
    failing.agents = true;
    expect((await create(owner, { tenantId, name: 'Site', slug: 'site' })).status).toBe(500);
    failing.agents = false;
    expect((await world.call('GET', '/apps', { as: owner })).body.items).toEqual([]);
  });

  test('a slug is unique within a tenant, a project id everywhere', async () => {
    const [first, second] = [await world.tenant(), await world.tenant()];
    const body = { name: 'Site', slug: 'same', projectId: 'unique-project' };
    expect((await create(first.owner, { ...body, tenantId: first.tenantId })).status).toBe(201);
    expect(await create(first.owner, { ...body, projectId: 'other-project', tenantId: first.tenantId })).toMatchObject({
      status: 409,
      body: { code: 'APP_SLUG_TAKEN' },
    });
    expect(await create(second.owner, { ...body, tenantId: second.tenantId })).toMatchObject({
      status: 409,
      body: { code: 'PROJECT_ID_TAKEN' },
    });
    expect((await create(second.owner, { ...body, projectId: 'other-project', tenantId: second.tenantId })).status).toBe(201);
  });

  test('of several at once with one slug, one is made', async () => {
    const { tenantId, owner } = await world.tenant();
    const answers = await Promise.all(Array.from({ length: 6 }, () => create(owner, { tenantId, name: 'Race', slug: 'race' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  test('is for those who administer the tenant', async () => {
    const [own, other] = [await world.tenant(), await world.tenant()];
    const body = { name: 'Site', slug: 'mine' };
    for (const tenantId of [other.tenantId, unknownId]) {
      expect(await create(own.owner, { ...body, tenantId })).toMatchObject({ status: 404, body: { code: 'TENANT_NOT_FOUND' } });
    }
    const { token } = await world.person({ [own.tenantId]: 'agent' });
    expect(await create(token, { ...body, tenantId: own.tenantId })).toMatchObject({ status: 403, body: { code: 'ROLE_REQUIRED' } });
    expect((await create(world.admin, { ...body, tenantId: own.tenantId })).status).toBe(201);
  });

  test.each([
    [{ tenantId: 'seven' }, 'tenantId'],
    [{ projectId: 'a b' }, 'projectId'],
    [{ allowedOrigins: 'https://example.com' }, 'allowedOrigins'],
    [{ allowedOrigins: ['https://example.com', '*'] }, 'allowedOrigins.1'],
    [{ isActive: 'yes' }, 'isActive'],
    [{ defaultAgentId: unknownId }, 'defaultAgentId'],
  ])('names what is wrong in %j', async (part, path) => {
    const { tenantId, owner } = await world.tenant();
    const answer = await create(owner, { tenantId, name: 'Site', slug: 'site', ...part });
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED', errors: [{ path }] } });
    expect(answer.body.errors).toHaveLength(1);
  });
});

describe('an app', () => {
  test('of another tenant does not exist, on any route', async () => {
    const [own, other] = [await world.tenant(), await world.tenant()];
    const { id } = await world.app(other.owner, other.tenantId);
    for (const appId of [id, unknownId]) {
      for (const [method, path, body] of [
        ['GET', `/apps/${appId}`],
        ['PATCH', `/apps/${appId}`, { name: 'Mine now' }],
        ['POST', `/apps/${appId}/rotate-key`],
        ['POST', `/apps/${appId}/rotate-identity-secret`],
        ['GET', `/apps/${appId}/configs`],
        ['GET', `/apps/${appId}/configs/active`],
        ['POST', `/apps/${appId}/configs`, {}],
        ['GET', `/apps/${appId}/prompts`],
        ['POST', `/apps/${appId}/prompts`, { name: 'x', kind: 'SYSTEM', content: 'x' }],
        ['PATCH', `/apps/${appId}/prompts/${unknownId}`, {}],
        ['DELETE', `/apps/${appId}/prompts/${unknownId}`],
      ] as const) {
        expect(await world.call(method, path, { as: own.owner, body }), `${method} ${path}`).toMatchObject({
          status: 404,
          body: { code: 'APP_NOT_FOUND' },
        });
      }
    }
  });

  test('is changed where named; what is taken is refused', async () => {
    const { tenantId, owner } = await world.tenant();
    const [first, second] = [await world.app(owner, tenantId), await world.app(owner, tenantId)];
    const patch = (body: object, headers = {}) => world.call('PATCH', `/apps/${first.id}`, { as: owner, body, headers });

    expect((await patch({ isActive: false })).body).toMatchObject({ name: first.name, slug: first.slug, isActive: false });
    expect(await patch({ slug: second.slug })).toMatchObject({ status: 409, body: { code: 'APP_SLUG_TAKEN' } });
    expect(await patch({ projectId: second.projectId })).toMatchObject({ status: 409, body: { code: 'PROJECT_ID_TAKEN' } });
    expect(await patch({ tenantId })).toMatchObject({ status: 400, body: { errors: [{ path: 'tenantId' }] } });
    expect(await patch({ name: 'X' }, { 'if-match': '"old"' })).toMatchObject({ status: 412 });
  });

  test('is found by its project id before its tenant is known', async () => {
    const { tenantId, owner } = await world.tenant();
    const { id, projectId } = await world.app(owner, tenantId);
    expect(await world.apps.findByProjectId(projectId)).toEqual({ id, tenantId, projectId, isActive: true, allowedOrigins: [] });
    expect(await world.apps.findByProjectId('nobodys')).toBeUndefined();
  });

  test('has an identity secret that is kept sealed and can be replaced', async () => {
    const { tenantId, owner } = await world.tenant();
    const { id, identitySecret } = await world.app(owner, tenantId);
    const scope = grantTenantScope(tenantId, { kind: 'system' });
    expect(await world.apps.identitySecret(scope, id)).toBe(identitySecret);
    const [row] = await world.database.asSuperuser('select * from apps where id = $1', [id]);
    expect(JSON.stringify(row)).not.toContain(identitySecret);

    const rotated = (await world.call('POST', `/apps/${id}/rotate-identity-secret`, { as: owner })).body.identitySecret;
    expect(rotated).not.toBe(identitySecret);
    expect(await world.apps.identitySecret(scope, id)).toBe(rotated);
  });

  test('what happens to it is recorded without its secrets', async () => {
    const { tenantId, owner } = await world.tenant();
    world.events.length = 0;
    const { id, apiKey, identitySecret } = await world.app(owner, tenantId);
    await world.call('POST', `/apps/${id}/rotate-key`, { as: owner });
    expect(world.events).toEqual([
      { type: 'app.created', subject: { appId: id } },
      { type: 'app.key-rotated', subject: { appId: id } },
    ]);
    for (const secret of [apiKey, identitySecret]) expect(JSON.stringify(world.events)).not.toContain(secret);
  });
});
