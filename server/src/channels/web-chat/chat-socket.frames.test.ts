import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { lastUserText, saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import { Visitor } from '#test/visitor.ts';
import { TRANSPORTS, type TransportName } from '#test/visitor-socket.ts';

let desk: TestApp;

beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels((request) => saying(`You said: ${lastUserText(request)}`)) });
});
afterAll(() => desk.close());

/** Two tabs of one session; the second speaks plain WebSocket, whatever the first speaks. */
async function twoTabs(transport: TransportName): Promise<[Visitor, Visitor]> {
  const one = await desk.visitor('demo', {}, transport);
  const two = new Visitor(one.session);
  await one.connect();
  await two.connect();
  return [one, two];
}

/** All that was sent to it before has come. */
async function settled(visitor: Visitor): Promise<void> {
  const from = visitor.frames.length;
  visitor.send({ type: 'ping' });
  expect(await visitor.frame(({ type }) => type === 'pong', from)).toEqual({ type: 'pong' });
}

const ofType = (visitor: Visitor, type: ServerFrame['type']) => visitor.frames.filter((frame) => frame.type === type);

describe.each(TRANSPORTS)('frames, %s', (transport) => {
  describe('typing', () => {
    test('is shown for the assistant while it writes, and ended when it has written', async () => {
      const [visitor, other] = await twoTabs(transport);
      await visitor.answer((await visitor.say('Hello', 'm')).seq);
      for (const tab of [visitor, other]) {
        await tab.frame((frame) => frame.type === 'typing' && !frame.state);
        expect(ofType(tab, 'typing')).toEqual([
          { type: 'typing', state: true, role: 'assistant' },
          { type: 'typing', state: false, role: 'assistant' },
        ]);
      }
    });

    test('of the visitor is for the other side, not for their own tabs', async () => {
      const [visitor, other] = await twoTabs(transport);
      const heard: unknown[] = [];
      const { conversationId } = await sessionOf(visitor);
      const stop = desk.app.foundation.live.subscribe(conversationId, (signal) => heard.push(signal));
      await stop.ready;
      visitor.send({ type: 'typing', state: true });
      await settled(visitor);
      await settled(other);
      stop();
      expect(heard).toMatchObject([{ kind: 'ephemeral', frame: { type: 'typing', state: true, role: 'user' } }]);
      expect([...ofType(visitor, 'typing'), ...ofType(other, 'typing')]).toEqual([]);
    });
  });

  describe('reading', () => {
    test('is durable: every tab sees how far, and it comes back on resume; going back says nothing', async () => {
      const [visitor, other] = await twoTabs(transport);
      const { seq } = await visitor.answer((await visitor.say('Hello', 'm')).seq);
      visitor.send({ type: 'read', seq });
      const read = { type: 'read', seq: seq + 1, createdAt: expect.any(String), upToSeq: seq, role: 'user' };
      for (const tab of [visitor, other]) expect(await tab.frame(({ type }) => type === 'read')).toEqual(read);
      visitor.send({ type: 'read', seq: 1 });
      visitor.send({ type: 'read', seq });
      await settled(visitor);

      const later = new Visitor(visitor.session);
      await later.connect();
      later.send({ type: 'resume', afterSeq: seq });
      expect(await later.frame(({ type }) => type === 'ready')).toEqual({ type: 'ready', lastSeq: seq + 1 });
      expect(ofType(later, 'read')).toEqual([read]);
    });
  });

  describe('hand-over', () => {
    test('tells every tab that a person was asked for, and what happens to their messages; on resume too', async () => {
      const [visitor, other] = await twoTabs(transport);
      const { conversationId, tenantId } = await sessionOf(visitor);
      await desk.app.services.handOver.handOver(grantTenantScope(tenantId, { kind: 'person' }), conversationId);
      for (const tab of [visitor, other]) {
        expect(await tab.frame(({ type }) => type === 'status')).toMatchObject({ type: 'status', seq: 1, status: 'handoff_requested' });
        expect(await tab.frame(({ type }) => type === 'message')).toMatchObject({ role: 'system', seq: 2 });
      }
      const { seq } = await visitor.say('Is anybody there?', 'm');
      await desk.app.services.turns.idle();
      await settled(visitor);
      expect(seq).toBe(3);
      expect(ofType(visitor, 'token')).toEqual([]);

      visitor.cut();
      await visitor.connect();
      visitor.send({ type: 'resume', afterSeq: 0 });
      await visitor.frame(({ type }) => type === 'ready');
      expect(visitor.frames.filter((frame) => 'seq' in frame).map((frame) => frame.type)).toEqual(['status', 'message', 'message']);
    });
  });

  describe('satisfaction', () => {
    test('is kept with the session, and the last one counts', async () => {
      const [visitor] = await twoTabs(transport);
      visitor.send({ type: 'satisfaction', rating: 2 });
      visitor.send({ type: 'satisfaction', rating: 4, comment: 'Quick 👍' });
      await settled(visitor);
      const rows = await desk.database.asSuperuser(
        'select satisfaction_rating as rating, satisfaction_comment as comment from widget_sessions where id = $1',
        [visitor.session.sessionId],
      );
      expect(rows).toEqual([{ rating: 4, comment: 'Quick 👍' }]);
    });
  });

  describe('the end', () => {
    test('ends every tab’s session at once, and withdraws nothing that was said', async () => {
      const [visitor, other] = await twoTabs(transport);
      await visitor.answer((await visitor.say('Hello', 'm')).seq);
      other.send({ type: 'end_session' });
      for (const tab of [visitor, other]) {
        expect(await tab.frame(({ type }) => type === 'status')).toMatchObject({ type: 'status', seq: 3, status: 'session_ended' });
      }
      visitor.send({ type: 'user_message', content: 'Wait', clientMessageId: 'late' });
      expect(await visitor.frame(({ type }) => type === 'error')).toMatchObject({ code: 'SESSION_ENDED', clientMessageId: 'late' });
      expect(await new Visitor(visitor.session).connect()).toMatchObject({ type: 'session_ack', status: 'ended', lastSeq: 3 });
    });
  });
});

async function sessionOf(visitor: Visitor): Promise<{ conversationId: string; tenantId: string }> {
  const [row] = await desk.database.asSuperuser<{ conversationId: string; tenantId: string }>(
    'select conversation_id as "conversationId", tenant_id as "tenantId" from widget_sessions where id = $1',
    [visitor.session.sessionId],
  );
  if (!row) throw new Error('There is no such session.');
  return row;
}
