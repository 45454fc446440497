import { API_KEY_SCOPES } from '@foyer/contracts/api-keys.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Access, ROLES } from '#platform/http/access.ts';
import type { RegisteredRoute } from '#platform/http/route-registry.ts';
import { readCatalog } from './catalog.ts';
import { serverVersion } from './figures.ts';
import { type Snapshot, snapshot } from './look-up-world.ts';
import { bodyFor, nameOf, pathIdsOf } from './route-cases.ts';
import { ask, fault, foreignRequests, leakIn, pathWith } from './route-walk.ts';
import { type Credentials, createRouteWorld, METRICS_TOKEN, type RouteWorld, type TenantData } from './route-world.ts';

type RouteOf<Kind extends Access['kind']> = RegisteredRoute & { access: Extract<Access, { kind: Kind }> };
const isOf =
  <Kind extends Access['kind']>(...kinds: Kind[]) =>
  (route: RegisteredRoute): route is RouteOf<Kind> =>
    kinds.includes(route.access.kind as Kind);

/** Whoever wants to open a route to everybody says so here. */
const PUBLIC = [
  'GET /auth/oidc/:providerId/start',
  // The state of a browser that was sent away is the credential.
  'GET /auth/oidc/callback',
  'GET /auth/oidc/providers',
  'GET /health',
  'GET /health/live',
  'GET /health/ready',
  'GET /status',
  'GET /status/health',
  'GET /status/version',
  'GET /widget/config',
  'POST /auth/forgot-password',
  'POST /auth/login',
  'POST /auth/oidc/exchange',
  'POST /auth/otp/send',
  'POST /auth/otp/verify',
  'POST /auth/refresh',
  'POST /auth/register',
  'POST /auth/reset-password',
  'POST /auth/verify-email',
  'POST /invitations/accept',
  'POST /invitations/preview',
  'POST /widget/init',
  'POST /widget/session/init',
  // The session token is the credential, also one that has just expired.
  'POST /widget/session/refresh',
];

/** What administrators of the installation do to any tenant, and nobody else to one: `break-glass.test.ts` tries it. */
const OF_EVERY_TENANT = ['POST /tenants/:tenantId/break-glass'];

