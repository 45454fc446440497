import { expect, test } from 'vitest';
import { createLiveConversations } from '#messaging/live-conversation.ts';
import { createFakeClock } from '#platform/clock.testing.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import type { EventStream, ServerSentEvent } from '#platform/http/event-stream.ts';
import { newId } from '#platform/ids.ts';
import { createInProcessHub } from '#platform/realtime/in-process-hub.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import type { ChatService } from './chat-service.ts';
import { createChatStreams } from './chat-streams.ts';
import { createConnectionRegistry } from './connection-registry.ts';
import type { VisitorSession } from './visitor-session.ts';

const conversationId = newId();
const session: VisitorSession = {
  id: newId(),
  conversationId,
  appId: newId(),
  tenantId: newId(),
  contactId: newId(),
  projectId: 'clinic',
  locale: 'en',
  status: 'ACTIVE',
  scope: grantTenantScope(newId(), { kind: 'system' }),
};

function arrange(state: ChatService['state']) {
  const clock = createFakeClock();
  const live = createLiveConversations(createInProcessHub({ logger: silentLogger }));
  const registry = createConnectionRegistry({ perSession: 1, perAddress: 1, perApp: 1 });
  const chat = {
    state,
    readFrames: async () => [],
    missed: async () => ({ voidMessageIds: [] }),
    answerInFlight: () => undefined,
    withLinks: (_session, frame) => frame,
  } as Partial<ChatService> as ChatService;
  const streams = createChatStreams({
    chat,
    live,
    limits: { take: async () => true },
    safety: {
      learn: async () => {},
      look: () => ({ redFlags: undefined, emergency: undefined }),
      emergencyOf: () => ({ type: 'emergency', text: 'Call.', contacts: [] }),
    },
    registry,
    clock,
    logger: silentLogger,
  });
  const open = () => streams.open(session, { address: 'here', watch: () => {} });
  return { clock, live, registry, streams, open };
}

/** A caller whose connection takes everything at once. */
function createListener() {
  const gone = new AbortController();
  const events: ServerSentEvent[] = [];
  const comments: string[] = [];
  const stream: EventStream = {
    signal: gone.signal,
    isOpen: () => !gone.signal.aborted,
    send: async (event) => void events.push(event),
    push: (event) => void events.push(event),
    position: () => {},
    comment: (text) => void comments.push(text),
    unsentBytes: () => 0,
    room: async () => {},
    cut: () => gone.abort(),
  };
  return { stream, events, comments, leave: () => gone.abort() };
}

test('a quiet stream says every fifteen seconds that it is still there, and nothing once it is over', async () => {
  const { clock, registry, streams, open } = arrange(async () => ({ lastSeq: 0, status: 'ACTIVE', isDegraded: false }));
  const listener = createListener();
  const shown = streams.show(await open(), async () => {})(listener.stream);
  await clock.advance(46_000);
  expect(listener.comments).toHaveLength(3);
  listener.leave();
  await shown;
  await clock.advance(60_000);
  expect(listener.comments).toHaveLength(3);
  expect([streams.count(), registry.count(), clock.pendingTimers()]).toEqual([0, 0, 0]);
});

test('a stream that cannot be opened holds no place', async () => {
  const { registry, streams, open } = arrange(async () => {
    throw new Error('The database is away.');
  });
  await expect(open()).rejects.toThrow('The database is away.');
  expect([streams.count(), registry.count()]).toEqual([0, 0]);
});

test('a second stream than a session may have is refused', async () => {
  const { open } = arrange(async () => ({ lastSeq: 0, status: 'ACTIVE', isDegraded: false }));
  const first = await open();
  await expect(open()).rejects.toMatchObject({ status: 429, code: 'TOO_MANY_CONNECTIONS' });
  first.close();
  first.close();
  await expect(open()).resolves.toBeDefined();
});
