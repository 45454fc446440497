import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { EventReader } from '#test/event-reader.ts';
import { lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { type Answer, startTestApp, type TestApp } from '#test/test-app.ts';
import type { Visitor } from '#test/visitor.ts';

let desk: TestApp;
let clinic: Awaited<ReturnType<TestApp['tenant']>>;
const asked = Promise.withResolvers<void>();
beforeAll(async () => {
  desk = await startTestApp({
    models: scriptedModels(async function* (request, signal) {
      if (lastUserText(request) === 'Slowly') {
        yield { type: 'text-delta', delta: 'Let me ' };
        asked.resolve();
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      }
      yield* saying(`You said: ${lastUserText(request)}`);
    }),
  });
  clinic = await desk.tenant('clinic');
  const nurse = { email: 'nurse@example.com', name: 'Nurse Joy', password: 'a long enough password' };
  const { personId } = await desk.app.services.people.add({ ...nurse, isPlatformAdmin: false });
  await desk.app.services.members.add(grantTenantScope(clinic.tenantId, { kind: 'system' }), { personId, role: 'agent' });
  joy = (await desk.call('POST', '/auth/login', { body: { email: nurse.email, password: nurse.password } })).body.accessToken;
});
afterAll(() => desk.close());

let joy: string;
const bearer = ({ session }: Visitor) => ({ authorization: `Bearer ${session.token}` });

async function arrive(): Promise<{
  visitor: Visitor;
  events: EventReader;
  conversation: string;
  team: (path: string, body?: unknown, as?: string) => Promise<Answer>;
}> {
  const visitor = await desk.visitor(clinic.app.projectId);
  await visitor.connect();
  const events = await EventReader.open(`${desk.url}/api/v1/widget/events`, { headers: bearer(visitor) });
  const [row] = await desk.database.asSuperuser<{ id: string }>('select conversation_id as id from widget_sessions where id = $1', [
    visitor.session.sessionId,
  ]);
  const conversation = row?.id ?? '';
  const team = (path: string, body?: unknown, as = joy) =>
    desk.call('POST', path.replace(':id', conversation), { as, body, headers: { 'x-tenant-id': clinic.tenantId } });
  return { visitor, events, conversation, team };
}

const durable = (events: EventReader) => events.frames.flatMap((frame) => ('seq' in frame && frame.type !== 'message_ack' ? [frame] : []));

describe('a person of the team', () => {
  test('takes over while the agent is writing, answers, and hands back: visitors see it on every wire', async () => {
    const { visitor, events, conversation, team } = await arrive();
    await visitor.say('Slowly', 'a');
    await asked.promise;
    expect(await team('/conversations/:id/takeover')).toMatchObject({ status: 200, body: { holder: 'person', status: 'open' } });
    const reply = await team('/messages', { conversationId: conversation, content: 'Joy here.' });
    expect(reply).toMatchObject({ status: 201, body: { role: 'agent', authorName: 'Nurse Joy', seq: 3 } });
    const held = await desk.call('POST', '/widget/message', { headers: bearer(visitor), body: { content: 'Thanks' } });
    expect(held).toMatchObject({ status: 202, body: { ack: { seq: 4 }, messages: [] } });
    expect(await team('/conversations/:id/handoff', { to: 'agent' })).toMatchObject({ status: 200, body: { holder: 'agent' } });

    const shown = [
      { type: 'status', seq: 2, createdAt: expect.any(String), status: 'agent_joined', author: { name: 'Nurse Joy' } },
      {
        type: 'message',
        seq: 3,
        createdAt: reply.body.createdAt,
        role: 'agent',
        content: 'Joy here.',
        messageId: reply.body.id,
        author: { name: 'Nurse Joy' },
      },
      { type: 'status', seq: 5, createdAt: expect.any(String), status: 'agent_left', author: { name: 'Nurse Joy' } },
    ];
    await events.frame((frame) => frame.type === 'status' && frame.status === 'agent_left');
    await visitor.frame((frame) => frame.type === 'status' && frame.status === 'agent_left');
    for (const frame of shown) {
      expect(events.frames).toContainEqual(frame);
      expect(visitor.frames).toContainEqual(frame);
    }
    expect(visitor.frames.some((frame) => frame.type === 'message_reset')).toBe(true);
    expect(durable(events).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    await visitor.answer((await visitor.say('And now?', 'b')).seq);
    expect([...visitor.problems, ...events.problems]).toEqual([]);
    events.leave();
    visitor.close();
  });

  test('has taken a conversation over by answering, and another one relieves them', async () => {
    const { visitor, events, conversation, team } = await arrive();
    await team('/messages', { conversationId: conversation, content: 'Hello' });
    await team('/messages', { conversationId: conversation, content: 'Hello again' });
    await team('/conversations/:id/takeover', undefined, desk.admin);
    await events.frame((frame) => frame.type === 'status' && 'author' in frame && frame.author?.name === 'Administrator');
    expect(durable(events).map((frame) => (frame.type === 'status' ? `${frame.status} ${frame.author?.name}` : frame.type))).toEqual([
      'agent_joined Nurse Joy',
      'message',
      'message',
      'agent_left Nurse Joy',
      'agent_joined Administrator',
    ]);
    events.leave();
    visitor.close();
  });

  test('is seen typing and reading', async () => {
    const { visitor, events, team } = await arrive();
    const { seq } = await visitor.say('Hello', 'a');
    await visitor.answer(seq);
    expect((await team('/conversations/:id/typing', { state: true })).status).toBe(204);
    expect((await team('/conversations/:id/read', { seq: 2 })).status).toBe(204);
    expect((await team('/conversations/:id/read', { seq: 1 })).status).toBe(204);
    for (const wire of [visitor, events]) {
      expect(await wire.frame((frame) => frame.type === 'typing' && frame.role === 'agent')).toMatchObject({ state: true });
      expect(await wire.frame((frame) => frame.type === 'read')).toMatchObject({ type: 'read', seq: 3, upToSeq: 2, role: 'agent' });
    }
    expect(await team('/conversations/:id/read', { seq: 9 })).toMatchObject({ status: 400, body: { errors: [{ path: 'seq' }] } });
    events.leave();
    visitor.close();
  });

  test('ends a conversation: sessions end, and nobody answers in it any more', async () => {
    const { visitor, events, conversation, team } = await arrive();
    await visitor.answer((await visitor.say('Hello', 'a')).seq);
    expect(await team('/conversations/:id/resolve')).toMatchObject({ status: 200, body: { status: 'resolved' } });
    await events.ended;
    expect(events.frames.at(-1)).toMatchObject({ type: 'status', seq: 3, status: 'session_ended' });
    await visitor.frame((frame) => frame.type === 'status' && frame.status === 'session_ended');
    visitor.send({ type: 'user_message', content: 'Wait', clientMessageId: 'w' });
    expect(await visitor.frame((frame) => frame.type === 'error')).toMatchObject({ code: 'SESSION_ENDED' });
    expect((await team('/conversations/:id/resolve')).status).toBe(200);
    expect(durable(events)).toHaveLength(3);
    for (const [path, body] of [
      ['/messages', { conversationId: conversation, content: 'Late' }],
      ['/conversations/:id/takeover', undefined],
    ] as const) {
      expect(await team(path, body)).toMatchObject({ status: 409, body: { code: 'CONVERSATION_ENDED' } });
    }
    visitor.close();
  });
});
