import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findConversation, lockConversation, updateConversation } from '#messaging/conversations/conversations.repository.ts';
import { readDurableFrames } from '#messaging/messages/durable-frames.ts';
import type { StoredEvent } from '#platform/events/stored-event.ts';
import { newId } from '#platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { createEscalationFollower, createRedFlagFollower } from './escalations.subscribers.ts';
import { createEscalationWorld, email } from './escalations.testing.ts';
import { type EscalationFact, openEscalation } from './open-escalation.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function arrange(agentBehaviour = 'continue') {
  const world = await createEscalationWorld(database);
  const { unitOfWork, scope, live, clock, policy, policies } = world;
  await policy({ name: 'Default', agentBehaviour, steps: [{ notify: [email('all@x.org')] }] });
  await policies.add(scope, {
    name: 'Emergencies',
    isDefault: false,
    triggers: ['emergency-words'],
    steps: [{ notify: [email('chief@x.org')], channel: 'email', afterMinutes: 0, repeat: null, quietHours: null }],
    agentBehaviour: 'silent',
    reassureEveryMinutes: 5,
    exhaustedAfterMinutes: 15,
  });
  const { id: conversationId } = await world.conversation();
  return {
    ...world,
    conversationId,
    call: (fact: Partial<EscalationFact> = {}) =>
      unitOfWork.write(scope, async (tx) => {
        const conversation = await lockConversation(tx, conversationId);
        if (!conversation) throw new Error('There is no conversation.');
        return openEscalation(tx, { live, clock }, conversation, { trigger: 'agent-uncertain', urgency: 'normal', ...fact });
      }),
    frames: () => unitOfWork.read(scope, (tx) => readDurableFrames(tx, conversationId, 0, 100)),
    holder: async () => (await unitOfWork.read(scope, (tx) => findConversation(tx, conversationId)))?.holder,
    follow: (subscriber: typeof createRedFlagFollower, event: Partial<StoredEvent>) =>
      unitOfWork.write(scope, (tx) =>
        subscriber({ live, clock }).handle(tx, { actor: scope.actor, data: {}, occurredAt: clock.now(), ...event } as StoredEvent),
      ),
  };
}

describe('a second call for a person', () => {
  test('in the same conversation raises the urgency and never lowers it; the team is told anew, by the policy for what came', async () => {
    const { call, pass, escalations, scope, eventTypes, frames, clock, holder } = await arrange();
    const { escalation, isNew } = await call();
    expect(isNew).toBe(true);
    expect(await pass(1)).toEqual(['09:00 all@x.org']);
    await escalations.acknowledge(scope, escalation.id, undefined);

    const raised = await call({
      trigger: 'emergency-words',
      urgency: 'emergency',
      messageId: newId(),
      quote: 'chest pain',
      ruleIds: ['c1'],
    });
    expect(raised).toMatchObject({ isNew: false, agentStops: true, escalation: { id: escalation.id, status: 'open', run: 2 } });
    expect(await holder()).toBe('nobody');
    await call({ trigger: 'staff-override', urgency: 'high' });
    expect(await pass(1)).toEqual([`${clock.now().toISOString().slice(11, 14)}01 chief@x.org`]);

    const detail = await escalations.get(scope, escalation.id);
    expect(detail).toMatchObject({ urgency: 'emergency', trigger: 'agent-uncertain', status: 'open', policy: { name: 'Emergencies' } });
    expect(detail.evidence.map(({ trigger, urgency }) => `${trigger} ${urgency}`)).toEqual([
      'agent-uncertain normal',
      'emergency-words emergency',
      'staff-override high',
    ]);
    expect(eventTypes()).toEqual([
      'escalation.opened',
      'escalation.notified',
      'escalation.acknowledged',
      'escalation.raised',
      'escalation.evidence-added',
      'escalation.notified',
    ]);
    expect((await frames()).map((frame) => (frame.type === 'escalation' ? `${frame.urgency} ${frame.status}` : frame.type))).toEqual([
      'normal open',
      'normal acknowledged',
      'status',
      'message',
      'emergency open',
    ]);
  });

  test('by the same message changes nothing', async () => {
    const { call, events, frames } = await arrange();
    const fact = { trigger: 'emergency-words', urgency: 'emergency', messageId: newId() } as const;
    await call(fact);
    const before = [events.length, await frames()];
    expect(await call(fact)).toMatchObject({ isNew: false, agentStops: true });
    expect([events.length, await frames()]).toEqual(before);
  });

  test('after the first was resolved opens another; then that one stands for the conversation', async () => {
    const { call, escalations, scope } = await arrange();
    const { escalation: first } = await call();
    await escalations.resolve(scope, first.id, undefined);
    await expect(escalations.acknowledge(scope, first.id, undefined)).rejects.toMatchObject({ code: 'ESCALATION_RESOLVED' });
    const { escalation: second, isNew } = await call();
    expect([isNew, second.id === first.id]).toEqual([true, false]);
    await expect(escalations.reopen(scope, first.id)).rejects.toMatchObject({ code: 'ANOTHER_ESCALATION_OPEN' });
  });
});

