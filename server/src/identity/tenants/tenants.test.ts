import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentityWorld, type IdentityWorld } from '../identity.testing.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld();
});
afterAll(() => world.close());

const create = (body: object, as = world.admin) => world.call('POST', '/tenants', { as, body });

describe('creating a tenant', () => {
  test('fills in what was left out, and makes its creator the owner', async () => {
    const answer = await create({ name: 'Clínica Sol', slug: 'clinica-sol' });
    expect(answer).toMatchObject({
      status: 201,
      body: { name: 'Clínica Sol', slug: 'clinica-sol', timezone: 'UTC', locale: 'en', country: null, llmConfig: {}, profile: {} },
    });
    const me = await world.call('GET', '/auth/me', { as: world.admin });
    expect(me.body.tenants).toContainEqual({ id: answer.body.id, name: 'Clínica Sol', slug: 'clinica-sol', role: 'owner' });
  });

  test('keeps what was given', async () => {
    const body = {
      name: 'Sol',
      slug: 'sol',
      timezone: 'Europe/Madrid',
      locale: 'es-es',
      country: 'ES',
      llmConfig: { temperature: 0, prices: { 'llama3.1': { input: 0, output: 0 } } },
    };
    expect((await create(body)).body).toMatchObject({ ...body, locale: 'es-ES' });
  });

  test('gives a slug to one of those who want it at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create({ name: 'Race', slug: 'race' })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'TENANT_SLUG_TAKEN')).toHaveLength(7);
    const rows = await world.database.asSuperuser('select 1 from memberships m join tenants t on t.id = m.tenant_id where t.slug = $1', [
      'race',
    ]);
    expect(rows).toHaveLength(1);
  });

  test('is for platform admins', async () => {
    const { owner } = await world.tenant();
    expect(await create({ name: 'X', slug: 'mine' }, owner)).toMatchObject({ status: 403, body: { code: 'PLATFORM_ADMIN_REQUIRED' } });
    expect(await world.call('POST', '/tenants', { body: {} })).toMatchObject({ status: 401, body: { code: 'MISSING_AUTH' } });
  });

  test.each([
    [{ slug: 'x1' }, 'name'],
    [{ name: 'X', slug: 'No Slug' }, 'slug'],
    [{ name: 'X', slug: 'x2', timezone: '+02:00' }, 'timezone'],
    [{ name: 'X', slug: 'x3', country: 'Spain' }, 'country'],
    [{ name: 'X', slug: 'x4', llmConfig: { temperature: 3 } }, 'llmConfig.temperature'],
    [{ name: 'X', slug: 'x4', llmConfig: { prices: { m: { input: -1, output: 0 } } } }, 'llmConfig.prices.m.input'],
    [{ name: 'X', slug: 'x5', id: '0192f0c1-2345-7abc-8def-0123456789ab' }, 'id'],
  ])('names what is wrong in %j', async (body, path) => {
    const answer = await create(body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.errors).toMatchObject([{ path }]);
  });
});

