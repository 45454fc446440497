import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { RegisteredRoute } from '#platform/http/route-registry.ts';
import { bodyFor, nameOf, pathIdsOf } from './route-cases.ts';
import { type Answered, ask, fault, foreignRequests, pathWith } from './route-walk.ts';
import { createRouteWorld, type RouteWorld } from './route-world.ts';

/** Changes whose route is silent: one whose use case says more than a route could, and one that leaves nothing behind. */
const SILENT = ['POST /tenants/:tenantId/break-glass', 'POST /conversations/:id/typing'];

/** Properties of answers that hold what somebody said, or who they are. */
const PERSONAL = ['content', 'visitor', 'contactId', 'conversationId', 'email', 'authorName', 'evidence', 'personId', 'subjectId', 'quote'];
/** Answers in which they mean something else: documents and prompts of the business, and whom a policy tells. */
const OF_THE_BUSINESS = /^\w+ \/(apps\/:appId\/prompts|knowledge\/documents|agents|ai-agent|escalation-policies)\b/;

interface Entry {
  tenant_id: string;
  action: string;
  outcome: string;
  actor_kind: string;
  subject_id: string | null;
  subject_ids: string[];
}

describe('every access', () => {
  let world: RouteWorld;
  let routes: readonly RegisteredRoute[];

  beforeAll(async () => {
    world = await createRouteWorld();
    routes = world.test.app.http.routes.filter(({ access }) => ['member', 'platform', 'ticket'].includes(access.kind));
  });
  afterAll(() => world?.test.close());

  const actionOf = ({ definition: { audits } }: RegisteredRoute): string | undefined =>
    typeof audits === 'string' ? audits : audits && 'action' in audits ? audits.action : undefined;
  const entriesOf = ({ requestId }: Answered): Promise<Entry[]> =>
    world.test.database.asSuperuser<Entry & Record<string, unknown>>('select * from audit_entries where request_id = $1', [requestId]);

  test('of the team says what it is in the audit log, or why there is nothing to say', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(routes.filter(({ definition }) => definition.audits === undefined).map(nameOf)).toEqual([]);
  });

  test('that changes something is in the audit log', () => {
    const silent = routes.filter((route) => route.method !== 'GET' && actionOf(route) === undefined).map(nameOf);
    expect(silent).toEqual(SILENT);
  });

  test('that shows personal data is in the audit log', () => {
    const shown = routes.filter((route) => showsPersonalData(route) && !OF_THE_BUSINESS.test(nameOf(route)));
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((route) => actionOf(route) === undefined && !SILENT.includes(nameOf(route))).map(nameOf)).toEqual([]);
  });

  test('is written down with who, what and which, and with all that it showed', async () => {
    const faults: string[] = [];
    const inOrder = routes.toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'));
    for (const route of inOrder) {
      const action = actionOf(route);
      if (action === undefined || route.access.kind !== 'member') continue;
      const ids = route.method === 'DELETE' ? { ...world.ours.ids, ...(await world.spareIds()) } : world.ours.ids;
      const credentials = world.members.owner;
      const answer = await ask(world, route, pathWith(route, ids), { credentials, body: bodyFor(route, ids) });
      if (answer.status >= 300) faults.push(fault(route, 'an owner', `${answer.status} ${answer.code}`));
      const entries = await entriesOf(answer);
      const [entry] = entries;
      if (entries.length !== 1 || entry?.action !== action || entry.outcome !== 'ok' || entry.actor_kind !== 'person') {
        faults.push(fault(route, 'an owner', `is in the log as ${JSON.stringify(entries)}`));
        continue;
      }
      if (entry.tenant_id !== ids.tenant) faults.push(fault(route, 'an owner', 'is in the log of another tenant'));
      const known = [entry.subject_id, ...entry.subject_ids];
      const missing = shownIn(answer).filter((id) => !known.includes(id));
      if (missing.length > 0) faults.push(fault(route, 'an owner', `does not name ${missing.length} of what it showed`));
      const inPath = pathIdsOf(route).flatMap(({ kind }) => (kind === 'tenant' ? [] : [ids[kind]]));
      const last = inPath.at(-1);
      if (last !== undefined && /^[0-9a-f-]{36}$/.test(last) && inPath.every((id) => !known.includes(id))) {
        faults.push(fault(route, 'an owner', `names nothing of its path: ${entry.subject_id}`));
      }
    }
    expect(faults).toEqual([]);
  });

  test('that is refused is written down as refused, and as nothing else', async () => {
    const faults: string[] = [];
    let tried = 0;
    for (const route of routes) {
      if (route.access.kind !== 'member') continue;
      for (const request of foreignRequests(route, world.ours, world.theirs).slice(0, 1)) {
        const answer = await ask(world, route, request.path, { ...request, credentials: world.members.owner });
        if (answer.status !== 404) continue;
        tried += 1;
        const entries = await entriesOf(answer);
        const isRight = entries.length === 1 && entries[0]?.outcome === 'refused' && entries[0].tenant_id !== world.theirs.ids.tenant;
        if (!isRight) faults.push(fault(route, 'an owner', `their ${request.what} is in the log as ${JSON.stringify(entries)}`));
      }
      if (route.access.role === 'viewer') continue;
      const answer = await ask(world, route, pathWith(route, world.ours.ids), {
        credentials: world.members.viewer,
        body: bodyFor(route, world.ours.ids),
      });
      const [entry] = await entriesOf(answer);
      if (answer.status !== 403 || entry?.outcome !== 'refused' || entry.tenant_id !== world.ours.ids.tenant)
        faults.push(fault(route, 'a viewer', `${answer.status} is in the log as ${JSON.stringify(entry)}`));
    }
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(30);
  });
});

/** The ids of the things in an answer. */
function shownIn({ body }: Answered): string[] {
  const items: unknown[] = Array.isArray(body?.items) ? body.items : [body];
  return items.flatMap((item) => {
    const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

function showsPersonalData({ definition: { answers } }: RegisteredRoute): boolean {
  return Object.values(answers).some((shape) => {
    if (shape === null) return false;
    if (!(shape instanceof z.ZodType)) return true;
    const text = JSON.stringify(z.toJSONSchema(shape, { io: 'output', unrepresentable: 'any' }));
    return PERSONAL.some((name) => text.includes(`"${name}":{`));
  });
}
