import { vi } from 'vitest';
import { sendFiles, upload } from '#channels/web-chat/visitor-files.testing.ts';
import { hashToken } from '#platform/crypto/tokens.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { Role } from '#platform/http/access.ts';
import { newId } from '#platform/ids.ts';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';

export interface TenantIds {
  tenant: string;
  member: string;
  invitation: string;
  identityProvider: string;
  breakGlass: string;
  app: string;
  prompt: string;
  agent: string;
  tool: string;
  conversation: string;
  ticket: string;
  ticketReference: string;
  escalation: string;
  policy: string;
  redFlagRule: string;
  document: string;
  session: string;
  apiKey: string;
  file: string;
  extraction: string;
  /** The name of a field of its form. */
  extractionField: string;
  contact: string;
  /** Nothing else refers to it. */
  contactToErase: string;
  /** An export that is done. */
  privacyRequest: string;
  legalHold: string;
  /** Stands in every text of it. */
  marker: string;
}

/** A tenant that has something of everything; its marker stands in every text of it. */
export interface TenantData {
  marker: string;
  ids: TenantIds;
  visitor: Visitor;
}

export interface Credentials {
  headers: Record<string, string>;
}

export interface RouteWorld {
  test: TestApp;
  ours: TenantData;
  theirs: TenantData;
  /** Members of our tenant alone. */
  members: Record<Role, Credentials>;
  ownerOfTheirs: Credentials;
  /** Owns both tenants, and acts in ours. */
  ownerOfBoth: Credentials;
  /** Acts in our tenant. */
  platformAdmin: Credentials;
  /** Can sign in, and belongs to no tenant. */
  stranger: Credentials;
  signedOut: Credentials;
  refreshToken: Credentials;
  /** A key of our tenant with these scopes. */
  keyWith(scopes: readonly string[]): Promise<Credentials>;
  /** A member, an invitation, a prompt, a tool, a key, a policy and a red-flag rule of ours that nothing else uses, to be deleted. */
  spareIds(): Promise<
    Pick<
      TenantIds,
      | 'member'
      | 'invitation'
      | 'identityProvider'
      | 'breakGlass'
      | 'prompt'
      | 'tool'
      | 'apiKey'
      | 'policy'
      | 'redFlagRule'
      | 'document'
      | 'legalHold'
    >
  >;
}

const PASSWORD = 'a long enough password';
export const METRICS_TOKEN = 'only for the tests of routes';
const bearer = (token: string): Credentials => ({ headers: { authorization: `Bearer ${token}` } });

export async function createRouteWorld(): Promise<RouteWorld> {
  const models = scriptedModels((request) => saying(`You wrote: ${request.messages.at(-1)?.content ?? ''}`));
  const test = await startTestApp({ models, env: { FOYER_METRICS_TOKEN: METRICS_TOKEN } });
  const ours = await furnish(test, 'ourmark');
  const theirs = await furnish(test, 'theirmark');
  const inOurs = { 'x-tenant-id': ours.ids.tenant };

  const signIn = async (email: string) => (await test.call('POST', '/auth/login', { body: { email, password: PASSWORD } })).body;
  const person = async (name: string, roles: [TenantData, Role][]) => {
    const { people, members } = test.app.services;
    const email = `${name}@example.com`;
    const { personId } = await people.add({ email, name, password: PASSWORD, isPlatformAdmin: false });
    for (const [{ ids }, role] of roles) await members.add(grantTenantScope(ids.tenant, { kind: 'system' }), { personId, role });
    return signIn(email);
  };
  const member = async (role: Role) => bearer((await person(`ourmark-${role}`, [[ours, role]])).accessToken);
  const leaver = await person('ourmark-leaver', [[ours, 'owner']]);
  await test.call('POST', '/auth/logout', { as: leaver.accessToken });
  const both = await person('of-both', [
    [ours, 'owner'],
    [theirs, 'owner'],
  ]);

  return {
    test,
    ours,
    theirs,
    members: { viewer: await member('viewer'), agent: await member('agent'), admin: await member('admin'), owner: await member('owner') },
    ownerOfTheirs: bearer((await person('theirmark-owner', [[theirs, 'owner']])).accessToken),
    ownerOfBoth: { headers: { ...bearer(both.accessToken).headers, ...inOurs } },
    platformAdmin: { headers: { ...bearer(test.admin).headers, ...inOurs } },
    stranger: bearer((await person('stranger', [])).accessToken),
    signedOut: bearer(leaver.accessToken),
    refreshToken: bearer(both.refreshToken),
    keyWith: async (scopes) => {
      const key = `sk_${hashToken(newId())}`;
      await test.database.asSuperuser(
        'insert into api_keys (id, tenant_id, name, key_hash, prefix, scopes) values ($1, $2, $3, $4, $5, $6)',
        [newId(), ours.ids.tenant, 'ourmark', hashToken(key), key.slice(0, 11), scopes],
      );
      return { headers: { 'x-api-key': key } };
    },
    spareIds: async () => ({
      member: await addMember(test, ours.ids.tenant, 'ourmark'),
      invitation: await addInvitation(test, ours.ids, 'ourmark'),
      identityProvider: await addIdentityProvider(test, ours.ids, 'ourmark'),
      breakGlass: await breakGlassIn(test, ours.ids, 'ourmark'),
      prompt: await addPrompt(test, ours.ids, 'ourmark'),
      tool: await addTool(test, ours.ids, 'ourmark'),
      apiKey: await addApiKey(test, ours.ids, 'ourmark'),
      policy: await addPolicy(test, ours.ids, 'ourmark'),
      redFlagRule: await addRedFlagRule(test, ours.ids, `ourmark ${newId()}`),
      document: await addDocument(test, ours.ids, 'ourmark'),
      legalHold: await addHold(adder(test, ours.ids.tenant), ours.ids.contact, 'ourmark'),
    }),
  };
}

