import { expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { grantTenantScope } from '#platform/db/tenant-scope.ts';
import { newId } from '#platform/ids.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import type { ChatStream, ChatStreamOptions, ChatStreams } from './chat-streams.ts';
import { createEventTransport } from './event-transport.ts';
import { createMessageExchange } from './message-exchange.ts';
import type { MessageOutcome } from './message-outcome.ts';
import { createSeqGate } from './seq-gate.ts';
import type { VisitorSession } from './visitor-session.ts';

const createdAt = '2026-01-01T00:00:00.000Z';

const session: VisitorSession = {
  id: newId(),
  conversationId: newId(),
  appId: newId(),
  tenantId: newId(),
  contactId: newId(),
  projectId: 'clinic',
  locale: 'en',
  status: 'ACTIVE',
  scope: grantTenantScope(newId(), { kind: 'system' }),
};

/** An exchange whose message is stored at once, with the outcome that the test sets. */
function arrange() {
  const clock = createFakeClock();
  const world = {
    outcome: { kind: 'pending' } as MessageOutcome,
    closed: 0,
    /** Before the acknowledgement. */
    shownFirst: [] as Parameters<ChatStreamOptions['watch']>[0][],
    show: (_frame: Parameters<ChatStreamOptions['watch']>[0]) => {},
  };
  const open = async (_session: VisitorSession, { watch }: ChatStreamOptions): Promise<ChatStream> => {
    const transport = createEventTransport();
    world.show = (frame) => watch(frame, stream);
    const stream: ChatStream = {
      transport,
      gate: createSeqGate(),
      connection: {
        open: async () => {},
        receive: async () => {
          for (const frame of world.shownFirst) world.show(frame);
          world.show({ type: 'message_ack', messageId: newId(), seq: 1 });
        },
        catchUp: () => {},
        close: () => {},
      },
      close: () => {
        world.closed += 1;
        transport.close({ code: 1000, reason: '', mayReturn: true });
      },
    };
    return stream;
  };
  const exchange = createMessageExchange({
    streams: { open } as Partial<ChatStreams> as ChatStreams,
    record: { outcome: async () => world.outcome },
    clock,
    logger: silentLogger,
  });
  const wait = (signal = new AbortController().signal) => exchange.wait(session, { content: 'Hello' }, { address: 'here', signal });
  return { clock, world, wait };
}

test('nobody waits longer than a minute', async () => {
  const { clock, world, wait } = arrange();
  const waiting = wait();
  await clock.advance(59_000);
  expect(world.closed).toBe(0);
  await clock.advance(2_000);
  expect(await waiting).toMatchObject({ isAnswered: false, ack: { seq: 1 }, messages: [] });
  expect([world.closed, clock.pendingTimers()]).toEqual([1, 0]);
});

test('the emergency text of a message stands before the answer to it', async () => {
  const { world, wait } = arrange();
  const emergency = { type: 'emergency' as const, text: 'Call now.', contacts: [{ label: 'Emergency', phone: '112' }] };
  const answer = { type: 'message' as const, messageId: newId(), role: 'assistant' as const, content: 'Please call.', seq: 2, createdAt };
  world.shownFirst = [emergency];
  world.outcome = { kind: 'answered', messages: [answer] };
  expect(await wait()).toMatchObject({ isAnswered: true, messages: [emergency, answer] });
});

test('an emergency that is found while the answer is written stands before it too', async () => {
  const { clock, world, wait } = arrange();
  const waiting = wait();
  await clock.advance(1_000);
  const emergency = { type: 'emergency' as const, text: 'Call now.', contacts: [{ label: 'Emergency', phone: '112' }] };
  world.show(emergency);
  world.outcome = { kind: 'with-team', status: undefined };
  world.show({ type: 'status', status: 'handoff_requested', seq: 2, createdAt });
  expect(await waiting).toMatchObject({ isAnswered: false, messages: [emergency] });
});

test('a sign of an answer is looked into, and the record decides', async () => {
  const { clock, world, wait } = arrange();
  const waiting = wait();
  await clock.advance(1_000);
  world.show({ type: 'error', code: 'PROVIDER_ERROR', message: 'Later.' });
  await clock.advance(1_000);
  expect(world.closed).toBe(0);
  const answer = { type: 'message' as const, messageId: newId(), role: 'assistant' as const, content: 'Hi.', seq: 2, createdAt };
  world.outcome = { kind: 'answered', messages: [answer] };
  world.show(answer);
  expect(await waiting).toMatchObject({ isAnswered: true, messages: [answer] });
  expect(clock.pendingTimers()).toBe(0);
});

test('whoever goes away leaves nothing that waits', async () => {
  const { clock, world, wait } = arrange();
  const gone = new AbortController();
  const waiting = wait(gone.signal);
  await clock.advance(1_000);
  gone.abort();
  await waiting;
  expect([world.closed, clock.pendingTimers()]).toEqual([1, 0]);
});
