import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { EmailMessage } from '#platform/email/email-sender.ts';
import { EventReader } from '#test/event-reader.ts';
import { calling, lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';

// Whole sentences of everyday matters, in which the safety screen finds nothing.
const SLOWLY = 'Please tell me about your services';
const UNSURE = 'Which documents do I need?';
const PERSON = 'May I speak with a person, please?';

let desk: TestApp;
const sent: EmailMessage[] = [];
const asked = Promise.withResolvers<void>();
beforeAll(async () => {
  desk = await startTestApp({
    email: {
      send: async (message) => {
        sent.push(message);
        return { providerMessageId: '', refusedRecipients: [] };
      },
      describe: () => 'a list',
    },
    models: scriptedModels(async function* (request, signal) {
      const said = lastUserText(request);
      if (request.messages.at(-1)?.role === 'tool') yield* saying('As I said.');
      else if (said === SLOWLY) {
        yield { type: 'text-delta', delta: 'Let me ' };
        asked.resolve();
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      } else if (said === UNSURE) yield* calling('escalate', { reason: 'Dosage of insulin', urgency: 'high' });
      else if (said === PERSON) yield* calling('transfer_to_person', { reason: 'Wants Dr. Molar' });
      else yield* saying(`You said: ${said}`);
    }),
  });
});
afterAll(() => desk.close());

let counter = 0;
/** A business with words that call for a person, and a visitor of it. */
async function arrange(policy?: Record<string, unknown>) {
  counter += 1;
  const { tenantId, app } = await desk.tenant(`clinic-${counter}`);
  const email = `nurse-${counter}@example.com`;
  const password = 'a long enough password';
  const { personId } = await desk.app.services.people.add({ email, name: 'Nurse Joy', password, isPlatformAdmin: false });
  await desk.app.services.members.add(grantTenantScope(tenantId, { kind: 'system' }), { personId, role: 'agent' });
  const joy: string = (await desk.call('POST', '/auth/login', { body: { email, password } })).body.accessToken;
  const call = (method: string, path: string, body?: unknown, as = joy) =>
    desk.call(method, path, { as, headers: { 'x-tenant-id': tenantId }, ...(body === undefined ? {} : { body }) });
  await desk.call('PATCH', `/tenants/${tenantId}`, { as: desk.admin, body: { profile: { escalation: { words: ['lawyer'] } } } });
  if (policy) await call('POST', '/escalation-policies', { name: 'Ours', isDefault: true, steps: [], ...policy }, desk.admin);
  const visitor = await desk.visitor(app.projectId);
  await visitor.connect();
  const [session] = await desk.database.asSuperuser<{ id: string }>('select conversation_id as id from widget_sessions where id = $1', [
    visitor.session.sessionId,
  ]);
  const conversationId = session?.id ?? '';
  const escalations = async () => (await call('GET', `/escalations?conversationId=${conversationId}`)).body.items;
  const said = async () =>
    (await call('GET', `/conversations/${conversationId}/messages`)).body.items.map(({ role }: { role: string }) => role);
  const mails = () => sent.filter(({ to }) => to.some(({ address }) => address === email));
  return { tenantId, personId, visitor, conversationId, call, escalations, said, mails };
}

/** What the visitor was shown besides their own words. */
const shown = (visitor: Visitor) =>
  [...visitor.durable.values()].flatMap((frame) => {
    if (frame.type === 'escalation') return `escalation ${frame.urgency} ${frame.status}`;
    if (frame.type === 'message' && frame.role === 'user') return [];
    return frame.type === 'message' ? frame.role : frame.type === 'status' ? frame.status : frame.type;
  });
const untilShown = (visitor: Visitor, what: string) => expect.poll(() => shown(visitor)).toContain(what);

describe('words that call for a person', () => {
  test('pass the conversation on in the moment of the message, tell the team once, and visitors on every wire', async () => {
    const { visitor, conversationId, escalations, mails, personId, call } = await arrange();
    const events = await EventReader.open(`${desk.url}/api/v1/widget/events`, {
      headers: { authorization: `Bearer ${visitor.session.token}` },
    });
    await visitor.say('I will call my LAWYER about my knee', 'a');
    await untilShown(visitor, 'escalation high open');
    expect(shown(visitor)).toEqual(['handoff_requested', 'system', 'escalation high open']);
    await events.frame((frame) => frame.type === 'escalation');
    await expect.poll(mails).toHaveLength(1);
    expect(mails()[0]).toMatchObject({ subject: expect.stringContaining('Urgent'), text: expect.stringContaining(conversationId) });
    expect(JSON.stringify(mails())).not.toMatch(/knee|lawyer/i);

    const [{ id }] = await escalations();
    const { body } = await call('GET', `/escalations/${id}`);
    expect(body.evidence).toMatchObject([{ trigger: 'high-priority-words', urgency: 'high', quote: 'LAWYER' }]);
    expect(body.notifications).toContainEqual(expect.objectContaining({ personId, status: 'sent', step: 1 }));
    const turns = (await call('GET', `/conversations/${conversationId}/turns`)).body.items;
    expect(turns).toEqual([]);

    // The team is told by the policy alone, and no event holds a word of it.
    const rows = await desk.database.asSuperuser('select type, subject, data from events where subject->>$1 = $2', [
      'conversationId',
      conversationId,
    ]);
    expect(rows.map((row) => row.type)).toEqual(expect.arrayContaining(['escalation.opened', 'escalation.notified']));
    expect(JSON.stringify(rows)).not.toMatch(/lawyer/i);

    const again = await visitor.reconnect();
    expect(again).toBe(true);
    const answer = await desk.call('POST', '/widget/message', {
      headers: { authorization: `Bearer ${visitor.session.token}` },
      body: { content: 'My lawyer, I said' },
    });
    expect(answer).toMatchObject({ status: 202, body: { messages: [] } });
    expect(await escalations()).toHaveLength(1);
    expect((await call('GET', `/escalations/${id}`)).body.evidence).toHaveLength(2);
    expect([...visitor.problems, ...events.problems]).toEqual([]);
    events.leave();
    visitor.close();
  });

  test('end what the agent is just writing, where it is to be quiet; a resume shows how it stands', async () => {
    const { visitor, call, escalations, said } = await arrange({ agentBehaviour: 'silent' });
    await visitor.say(SLOWLY, 'a');
    await asked.promise;
    await visitor.say('My lawyer asks for the bill', 'b');
    await untilShown(visitor, 'escalation high open');
    expect(visitor.frames.some(({ type }) => type === 'message_reset')).toBe(true);
    visitor.cut();
    const [{ id }] = await escalations();
    expect((await call('POST', `/escalations/${id}/acknowledge`)).body).toMatchObject({ status: 'acknowledged' });
    await visitor.reconnect();
    expect(shown(visitor).slice(-1)).toEqual(['escalation high acknowledged']);
    await visitor.say('Thank you for your help', 'c');
    expect(await said()).toEqual(['user', 'user', 'system', 'user']);
    expect(visitor.problems).toEqual([]);
    visitor.close();
  });

  test('let the agent go on, where the policy says so', async () => {
    const { visitor, mails } = await arrange({ agentBehaviour: 'continue' });
    await visitor.answer((await visitor.say('My lawyer asks for the bill', 'a')).seq);
    expect(shown(visitor)).toEqual(['escalation high open', 'assistant']);
    expect(visitor.frames.find(({ type }) => type === 'escalation')).toMatchObject({ message: expect.stringContaining('team') });
    expect(mails()).toEqual([]);
    visitor.close();
  });

  test('are answered with fixed words now and then, as long as nobody has taken it', async () => {
    const { visitor, conversationId, said } = await arrange();
    await visitor.say('My lawyer asks for the bill', 'a');
    await visitor.say('Good morning', 'b');
    const longAgo = () =>
      desk.database.asSuperuser("update escalations set reassured_at = now() - interval '6 minutes' where conversation_id = $1", [
        conversationId,
      ]);
    await longAgo();
    await visitor.say('What are your opening hours?', 'c');
    await visitor.say('Thank you for your help', 'd');
    expect(await said()).toEqual(['user', 'system', 'user', 'user', 'system', 'user']);
    visitor.close();
  });
});

describe('the agent', () => {
  test('that is not sure tells the team, and says its last words', async () => {
    const { visitor, call, escalations } = await arrange();
    await visitor.answer((await visitor.say(UNSURE, 'a')).seq);
    expect(shown(visitor)).toEqual(['handoff_requested', 'system', 'escalation high open', 'assistant']);
    const [{ id, trigger }] = await escalations();
    expect(trigger).toBe('agent-uncertain');
    expect((await call('GET', `/escalations/${id}`)).body.evidence).toMatchObject([{ note: 'Dosage of insulin' }]);
    visitor.close();
  });

  test('that passes a conversation on escalates it: the team is told once, by the policy', async () => {
    const { visitor, escalations, mails } = await arrange();
    await visitor.answer((await visitor.say(PERSON, 'a')).seq);
    expect(await escalations()).toMatchObject([{ trigger: 'asked-for-person', urgency: 'normal', policy: { name: 'Built-in' } }]);
    await expect.poll(mails).toHaveLength(1);
    expect(mails()[0]?.subject).toContain('Waiting');
    visitor.close();
  });
});

describe('the team', () => {
  test('that takes a conversation over has taken its escalation; ending the conversation ends it', async () => {
    const { visitor, conversationId, call, escalations, personId } = await arrange();
    await visitor.say('My lawyer asks for the bill', 'a');
    await call('POST', `/conversations/${conversationId}/takeover`);
    await expect.poll(async () => (await escalations())[0]).toMatchObject({ status: 'acknowledged', acknowledgedBy: personId });
    await call('POST', `/conversations/${conversationId}/resolve`);
    await expect.poll(async () => (await escalations())[0]).toMatchObject({ status: 'resolved', resolvedBy: personId });
    visitor.close();
  });
});