/** Two of what is listed, so that lists have a second page. */
async function furnish(test: TestApp, marker: string): Promise<TenantData> {
  const { tenantId, app } = await test.tenant(marker);
  const add = adder(test, tenantId);
  const agent = (await add('/agents', { name: marker, instructions: marker })).id;
  await addInvitation(test, { tenant: tenantId }, marker);
  const breakGlass = await breakGlassIn(test, { tenant: tenantId }, marker);
  await breakGlassIn(test, { tenant: tenantId }, marker);
  const identityProvider = await addIdentityProvider(test, { tenant: tenantId }, marker);
  await addIdentityProvider(test, { tenant: tenantId }, marker);
  const invitation = await addInvitation(test, { tenant: tenantId }, marker);
  const ids = { tenant: tenantId, app: app.id, agent };
  await add(`/apps/${app.id}/configs`, { uiTheme: { title: marker }, features: { chat: true, attachments: true, extraction: true } });
  await add('/tickets', { subject: marker, description: marker });
  const ticket = await add('/tickets', { subject: `${marker} again`, description: marker });
  await addPrompt(test, ids, marker);
  await addTool(test, ids, marker);
  await addPolicy(test, ids, marker);
  await addRedFlagRule(test, ids, `${marker} again`);
  await addDocument(test, ids, marker, { appId: app.id });
  await addDocument(test, ids, marker);
  for (let count = 0; count < 2; count += 1) await add(`/agents/${agent}/documents`, { title: marker, content: marker });
  // The agent goes on answering in what is escalated.
  const policy = await addPolicy(test, ids, marker, { isDefault: true });

  const extractionField = `field_${newId()}`;
  const metadata = {
    formSchema: { type: 'object', properties: { [extractionField]: { type: 'string', title: marker } } },
    formType: marker,
  };
  await test.visitor(app.projectId, { metadata });
  const visitor = await test.visitor(app.projectId, { pageUrl: `https://${marker}.example.com/`, metadata });
  await visitor.connect();
  await visitor.answer((await visitor.say(`This is ${marker}.`, 'first')).seq);
  const { fileId } = await upload(test, visitor, `${marker}.txt`, `This is a file of ${marker}.`);
  await sendFiles(visitor, 'with a file', [fileId]);
  const [session] = await test.database.asSuperuser<{ conversation_id: string; contact_id: string; extraction_id: string }>(
    `select s.conversation_id, s.contact_id, c.extraction_id
       from widget_sessions as s join conversations as c on c.id = s.conversation_id where s.id = $1`,
    [visitor.session.sessionId],
  );
  const extraction = session?.extraction_id ?? '';
  await add(`/extractions/${extraction}/fields/${extractionField}/correct`, { value: marker }, 200);
  return {
    marker,
    visitor,
    ids: {
      ...ids,
      invitation,
      identityProvider,
      breakGlass,
      member: await addMember(test, tenantId, marker),
      prompt: await addPrompt(test, ids, marker),
      tool: await addTool(test, ids, marker),
      conversation: session?.conversation_id ?? '',
      ticket: ticket.id,
      ticketReference: ticket.reference,
      escalation: await escalate(add, session?.conversation_id ?? '', marker),
      policy,
      redFlagRule: await addRedFlagRule(test, ids, marker),
      document: await addDocument(test, ids, marker),
      session: visitor.session.sessionId,
      apiKey: await addApiKey(test, ids, marker),
      file: fileId,
      extraction,
      extractionField,
      contact: session?.contact_id ?? '',
      contactToErase: await addContact(test, tenantId, marker),
      privacyRequest: await exportOf(test, add, session?.contact_id ?? ''),
      legalHold: await addHold(add, session?.contact_id ?? '', marker),
      marker,
    },
  };
}