describe('reading tenants', () => {
  test('a person lists their own, a platform admin all', async () => {
    const [first, second] = [await world.tenant(), await world.tenant()];
    const { token } = await world.person({ [first.tenantId]: 'viewer', [second.tenantId]: 'agent' });
    const own = await world.call('GET', '/tenants', { as: token });
    expect(own.body.items.map(({ id }: { id: string }) => id)).toEqual([first.tenantId, second.tenantId]);
    expect((await world.call('GET', '/tenants', { as: (await world.person()).token })).body).toEqual({ items: [], nextCursor: null });

    const all = await world.call('GET', '/tenants?limit=100', { as: world.admin });
    expect(all.body.items.length).toBeGreaterThan(2);
  });

  test('a list goes on where its cursor says', async () => {
    await world.tenant();
    await world.tenant();
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await world.call('GET', `/tenants?limit=2${cursor && `&cursor=${cursor}`}`, { as: world.admin });
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      cursor = body.nextCursor;
    }
    const [row] = await world.database.asSuperuser<{ count: number }>('select count(*)::int as count from tenants');
    expect(new Set(seen).size).toBe(row?.count);
    expect(seen).toHaveLength(new Set(seen).size);
  });

  test.each([
    ['limit=0', 'VALIDATION_FAILED'],
    ['limit=101', 'VALIDATION_FAILED'],
    ['limit=ten', 'VALIDATION_FAILED'],
    ['cursor=guess', 'INVALID_CURSOR'],
    ['page=2', 'VALIDATION_FAILED'],
  ])('a list refuses ?%s', async (query, code) => {
    expect(await world.call('GET', `/tenants?${query}`, { as: world.admin })).toMatchObject({ status: 400, body: { code } });
  });

  test('one tenant comes with its apps and how many sessions each has had', async () => {
    const { tenantId, owner } = await world.tenant();
    const [first, second] = [await world.app(owner, tenantId), await world.app(owner, tenantId)];
    const { body } = await world.call('GET', `/tenants/${tenantId}`, { as: owner });
    const shown = ({ id, name, slug, projectId, isActive }: typeof first) => ({ id, name, slug, projectId, isActive });
    expect(body.apps).toEqual([
      { ...shown(first), sessionCount: 3 },
      { ...shown(second), sessionCount: 0 },
    ]);
  });

  test('another tenant does not exist, whether it does or not', async () => {
    const [own, other] = [await world.tenant(), await world.tenant()];
    for (const path of [
      `/tenants/${other.tenantId}`,
      '/tenants/0192f0c1-2345-7abc-8def-0123456789ab',
      `/tenants/${other.tenantId}/members`,
    ]) {
      expect(await world.call('GET', path, { as: own.owner })).toMatchObject({ status: 404, body: { code: 'TENANT_NOT_FOUND' } });
    }
    expect(await world.call('PATCH', `/tenants/${other.tenantId}`, { as: own.owner, body: { name: 'Taken' } })).toMatchObject({
      status: 404,
    });
    expect(await world.call('GET', '/tenants/seven', { as: own.owner })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'params.tenantId' }] },
    });
  });

  test('its members are listed with their roles', async () => {
    const { tenantId, owner } = await world.tenant();
    const agent = await world.person({ [tenantId]: 'agent' });
    const { body } = await world.call('GET', `/tenants/${tenantId}/members`, { as: owner });
    expect(body.items.map(({ role }: { role: string }) => role)).toEqual(['owner', 'owner', 'agent']);
    expect(body.items.at(-1)).toMatchObject({ personId: agent.personId, email: agent.email });
  });
});

describe('changing a tenant', () => {
  const patch = (tenantId: string, as: string, body: object, headers = {}) =>
    world.call('PATCH', `/tenants/${tenantId}`, { as, body, headers });

  test('changes what is named and leaves the rest', async () => {
    const { tenantId, owner } = await world.tenant();
    const before = (await world.call('GET', `/tenants/${tenantId}`, { as: owner })).body;
    const { status, body } = await patch(tenantId, owner, { timezone: 'America/Lima', llmConfig: { model: 'm' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: before.name, slug: before.slug, timezone: 'America/Lima', llmConfig: { model: 'm' } });
  });

  test('is for admins and owners', async () => {
    const { tenantId } = await world.tenant();
    const { token } = await world.person({ [tenantId]: 'agent' });
    expect(await patch(tenantId, token, { name: 'X' })).toMatchObject({ status: 403, body: { code: 'ROLE_REQUIRED' } });
  });

  test('refuses a slug that is taken', async () => {
    const [first, second] = [await world.tenant(), await world.tenant()];
    const { slug } = (await world.call('GET', `/tenants/${first.tenantId}`, { as: first.owner })).body;
    expect(await patch(second.tenantId, second.owner, { slug })).toMatchObject({ status: 409, body: { code: 'TENANT_SLUG_TAKEN' } });
  });

  test('with If-Match, refuses to overwrite what somebody else has changed', async () => {
    const { tenantId, owner } = await world.tenant();
    const { etag } = (await world.call('GET', `/tenants/${tenantId}`, { as: owner })).headers;
    const headers = { 'if-match': String(etag) };
    expect((await patch(tenantId, owner, { name: 'First' }, headers)).status).toBe(200);
    expect(await patch(tenantId, owner, { name: 'Second' }, headers)).toMatchObject({ status: 412, body: { code: 'PRECONDITION_FAILED' } });
    expect((await world.call('GET', `/tenants/${tenantId}`, { as: owner })).body.name).toBe('First');
  });
});
