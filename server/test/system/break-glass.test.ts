import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RegisteredRoute } from '#platform/http/route-registry.ts';
import { bodyFor, nameOf } from './route-cases.ts';
import { ask, fault, pathWith } from './route-walk.ts';
import { type Credentials, createRouteWorld, type RouteWorld } from './route-world.ts';

type MemberRoute = RegisteredRoute & { access: { kind: 'member'; personalData: boolean } };

/** What an action of the audit log can be about that says something of a visitor or patient. */
const PERSONAL_KINDS = [
  'contact',
  'conversation',
  'message',
  'file',
  'extraction',
  'escalation',
  'ticket',
  'privacy-request',
  'legal-hold',
  'export',
];

/** What it looks at is the caller’s own text, and is not kept. */
const OWN_TEXTS = ['POST /red-flags/screen'];

describe('an administrator of the installation who is no member of a tenant', () => {
  let world: RouteWorld;
  let routes: MemberRoute[];
  let admin: Credentials;
  beforeAll(async () => {
    world = await createRouteWorld();
    routes = world.test.app.http.routes.filter((route): route is MemberRoute => route.access.kind === 'member');
    const person = { email: 'other-admin@example.com', name: 'Another administrator', password: 'a long enough password' };
    await world.test.app.services.people.add({ ...person, isPlatformAdmin: true });
    const { body } = await world.test.call('POST', '/auth/login', { body: { email: person.email, password: person.password } });
    admin = { headers: { authorization: `Bearer ${body.accessToken}`, 'x-tenant-id': world.ours.ids.tenant } };
  });
  afterAll(() => world?.test.close());

  const askAll = async (of: readonly MemberRoute[], isRight: (status: number, code: string | undefined) => boolean): Promise<string[]> => {
    const faults: string[] = [];
    for (const route of of) {
      const asked = { credentials: admin, body: bodyFor(route, world.ours.ids) };
      const { status, code } = await ask(world, route, pathWith(route, world.ours.ids), asked);
      if (!isRight(status, code)) faults.push(fault(route, 'a platform admin', `${status} ${code}`));
    }
    return faults;
  };
  const guarded = () => routes.filter(({ access }) => access.personalData);

  test('every route that the audit log knows to be about people is marked as such', () => {
    const about = ({ definition: { audits } }: MemberRoute) => {
      const action = typeof audits === 'string' ? audits : audits && 'action' in audits ? audits.action : '';
      return PERSONAL_KINDS.includes(action.split('.')[0] ?? '');
    };
    expect(routes.filter(about).length).toBeGreaterThan(20);
    expect(routes.filter((route) => about(route) && !route.access.personalData).map(nameOf)).toEqual(OWN_TEXTS);
  });

  test('sees nothing personal before saying why', async () => {
    expect(guarded().length).toBeGreaterThan(30);
    expect(await askAll(guarded(), (status, code) => status === 403 && code === 'BREAK_GLASS_REQUIRED')).toEqual([]);
    const app = await ask(world, routeOf('POST', '/apps'), '/api/v1/apps', {
      credentials: admin,
      body: { tenantId: world.ours.ids.tenant, name: 'Mine', slug: 'mine' },
    });
    expect(app.code).toBe('BREAK_GLASS_REQUIRED');
  });

  test('reads what is set up all the same', async () => {
    const setUp = routes.filter(({ method, access }) => method === 'GET' && !access.personalData);
    expect(setUp.length).toBeGreaterThan(15);
    expect(await askAll(setUp, (status) => status === 200)).toEqual([]);
  });

  test('sees it after that, until it is ended', async () => {
    const path = `/api/v1/tenants/${world.ours.ids.tenant}/break-glass`;
    const body = { reason: 'Their widget shows an error', minutes: 60 };
    const grant = await ask(world, routeOf('POST', '/tenants/:tenantId/break-glass'), path, { credentials: admin, body });
    expect(grant.status).toBe(201);
    const reading = guarded().filter(({ method }) => method === 'GET');
    expect(reading.length).toBeGreaterThan(10);
    expect(await askAll(reading, (status) => status === 200)).toEqual([]);
    const end = await ask(world, routeOf('DELETE', '/tenants/:tenantId/break-glass/:breakGlassId'), `${path}/${grant.body.id}`, {
      credentials: world.members.owner,
    });
    expect(end.status).toBe(204);
    expect(await askAll(reading, (_, code) => code === 'BREAK_GLASS_REQUIRED')).toEqual([]);
  });

  function routeOf(method: string, path: string): RegisteredRoute {
    const found = world.test.app.http.routes.find((route) => route.method === method && route.path === path);
    if (!found) throw new Error(`There is no ${method} ${path}.`);
    return found;
  }
});
