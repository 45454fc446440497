import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentityWorld, type IdentityWorld } from '../identity.testing.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld();
});
afterAll(() => world.close());

const listApps = (call: Parameters<IdentityWorld['call']>[2]) => world.call('GET', '/apps', call);
const inTenant = (tenantId: string) => ({ headers: { 'x-tenant-id': tenantId } });

describe('in which tenant a person acts', () => {
  test('in their only one, without saying so', async () => {
    const { tenantId, owner } = await world.tenant();
    const app = await world.app(owner, tenantId);
    expect((await listApps({ as: owner })).body.items).toMatchObject([{ id: app.id }]);
  });

  test('in the one that they name, when they have several', async () => {
    const [first, second] = [await world.tenant(), await world.tenant()];
    const app = await world.app(second.owner, second.tenantId);
    const { token } = await world.person({ [first.tenantId]: 'viewer', [second.tenantId]: 'viewer' });

    expect(await listApps({ as: token })).toMatchObject({
      status: 400,
      body: { code: 'TENANT_REQUIRED', errors: [{ path: 'X-Tenant-Id' }] },
    });
    expect((await listApps({ as: token, ...inTenant(first.tenantId) })).body.items).toEqual([]);
    expect((await listApps({ as: token, ...inTenant(second.tenantId) })).body.items).toMatchObject([{ id: app.id }]);
  });

  test('in the one of the app that the path names', async () => {
    const [first, second] = [await world.tenant(), await world.tenant()];
    const app = await world.app(second.owner, second.tenantId);
    const { token } = await world.person({ [first.tenantId]: 'viewer', [second.tenantId]: 'viewer' });
    expect((await world.call('GET', `/apps/${app.id}`, { as: token })).status).toBe(200);
    expect(await world.call('GET', `/apps/${app.id}`, { as: token, ...inTenant(first.tenantId) })).toMatchObject({ status: 404 });
    expect((await world.call('GET', `/apps/${app.id}`, { as: token, ...inTenant(second.tenantId) })).status).toBe(200);
  });

  test('in none that they do not belong to', async () => {
    const [own, other] = [await world.tenant(), await world.tenant()];
    expect(await listApps({ as: own.owner, ...inTenant(other.tenantId) })).toMatchObject({
      status: 404,
      body: { code: 'TENANT_NOT_FOUND' },
    });
    expect(await listApps({ as: (await world.person()).token })).toMatchObject({ status: 403, body: { code: 'NO_TENANT' } });
    expect(await listApps({ as: own.owner, ...inTenant("' or 1=1") })).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
  });

  test('a platform admin acts in any that exists, by its name', async () => {
    const { tenantId, owner } = await world.tenant();
    const app = await world.app(owner, tenantId);
    const path = `/apps/${app.id}/rotate-key`;
    expect((await world.call('POST', path, { as: world.admin, ...inTenant(tenantId) })).status).toBe(200);
    expect(await listApps({ as: world.admin, ...inTenant('0192f0c1-2345-7abc-8def-0123456789ab') })).toMatchObject({ status: 404 });
  });

  test('as the role allows: each may do what those below may', async () => {
    const { tenantId, owner } = await world.tenant();
    const app = await world.app(owner, tenantId);
    const statuses = [];
    for (const role of ['viewer', 'agent', 'admin', 'owner'] as const) {
      const { token } = await world.person({ [tenantId]: role });
      const [read, write] = [
        await listApps({ as: token }),
        await world.call('PATCH', `/apps/${app.id}`, { as: token, body: { name: role } }),
      ];
      statuses.push([role, read.status, write.status]);
    }
    expect(statuses).toEqual([
      ['viewer', 200, 403],
      ['agent', 200, 403],
      ['admin', 200, 200],
      ['owner', 200, 200],
    ]);
  });

  test('until they are no longer a member', async () => {
    const { tenantId } = await world.tenant();
    const { token, personId } = await world.person({ [tenantId]: 'owner' });
    expect((await listApps({ as: token })).status).toBe(200);
    await world.database.asSuperuser('delete from memberships where person_id = $1', [personId]);
    expect((await listApps({ as: token })).status).toBe(403);
  });
});

