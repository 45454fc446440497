import { API_KEY_SCOPES } from '@foyer/contracts/api-keys.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { newId } from '#platform/ids.ts';
import { REPOSITORY } from '../../processes/checkout.ts';
import type { TestApp } from '../../test-app.ts';
import type { HttpInput, Known, Route } from './http-inputs.ts';
import type { Unspeakable } from './judge-answer.ts';

/** A tenant to throw things at, and another one of which nobody there may ever read a word. */
export interface FuzzWorld {
  desk: TestApp;
  /** What exists in the first tenant, by the names under which paths and bodies speak of it. */
  known: Known;
  /** The same of the other tenant. */
  foreign: Known;
  unspeakable: Unspeakable;
  /** The input with credentials that open the route, now and then by key. */
  asCaller(route: Route, input: HttpInput, index: number): HttpInput;
}

const PASSWORD = 'a long enough password';

/** @param desk a server that takes forwarding headers from this machine, and knows nobody but its administrator */
export async function createFuzzWorld(desk: TestApp): Promise<FuzzWorld> {
  const canary = `canary-${newId().slice(-12)}`;
  const known = await furnish(desk, `fuzzed-${newId().slice(-6)}`);
  const foreign = await furnish(desk, canary);
  const email = `owner-${newId().slice(-6)}@example.com`;
  const { people, members } = desk.app.services;
  const { personId } = await people.add({ email, name: 'Owner', password: PASSWORD, isPlatformAdmin: false });
  await members.add(grantTenantScope(known.tenantId, { kind: 'system' }), { personId, role: 'owner' });
  const owner: string = (await desk.call('POST', '/auth/login', { body: { email, password: PASSWORD } })).body.accessToken;
  const guest = await desk.visitor(known.projectId);

  const tokenFor = (method: string, { path, security }: Route): string => {
    // Whoever signs out is nobody afterwards, so that is tried by somebody who is nobody already.
    if (path.endsWith('/auth/logout')) return 'spent';
    if (security.includes('widgetToken') || path.endsWith('/widget/session/refresh')) return guest.session.token;
    // Administrators see every tenant, so they try nothing but what only they may.
    return method === 'POST' && path === '/api/v1/tenants' ? desk.admin : owner;
  };
  return {
    desk,
    known,
    foreign,
    unspeakable: [canary, REPOSITORY],
    asCaller: (route, input, index) => {
      const isByKey = route.security.includes('apiKey') && index % 4 === 0;
      const credentials = isByKey ? { 'x-api-key': known.apiKey } : { authorization: `Bearer ${tokenFor(input.method, route)}` };
      return { ...input, headers: { ...credentials, ...input.headers } };
    },
  };
}

/** One of everything that paths and bodies can name, with this name in all its texts. */
async function furnish({ admin, call, tenant, visitor }: TestApp, name: string): Promise<Known> {
  const { tenantId, app } = await tenant(name);
  const post = async (path: string, body: unknown) => {
    const made = await call('POST', path, { as: admin, body, headers: { 'x-tenant-id': tenantId } });
    if (made.status !== 201) throw new Error(`${path}: ${JSON.stringify(made.body)}`);
    return made.body;
  };
  const make = async (path: string, body: unknown): Promise<string> => (await post(path, body)).id;
  const agentId = await make('/agents', { name, instructions: name });
  const guest = await visitor(app.projectId, { pageUrl: `https://${name}.example.com/` });
  await guest.connect();
  await guest.answer((await guest.say(`This is ${name}.`, 'first')).seq);
  guest.close();
  const conversations = await call('GET', '/conversations', { as: admin, headers: { 'x-tenant-id': tenantId } });
  const tool = {
    name: 'look_up',
    description: name,
    parameters: { type: 'object', properties: {} },
    url: 'https://tools.example.com/look-up',
  };
  const { id: apiKeyId } = await post('/api-keys', { name, scopes: ['tickets:read'] });
  // One that nothing names, so that it is neither deleted nor replaced.
  const { apiKey } = await post('/api-keys', { name, scopes: API_KEY_SCOPES });
  return {
    tenantId,
    appId: app.id,
    projectId: app.projectId,
    agentId,
    toolId: await make(`/agents/${agentId}/tools`, tool),
    promptId: await make(`/apps/${app.id}/prompts`, { name, kind: 'PRE_MESSAGE', content: name }),
    ticketId: await make('/tickets', { subject: name, description: name }),
    apiKeyId,
    apiKey,
    id: conversations.body.items[0].id,
  };
}
