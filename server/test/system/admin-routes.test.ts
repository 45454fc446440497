import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { RegisteredRoute } from '#platform/http/route-registry.ts';
import { bodyFor, nameOf } from './route-cases.ts';
import { ask, pathWith } from './route-walk.ts';
import { createRouteWorld, type RouteWorld } from './route-world.ts';

let world: RouteWorld;
let routes: readonly RegisteredRoute[];
beforeAll(async () => {
  world = await createRouteWorld();
  routes = world.test.app.http.routes.filter(({ access }) => ['member', 'person', 'platform'].includes(access.kind));
});
afterAll(() => world.test.close());

const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  world.test.call(method, path, { as: world.test.admin, headers: { 'x-tenant-id': world.ours.ids.tenant, ...headers }, body });

const isList = (route: RegisteredRoute): boolean =>
  route.definition.query instanceof z.ZodObject && 'cursor' in route.definition.query.shape;

describe('every route of the team', () => {
  test('that answers with one resource says its version, and does not send it twice', async () => {
    const faults: string[] = [];
    const resources = routes.filter((route) => route.answersWithResource && route.access.kind === 'member');
    expect(resources.length).toBeGreaterThan(15);
    for (const route of resources) {
      const answer = await request(route, world.platformAdmin.headers);
      const etag = answer.headers.get('etag');
      if (!etag) faults.push(`${nameOf(route)} answers ${answer.status} without an ETag`);
      if (!etag || route.method !== 'GET') continue;
      const again = await request(route, { ...world.platformAdmin.headers, 'if-none-match': `"other", W/${etag}` });
      const other = await request(route, { ...world.platformAdmin.headers, 'if-none-match': '"other"' });
      if (again.status !== 304 || (await again.text()) !== '') faults.push(`${nameOf(route)} answers ${again.status} to its own ETag`);
      if (other.status !== 200) faults.push(`${nameOf(route)} answers ${other.status} to another ETag`);
    }
    expect(faults).toEqual([]);
  });

  test('that shows a secret says so, so that its answer is not kept', () => {
    const shows = routes.filter(({ definition }) => {
      const schemas = Object.values(definition.answers).filter((shape) => shape instanceof z.ZodType);
      return schemas.some((schema) =>
        /"\w*(?:apiKey|secret|token|password)":/i.test(JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }))),
      );
    });
    expect(shows.filter(({ takesIdempotencyKey }) => takesIdempotencyKey).length).toBeGreaterThan(3);
    expect(shows.filter(({ takesIdempotencyKey, showsSecret }) => takesIdempotencyKey && !showsSecret).map(nameOf)).toEqual([]);
  });

  test('refuses query parameters that it does not know, by name', async () => {
    const faults: string[] = [];
    for (const route of routes) {
      const answer = await ask(world, route, pathWith(route, world.ours.ids), {
        credentials: world.platformAdmin,
        query: { colour: 'red' },
        body: bodyFor(route, world.ours.ids),
      });
      const isRefused = answer.status === 400 && answer.body.errors?.some(({ path }: { path: string }) => path === 'query.colour');
      if (!isRefused) faults.push(`${nameOf(route)}: ${answer.status} ${answer.text}`);
    }
    expect(faults).toEqual([]);
  });

  test('that is a list refuses a broken cursor and limit, and goes on where a page ended', async () => {
    const faults: string[] = [];
    const lists = routes.filter(isList);
    expect(lists.length).toBeGreaterThan(8);
    for (const route of lists) {
      const get = (query: Record<string, string>) =>
        ask(world, route, pathWith(route, world.ours.ids), { credentials: world.platformAdmin, query });
      for (const cursor of ['x', 'bnVsbA', Buffer.from('{"id":1}').toString('base64url')]) {
        const answer = await get({ cursor });
        if (answer.code !== 'INVALID_CURSOR') faults.push(`${nameOf(route)} answers ${answer.code} to the cursor ${cursor}`);
      }
      for (const limit of ['0', '101', '1.5', 'many', '']) {
        const answer = await get({ limit });
        if (answer.status !== 400 || answer.body.errors[0].path !== 'query.limit')
          faults.push(`${nameOf(route)} takes the limit “${limit}”`);
      }
      // What is read grows by being read.
      const until = route.path.startsWith('/audit') ? { to: new Date().toISOString() } : {};
      const pages: typeof get = (query) => get({ ...query, ...until });
      const all = await idsOf(pages, 100);
      if (new Set(all).size !== all.length || all.length === 0) faults.push(`${nameOf(route)} lists ${all.length}`);
      expect([nameOf(route), await idsOf(pages, 1)]).toEqual([nameOf(route), all]);
    }
    expect(faults).toEqual([]);
  });
});