describe('every route', () => {
  let world: RouteWorld;
  let routes: readonly RegisteredRoute[];
  let everyScope: string[];
  let refusals = 0;
  let urls = 0;
  let foreignIds = 0;
  const answers: Record<string, number> = {};

  beforeAll(async () => {
    world = await createRouteWorld();
    routes = world.test.app.http.routes;
    everyScope = [...new Set(routes.filter(isOf('member')).flatMap(({ access }) => access.scope ?? []))];
  });
  afterAll(() => world?.test.close());

  /** Those of the routes that answer these credentials with anything but the status, and the code when one is given. */
  async function notAnswering(
    tried: readonly RegisteredRoute[],
    who: string,
    credentials: Credentials | undefined,
    status: number,
    code?: string,
  ): Promise<string[]> {
    const asked = tried.flatMap((route) => route.urls.map((url) => ({ route, url })));
    const faults: string[] = [];
    for (let start = 0; start < asked.length; start += AT_ONCE) {
      const found = asked.slice(start, start + AT_ONCE).map(async ({ route, url }) => {
        const answer = await ask(world, route, pathWith(route, world.ours.ids, url), { credentials, body: bodyFor(route, world.ours.ids) });
        refusals += 1;
        const isRight = answer.status === status && (code === undefined || answer.code === code);
        return isRight ? [] : [fault(route, who, `${url} answers ${answer.status} ${answer.code}`)];
      });
      faults.push(...(await Promise.all(found)).flat());
    }
    return faults;
  }

  test('says who may call it, and those open to everybody are the ones listed here', () => {
    expect(routes.filter(({ access }) => access?.kind === undefined).map(nameOf)).toEqual([]);
    expect(routes.filter(isOf('public')).map(nameOf).toSorted()).toEqual(PUBLIC);
  });

  test('that keys may call names a scope that keys can be given, and every scope opens something', () => {
    expect(everyScope.toSorted()).toEqual([...API_KEY_SCOPES].toSorted());
  });

  test('is in the OpenAPI document, unless it is hidden', () => {
    const { paths } = world.test.app.http.document;
    const missing = routes.filter(({ method, urls: [url = ''], definition }) => {
      return !definition.hidden && paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] === undefined;
    });
    expect(missing.map(nameOf)).toEqual([]);
  });

  test('refuses whoever shows no credentials, or the wrong ones', async () => {
    const guarded = routes.filter((route) => route.access.kind !== 'public');
    const session = visitorOf(world.ours);
    const forged = { headers: { authorization: `Bearer ${world.members.owner.headers.authorization?.slice(7, -4)}AAAA` } };
    const forMembers = guarded.filter(isOf('member', 'person', 'platform'));
    expect([
      ...(await notAnswering(guarded, 'nobody', undefined, 401)),
      ...(await notAnswering(
        guarded.filter((route) => route.access.kind !== 'widget'),
        'a visitor',
        session,
        401,
      )),
      ...(await notAnswering(
        guarded.filter((route) => route.access.kind !== 'operator'),
        'the operator',
        operator,
        401,
      )),
      ...(await notAnswering(forMembers, 'a forger', forged, 401)),
      ...(await notAnswering(forMembers, 'somebody who signed out', world.signedOut, 401, 'SESSION_REVOKED')),
      ...(await notAnswering(forMembers, 'a refresh token', world.refreshToken, 401)),
      ...(await notAnswering(forMembers, 'an unknown key', { headers: { 'x-api-key': `sk_${'0'.repeat(64)}` } }, 401)).filter(
        // For people only: the key is not even looked at.
        (text) => !text.endsWith('API_KEY_NOT_ALLOWED'),
      ),
    ]).toEqual([]);
  });

  test('of a widget refuses people', async () => {
    const ofWidgets = routes.filter((route) => route.access.kind === 'widget' || route.path === '/widget/session/refresh');
    expect(ofWidgets.length).toBeGreaterThan(0);
    expect(await notAnswering(ofWidgets, 'an owner', world.members.owner, 401)).toEqual([]);
    expect(await notAnswering(ofWidgets, 'nobody', undefined, 401)).toEqual([]);
  });

  test('refuses members below its role, and owners where a platform admin is needed', async () => {
    const faults: string[] = [];
    for (const route of routes.filter(isOf('member'))) {
      for (const role of ROLES.slice(0, ROLES.indexOf(route.access.role))) {
        faults.push(...(await notAnswering([route], role, world.members[role], 403, 'ROLE_REQUIRED')));
      }
    }
    const ofPlatform = routes.filter(isOf('platform'));
    faults.push(...(await notAnswering(ofPlatform, 'an owner', world.members.owner, 403, 'PLATFORM_ADMIN_REQUIRED')));
    expect(faults).toEqual([]);
  });

  test('refuses keys without its scope, and every key where it names none', async () => {
    const mighty = await world.keyWith(everyScope);
    const faults: string[] = [];
    for (const route of routes.filter(isOf('member'))) {
      const { scope } = route.access;
      if (scope === undefined) faults.push(...(await notAnswering([route], 'a key', mighty, 403, 'API_KEY_NOT_ALLOWED')));
      else {
        const others = await world.keyWith(everyScope.filter((other) => other !== scope));
        faults.push(...(await notAnswering([route], `a key without ${scope}`, others, 403, 'SCOPE_REQUIRED')));
      }
    }
    faults.push(...(await notAnswering(routes.filter(isOf('person', 'platform')), 'a key', mighty, 403, 'API_KEY_NOT_ALLOWED')));
    expect(faults).toEqual([]);
  });

  test('answers 404 to the ids of another tenant, whoever asks, and changes nothing there', async () => {
    const { members, ownerOfBoth, platformAdmin, stranger, ours, theirs } = world;
    const key = await world.keyWith(everyScope);
    const before = await theirRows();
    const faults: string[] = [];
    const tried = routes.filter((route) => !OF_EVERY_TENANT.includes(nameOf(route)));
    for (const route of tried.filter(isOf('member', 'person', 'platform', 'widget', 'ticket'))) {
      for (const request of foreignRequests(route, ours, theirs)) {
        const isOfWidget = route.access.kind === 'widget';
        const callers: [string, Credentials][] = [
          isOfWidget ? ['a visitor of ours', visitorOf(ours)] : ['an owner of ours', members.owner],
        ];
        const acrossTenants = !isOfWidget && (!request.isInBody || route.access.kind === 'member');
        if (acrossTenants) callers.push(['an owner of both, acting in ours', ownerOfBoth], ['a platform admin in ours', platformAdmin]);
        if (route.access.kind === 'member' && route.access.scope !== undefined) callers.push(['a key of ours', key]);
        for (const [who, credentials] of callers) {
          const answer = await ask(world, route, request.path, { ...request, credentials });
          foreignIds += 1;
          answers[answer.status] = (answers[answer.status] ?? 0) + 1;
          // A list that is asked for what is not there is empty.
          const isRight = answer.status === 404 || (Object.keys(request.query).length > 0 && answer.body?.items?.length === 0);
          if (!isRight) faults.push(fault(route, who, `their ${request.what} is answered ${answer.status} ${answer.code}`));
          const leak = leakIn(answer, theirs);
          if (leak) faults.push(fault(route, who, leak));
        }
        if (isOfWidget) continue;
        const unknown = await ask(world, route, request.path, { ...request, credentials: stranger });
        if (unknown.status !== 404 && unknown.code !== 'NO_TENANT')
          faults.push(fault(route, 'a stranger', `${unknown.status} ${unknown.code}`));
      }
    }
    expect(faults).toEqual([]);
    expect(foreignIds).toBeGreaterThan(50);
    expect(await theirRows()).toEqual(before);
  });

  test('lists what is ours and nothing of theirs, also from the middle of their list', async () => {
    const { members, ownerOfTheirs, ours, theirs } = world;
    const faults: string[] = [];
    let pages = 0;
    for (const route of routes.filter((candidate) => candidate.method === 'GET' && candidate.access.kind !== 'public')) {
      if (route.access.kind === 'operator') continue;
      // Our log has what we asked for in vain, by its id.
      const query: Record<string, string> = route.path.startsWith('/audit') ? { outcome: 'ok' } : {};
      const list = await ask(world, route, pathWith(route, ours.ids), { credentials: members.owner, query });
      const leak = leakIn(list, theirs);
      if (leak) faults.push(fault(route, 'an owner of ours', leak));
      // A report has a row for everything that there is; a list of things has pages.
      if (!Array.isArray(list.body?.items) || !('nextCursor' in list.body)) continue;
      if (list.body.items.length === 0) faults.push(fault(route, 'an owner of ours', 'the list is empty, so nothing was shown'));
      const page = await ask(world, route, pathWith(route, theirs.ids), { credentials: ownerOfTheirs, query: { limit: '1' } });
      if (!page.body?.nextCursor) continue;
      pages += 1;
      const asked = { credentials: members.owner, query: { ...query, cursor: String(page.body.nextCursor) } };
      const leakByCursor = leakIn(await ask(world, route, pathWith(route, ours.ids), asked), theirs);
      if (leakByCursor) faults.push(fault(route, 'an owner of ours with their cursor', leakByCursor));
    }
    expect(faults).toEqual([]);
    expect(pages).toBeGreaterThan(3);
  });

  test('of a session opens that session alone', async () => {
    const { ours, theirs } = world;
    const url = ours.visitor.session.chat.wsUrl.replace(ours.ids.session, theirs.ids.session);
    expect(url).not.toBe(ours.visitor.session.chat.wsUrl);
    expect(await ours.visitor.connect({ url })).toMatchObject({ type: 'error', code: 'INVALID_TOKEN' });
    expect(await ours.visitor.closed()).toBe(4401);
  });

  test('lets in whoever has just the role or the scope that it asks for', async ({ task }) => {
    const faults: string[] = [];
    // Deleting last, and each time something that nothing else needs.
    const inOrder = routes.filter(isOf('member')).toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));
    for (const route of inOrder) {
      const callers: [string, Credentials][] = [[route.access.role, world.members[route.access.role]]];
      if (route.access.scope !== undefined) callers.push([`a key with ${route.access.scope}`, await world.keyWith([route.access.scope])]);
      for (const [who, credentials] of callers) {
        const ids = route.method === 'DELETE' ? { ...world.ours.ids, ...(await world.spareIds()) } : world.ours.ids;
        const answer = await ask(world, route, pathWith(route, ids), { credentials, body: bodyFor(route, ids) });
        if (answer.status >= 300) faults.push(fault(route, who, `${answer.status} ${answer.code}`));
      }
    }
    expect(faults).toEqual([]);
    urls = routes.reduce((sum, route) => sum + route.urls.length, 0);
    task.meta.routeFigures = {
      server: await serverVersion(world.test.database),
      routes: routes.length,
      urls,
      withIds: routes.filter((route) => route.access.kind !== 'public' && pathIdsOf(route).length > 0).length,
      foreignIds,
      answers,
      refusals,
    };
  });

  async function theirRows(): Promise<string> {
    const catalog = await readCatalog(world.test.database);
    const all: Snapshot = await snapshot(world.test.database, catalog);
    // What was written into their log before is sealed while we look: entries stay, their seals come.
    const ofTheirs = [...all]
      .filter(([table]) => table !== 'audit_chain_heads')
      .map(([table, rows]) => [
        table,
        [...rows.values()]
          .filter((row) => (row.tenant_id ?? row.id) === world.theirs.ids.tenant)
          .toSorted((one, other) => String(one.id).localeCompare(String(other.id)))
          .map((row) => (table === 'audit_entries' ? { id: row.id, action: row.action, outcome: row.outcome } : row)),
      ]);
    return JSON.stringify(ofTheirs);
  }
});

const visitorOf = ({ visitor }: TenantData): Credentials => ({ headers: { authorization: `Bearer ${visitor.session.token}` } });
/** Requests that are refused change nothing, so their order does not matter. */
const AT_ONCE = 8;
const operator: Credentials = { headers: { authorization: `Bearer ${METRICS_TOKEN}` } };
