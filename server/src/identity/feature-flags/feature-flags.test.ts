import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { upload } from '#channels/web-chat/visitor-files.testing.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { Role } from '#platform/http/access.ts';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';

const PASSWORD = 'a long enough password';
const FORM = { formType: 'intake', formSchema: { type: 'object', properties: { name: { type: 'string' } } } };

describe('features that a tenant may switch', () => {
  let app: TestApp;
  /** The tools that the model was shown with the latest message. */
  let shownTools: string[] = [];
  /** Whether the model is somebody’s who could be asked for an opinion. */
  let isRemote = false;
  let counter = 0;
  beforeAll(async () => {
    const models = scriptedModels((request) => {
      shownTools = request.tools.map(({ name }) => name);
      return saying('Good morning.');
    });
    app = await startTestApp({
      models: { ...models, choose: (...asked) => ({ ...models.choose(...asked), ...(isRemote && { isRemote: true }) }) },
    });
  });
  afterAll(() => app?.close());

  let tenantId: string;
  let projectId: string;
  let owner: string;
  beforeEach(async () => {
    counter += 1;
    const made = await app.tenant(`clinic-${counter}`);
    tenantId = made.tenantId;
    projectId = made.app.projectId;
    owner = await signedIn('owner');
    const features = { chat: true, attachments: true, extraction: true };
    await app.call('POST', `/apps/${made.app.id}/configs`, { as: owner, body: { features, isActive: true } });
  });

  async function signedIn(role: Role): Promise<string> {
    const email = `${role}-${counter}@example.com`;
    const { personId } = await app.app.services.people.add({ email, name: 'Somebody', password: PASSWORD, isPlatformAdmin: false });
    await app.app.services.members.add(grantTenantScope(tenantId, { kind: 'system' }), { personId, role });
    return (await app.call('POST', '/auth/login', { body: { email, password: PASSWORD } })).body.accessToken;
  }
  const change = (name: string, isOn: unknown, as = owner) =>
    app.call('PUT', `/features/${name}`, { as, headers: { 'x-tenant-id': tenantId }, body: { isOn } });
  const featureOf = async (name: string) => {
    const { body } = await app.call('GET', '/features', { as: owner });
    return body.items.find((item: { name: string }) => item.name === name);
  };
  const toolsShown = async () => {
    const visitor = await app.visitor(projectId);
    await visitor.connect();
    await visitor.answer((await visitor.say('Where can I park?', 'one')).seq);
    return shownTools;
  };

  test('are listed with who decided; members see them, administrators switch them', async () => {
    expect(await featureOf('attachments')).toMatchObject({ isOn: true, source: 'default', changeableBy: 'tenant' });
    const viewer = await signedIn('viewer');
    expect((await app.call('GET', '/features', { as: viewer })).status).toBe(200);
    expect((await change('attachments', false, viewer)).body.code).toBe('ROLE_REQUIRED');
    expect((await change('attachments', false)).status).toBe(200);
    expect(await featureOf('attachments')).toMatchObject({ isOn: false, source: 'tenant' });
    expect((await change('attachments', true)).body.items[0]).toMatchObject({ name: 'attachments', isOn: true, source: 'tenant' });
  });

  test('that are the installation’s business are switched by its administrators', async () => {
    expect((await change('remoteTools', false)).body.code).toBe('PLATFORM_ADMIN_REQUIRED');
    expect((await change('remoteTools', false, app.admin)).status).toBe(200);
    expect(await featureOf('remoteTools')).toMatchObject({ isOn: false, changeableBy: 'platform' });
  });

  test('have names, and are on or off', async () => {
    expect((await change('teleport', true)).status).toBe(400);
    expect((await change('attachments', 'no')).status).toBe(400);
  });

  test('are the tenant’s own', async () => {
    await change('attachments', false);
    const other = await app.tenant(`other-${counter}`);
    const { body } = await app.call('GET', '/features', { as: app.admin, headers: { 'x-tenant-id': other.tenantId } });
    expect(body.items.every(({ source }: { source: string }) => source === 'default')).toBe(true);
  });

  test('without attachments nobody sends files, not in a session that has begun either', async () => {
    const visitor = await app.visitor(projectId);
    expect(visitor.session.features.attachments).toBe(true);
    expect(await upload(app, visitor, 'a.txt', 'hello')).toMatchObject({ status: 201 });
    await change('attachments', false);
    expect(await upload(app, visitor, 'b.txt', 'hello')).toMatchObject({ status: 403, code: 'ATTACHMENTS_OFF' });
    expect((await app.visitor(projectId)).session.features.attachments).toBe(false);
    const look = await app.call('GET', `/widget/config?projectId=${projectId}`);
    expect(look.body.features.attachments).toBe(false);
  });

  test('without extraction no form is opened', async () => {
    const forms = async () => (await app.call('GET', '/extractions', { as: owner })).body.items.length;
    await app.visitor(projectId, { metadata: FORM });
    expect(await forms()).toBe(1);
    await change('extraction', false);
    const { session } = await app.visitor(projectId, { metadata: FORM });
    expect([session.features.extraction, await forms()]).toEqual([false, 1]);
  });

  test('without knowledge agents have no search', async () => {
    await app.call('POST', '/knowledge/documents', { as: owner, body: { title: 'Parking', content: 'Parking is free.' } });
    await expect.poll(toolsShown).toContain('search_knowledge');
    await change('knowledge', false);
    expect(await toolsShown()).not.toContain('search_knowledge');
  });

  test('without remote tools agents call no servers', async () => {
    const agents = await app.call('GET', '/agents', { as: owner });
    const tool = {
      name: 'look_up_order',
      description: 'Looks an order up.',
      parameters: { type: 'object' },
      url: 'https://tools.example.com/',
    };
    for (const { id } of agents.body.items) await app.call('POST', `/agents/${id}/tools`, { as: owner, body: tool });
    expect(await toolsShown()).toContain('look_up_order');
    await change('remoteTools', false, app.admin);
    expect(await toolsShown()).not.toContain('look_up_order');
  });

  test('without a second opinion no model is asked for one', async () => {
    const { secondOpinions } = app.app.services;
    const { foundation } = app.app;
    const rows = await app.database.asSuperuser<{ id: string; default_agent_id: string }>(
      `select id, default_agent_id from apps where tenant_id = '${tenantId}'`,
    );
    const conversation = { appId: rows[0]?.id ?? '', agentId: rows[0]?.default_agent_id ?? '' };
    const asks = async () =>
      (await foundation.unitOfWork.read(grantTenantScope(tenantId, { kind: 'system' }), (tx) =>
        secondOpinions.settingsFor(tx, foundation.setUps.of(tenantId), conversation, { id: 'one', content: 'It hurts', redFlags: null }),
      )) !== undefined;
    isRemote = true;
    expect(await asks()).toBe(true);
    await change('secondOpinion', false);
    expect(await asks()).toBe(false);
  });
});