describe('changes at the same time', () => {
  test('of different fields both last', async () => {
    const { ids } = world.ours;
    for (const [path, one, other] of [
      [`/tenants/${ids.tenant}`, { name: 'ourmark both' }, { country: 'ES' }],
      [`/apps/${ids.app}`, { name: 'ourmark both' }, { allowedOrigins: ['https://both.example.com'] }],
      [`/apps/${ids.app}/prompts/${ids.prompt}`, { name: 'ourmark both' }, { content: 'ourmark both' }],
      [`/agents/${ids.agent}`, { name: 'ourmark both' }, { instructions: 'ourmark both' }],
      [`/tickets/${ids.ticket}`, { subject: 'ourmark both' }, { status: 'done' }],
    ] as const) {
      const answers = await Promise.all([call('PATCH', path, one), call('PATCH', path, other)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const later = path.includes('/prompts/') ? (await call('PATCH', path, {})).body : (await call('GET', path)).body;
      expect(later).toMatchObject({ ...one, ...other });
    }
  });

  test('of one version: one is made, and the others are told that it is no longer that version', async () => {
    const path = `/apps/${world.ours.ids.app}`;
    const etag = (await call('GET', path)).headers.get('etag') ?? '';
    const names = ['ourmark a', 'ourmark b', 'ourmark c', 'ourmark d'];
    const answers = await Promise.all(names.map((name) => call('PATCH', path, { name }, { 'if-match': etag })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412]);
    const made = names[answers.findIndex(({ status }) => status === 200)];
    expect((await call('GET', path)).body.name).toBe(made);
  });

  test('with one key: all of them are one', async () => {
    const post = () => call('POST', '/tickets', { subject: 'ourmark once' }, { 'idempotency-key': 'one ticket' });
    const answers = await Promise.all(Array.from({ length: 8 }, post));
    const first = answers.find(({ status }) => status === 201);
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
    const later = await post();
    expect(later).toMatchObject({ status: 201, body: first?.body });
    expect([later.headers.get('etag'), later.headers.get('idempotency-replayed')]).toEqual([first?.headers.get('etag'), 'true']);
    expect((await call('GET', '/tickets?q=OURMARK%20ONCE')).body.items).toHaveLength(1);
    const changed = await call('POST', '/tickets', { subject: 'another' }, { 'idempotency-key': 'one ticket' });
    expect(changed).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });
});

test('lists are filtered by what their items are', async () => {
  const { ids } = world.ours;
  const listed = async (path: string) => (await call('GET', path)).body.items.length;
  const future = '2100-01-01T00:00:00Z';
  await call('POST', '/apps', { tenantId: ids.tenant, name: 'Asleep', slug: 'asleep', isActive: false });
  await call('POST', `/apps/${ids.app}/prompts`, { name: 'ourmark chosen', kind: 'SYSTEM', content: 'Be brief.', isDefault: true });
  const counts: Record<string, number> = {
    '/tenants?q=OURMARK': 1,
    [`/tenants?createdAfter=${future}`]: 0,
    '/apps?q=asleep': 1,
    '/apps?isActive=false': 1,
    '/apps?isActive=true': 1,
    [`/apps?createdAfter=${future}`]: 0,
    [`/apps?createdBefore=${future}`]: 2,
    [`/apps/${ids.app}/configs?isActive=true`]: 1,
    [`/apps/${ids.app}/prompts?isDefault=true`]: 1,
    [`/apps/${ids.app}/prompts?q=CHOSEN`]: 1,
    [`/apps/${ids.app}/prompts?q=%25`]: 0,
    [`/tenants/${ids.tenant}/members?role=agent`]: 1,
    [`/tickets?conversationId=${ids.conversation}`]: 0,
    // One of them for the form that the world fills in.
    [`/conversations?appId=${ids.app}`]: 2,
    [`/conversations?contactId=${ids.contact}`]: 1,
    '/conversations?createdBefore=2000-01-01T00:00:00Z': 0,
  };
  const found = await Promise.all(Object.keys(counts).map(async (path) => [path, await listed(path)]));
  expect(Object.fromEntries(found)).toEqual(counts);
});

const request = (route: RegisteredRoute, headers: Record<string, string>) => {
  const body = bodyFor(route, world.ours.ids);
  return fetch(world.test.url + pathWith(route, world.ours.ids), {
    method: route.method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
};

/** What a list holds, page by page. */
async function idsOf(get: (query: Record<string, string>) => ReturnType<typeof ask>, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await get({ limit: String(limit), ...(cursor && { cursor }) });
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor;
  } while (cursor);
  return ids;
}
