import type { AuditEntry } from '@foyer/contracts/audit.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';

describe('the audit log', () => {
  let test_: TestApp;
  let tenantId: string;
  let inTenant: Record<string, string>;

  beforeAll(async () => {
    test_ = await startTestApp();
    ({ tenantId } = await test_.tenant('clinic'));
    inTenant = { 'x-tenant-id': tenantId };
  });
  afterAll(() => test_?.close());

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    test_.call(method, path, { as: test_.admin, headers: { ...inTenant, ...headers }, ...(body !== undefined && { body }) });
  const entries = async (query = ''): Promise<AuditEntry[]> => (await call('GET', `/audit?limit=100${query}`)).body.items;

  test('tells who did what with what, when and from where', async () => {
    const { id } = (await call('POST', '/tickets', { subject: 'Call Ana back' })).body;
    await call('GET', `/tickets/${id}`, undefined, { 'user-agent': 'a browser' });

    const [read, made] = await entries('&action=ticket.');
    expect(made).toMatchObject({ action: 'ticket.created', subject: { kind: 'ticket', id }, outcome: 'ok' });
    expect(read).toMatchObject({
      actor: { kind: 'person', id: expect.any(String) },
      action: 'ticket.read',
      subject: { kind: 'ticket', id },
      outcome: 'ok',
      source: { channel: 'api', ip: '127.0.0.1', userAgent: 'a browser', requestId: expect.any(String) },
      facts: { route: 'GET /tickets/:ticketId' },
    });
    expect(JSON.stringify([read, made])).not.toContain('Ana');
  });

  test('names everything that a list has shown, so that it is found by any of it', async () => {
    const one = (await call('POST', '/tickets', { subject: 'One' })).body.id;
    const other = (await call('POST', '/tickets', { subject: 'Other' })).body.id;
    await call('GET', '/tickets');

    const found = await entries(`&subjectId=${one}&action=ticket.read`);
    expect(found).toHaveLength(1);
    expect(found[0]?.subjectIds).toEqual(expect.arrayContaining([one, other]));
  });

  test('has a refusal of what is not there or somebody else’s', async () => {
    const id = newId();
    expect((await call('GET', `/tickets/${id}`)).status).toBe(404);
    expect(await entries(`&subjectId=${id}`)).toMatchObject([
      { action: 'ticket.read', outcome: 'refused', facts: { code: 'TICKET_NOT_FOUND' } },
    ]);
  });

  test('reading it is an entry of it', async () => {
    await call('GET', '/audit?action=ticket.');
    expect((await entries('&action=audit.read'))[0]).toMatchObject({ action: 'audit.read', facts: { route: 'GET /audit' } });
  });

  test('an access that cannot be written down is none', async () => {
    const { id } = (await call('POST', '/tickets', { subject: 'Secret' })).body;
    await test_.database.asSuperuser(`revoke insert on audit_entries from foyer_app`);
    try {
      const answer = await call('GET', `/tickets/${id}`);
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([500, expect.not.stringContaining('Secret')]);
      await call('PATCH', `/tickets/${id}`, { subject: 'Changed' });
    } finally {
      await test_.database.asSuperuser(`grant insert on audit_entries to foyer_app`);
    }
    expect((await call('GET', `/tickets/${id}`)).body.subject).toBe('Secret');
  });

  test('an answer that is repeated is written down as well', async () => {
    const key = { 'idempotency-key': newId() };
    const { id } = (await call('POST', '/tickets', { subject: 'Once' }, key)).body;
    await call('POST', '/tickets', { subject: 'Once' }, key);
    const [repeated, made] = await entries('&action=ticket.created');
    expect(made?.subject.id).toBe(id);
    expect(repeated).toMatchObject({ action: 'ticket.created', outcome: 'ok' });
  });
});
