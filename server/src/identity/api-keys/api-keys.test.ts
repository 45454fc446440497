import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const clock = createFakeClock(new Date());
let desk: TestApp;
let tenantId: string;
let appId: string;
beforeAll(async () => {
  desk = await startTestApp({ clock });
  const made = await desk.tenant('keyholder');
  tenantId = made.tenantId;
  appId = made.app.id;
});
afterAll(() => desk.close());

const asOwner = (method: string, path: string, body?: unknown) =>
  desk.call(method, path, { as: desk.admin, headers: { 'x-tenant-id': tenantId }, body });
const withKey = (key: string, path: string) => desk.call('GET', path, { headers: { 'x-api-key': key } });
const make = async (draft: object = {}) =>
  (await asOwner('POST', '/api-keys', { name: 'A server', scopes: ['tickets:read'], ...draft })).body;

describe('API keys', () => {
  test('open what their scopes name, and are shown once', async () => {
    const made = await make({ scopes: ['tickets:read', 'tickets:read', 'apps:read'] });
    expect(made).toMatchObject({ scopes: ['tickets:read', 'apps:read'], appId: null, expiresAt: null, lastUsedAt: null });
    expect(made.apiKey).toMatch(/^sk_[0-9a-f]{64}$/);
    expect((await withKey(made.apiKey, '/tickets')).status).toBe(200);
    expect(await withKey(made.apiKey, '/conversations')).toMatchObject({ status: 403, body: { code: 'SCOPE_REQUIRED' } });
    const { body } = await asOwner('GET', `/api-keys/${made.id}`);
    expect(body).toMatchObject({ id: made.id, prefix: made.apiKey.slice(0, 11), lastUsedAt: expect.any(String) });
    expect(JSON.stringify([body, (await asOwner('GET', '/api-keys')).body])).not.toContain(made.apiKey);
  });

  test('stop working when they are deleted, and when they expire', async () => {
    const deleted = await make();
    expect((await asOwner('DELETE', `/api-keys/${deleted.id}`)).status).toBe(204);
    expect(await withKey(deleted.apiKey, '/tickets')).toMatchObject({ status: 401, body: { code: 'INVALID_API_KEY' } });
    expect((await asOwner('DELETE', `/api-keys/${deleted.id}`)).body.code).toBe('API_KEY_NOT_FOUND');

    const expiring = await make({ expiresAt: new Date(clock.now().getTime() + 5 * 60_000).toISOString() });
    expect((await withKey(expiring.apiKey, '/tickets')).status).toBe(200);
    await clock.advance(5 * 60_000);
    expect(await withKey(expiring.apiKey, '/tickets')).toMatchObject({ status: 401, body: { code: 'API_KEY_EXPIRED' } });
  });

  test.each([
    ['a scope that does not exist', { scopes: ['everything'] }, 'VALIDATION_FAILED'],
    ['no scope', { scopes: [] }, 'VALIDATION_FAILED'],
    ['an expiry that is over', { expiresAt: new Date(Date.now() - DAY_MS).toISOString() }, 'EXPIRY_IN_PAST'],
  ])('with %s are not made', async (_, draft, code) => {
    const answer = await asOwner('POST', '/api-keys', { name: 'A server', scopes: ['tickets:read'], ...draft });
    expect(answer).toMatchObject({ status: 400, body: { code, errors: [{ path: expect.stringMatching(/scopes|expiresAt/) }] } });
  });

  test('of an app are listed with the others, and by app', async () => {
    const { body } = await asOwner('GET', `/api-keys?appId=${appId}`);
    expect(body.items).toMatchObject([{ appId, name: 'keyholder' }]);
    expect((await asOwner('GET', '/api-keys?limit=1')).body.nextCursor).toEqual(expect.any(String));
  });

  test('are not shown again to whoever repeats the request', async () => {
    const again = () =>
      desk.call('POST', '/api-keys', {
        as: desk.admin,
        headers: { 'x-tenant-id': tenantId, 'idempotency-key': 'only one' },
        body: { name: 'Once', scopes: ['tickets:read'] },
      });
    expect((await again()).status).toBe(201);
    expect(await again()).toMatchObject({ status: 409, body: { code: 'IDEMPOTENT_ANSWER_NOT_KEPT' } });
    const names = (await asOwner('GET', '/api-keys')).body.items.map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => name === 'Once')).toHaveLength(1);
  });
});
