import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveToMembers, somebody } from '#agents/definitions/agents-over-http.testing.ts';
import { newId } from '#platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { escalationPolicyRoutes } from './escalation-policies.routes.ts';
import { createEscalationPolicies } from './escalation-policies.service.ts';
import { email } from './escalations.testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function arrange() {
  const call = await serveToMembers([escalationPolicyRoutes(createEscalationPolicies({ unitOfWork: database.unitOfWork() }))]);
  const admin = somebody('admin');
  const listed = async () => (await call(admin, 'GET', '/escalation-policies')).body.items;
  return { call, admin, listed, add: (body: object) => call(admin, 'POST', '/escalation-policies', body) };
}

const POLICY = { name: 'At night', steps: [{ notify: [email('a@x.org')] }] };

describe('escalation policies', () => {
  test('without a default among them end with the built-in one', async () => {
    const { add, listed, call, admin } = await arrange();
    const { body } = await add({ ...POLICY, triggers: ['emergency-words'] });
    expect(await listed()).toMatchObject([{ id: body.id }, { id: null, name: 'Built-in', isDefault: true, agentBehaviour: 'reassure' }]);
    const first = await call(admin, 'GET', '/escalation-policies?limit=1');
    expect(first.body.items).toMatchObject([{ id: body.id }]);
    const second = await call(admin, 'GET', `/escalation-policies?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body).toMatchObject({ items: [{ id: null }], nextCursor: null });
    await add({ ...POLICY, isDefault: true });
    expect((await listed()).map(({ id }: { id: string | null }) => id)).not.toContain(null);
  });

  test('have one default: making another one so takes it from the first', async () => {
    const { add, listed, call, admin } = await arrange();
    const { body: first } = await add({ ...POLICY, isDefault: true });
    const { body: second } = await add({ ...POLICY, name: 'By day', isDefault: true });
    expect(await listed()).toMatchObject([
      { id: first.id, isDefault: false },
      { id: second.id, isDefault: true },
    ]);
    await call(admin, 'PATCH', `/escalation-policies/${first.id}`, { isDefault: true });
    expect(await listed()).toMatchObject([
      { id: first.id, isDefault: true, version: 2 },
      { id: second.id, isDefault: false },
    ]);
  });

  test('name each trigger once', async () => {
    const { add, call, admin } = await arrange();
    await add({ ...POLICY, triggers: ['emergency-words', 'emergency-words'] });
    const { body: other } = await add({ ...POLICY, triggers: ['agent-uncertain'] });
    const taken = { status: 409, body: { code: 'ESCALATION_TRIGGER_TAKEN', detail: expect.stringContaining('At night') } };
    expect(await add({ ...POLICY, triggers: ['emergency-words'] })).toMatchObject(taken);
    expect(await call(admin, 'PATCH', `/escalation-policies/${other.id}`, { triggers: ['emergency-words'] })).toMatchObject(taken);
    expect((await call(admin, 'PATCH', `/escalation-policies/${other.id}`, { triggers: ['agent-uncertain'] })).status).toBe(200);
  });

  test.each([['sms'], ['call']])('refuse to tell people by %s, which does not exist yet', async (channel) => {
    const { add } = await arrange();
    const answer = await add({ ...POLICY, steps: [...POLICY.steps, { notify: [email('b@x.org')], channel }] });
    expect(answer).toMatchObject({ status: 422, body: { code: 'CHANNEL_NOT_AVAILABLE', detail: expect.stringContaining(channel) } });
  });

  test.each([
    ['steps.0.notify', { steps: [{ notify: [] }] }],
    ['steps.0.notify.0.address', { steps: [{ notify: [{ kind: 'email', address: 'nobody' }] }] }],
    ['steps.0.quietHours.to', { steps: [{ ...POLICY.steps[0], quietHours: { from: '22:00', to: '22:00', whenDue: 'wait' } }] }],
    ['steps.0.afterMinutes', { steps: [{ ...POLICY.steps[0], afterMinutes: -1 }] }],
    ['steps.0.repeat.times', { steps: [{ ...POLICY.steps[0], repeat: { everyMinutes: 1, times: 21 } }] }],
    ['triggers.0', { triggers: ['boredom'] }],
    ['agentBehaviour', { agentBehaviour: 'sing' }],
  ])('say what is wrong with %s', async (path, wrong) => {
    const { add } = await arrange();
    const { status, body } = await add({ ...POLICY, ...wrong });
    expect([status, body.errors?.[0]?.path]).toEqual([400, path]);
  });

  test('are changed by admins alone, and only as they were read', async () => {
    const { add, call, admin } = await arrange();
    const { body, etag } = await add(POLICY);
    const path = `/escalation-policies/${body.id}`;
    const agent = { ...admin, role: 'agent' as const };
    expect((await call(agent, 'PATCH', path, { name: 'X' })).status).toBe(403);
    expect((await call(agent, 'GET', path)).status).toBe(200);
    const ifMatch = { 'if-match': etag ?? '' };
    expect((await call(admin, 'PATCH', path, { name: 'Nights' }, ifMatch)).body).toMatchObject({ name: 'Nights', version: 2 });
    expect((await call(admin, 'PATCH', path, { name: 'Late' }, ifMatch)).status).toBe(412);
    expect((await call(admin, 'DELETE', path, undefined, ifMatch)).status).toBe(412);
    expect((await call(admin, 'DELETE', path)).status).toBe(204);
    expect((await call(admin, 'GET', path)).body.code).toBe('ESCALATION_POLICY_NOT_FOUND');
    expect((await call(somebody('owner'), 'DELETE', `/escalation-policies/${newId()}`)).status).toBe(404);
  });
});