describe('API keys', () => {
  const withKey = (key: string, headers = {}) => ({ headers: { 'x-api-key': key, ...headers } });

  test('act for their tenant within their scopes', async () => {
    const { tenantId, owner } = await world.tenant();
    const { id, apiKey } = await world.app(owner, tenantId);
    expect(apiKey).toMatch(/^sk_[0-9a-f]{64}$/);
    expect((await listApps(withKey(apiKey))).body.items).toMatchObject([{ id }]);
    expect(await world.call('PATCH', `/apps/${id}`, { ...withKey(apiKey), body: { name: 'X' } })).toMatchObject({
      status: 403,
      body: { code: 'API_KEY_NOT_ALLOWED' },
    });
    expect(await world.call('GET', '/auth/me', withKey(apiKey))).toMatchObject({ status: 403, body: { code: 'API_KEY_NOT_ALLOWED' } });
    expect(await world.call('POST', '/tenants', { ...withKey(apiKey), body: {} })).toMatchObject({ status: 403 });
  });

  test('a scope that the key does not have is named', async () => {
    const { tenantId, owner } = await world.tenant();
    const { apiKey } = await world.app(owner, tenantId);
    await world.database.asSuperuser("update api_keys set scopes = '{prompts:read}' where tenant_id = $1", [tenantId]);
    const answer = await listApps(withKey(apiKey));
    expect(answer).toMatchObject({ status: 403, body: { code: 'SCOPE_REQUIRED' } });
    expect(answer.body.detail).toContain('apps:read');
  });

  test('see nothing of another tenant', async () => {
    const [own, other] = [await world.tenant(), await world.tenant()];
    const { apiKey } = await world.app(own.owner, own.tenantId);
    const foreign = await world.app(other.owner, other.tenantId);
    expect(await world.call('GET', `/apps/${foreign.id}`, withKey(apiKey))).toMatchObject({ status: 404, body: { code: 'APP_NOT_FOUND' } });
    expect(await world.call('GET', `/tenants/${other.tenantId}`, withKey(apiKey))).toMatchObject({ status: 404 });
    expect(await listApps(withKey(apiKey, { 'x-tenant-id': other.tenantId }))).toMatchObject({ status: 404 });
    expect((await listApps(withKey(apiKey, { 'x-tenant-id': own.tenantId }))).status).toBe(200);
  });

  test('an old one stops working when a new one is made', async () => {
    const { tenantId, owner } = await world.tenant();
    const { id, apiKey } = await world.app(owner, tenantId);
    const rotated = await world.call('POST', `/apps/${id}/rotate-key`, { as: owner });
    expect(rotated.body).toEqual({ apiKey: expect.stringMatching(/^sk_[0-9a-f]{64}$/) });
    expect(await listApps(withKey(apiKey))).toMatchObject({ status: 401, body: { code: 'INVALID_API_KEY' } });
    expect((await listApps(withKey(rotated.body.apiKey))).status).toBe(200);
  });

  test('are stored as hashes, with what people recognise them by and when they were last used', async () => {
    const { tenantId, owner } = await world.tenant();
    const { apiKey } = await world.app(owner, tenantId);
    await listApps(withKey(apiKey));
    const [row] = await world.database.asSuperuser('select key_hash, prefix, last_used_at from api_keys where tenant_id = $1', [tenantId]);
    expect(row).toEqual({
      key_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      prefix: apiKey.slice(0, 11),
      last_used_at: world.clock.now(),
    });
  });

  test('expire, and are told apart from wrong ones', async () => {
    const { tenantId, owner } = await world.tenant();
    const { apiKey } = await world.app(owner, tenantId);
    await world.database.asSuperuser('update api_keys set expires_at = $1 where tenant_id = $2', [world.clock.now(), tenantId]);
    expect(await listApps(withKey(apiKey))).toMatchObject({ status: 401, body: { code: 'API_KEY_EXPIRED' } });
    for (const wrong of ['', 'sk_', `sk_${'0'.repeat(64)}`, apiKey.toUpperCase()]) {
      expect(await listApps(withKey(wrong))).toMatchObject({ status: 401, body: { code: 'INVALID_API_KEY' } });
    }
  });

  test('are not to be mixed with access tokens', async () => {
    const { tenantId, owner } = await world.tenant();
    const { apiKey } = await world.app(owner, tenantId);
    expect(await listApps({ as: owner, ...withKey(apiKey) })).toMatchObject({ status: 400, body: { code: 'AMBIGUOUS_CREDENTIALS' } });
  });
});
