import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from '#platform/clock.testing.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { EmailMessage, EmailSender } from '#platform/email/email-sender.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';

const PASSWORD = 'a long enough password';
const WHY = { reason: 'The clinic asked us to look', minutes: 5 };

describe('breaking the glass', () => {
  let app: TestApp;
  let clock: FakeClock;
  let tenantId: string;
  const mails: EmailMessage[] = [];
  beforeAll(async () => {
    clock = createFakeClock();
    const email: EmailSender = {
      send: async (mail) => {
        mails.push(mail);
        return { providerMessageId: '<one@example.com>', refusedRecipients: [] };
      },
      describe: () => 'this test',
    };
    app = await startTestApp({ clock, email });
    ({ tenantId } = await app.tenant('clinic'));
  });
  afterAll(() => app?.close());

  let counter = 0;
  async function person({ isPlatformAdmin = false, role }: { isPlatformAdmin?: boolean; role?: 'owner' | 'viewer' }) {
    counter += 1;
    const email = `person-${counter}@example.com`;
    const { personId } = await app.app.services.people.add({ email, name: `Person ${counter}`, password: PASSWORD, isPlatformAdmin });
    if (role) await app.app.services.members.add(grantTenantScope(tenantId, { kind: 'system' }), { personId, role });
    const { body } = await app.call('POST', '/auth/login', { body: { email, password: PASSWORD } });
    return { email, personId, as: body.accessToken as string };
  }
  const open = (as: string, body: object = WHY) => app.call('POST', `/tenants/${tenantId}/break-glass`, { as, body });
  const tickets = async (as: string) => (await app.call('GET', '/tickets', { as, headers: { 'x-tenant-id': tenantId } })).status;

  test('opens personal data for as long as was said', async () => {
    const { as } = await person({ isPlatformAdmin: true });
    expect(await tickets(as)).toBe(403);
    expect((await open(as)).status).toBe(201);
    expect(await tickets(as)).toBe(200);
    await clock.advance(5 * 60_000);
    expect(await tickets(as)).toBe(403);
  });

  test('is for administrators of the installation, and each for themselves', async () => {
    const owner = await person({ role: 'owner' });
    expect((await open(owner.as)).body.code).toBe('PLATFORM_ADMIN_REQUIRED');
    const one = await person({ isPlatformAdmin: true });
    const other = await person({ isPlatformAdmin: true });
    await open(one.as);
    expect([await tickets(one.as), await tickets(other.as)]).toEqual([200, 403]);
    const elsewhere = await app.tenant('elsewhere');
    await app.database.asSuperuser(`delete from memberships where tenant_id = '${elsewhere.tenantId}'`);
    const there = await app.call('GET', '/tickets', { as: one.as, headers: { 'x-tenant-id': elsewhere.tenantId } });
    expect(there.body.code).toBe('BREAK_GLASS_REQUIRED');
  });

  test('needs a reason and an hour at most', async () => {
    const { as } = await person({ isPlatformAdmin: true });
    for (const wrong of [
      { reason: '', minutes: 5 },
      { reason: '          .', minutes: 5 },
      { ...WHY, minutes: 61 },
      { ...WHY, minutes: 0 },
      { minutes: 5 },
    ]) {
      expect([wrong, (await open(as, wrong)).status]).toEqual([wrong, 400]);
    }
    const nowhere = await app.call('POST', '/tenants/01a1f000-0000-7000-8000-000000000000/break-glass', { as, body: WHY });
    expect(nowhere.body.code).toBe('TENANT_NOT_FOUND');
  });

  test('tells the owners at once, and stays for the tenant to see', async () => {
    const owner = await person({ role: 'owner' });
    const viewer = await person({ role: 'viewer' });
    const { as, personId } = await person({ isPlatformAdmin: true });
    const { body } = await open(as);
    await expect
      .poll(() => mails.filter(({ subject }) => subject.includes('clinic')).flatMap(({ to }) => to.map(({ address }) => address)))
      .toContain(owner.email);
    const told = mails.findLast(({ to }) => to.some(({ address }) => address === owner.email));
    expect(told?.text).toContain(WHY.reason);
    expect(mails.flatMap(({ to }) => to.map(({ address }) => address))).not.toContain(viewer.email);
    const list = await app.call('GET', `/tenants/${tenantId}/break-glass`, { as: owner.as });
    expect(list.body.items[0]).toMatchObject({ id: body.id, personId, reason: WHY.reason, endedAt: null });
    const log = await app.call('GET', '/audit?action=break-glass.opened', { as: owner.as });
    expect(log.body.items[0]).toMatchObject({ actor: { kind: 'person', id: personId }, subject: { id: body.id } });
  });

  test('is ended by an owner before its time, once', async () => {
    const owner = await person({ role: 'owner' });
    const { as } = await person({ isPlatformAdmin: true });
    const { body } = await open(as);
    const end = () => app.call('DELETE', `/tenants/${tenantId}/break-glass/${body.id}`, { as: owner.as });
    expect((await end()).status).toBe(204);
    expect(await tickets(as)).toBe(403);
    expect((await end()).body.code).toBe('BREAK_GLASS_GRANT_NOT_FOUND');
  });

  test('is not needed by an administrator who is a member; they are what they are there', async () => {
    const viewer = await person({ isPlatformAdmin: true, role: 'viewer' });
    expect(await tickets(viewer.as)).toBe(403);
    expect((await app.call('GET', '/conversations', { as: viewer.as, headers: { 'x-tenant-id': tenantId } })).status).toBe(200);
    await open(viewer.as);
    expect(await tickets(viewer.as)).toBe(200);
  });
});
