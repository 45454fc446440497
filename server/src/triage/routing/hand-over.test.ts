import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertConversation, updateConversation } from '#messaging/conversations/conversations.repository.ts';
import { createLiveConversations, type LiveSignal } from '#messaging/live-conversation.ts';
import { readDurableFrames } from '#messaging/messages/durable-frames.ts';
import { parseArguments } from '#messaging/tool-arguments.ts';
import { insertTurnAttempt, listVoidMessageIds } from '#messaging/turns/turn-attempts.repository.ts';
import { insertStep, listToolCalls } from '#messaging/turns/turn-steps.repository.ts';
import { findActiveTurn, insertTurn, listTurns } from '#messaging/turns/turns.repository.ts';
import { createFakeClock } from '#platform/clock.testing.ts';
import type { EventDraft } from '#platform/db/unit-of-work.ts';
import { newId } from '#platform/ids.ts';
import { createInProcessHub } from '#platform/realtime/in-process-hub.ts';
import { silentLogger } from '#platform/telemetry/logger.ts';
import { createTestDatabase, scopeOfNewTenant, type TestDatabase } from '#test/test-database.ts';
import { createTransferTool } from './hand-over.tools.ts';
import { createHandOver } from './hand-over.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function arrange(language = 'en') {
  const scope = scopeOfNewTenant();
  const events: EventDraft[] = [];
  const unitOfWork = database.unitOfWork({ recordEvents: async (_db, _scope, drafts) => void events.push(...drafts) });
  const live = createLiveConversations(createInProcessHub({ logger: silentLogger }));
  const clock = createFakeClock();
  const escalationId = newId();
  const tool = createTransferTool({ live, clock, callForPerson: async () => escalationId });
  const contactId = newId();
  const { id: conversationId } = await unitOfWork.write(scope, (tx) =>
    insertConversation(tx, { contactId, channel: 'web-chat', agentId: newId(), language }),
  );
  const signals: LiveSignal[] = [];
  await live.subscribe(conversationId, (signal) => void signals.push(signal)).ready;
  const turnId = newId();
  const context = { tenantId: scope.tenantId, conversationId, contactId, turnId, agentId: newId(), language };
  return {
    scope,
    unitOfWork,
    escalationId,
    events,
    signals,
    conversationId,
    contactId,
    turnId,
    handOver: createHandOver({ unitOfWork, live, clock }),
    transfer: (args: { reason?: string } = {}) => unitOfWork.write(scope, (tx) => tool.run(tx, args, context)),
    frames: () => unitOfWork.read(scope, (tx) => readDurableFrames(tx, conversationId, 0, 100)),
    tool,
  };
}

describe('handing over to a person', () => {
  test.each([
    ['en', /Nobody of the team is connected at the moment/],
    ['es-MX', /no hay nadie del equipo conectado/],
  ])('tells the visitor plainly, in their language (%s), and the model what was told', async (language, plainly) => {
    const { transfer, frames, signals, events, conversationId, contactId, turnId, escalationId, handOver, scope } = await arrange(language);
    const result = await transfer({ reason: 'A secret illness' });

    expect(await frames()).toMatchObject([
      { type: 'status', seq: 1, status: 'handoff_requested' },
      { type: 'message', seq: 2, role: 'system', content: expect.stringMatching(plainly) },
    ]);
    expect(signals).toMatchObject([
      { kind: 'durable', seq: 1 },
      { kind: 'durable', seq: 2 },
    ]);
    expect(result).toMatchObject({
      ok: true,
      content: expect.stringMatching(plainly),
      effects: [{ type: 'handed-over', reason: 'A secret illness' }],
    });
    expect(events).toContainEqual({ type: 'handoff.requested', subject: { conversationId, contactId, turnId, escalationId } });
    expect(JSON.stringify(events)).not.toContain('secret');
    expect(await handOver.handOver(scope, conversationId)).toMatchObject({ holder: 'nobody', status: 'open', handedOverByTurnId: turnId });
  });

  test('twice is once', async () => {
    const { transfer, frames, events } = await arrange();
    await transfer();
    const before = [await frames(), [...events]];
    expect(await transfer({ reason: 'again' })).toMatchObject({ ok: true });
    expect([await frames(), [...events]]).toEqual(before);
  });

  test('takes a reason of at most 500 characters, or none', async () => {
    const { tool } = await arrange();
    expect(parseArguments(tool, '')).toMatchObject({ ok: true });
    expect(parseArguments(tool, JSON.stringify({ reason: 'x'.repeat(500) }))).toMatchObject({ ok: true });
    expect(parseArguments(tool, JSON.stringify({ reason: 'x'.repeat(501) }))).toMatchObject({ ok: false });
  });

  test('by staff ends what the agent is just writing, and nothing of it stays', async () => {
    const { handOver, scope, unitOfWork, conversationId, frames, signals, turnId } = await arrange();
    const messageId = newId();
    await unitOfWork.write(scope, async (tx) => {
      await insertTurn(tx, { id: turnId, conversationId, fromSeq: 1, toSeq: 1, owner: newId() });
      await insertTurnAttempt(tx, { turnId, conversationId, epoch: 1, messageId, owner: newId() });
      const step = { turnId, step: 0, text: '', finishReason: 'tool-calls', modelId: 'm', inputTokens: null, outputTokens: null };
      await insertStep(tx, conversationId, { ...step, calls: [{ ordinal: 0, name: 'create_ticket', argumentsText: '{}' }] });
    });

    expect(await handOver.handOver(scope, conversationId)).toMatchObject({ holder: 'nobody', status: 'open', handedOverByTurnId: null });
    const left = await unitOfWork.read(scope, async (tx) => ({
      active: await findActiveTurn(tx, conversationId),
      turns: await listTurns(tx, conversationId),
      calls: await listToolCalls(tx, conversationId),
      voided: await listVoidMessageIds(tx, conversationId, 0),
    }));
    expect(left).toMatchObject({ active: undefined, turns: [{ status: 'cancelled' }], calls: [{ state: 'not-run' }], voided: [messageId] });
    expect(signals).toContainEqual({ kind: 'turn-ended', turnId });
    expect(signals).toContainEqual({ kind: 'ephemeral', frame: { type: 'message_reset', messageId } });
    expect(await frames()).toMatchObject([
      { status: 'handoff_requested' },
      { role: 'system', content: expect.stringMatching(/passed on to the team/) },
    ]);
  });

  test('and back lets the agent answer again; a person who had it leaves', async () => {
    const { handOver, transfer, scope, conversationId, frames, unitOfWork, events } = await arrange();
    await transfer();
    expect(await handOver.handBack(scope, conversationId)).toMatchObject({ holder: 'agent', status: 'pending', handedOverByTurnId: null });
    expect(await frames()).toHaveLength(2);
    await handOver.handBack(scope, conversationId);
    expect(events.filter(({ type }) => type === 'handoff.returned')).toHaveLength(1);

    await unitOfWork.write(scope, (tx) => updateConversation(tx, conversationId, { holder: 'person', status: 'open' }));
    await handOver.handBack(scope, conversationId);
    expect((await frames()).at(-1)).toMatchObject({ type: 'status', status: 'agent_left' });
  });

  test('of a conversation that is not there, or not ours, is refused', async () => {
    const { handOver, conversationId } = await arrange();
    const stranger = scopeOfNewTenant();
    await expect(handOver.handOver(stranger, conversationId)).rejects.toMatchObject({ code: 'CONVERSATION_NOT_FOUND' });
    await expect(handOver.handBack(stranger, conversationId)).rejects.toMatchObject({ code: 'CONVERSATION_NOT_FOUND' });
  });
});
