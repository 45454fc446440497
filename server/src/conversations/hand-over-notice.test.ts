import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantTenantScope, type TenantScope } from '#platform/db/tenant-scope.ts';
import type { EmailMessage } from '#platform/email/email-sender.ts';
import type { Role } from '#platform/http/access.ts';
import { newId } from '#platform/ids.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { sendHandOverNotice } from './hand-over-notice.ts';

let desk: TestApp;
const sent: EmailMessage[] = [];
const email = {
  send: async (message: EmailMessage) => {
    sent.push(message);
    return { providerMessageId: newId(), refusedRecipients: [] };
  },
  describe: () => 'a list',
};

beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(() => saying('Hello.')), email });
});
afterAll(() => desk.close());

let people = 0;
async function addPerson(scope: TenantScope, role: Role): Promise<string> {
  people += 1;
  const address = `person${people}@example.com`;
  const { personId } = await desk.app.services.people.add({
    email: address,
    name: `Person ${people}`,
    password: 'a long enough password',
    isPlatformAdmin: false,
  });
  await desk.app.services.members.add(scope, { personId, role });
  return address;
}

async function business(name: string, patch: Record<string, unknown> = {}) {
  const { tenantId, app } = await desk.tenant(name);
  await desk.call('PATCH', `/tenants/${tenantId}`, { as: desk.admin, body: patch });
  return { scope: grantTenantScope(tenantId, { kind: 'system' }), app };
}

const run = (scope: TenantScope | undefined, jobId = newId()) =>
  sendHandOverNotice({ unitOfWork: desk.app.foundation.unitOfWork, members: desk.app.services.members, email }).run(
    { conversationId: newId() },
    { scope, jobId, attempt: 1, maxAttempts: 10, signal: new AbortController().signal, logger: silentLogger },
  );

describe('a visitor who asks for a person', () => {
  test('is announced to the team by mail, once, without a word of what was said', async () => {
    const { scope, app } = await business('dentist');
    const owner = await addPerson(scope, 'owner');
    const visitor = await desk.visitor(app.projectId);
    await visitor.connect();
    await visitor.answer((await visitor.say('My tooth hurts, I want to speak with Dr. Molar', 'm')).seq);
    const list = await desk.call('GET', '/conversations', { as: desk.admin, headers: { 'x-tenant-id': scope.tenantId } });
    const conversationId: string = list.body.items[0].id;
    sent.length = 0;
    await desk.app.services.handOver.handOver(scope, conversationId);
    await desk.app.services.handOver.handOver(scope, conversationId);

    await expect.poll(() => sent.length, { timeout: 10_000 }).toBe(1);
    const [notice] = sent;
    expect(notice?.to.map(({ address }) => address)).toContain(owner);
    expect(notice).toMatchObject({ subject: 'dentist: A visitor is waiting for a person', text: expect.stringContaining(conversationId) });
    expect(JSON.stringify(notice)).not.toMatch(/tooth|Molar/);
  });
});

describe('the mail', () => {
  test('goes to everybody of the team who can do something about it', async () => {
    const { scope } = await business('clinic');
    const able = [await addPerson(scope, 'owner'), await addPerson(scope, 'admin'), await addPerson(scope, 'agent')];
    const viewer = await addPerson(scope, 'viewer');
    sent.length = 0;
    await run(scope);
    const to = sent[0]?.to.map(({ address }) => address) ?? [];
    expect(to).toEqual(expect.arrayContaining(able));
    expect(to).not.toContain(viewer);
  });

  test('is in the language of the business', async () => {
    const { scope } = await business('clinica', { locale: 'es-MX' });
    await addPerson(scope, 'owner');
    sent.length = 0;
    await run(scope);
    expect(sent[0]).toMatchObject({ subject: 'clinica: Un visitante espera a una persona' });
  });

  test('is recognised as the same one when a job runs twice', async () => {
    const { scope } = await business('twice');
    await addPerson(scope, 'owner');
    sent.length = 0;
    await run(scope, 'job-1');
    await run(scope, 'job-1');
    expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  test('belongs to a tenant', async () => {
    await expect(run(undefined)).rejects.toThrow(/belongs to a tenant/);
  });
});