describe('an escalation that is opened again', () => {
  test('begins its policy anew', async () => {
    const { call, pass, escalations, scope, eventTypes } = await arrange();
    const { escalation } = await call();
    await escalations.resolve(scope, escalation.id, undefined);
    expect(await pass(1)).toEqual([]);
    await escalations.reopen(scope, escalation.id);
    expect(await pass(1)).toEqual(['09:01 all@x.org']);
    expect(await escalations.get(scope, escalation.id)).toMatchObject({ status: 'open', reopenedCount: 1, run: 2, resolvedAt: null });
    expect(eventTypes()).toEqual(['escalation.opened', 'escalation.resolved', 'escalation.reopened', 'escalation.notified']);
  });
});

describe('what is said in a conversation', () => {
  test('is that of the product, in its language, with the emergency number where somebody may be in danger', async () => {
    const { call, frames, unitOfWork, scope, conversationId } = await arrange('reassure');
    await unitOfWork.write(scope, (tx) => updateConversation(tx, conversationId, { language: 'es-MX' }));
    await call({ urgency: 'emergency' });
    expect(await frames()).toMatchObject([
      { type: 'status', status: 'handoff_requested' },
      { type: 'message', role: 'system', content: expect.stringMatching(/equipo.*número de emergencias/) },
      { type: 'escalation', urgency: 'emergency', status: 'open' },
    ]);
  });

  test('is nothing new where a person has it', async () => {
    const { call, frames, holder, unitOfWork, scope, conversationId } = await arrange('silent');
    await unitOfWork.write(scope, (tx) => updateConversation(tx, conversationId, { holder: 'person' }));
    expect(await call({ urgency: 'emergency' })).toMatchObject({ agentStops: true });
    expect(await holder()).toBe('person');
    expect(await frames()).toMatchObject([{ type: 'escalation' }]);
  });
});

describe('red flags', () => {
  test('that are found after the message was stored escalate it once', async () => {
    const { follow, escalations, scope, conversationId, holder } = await arrange();
    const subject = { conversationId, messageId: newId() };
    for (const urgency of ['urgent', 'emergency', 'emergency', 'urgent']) {
      await follow(createRedFlagFollower, { type: 'safety.flagged', subject, data: { urgency, ruleIds: ['model'], categories: [] } });
    }
    const { items } = await escalations.list(scope, { limit: 10, order: 'newest' });
    expect(items).toMatchObject([{ urgency: 'emergency', trigger: 'high-priority-words' }]);
    expect((await escalations.get(scope, items[0]?.id ?? '')).evidence).toHaveLength(2);
    expect(await holder()).toBe('nobody');
  });
});

describe('who took the conversation', () => {
  test('has not taken what came up afterwards', async () => {
    const { follow, call, clock, escalations, scope, conversationId } = await arrange();
    const takenAt = clock.now();
    await clock.advance(1_000);
    const { escalation } = await call();
    const takeOver = { type: 'conversation.taken-over', subject: { conversationId, personId: newId() } };
    await follow(createEscalationFollower, { ...takeOver, occurredAt: takenAt });
    expect((await escalations.get(scope, escalation.id)).status).toBe('open');
    await follow(createEscalationFollower, takeOver);
    expect((await escalations.get(scope, escalation.id)).status).toBe('acknowledged');
  });
});
