import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createIdentityWorld, type IdentityWorld } from '../identity.testing.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await createIdentityWorld();
});
afterAll(() => world.close());

const PROFILE = {
  about: 'A practice for teeth.',
  services: [{ name: 'Check-up', description: 'Half an hour.' }, { name: 'Cleaning' }],
  contact: { phone: '+34 910 000 111', email: 'Hola@Sol.example', address: 'Calle Mayor 1, Madrid', website: 'https://sol.example/citas' },
  openingHours: {
    monday: [
      { from: '09:00', to: '14:00' },
      { from: '16:00', to: '24:00' },
    ],
    sunday: [],
  },
  hoursExceptions: [{ date: '2026-12-25', hours: [], name: 'Christmas' }],
  escalation: { policy: 'Complaints go to the manager.', words: ['lawyer', 'refund'] },
};

describe("a tenant's profile", () => {
  const change = (tenantId: string, as: string, profile: unknown) => world.call('PATCH', `/tenants/${tenantId}`, { as, body: { profile } });

  test('is kept, shown, replaced as a whole, and part of what the ETag stands for', async () => {
    const { tenantId, owner } = await world.tenant();
    const before = await world.call('GET', `/tenants/${tenantId}`, { as: owner });
    const saved = await change(tenantId, owner, PROFILE);
    expect(saved).toMatchObject({ status: 200, body: { profile: { ...PROFILE, contact: { email: 'Hola@sol.example' } } } });
    expect(saved.headers.etag).not.toBe(before.headers.etag);
    await world.call('PATCH', `/tenants/${tenantId}`, { as: owner, body: { name: 'Sol' } });
    expect((await world.call('GET', `/tenants/${tenantId}`, { as: owner })).body.profile).toEqual(saved.body.profile);
    expect((await change(tenantId, owner, { about: 'New.' })).body.profile).toEqual({ about: 'New.' });
  });

  const monday = (...spans: [string, string][]) => ({ openingHours: { monday: spans.map(([from, to]) => ({ from, to })) } });
  test.each([
    [monday(['9:00', '14:00']), 'openingHours.monday.0.from'],
    [monday(['09:00', '24:01']), 'openingHours.monday.0.to'],
    [monday(['22:00', '02:00']), 'openingHours.monday.0.to'],
    [monday(['16:00', '20:00'], ['09:00', '14:00']), 'openingHours.monday'],
    [monday(['09:00', '14:00'], ['13:00', '20:00']), 'openingHours.monday'],
    [{ openingHours: { lunes: [] } }, 'openingHours.lunes'],
    [{ hoursExceptions: [{ date: '2026-02-30', hours: [] }] }, 'hoursExceptions.0.date'],
    [{ hoursExceptions: Array(2).fill({ date: '2026-12-25', hours: [] }) }, 'hoursExceptions'],
    [{ contact: { phone: 'call us' } }, 'contact.phone'],
    [{ contact: { email: 'sol' } }, 'contact.email'],
    [{ contact: { website: 'javascript:alert(1)' } }, 'contact.website'],
    [{ contact: { website: 'https://sol .example' } }, 'contact.website'],
    [{ about: 'Two\nlines' }, 'about'],
    [{ services: [{ name: ' ' }] }, 'services.0.name'],
    [{ escalation: { words: 'lawyer' } }, 'escalation.words'],
    [{ mission: 'x' }, 'mission'],
    [null, ''],
  ])('names what is wrong in %j', async (profile, path) => {
    const { tenantId, owner } = await world.tenant();
    const answer = await change(tenantId, owner, profile);
    expect(answer).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
    expect(answer.body.errors).toMatchObject([{ path: path === '' ? 'profile' : `profile.${path}` }]);
  });
});
