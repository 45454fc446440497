import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMessageByExternalId } from '#messaging/messages/messages.repository.ts';
import { grantTenantScope, type TenantScope } from '#platform/db/tenant-scope.ts';
import { conflict } from '#platform/errors.ts';
import { newId } from '#platform/ids.ts';
import { saying, scriptedModels } from '#test/scripted-models.ts';
import { startTestApp, type TestApp } from '#test/test-app.ts';
import type { InboundMessage, MessageReceiver, ReceiveOptions } from './receive-message.ts';

let desk: TestApp;
let messages: MessageReceiver;

beforeAll(async () => {
  desk = await startTestApp({ models: scriptedModels(() => saying('Hello.')) });
  messages = desk.app.services.messages;
});
afterAll(() => desk.close());

interface World {
  scope: TenantScope;
  conversationId: string;
  receive(inbound?: Partial<InboundMessage>, options?: Partial<ReceiveOptions>): ReturnType<MessageReceiver['receive']>;
  stored(): Promise<{ seq: number; content: string }[]>;
  turns(): Promise<{ status: string; from_seq: number; to_seq: number }[]>;
}

async function conversation(): Promise<World> {
  const { session } = await desk.visitor();
  const { asSuperuser } = desk.database;
  const [row] = await asSuperuser<{ conversation_id: string; tenant_id: string }>(
    'select conversation_id, tenant_id from widget_sessions where id = $1',
    [session.sessionId],
  );
  const conversationId = row?.conversation_id ?? '';
  const scope = grantTenantScope(row?.tenant_id ?? '', { kind: 'visitor' });
  return {
    scope,
    conversationId,
    receive: (inbound, options) =>
      messages.receive(
        scope,
        { conversationId, content: 'Hello', externalSource: conversationId, ...inbound },
        // Nobody claims these turns within the test: they are taken by whoever asks for them.
        { answerHere: true, ...options },
      ),
    stored: () => asSuperuser('select seq, content from messages where conversation_id = $1 order by seq', [conversationId]),
    turns: () => asSuperuser('select status, from_seq, to_seq from turns where conversation_id = $1 order by to_seq', [conversationId]),
  };
}

describe('a message that comes in', () => {
  test('is stored, and the duty to answer it is written down with it', async () => {
    const { receive, stored, turns } = await conversation();
    const received = await receive({ content: '¿Abren los domingos?' });
    expect(received).toMatchObject({ seq: 1, duplicate: false, claim: { epoch: 1, fromSeq: 1, toSeq: 1, failures: 0 } });
    expect(await stored()).toEqual([{ seq: 1, content: '¿Abren los domingos?' }]);
    expect(await turns()).toEqual([{ status: 'running', from_seq: 1, to_seq: 1 }]);
  });

  test('waits for any process when this one does not hold the visitor', async () => {
    const { receive, turns } = await conversation();
    expect(await receive({}, { answerHere: false })).not.toHaveProperty('claim');
    expect(['waiting', 'running', 'done']).toContain((await turns())[0]?.status);
  });

  test('keeps the id that its sender has chosen for it', async () => {
    const { receive } = await conversation();
    const messageId = newId();
    expect(await receive({ messageId })).toMatchObject({ messageId });
  });

  test('is the same one under the same id, at once or later, and is stored and answered once', async () => {
    const { scope, conversationId, receive, stored, turns } = await conversation();
    const received = await Promise.all(Array.from({ length: 8 }, () => receive({ externalId: 'm1' })));
    received.push(await receive({ externalId: 'm1', content: 'something else' }));

    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(1);
    expect(received.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(received.filter(({ claim }) => claim !== undefined)).toHaveLength(1);
    expect(await stored()).toEqual([{ seq: 1, content: 'Hello' }]);
    expect(await turns()).toHaveLength(1);
    const found = await desk.app.foundation.unitOfWork.read(scope, (tx) => findMessageByExternalId(tx, conversationId, 'm1'));
    expect(found?.id).toBe(received[0]?.messageId);
  });

  test('under an id that another conversation has used is another one', async () => {
    const [one, two] = [await conversation(), await conversation()];
    await one.receive({ externalId: 'm1' });
    expect(await two.receive({ externalId: 'm1' })).toMatchObject({ duplicate: false });
  });

  test('that is refused leaves no trace', async () => {
    const { receive, stored, turns } = await conversation();
    const guard = async () => {
      throw conflict('SESSION_ENDED', 'It has ended.');
    };
    await expect(receive({}, { guard })).rejects.toMatchObject({ code: 'SESSION_ENDED' });
    expect([await stored(), await turns()]).toEqual([[], []]);
    expect(await receive()).toMatchObject({ seq: 1 });
  });

  test('for a conversation that does not exist, or is another tenant’s, is refused', async () => {
    const { receive, conversationId } = await conversation();
    await expect(receive({ conversationId: newId() })).rejects.toMatchObject({ code: 'CONVERSATION_NOT_FOUND' });
    const { tenantId } = await desk.tenant('stranger');
    const stranger = messages.receive(
      grantTenantScope(tenantId, { kind: 'visitor' }),
      { conversationId, content: 'Hello', externalSource: conversationId },
      { answerHere: true },
    );
    await expect(stranger).rejects.toMatchObject({ code: 'CONVERSATION_NOT_FOUND' });
  });
});

describe('messages that come during a turn', () => {
  test('supersede it: the last turn covers all that is unanswered', async () => {
    const { receive, turns } = await conversation();
    for (const content of ['one', 'two', 'three']) await receive({ content });
    expect(await turns()).toEqual([
      { status: 'superseded', from_seq: 1, to_seq: 1 },
      { status: 'superseded', from_seq: 1, to_seq: 2 },
      { status: 'running', from_seq: 1, to_seq: 3 },
    ]);
  });

  test('all at the same moment get numbers without a gap, and one turn is left', async () => {
    const { receive, stored, turns } = await conversation();
    const received = await Promise.all(Array.from({ length: 12 }, (_, index) => receive({ content: `message ${index}` })));
    expect(received.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect((await stored()).map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect((await turns()).filter(({ status }) => status !== 'superseded')).toEqual([{ status: 'running', from_seq: 1, to_seq: 12 }]);
  });
});

test.each(['person', 'nobody', 'workflow'])(
  'a message to a conversation that “%s” holds is kept, and no agent owes an answer',
  async (holder) => {
    const { conversationId, receive, stored, turns } = await conversation();
    await desk.database.asSuperuser('update conversations set holder = $2 where id = $1', [conversationId, holder]);
    expect(await receive()).not.toHaveProperty('claim');
    expect([await stored(), await turns()]).toEqual([[{ seq: 1, content: 'Hello' }], []]);
  },
);