const adder =
  (test: TestApp, tenantId: string) =>
  async (path: string, body: object, expected = 201) => {
    const answer = await test.call('POST', path, { as: test.admin, headers: { 'x-tenant-id': tenantId }, body });
    if (answer.status !== expected) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

let invited = 0;
async function addInvitation(test: TestApp, { tenant }: Pick<TenantIds, 'tenant'>, marker: string): Promise<string> {
  invited += 1;
  return (await adder(test, tenant)(`/tenants/${tenant}/invitations`, { email: `${marker}-invited-${invited}@example.com` })).id;
}

async function addMember(test: TestApp, tenantId: string, marker: string): Promise<string> {
  const { people, members } = test.app.services;
  const draft = { email: `${marker}-${newId()}@example.com`, name: marker, password: PASSWORD, isPlatformAdmin: false };
  const { personId } = await people.add(draft);
  await members.add(grantTenantScope(tenantId, { kind: 'system' }), { personId, role: 'viewer' });
  const [row] = await test.database.asSuperuser<{ id: string }>('select id from memberships where person_id = $1', [personId]);
  return row?.id ?? '';
}

async function addContact(test: TestApp, tenantId: string, marker: string): Promise<string> {
  const id = newId();
  await test.database.asSuperuser('insert into contacts (id, tenant_id, name) values ($1, $2, $3)', [id, tenantId, marker]);
  return id;
}

/** Two, so that the list has a second page. */
async function addHold(add: Add, contactId: string, reason: string): Promise<string> {
  await add('/privacy/holds', { contactId, reason });
  return (await add('/privacy/holds', { contactId, reason })).id;
}

async function exportOf(test: TestApp, add: Add, contactId: string): Promise<string> {
  await add('/privacy/export', { contactId }, 202);
  const { id } = await add('/privacy/export', { contactId }, 202);
  const isDone = () => test.database.asSuperuser('select 1 from privacy_requests where id = $1 and has_file', [id]);
  await vi.waitUntil(async () => (await isDone()).length === 1, { timeout: 20_000, interval: 50 });
  return id;
}

async function addPrompt(test: TestApp, { tenant, app }: Pick<TenantIds, 'tenant' | 'app'>, marker: string): Promise<string> {
  return (await adder(test, tenant)(`/apps/${app}/prompts`, { name: marker, kind: 'SYSTEM', content: marker })).id;
}

type Add = ReturnType<typeof adder>;

async function breakGlassIn(test: TestApp, { tenant }: Pick<TenantIds, 'tenant'>, marker: string): Promise<string> {
  return (await adder(test, tenant)(`/tenants/${tenant}/break-glass`, { reason: `Because of ${marker}`, minutes: 60 })).id;
}

async function addIdentityProvider(test: TestApp, { tenant }: Pick<TenantIds, 'tenant'>, marker: string): Promise<string> {
  const provider = {
    name: marker,
    issuer: 'https://login.example.com',
    clientId: marker,
    clientSecret: marker,
    domains: [`${marker}.example`],
  };
  return (await adder(test, tenant)(`/tenants/${tenant}/identity-providers`, provider)).id;
}

/** The latest of two in one conversation, so that the list has a second page. */
async function escalate(add: Add, conversationId: string, note: string): Promise<string> {
  const { id } = await add('/escalations', { conversationId, note });
  await add(`/escalations/${id}/resolve`, {}, 200);
  return (await add('/escalations', { conversationId, note })).id;
}

async function addPolicy(test: TestApp, { tenant }: Pick<TenantIds, 'tenant'>, marker: string, more: object = {}): Promise<string> {
  const policy = { name: marker, steps: [], agentBehaviour: 'continue', ...more };
  return (await adder(test, tenant)('/escalation-policies', policy)).id;
}

async function addApiKey(test: TestApp, { tenant }: Pick<TenantIds, 'tenant'>, marker: string): Promise<string> {
  return (await adder(test, tenant)('/api-keys', { name: marker, scopes: ['tickets:read'] })).id;
}

let tools = 0;
async function addTool(test: TestApp, { tenant, agent }: Pick<TenantIds, 'tenant' | 'agent'>, marker: string): Promise<string> {
  tools += 1;
  const tool = {
    name: `${marker}_${tools}`,
    description: marker,
    parameters: { type: 'object' },
    url: 'https://tools.example.com/look-up',
  };
  return (await adder(test, tenant)(`/agents/${agent}/tools`, tool)).id;
}

async function addDocument(test: TestApp, { tenant }: Pick<TenantIds, 'tenant'>, marker: string, more: object = {}): Promise<string> {
  const document = { title: marker, content: `This is what ${marker} knows.`, ...more };
  return (await adder(test, tenant)('/knowledge/documents', document)).id;
}

async function addRedFlagRule(test: TestApp, { tenant }: Pick<TenantIds, 'tenant'>, marker: string): Promise<string> {
  const rule = { name: marker, category: 'injury', urgency: 'urgent', phrases: ['stitches burst'], examples: ['stitches burst'] };
  return (await adder(test, tenant)('/red-flag-rules', rule)).id;
}
