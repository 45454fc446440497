import type { ServerFrame } from '@foyer/contracts/chat-socket.ts';
import { expect, test } from 'vitest';
import { createLiveConversations } from '#messaging/live-conversation.ts';
import { systemClock } from '#platform/clock.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { newId } from '#platform/ids.ts';
import { createInProcessHub } from '#platform/realtime/in-process-hub.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { createChatConnection } from './chat-connection.ts';
import type { ChatService } from './chat-service.ts';

const [conversationId, messageId] = [newId(), newId()];

/** A connection to a conversation whose answer is being written, on a database that takes its time. */
function arrange({ voidMessageIds = [] }: { voidMessageIds?: string[] } = {}) {
  const live = createLiveConversations(createInProcessHub({ logger: silentLogger }));
  const sent: ServerFrame[] = [];
  const state = Promise.withResolvers<Awaited<ReturnType<ChatService['state']>>>();
  const refused = () => Promise.reject(new Error('Nobody asks for this here.'));
  const chat: ChatService = {
    state: () => state.promise,
    readFrames: async () => [],
    withLinks: (_session, frame) => frame,
    missed: async () => ({ voidMessageIds }),
    answerInFlight: () => ({ messageId, text: 'We open at ' }),
    answer: () => {},
    receive: refused,
    markRead: refused,
    confirmField: refused,
    rejectField: refused,
    rate: refused,
    end: refused,
  };
  const connection = createChatConnection({
    connectionId: newId(),
    session: {
      id: newId(),
      conversationId,
      appId: newId(),
      tenantId: newId(),
      contactId: newId(),
      projectId: 'clinic',
      locale: 'en',
      status: 'ACTIVE',
      scope: grantTenantScope(newId(), { kind: 'system' }),
    },
    wire: { send: (frame) => sent.push(frame), room: async () => {} },
    chat,
    live,
    limits: { take: async () => true },
    safety: noDangers,
    address: '192.0.2.1',
    clock: systemClock,
    logger: silentLogger,
  });
  const find = (inMessage: string) =>
    live.publish(conversationId, { kind: 'emergency', messageId: inMessage, language: 'es', categories: ['cardiac', 'self-harm'] });
  const write = (delta: string, offset: number) => live.publish(conversationId, { kind: 'token', messageId, delta, offset });
  return { connection, sent, find, write, stateIsRead: () => state.resolve({ lastSeq: 1, status: 'ACTIVE', isDegraded: false }) };
}

const noDangers = {
  learn: async () => {},
  look: () => ({ redFlags: undefined, emergency: undefined }),
  emergencyOf: (_scope: unknown, categories: readonly string[], language: string) => ({
    type: 'emergency' as const,
    text: `${language}: ${categories.join(' and ')}`,
    contacts: [],
  }),
};

test('whoever connects in the middle of an answer is let in first, and then gets it from its beginning', async () => {
  const { connection, sent, write, stateIsRead } = arrange();
  const opening = connection.open();
  await Promise.resolve();
  write('at ', 8);
  expect(sent).toEqual([]);

  stateIsRead();
  await opening;
  write('eight', 11);
  expect(sent.map(({ type }) => type)).toEqual(['session_ack', 'token']);
  expect(sent.at(-1)).toEqual({ type: 'token', messageId, delta: 'We open at ', offset: 0 });
  connection.close();
});

test('an emergency that is found later is shown once per message, however often it is signalled', async () => {
  const { connection, sent, find, stateIsRead } = arrange();
  stateIsRead();
  await connection.open();
  const [one, other] = [newId(), newId()];
  for (const inMessage of [one, one, other, one]) find(inMessage);
  const emergency = { type: 'emergency', text: 'es: cardiac and self-harm', contacts: [] };
  expect(sent.slice(1)).toEqual([emergency, emergency]);
  connection.close();
});

test('an emergency that is found while a connection opens waits until it was let in', async () => {
  const { connection, sent, find, stateIsRead } = arrange();
  const opening = connection.open();
  await Promise.resolve();
  find(newId());
  expect(sent).toEqual([]);
  stateIsRead();
  await opening;
  expect(sent.map(({ type }) => type)).toEqual(['session_ack', 'emergency']);
  connection.close();
});

test('what was missed on the way to another node waits until the connection was let in', async () => {
  const lost = newId();
  const { connection, sent, stateIsRead } = arrange({ voidMessageIds: [lost] });
  const opening = connection.open();
  connection.catchUp();
  await new Promise(setImmediate);
  expect(sent).toEqual([]);
  stateIsRead();
  await opening;
  await expect.poll(() => sent.map(({ type }) => type)).toEqual(['session_ack', 'message_reset']);
  connection.close();
});
