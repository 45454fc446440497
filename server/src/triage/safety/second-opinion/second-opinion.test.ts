import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ModelError } from '#agents/models/model-error.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { WorkerStopping } from '#platform/jobs/job-failure.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { saying } from '#test/scripted-models.ts';
import { createOpinionWorld, type OpinionWorld, reporting } from './second-opinion.testing.ts';

let world: OpinionWorld;
beforeAll(async () => {
  world = await createOpinionWorld();
});
afterAll(() => world.product.close());
beforeEach(() => {
  world.judge(() => reporting());
  world.answer(() => saying('We are open until five.'));
  world.asked.splice(0);
});

/** Of an office: no screen takes it for anything. */
const QUIET = 'Is the parking free after six?';
const isEmergency = (frame: ServerFrame) => frame.type === 'emergency';

async function flagged(conversationId: string) {
  const { flags } = await world.record(conversationId);
  return flags.map((flag) => flag && { urgency: flag.urgency, by: flag.matches.map(({ ruleId }) => ruleId) });
}

/** One attempt of the job at the conversation's last message, as a worker makes it. */
async function attempt(conversationId: string, options: { attempt?: number; signal?: AbortSignal } = {}): Promise<void> {
  const [message] = await world.product.database.asSuperuser<{ id: string; tenant_id: string }>(
    `select id, tenant_id from messages where conversation_id = $1 and role = 'user' order by seq desc limit 1`,
    [conversationId],
  );
  await world.job?.run(
    { messageId: message?.id },
    {
      scope: grantTenantScope(message?.tenant_id ?? '', { kind: 'job', id: '1' }),
      jobId: '1',
      attempt: options.attempt ?? 1,
      maxAttempts: 10,
      signal: options.signal ?? new AbortController().signal,
      logger: silentLogger,
    },
  );
}

describe('an emergency that only the model finds', () => {
  test('is shown, stored, told to the team and counted as if the screen had found it', async () => {
    const { visitor, conversationId } = await world.visitor();
    world.judge(() => reporting({ quote: 'PARKING free' }));
    const { seq } = await visitor.say(QUIET, 'm1');
    await visitor.answer(seq);
    expect(visitor.frames.some(isEmergency)).toBe(false);
    await world.drain();

    expect(await visitor.frame(isEmergency)).toMatchObject({ text: expect.stringContaining('This may be an emergency.') });
    await visitor.frame((frame) => frame.type === 'escalation' && frame.urgency === 'emergency');
    expect(await world.record(conversationId)).toMatchObject({
      urgency: 'emergency',
      holder: 'nobody',
      flags: [{ urgency: 'emergency', matches: [{ ruleId: 'model', category: 'cardiac', quote: 'parking free' }] }],
      escalations: 1,
      evidence: [{ trigger: 'emergency-words', quote: 'parking free', ruleIds: ['model'] }],
      flagged: [{ urgency: 'emergency', categories: ['cardiac'], ruleIds: ['model'] }],
      tokens: 540,
    });
    expect(visitor.problems).toEqual([]);
    visitor.close();
  });

  test('is shown in the language of the message, with the crisis line, and in the tenant’s own words where it has some', async () => {
    const { tenantId, app } = await world.product.tenant('clinica');
    const change = (body: unknown) => world.product.call('PATCH', `/tenants/${tenantId}`, { as: world.product.admin, body });
    await change({ country: 'MX' });
    const { visitor } = await world.visitor(app.projectId, 'en');
    world.judge(() => reporting({ category: 'self-harm' }));
    await visitor.say('¿Hay sitio para el coche de mi hermana los lunes?', 'm1');
    await world.drain();
    expect(await visitor.frame(isEmergency)).toMatchObject({
      text: expect.stringContaining('Llame ya al 911'),
      contacts: [{ phone: '911' }, { label: 'Línea de la Vida' }],
    });

    await change({ profile: { emergency: { text: { en: 'Dial 9.' } } } });
    const other = await world.visitor(app.projectId, 'en');
    await other.visitor.say(QUIET, 'm1');
    await world.drain();
    expect(await other.visitor.frame(isEmergency)).toMatchObject({ text: 'Dial 9.' });
    visitor.close();
    other.visitor.close();
  });

  test('withdraws the answer that is being written, where the policy has the agent be quiet', async () => {
    const { visitor, conversationId } = await world.visitor();
    const stopped = Promise.withResolvers<void>();
    world.answer(async function* (_request, signal) {
      yield { type: 'text-delta', delta: 'Let me see. ' };
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      stopped.resolve();
      signal.throwIfAborted();
    });
    await visitor.say(QUIET, 'm1');
    await visitor.frame(({ type }) => type === 'token');
    await world.drain();
    await stopped.promise;
    await visitor.frame(({ type }) => type === 'message_reset');
    await visitor.frame((frame) => frame.type === 'status' && frame.status === 'handoff_requested');
    expect([...visitor.durable.values()].filter((frame) => frame.type === 'message' && frame.role === 'assistant')).toEqual([]);
    expect(await world.record(conversationId)).toMatchObject({ holder: 'nobody', escalations: 1 });
    expect(visitor.problems).toEqual([]);
    visitor.close();
  });

  test('is kept with the message as its quote where the model has made one up', async () => {
    const { visitor, conversationId } = await world.visitor();
    world.judge(() => reporting({ quote: 'my chest is being crushed' }));
    await visitor.say(QUIET, 'm1');
    await world.drain();
    expect(await world.record(conversationId)).toMatchObject({ urgency: 'emergency', evidence: [{ quote: QUIET }] });
    visitor.close();
  });
});

