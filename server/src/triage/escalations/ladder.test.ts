import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NoticeRefused } from '#messaging/notifier.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { createEscalationWorld, email } from './escalations.testing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const arrange = (options: Parameters<typeof createEscalationWorld>[1] = {}) => createEscalationWorld(database, options);
const steps = (...given: [string, number, object?][]) =>
  given.map(([address, afterMinutes, more]) => ({ notify: [email(address)], afterMinutes, ...more }));

describe('the steps of a policy', () => {
  test('tell who is to be told, each at its time and once, until nobody is left to be told', async () => {
    const { policy, open, pass, eventTypes, escalations, scope } = await arrange();
    await policy({ steps: steps(['first@x.org', 0], ['second@x.org', 10]), exhaustedAfterMinutes: 20 });
    const id = await open();
    expect(await pass(40, 5)).toEqual(['09:00 first@x.org', '09:10 second@x.org']);
    expect(eventTypes()).toEqual(['escalation.opened', 'escalation.notified', 'escalation.notified', 'escalation.exhausted']);
    const detail = await escalations.get(scope, id);
    expect(detail).toMatchObject({ status: 'open', currentStep: 2, nextStepAt: null, exhaustedAt: '2026-03-02T09:30:00.000Z' });
    expect(detail.notifications.map(({ step, status }) => [step, status])).toEqual([
      [1, 'sent'],
      [2, 'sent'],
    ]);
  });

  test('stop once somebody has taken it, and what was to be sent is not sent any more', async () => {
    const { policy, open, pass, escalations, scope, person, eventTypes } = await arrange();
    const { personId } = await person('agent');
    await policy({ steps: steps(['first@x.org', 0, { repeat: { everyMinutes: 5, times: 20 } }]) });
    const id = await open();
    expect(await pass(5)).toEqual(['09:00 first@x.org', '09:05 first@x.org']);
    await escalations.acknowledge(scope, id, personId);
    await escalations.acknowledge(scope, id, personId);
    expect(await pass(60, 5)).toEqual([]);
    expect((await escalations.get(scope, id)).notifications.map(({ status }) => status)).toEqual(['sent', 'sent']);
    expect(await escalations.get(scope, id)).toMatchObject({ status: 'acknowledged', acknowledgedBy: personId, nextStepAt: null });
    expect(eventTypes().filter((type) => type === 'escalation.acknowledged')).toHaveLength(1);
  });

  test('follow the policy as it was when they began; what begins later follows what it is then', async () => {
    const { policy, policies, open, pass, scope, escalations } = await arrange();
    const { id: policyId } = await policy({ steps: steps(['old@x.org', 0], ['old@x.org', 10]) });
    const first = await open();
    await pass(0);
    await policies.update(scope, policyId ?? '', { steps: [{ ...stepTo('new@x.org'), afterMinutes: 10 }] }, undefined);
    const second = await open();
    expect(await pass(10)).toEqual(expect.arrayContaining(['09:10 old@x.org', '09:10 new@x.org']));
    await policies.remove(scope, policyId ?? '', undefined);
    expect((await escalations.get(scope, first)).policy.version).toBe(1);
    expect((await escalations.get(scope, second)).policy.version).toBe(2);
  });

  test('tell the people who have a role now, and nobody who has left', async () => {
    const { policy, open, pass, person } = await arrange();
    const ana = await person('owner');
    const bo = await person('agent');
    const leaver = await person('owner');
    const toOwners = { notify: [{ kind: 'role', role: 'owner' }] };
    await policy({ steps: [toOwners, { ...toOwners, notify: [...toOwners.notify, member(bo), member(leaver)], afterMinutes: 10 }] });
    await open();
    expect((await pass(0)).toSorted()).toEqual([`09:00 ${ana.email}`, `09:00 ${leaver.email}`].toSorted());
    await database.asSuperuser('delete from memberships where person_id = $1', [leaver.personId]);
    expect((await pass(10)).toSorted()).toEqual([`09:10 ${ana.email}`, `09:10 ${bo.email}`].toSorted());
  });

  test('wait for the morning of the tenant, over the night in which clocks change', async () => {
    const quietHours = { from: '22:00', to: '07:00', whenDue: 'wait' };
    const { policy, open, pass } = await arrange({ begins: '2026-03-29T00:00:00Z', timezone: 'Europe/Madrid' });
    await policy({ steps: [{ notify: [email('day@x.org')], quietHours }] });
    await open('high');
    expect(await pass(360, 60)).toEqual(['05:00 day@x.org']);
    await open('emergency');
    expect(await pass(0)).toEqual(['06:00 day@x.org']);
  });

  test('say nothing of the conversation, in the language of the business', async () => {
    const { policy, open, pass, sent, conversation } = await arrange({ locale: 'es-MX' });
    await policy({ steps: steps(['a@x.org', 0]) });
    const { id } = await conversation();
    await open('emergency', id);
    await pass(0);
    expect(sent[0]).toMatchObject({
      subject: 'Clinic: EMERGENCIA: una conversación necesita a una persona',
      text: expect.stringContaining(`https://desk.example/inbox/${id}`),
      html: expect.stringContaining('<h1>EMERGENCIA'),
    });
  });
});

