import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createIdentityWorld, type IdentityWorld } from '../identity.testing.ts';

const MINUTE_MS = 60_000;

describe('sign-ins that nobody uses', () => {
  let world: IdentityWorld;
  let admin: string;
  let tenantId: string;
  let person: Awaited<ReturnType<IdentityWorld['person']>>;
  beforeEach(async () => {
    world = await createIdentityWorld();
    admin = world.admin;
    ({ tenantId } = await world.tenant());
    person = await world.person({ [tenantId]: 'agent' });
  });

  afterEach(() => world?.close());

  /** Tokens live for a quarter of an hour, and tests go on for days. */
  async function signInAdmin(): Promise<void> {
    const { body } = await world.call('POST', '/auth/login', { body: { email: 'admin@example.com', password: 'a long enough password' } });
    admin = body.accessToken;
  }
  const setMinutes = (idleSignOutMinutes: unknown, id = tenantId) =>
    world.call('PATCH', `/tenants/${id}`, { as: admin, body: { idleSignOutMinutes } });
  const refresh = () => world.call('POST', '/auth/refresh', { body: { refreshToken: person.refreshToken } });

  test('live as long as their refresh tokens where no tenant says anything', async () => {
    await world.clock.advance(6 * 24 * 60 * MINUTE_MS);
    expect((await refresh()).status).toBe(200);
  });

  test('end after the time that the tenant sets, and do not come back', async () => {
    expect((await setMinutes(30)).body).toMatchObject({ idleSignOutMinutes: 30 });
    await world.clock.advance(31 * MINUTE_MS);
    expect((await refresh()).body.code).toBe('SESSION_IDLE');
    await signInAdmin();
    await setMinutes(null);
    expect((await refresh()).body.code).toBe('SESSION_REVOKED');
  });

  test('go on while somebody works, though they renew no tokens', async () => {
    await setMinutes(10);
    await world.clock.advance(9 * MINUTE_MS);
    expect((await world.call('GET', '/auth/me', { as: person.token })).status).toBe(200);
    await world.clock.advance(9 * MINUTE_MS);
    expect((await refresh()).status).toBe(200);
  });

  test('follow the strictest of the tenants that somebody belongs to, and no others', async () => {
    const strict = await world.tenant();
    const inBoth = await world.person({ [tenantId]: 'agent', [strict.tenantId]: 'viewer' });
    await setMinutes(15, strict.tenantId);
    await setMinutes(60);
    await world.clock.advance(20 * MINUTE_MS);
    expect((await refresh()).status).toBe(200);
    person = inBoth;
    expect((await refresh()).body.code).toBe('SESSION_IDLE');
  });

  test('cannot be limited to less than five minutes or more than a week', async () => {
    for (const minutes of [4, 10_081, 7.5, '30']) expect([minutes, (await setMinutes(minutes)).status]).toEqual([minutes, 400]);
  });
});