describe('what the screen has found', () => {
  test('is not lowered by a model that sees nothing', async () => {
    const { visitor, conversationId } = await world.visitor();
    world.judge(() => reporting({ urgency: 'none' }));
    await visitor.say('my wound is red and has pus', 'm1');
    await world.drain();
    expect(world.asked).toHaveLength(1);
    expect(await world.record(conversationId)).toMatchObject({ urgency: 'urgent', escalations: 1, flags: [{ urgency: 'urgent' }] });
    visitor.close();
  });

  test('is raised by a model that sees more: the same escalation, more urgent', async () => {
    const { visitor, conversationId } = await world.visitor();
    await visitor.say('my wound is red and has pus', 'm1');
    await world.drain();
    await visitor.frame(isEmergency);
    const { urgency, escalations, evidence, flags } = await world.record(conversationId);
    expect({ urgency, escalations }).toEqual({ urgency: 'emergency', escalations: 1 });
    expect(evidence?.map(({ trigger }) => trigger)).toEqual(['high-priority-words', 'emergency-words']);
    expect(flags[0]?.matches[0]).toMatchObject({ ruleId: 'model', urgency: 'emergency' });
    expect(flags[0]?.matches.length).toBeGreaterThan(1);
    visitor.close();
  });

  test('needs no opinion where it is an emergency, nor does a text without a letter', async () => {
    const { visitor } = await world.visitor();
    await visitor.say('my father is not breathing', 'm1');
    await visitor.say('👍 12:30', 'm2');
    expect(await world.waiting()).toBe(0);
    await world.drain();
    expect(world.asked).toEqual([]);
    visitor.close();
  });
});