describe('a step that is taken at the same moment', () => {
  test('as somebody takes the escalation is taken first or not at all', async () => {
    const { policy, open, drain, escalations, scope, sent } = await arrange();
    await policy({ steps: steps(['a@x.org', 0], ['b@x.org', 0], ['c@x.org', 0]) });
    for (let round = 0; round < 12; round += 1) {
      const id = await open();
      const before = sent.length;
      let sentWhenTaken = -1;
      const taken = escalations.acknowledge(scope, id, undefined).then(() => {
        sentWhenTaken = sent.length - before;
      });
      await Promise.all([drain(), taken]);
      await drain();
      const { notifications } = await escalations.get(scope, id);
      expect(notifications.filter(({ status }) => status === 'pending')).toEqual([]);
      const went = notifications.filter(({ status }) => status === 'sent').length;
      expect(went).toBe(sent.length - before);
      // The one that was with the mail server in that very moment may still arrive; none is begun after.
      expect(went).toBeLessThanOrEqual(sentWhenTaken + 1);
    }
  });

  test('by two workers is taken once', async () => {
    const { policy, open, drain, sent } = await arrange();
    await policy({ steps: steps(['a@x.org', 0], ['b@x.org', 0]) });
    await open();
    await Promise.all([drain(), drain(), drain()]);
    await drain();
    expect(sent.map(({ to }) => to.address)).toEqual(['a@x.org', 'b@x.org']);
  });
});

describe('a step that is taken once more', () => {
  test('because nobody had heard that it was, changes nothing', async () => {
    const { policy, open, pass, takeAgain, escalations, scope, eventTypes } = await arrange();
    await policy({ steps: steps(['first@x.org', 0], ['second@x.org', 10]), exhaustedAfterMinutes: 20 });
    const id = await open();
    await pass(10, 5);
    const before = [await escalations.get(scope, id), eventTypes()];
    await takeAgain(id, 1);
    await takeAgain(id, 0);
    expect([await escalations.get(scope, id), eventTypes()]).toEqual(before);
  });
});

describe('a mail', () => {
  test('to somebody who has left since the step was taken is not sent', async () => {
    const { policy, open, drain, person, clock, sent, escalations, scope } = await arrange({
      onSend: async () => {
        if (sent.length === 0 && clock.now() < new Date('2026-03-02T09:00:30Z')) throw new Error('The mail server is away.');
      },
    });
    const { personId } = await person('owner');
    await policy({ steps: [{ notify: [{ kind: 'role', role: 'owner' }] }] });
    const id = await open();
    await drain('retry');
    await database.asSuperuser('delete from memberships where person_id = $1', [personId]);
    await clock.advance(60_000);
    await drain('retry');
    expect(sent).toEqual([]);
    expect((await escalations.get(scope, id)).notifications).toMatchObject([{ personId, status: 'withdrawn' }]);
  });

  test('that could not be sent is sent later, with the same key, and not once somebody has taken it', async () => {
    let failures = 1;
    const keys: string[] = [];
    const { policy, open, drain, clock, sent, escalations, scope } = await arrange({
      onSend: async ({ key }) => {
        keys.push(key);
        failures -= 1;
        if (failures >= 0) throw new Error('The mail server is away.');
      },
    });
    await policy({ steps: steps(['a@x.org', 0]) });
    await open();
    await drain('retry');
    expect(sent).toEqual([]);
    await clock.advance(60_000);
    await drain('retry');
    expect(sent).toHaveLength(1);
    expect(new Set(keys).size).toBe(1);

    failures = 1;
    const id = await open();
    await drain('retry');
    await escalations.acknowledge(scope, id, undefined);
    await clock.advance(60_000);
    await drain('retry');
    expect(sent).toHaveLength(1);
    expect((await escalations.get(scope, id)).notifications).toMatchObject([{ status: 'withdrawn' }]);
  });

  test('that is refused for good is marked so, and the others go on', async () => {
    const { policy, open, drain, sent, escalations, scope } = await arrange({
      onSend: async ({ to }) => {
        if (to.address === 'gone@x.org') throw new NoticeRefused('No such mailbox.');
      },
    });
    await policy({ steps: [{ notify: [email('gone@x.org'), email('here@x.org')] }] });
    const id = await open();
    await drain('retry');
    expect(sent.map(({ to }) => to.address)).toEqual(['here@x.org']);
    const { notifications } = await escalations.get(scope, id);
    expect(notifications.map(({ address, status }) => `${address} ${status}`).toSorted()).toEqual(['gone@x.org failed', 'here@x.org sent']);
  });
});

const stepTo = (address: string) => ({
  notify: [email(address)],
  channel: 'email' as const,
  afterMinutes: 0,
  repeat: null,
  quietHours: null,
});
const member = ({ personId }: { personId: string }) => ({ kind: 'member', personId });
