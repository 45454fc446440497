import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AuditEntry } from '@foyer/contracts/audit.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { calling, saying, scriptedModels } from '#test/scripted-models.ts';
import { ADMIN, startTestApp, type TestApp } from '#test/test-app.ts';

const SCRIPT = fileURLToPath(new URL('../../app/audit-verify.ts', import.meta.url));

describe('the audit log of the installation', () => {
  let test_: TestApp;
  let clinic: { tenantId: string; app: { apiKey: string } };
  let bakery: { tenantId: string };
  const clock = createFakeClock(new Date());

  beforeAll(async () => {
    test_ = await startTestApp({ clock });
    clinic = await test_.tenant('clinic');
    bakery = await test_.tenant('bakery');
  });
  afterAll(() => test_?.close());

  const entries = async (query: string): Promise<AuditEntry[]> =>
    (await test_.call('GET', `/audit/installation?limit=100&${query}`, { as: test_.admin })).body.items;
  const signIn = (password = ADMIN.password, email = ADMIN.email) =>
    test_.call('POST', '/auth/login', { body: { email, password }, headers: { 'user-agent': '=cmd()' } });

  test('has sign-ins, and those that were refused, with from where and never with what was typed', async () => {
    const { user } = (await signIn()).body;
    await signIn('a wrong password');
    await signIn('a wrong password', 'nobody@example.com');

    const [ofNobody, wrong, right] = await entries('action=sign-in.');
    expect(right).toMatchObject({ action: 'sign-in.succeeded', actor: { kind: 'person', id: user.id }, outcome: 'ok' });
    expect(wrong).toMatchObject({ action: 'sign-in.failed', outcome: 'refused', subject: { kind: 'person', id: user.id } });
    expect(wrong?.source).toMatchObject({ ip: '127.0.0.1', userAgent: '=cmd()' });
    expect(ofNobody).toMatchObject({ action: 'sign-in.failed', outcome: 'refused', subject: { kind: 'person', id: null } });
    expect(JSON.stringify([ofNobody, wrong, right])).not.toMatch(/wrong password|example\.com/);
  });

  test('has the moment in which an address is locked', async () => {
    for (let count = 0; count < 12; count += 1) await signIn('wrong again', 'locked@example.com');
    expect((await entries('action=sign-in.locked')).length).toBe(1);
  });

  test('has the end of a sign-in, a token that came twice, and a changed password', async () => {
    const one = (await signIn()).body;
    await test_.call('POST', '/auth/logout', { as: one.accessToken });
    const other = (await signIn()).body;
    await test_.call('POST', '/auth/refresh', { body: { refreshToken: other.refreshToken } });
    await clock.advance(60_000);
    await test_.call('POST', '/auth/refresh', { body: { refreshToken: other.refreshToken } });
    const last = (await signIn()).body;
    const passwords = { currentPassword: ADMIN.password, newPassword: 'another long enough password' };
    expect((await test_.call('POST', '/auth/change-password', { as: last.accessToken, body: passwords })).status).toBe(204);
    test_.admin = last.accessToken;

    const actions = (await entries('')).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['sign-in.ended', 'sign-in.reused', 'password.changed']));
  });

  test('is for platform admins alone', async () => {
    const { people } = test_.app.services;
    await people.add({ email: 'ana@example.com', name: 'Ana', password: 'a long enough password', isPlatformAdmin: false });
    const ana = (await signIn('a long enough password', 'ana@example.com')).body;
    expect((await test_.call('GET', '/audit/installation', { as: ana.accessToken })).status).toBe(403);
    expect((await entries('action=audit.read&outcome=refused'))[0]).toMatchObject({
      actor: { id: ana.user.id },
      facts: { code: 'PLATFORM_ADMIN_REQUIRED' },
    });
  });

  test('is exported line by line, and no line begins a formula', async () => {
    const fetched = async (format: string) => {
      const headers = { authorization: `Bearer ${test_.admin}` };
      return fetch(`${test_.url}/api/v1/audit/installation/export?format=${format}&action=sign-in.failed`, { headers });
    };
    const csv = await (await fetched('csv')).text();
    expect(csv).toContain(`,'=cmd(),`);
    expect(csv).not.toMatch(/(^|,)"?=/m);
    const lines = (await (await fetched('jsonl')).text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).action)).toContain('sign-in.failed');
    expect(csv.trim().split('\r\n')).toHaveLength(lines.length + 1);
    expect((await entries('action=audit.exported')).length).toBe(2);
  });

  test('of another tenant is nobody’s to read, and verifies by the command', async () => {
    const { tenantId, app } = clinic;
    await test_.call('GET', '/tickets', { as: test_.admin, headers: { 'x-tenant-id': tenantId } });
    const read = async (tenant: string) =>
      (await test_.call('GET', '/audit?action=ticket.', { as: test_.admin, headers: { 'x-tenant-id': tenant } })).body.items;
    expect([(await read(tenantId)).length, (await read(bakery.tenantId)).length]).toEqual([1, 0]);

    await fetch(`${test_.url}/api/v1/tickets`, { headers: { 'x-api-key': app.apiKey } });
    const [used] = (await test_.call('GET', '/audit?action=api-key.used', { as: test_.admin, headers: { 'x-tenant-id': tenantId } })).body
      .items;
    expect(used).toMatchObject({ action: 'api-key.used-first', actor: { kind: 'api-key' } });

    await clock.advance(4_000);
    await expect.poll(() => verify().status).toBe(0);
    await test_.database.asSuperuser(`update audit_entries set ip = '10.0.0.1' where tenant_id = '${tenantId}' and chain_seq = 1`);
    const { status, stdout } = verify();
    expect([status, stdout]).toEqual([1, expect.stringContaining(`BROKEN  tenant ${tenantId}: entry 1 was changed`)]);
    expect(verify(`--tenant=${bakery.tenantId}`).status).toBe(0);
  });

  const verify = (...args: string[]) =>
    spawnSync(process.execPath, [SCRIPT, ...args], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: test_.database.connectionString, FOYER_MASTER_KEY: '0'.repeat(64) },
    });
});

describe('the audit log of a tenant', () => {
  test('has the tools that its agent called, and what it looked up', async () => {
    const models = scriptedModels((request) =>
      request.messages.at(-1)?.role === 'tool' ? saying('We open at 8.') : calling('search_knowledge', { query: 'When do you open?' }),
    );
    const test_ = await startTestApp({ models });
    try {
      const { tenantId, app } = await test_.tenant('clinic');
      const headers = { 'x-tenant-id': tenantId };
      await test_.call('POST', '/knowledge/documents', { as: test_.admin, headers, body: { title: 'Hours', content: 'We open at 8.' } });
      const visitor = await test_.visitor(app.projectId);
      await visitor.connect();
      await visitor.answer((await visitor.say('When do you open?', 'first')).seq);

      const { items } = (await test_.call('GET', '/audit?action=knowledge.', { as: test_.admin, headers })).body;
      expect(items).toMatchObject([
        {
          actor: { kind: 'agent', id: expect.any(String) },
          subject: { kind: 'conversation', id: expect.any(String) },
          source: { channel: 'conversation', ip: null },
          facts: { tool: 'search_knowledge', state: 'succeeded' },
        },
      ]);
      expect(JSON.stringify(items)).not.toContain('open');
    } finally {
      await test_.close();
    }
  });
});