describe('the model', () => {
  test('is given the message and the six before it, as data', async () => {
    const { visitor } = await world.visitor();
    world.judge(() => reporting({ urgency: 'none' }));
    for (const id of ['1', '2', '3', '4']) await visitor.answer((await visitor.say(`Question ${id}`, id)).seq);
    world.asked.splice(0);
    await world.drain();
    expect(JSON.parse(world.asked.at(-1) ?? '')).toEqual({
      message: 'Question 4',
      before: ['1', '2', '3'].flatMap((id) => [
        { from: 'visitor', text: `Question ${id}` },
        { from: 'assistant', text: 'We are open until five.' },
      ]),
    });
    expect(JSON.parse(world.asked[0] ?? '')).toEqual({ message: 'Question 1', before: [] });
    visitor.close();
  });

  test('that writes something else changes nothing and is not asked again', async () => {
    const { visitor, conversationId } = await world.visitor();
    world.judge(() => saying('I am not able to judge that.'));
    await visitor.say(QUIET, 'm1');
    await world.drain();
    expect([world.asked.length, await world.waiting(), await flagged(conversationId)]).toEqual([1, 0, [null]]);
    expect(await world.metrics.render()).toContain('foyer_second_opinions_total{outcome="unreadable"}');
    visitor.close();
  });

  test('that hangs delays no reply, and is asked again later', async () => {
    const { visitor, conversationId } = await world.visitor();
    const hangs = Promise.withResolvers<void>();
    const stops = new AbortController();
    world.judge(async function* (_request, signal) {
      hangs.resolve();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw new ModelError('cancelled');
    });
    const { seq } = await visitor.say(QUIET, 'm1');
    const running = attempt(conversationId, { signal: stops.signal });
    await hangs.promise;
    expect(await visitor.answer(seq)).toMatchObject({ content: 'We are open until five.' });

    stops.abort(new WorkerStopping('The process stops.'));
    await expect(running).rejects.toThrow('The process stops.');
    expect(await flagged(conversationId)).toEqual([null]);
    world.judge(() => reporting());
    await world.drain();
    expect(await flagged(conversationId)).toEqual([{ urgency: 'emergency', by: ['model'] }]);
    visitor.close();
  });

  test('that does not answer is asked four times and then given up without a dead letter; one that refuses, at once', async () => {
    const { visitor, conversationId } = await world.visitor();
    world.judge(() => {
      throw new ModelError('overloaded');
    });
    await visitor.say(QUIET, 'm1');
    for (const number of [1, 2, 3]) await expect(attempt(conversationId, { attempt: number })).rejects.toThrow(ModelError);
    await attempt(conversationId, { attempt: 4 });
    world.judge(() => {
      throw new ModelError('rejected');
    });
    await attempt(conversationId, { attempt: 1 });
    expect(await world.metrics.render()).toContain('foyer_second_opinions_total{outcome="no-answer"} 2');
    expect(await world.record(conversationId)).toMatchObject({ urgency: 'none', tokens: 5 * 540 });
    await world.drain();
    visitor.close();
  });
});

describe('a finding is applied once', () => {
  test('when the job runs again, and when two run at the same moment', async () => {
    const { visitor, conversationId } = await world.visitor();
    const both = Promise.withResolvers<void>();
    let running = 0;
    world.judge(async function* () {
      running += 1;
      if (running === 2) both.resolve();
      await both.promise;
      yield* reporting();
    });
    await visitor.say(QUIET, 'm1');
    await Promise.all([attempt(conversationId), attempt(conversationId)]);
    await attempt(conversationId);
    await world.drain();
    expect(world.asked).toHaveLength(2);
    await visitor.frame((frame) => frame.type === 'escalation');
    expect(visitor.frames.filter(isEmergency)).toHaveLength(1);
    expect(await flagged(conversationId)).toEqual([{ urgency: 'emergency', by: ['model'] }]);
    const { escalations, evidence, flagged: events } = await world.record(conversationId);
    expect([escalations, evidence?.length, events?.length]).toEqual([1, 1, 1]);
    visitor.close();
  });

  test('wholly or not at all: after a transaction that was lost, the next attempt does all of it', async () => {
    const { visitor, conversationId } = await world.visitor();
    await visitor.say(QUIET, 'm1');
    const { asSuperuser } = world.product.database;
    await asSuperuser('alter table escalation_evidence add constraint lost check (false) not valid');
    await expect(attempt(conversationId)).rejects.toThrow();
    await asSuperuser('alter table escalation_evidence drop constraint lost');
    expect(await world.record(conversationId)).toMatchObject({ urgency: 'none', flags: [null], escalations: 0, flagged: null });
    expect(visitor.frames.some(isEmergency)).toBe(false);

    await world.drain();
    await visitor.frame(isEmergency);
    expect(await world.record(conversationId)).toMatchObject({ urgency: 'emergency', escalations: 1, holder: 'nobody' });
    visitor.close();
  });
});

describe('a tenant', () => {
  test('that declines is left alone, also for what waits already', async () => {
    const { tenantId, app } = await world.product.tenant('declining');
    const { visitor, conversationId } = await world.visitor(app.projectId);
    await visitor.say(QUIET, 'm1');
    expect(await world.waiting()).toBe(1);
    const body = { profile: { emergency: { secondOpinion: false } } };
    await world.product.call('PATCH', `/tenants/${tenantId}`, { as: world.product.admin, body });
    await visitor.say(QUIET, 'm2');
    expect(await world.waiting()).toBe(1);
    await world.drain();
    expect(world.asked).toEqual([]);
    expect(await flagged(conversationId)).toEqual([null, null]);
    visitor.close();
  });
});
