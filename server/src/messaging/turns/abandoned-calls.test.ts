import { expect, onTestFinished, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import type { EventDraft } from '#platform/db/unit-of-work.ts';
import { newId } from '#platform/ids.ts';
import type { JobDefinition } from '#platform/jobs/define-job.ts';
import { enqueueJob } from '#platform/jobs/enqueue.ts';
import { drainJobs } from '#platform/jobs/jobs.testing.ts';
import { createTestDatabase, scopeOfNewTenant } from '#test/test-database.ts';
import { insertConversation } from '../conversations/conversations.repository.ts';
import { leaveCallsBehind, settleAbandonedCalls } from './abandoned-calls.ts';
import { finishCall, insertStep, listToolCalls, markCallStarted } from './turn-steps.repository.ts';
import { endActiveTurn, insertTurn, LEASE_SECONDS } from './turns.repository.ts';

/** A turn that was superseded with one call on its way and one that had not gone out. */
async function arrange() {
  const database = await createTestDatabase();
  onTestFinished(() => database.close());
  const events: EventDraft[] = [];
  const unitOfWork = database.unitOfWork({ enqueue: enqueueJob, recordEvents: async (_db, _scope, drafts) => void events.push(...drafts) });
  const clock = createFakeClock();
  const scope = scopeOfNewTenant();
  const turnId = newId();
  const step = { turnId, step: 0, text: '', finishReason: 'tool-calls', modelId: 'm', inputTokens: null, outputTokens: null };
  const conversationId = await unitOfWork.write(scope, async (tx) => {
    const conversation = await insertConversation(tx, { contactId: newId(), channel: 'web-chat', agentId: newId(), language: 'en' });
    await insertTurn(tx, { id: turnId, conversationId: conversation.id, fromSeq: 1, toSeq: 1, owner: newId() });
    const calls = ['send_letter', 'add_contact'].map((name, ordinal) => ({ ordinal, name, argumentsText: '{}' }));
    await insertStep(tx, conversation.id, { ...step, calls });
    await markCallStarted(tx, { turnId, step: 0, ordinal: 0 });
    return conversation.id;
  });
  await unitOfWork.write(scope, async (tx) => {
    const turn = await endActiveTurn(tx, conversationId, { status: 'superseded', supersededBy: newId() });
    if (turn) await leaveCallsBehind(tx, clock, turn);
  });
  const drain = () => drainJobs({ database: database.database, jobs: [settleAbandonedCalls({ unitOfWork }) as JobDefinition], clock });
  const states = async () => (await unitOfWork.read(scope, (tx) => listToolCalls(tx, conversationId))).map(({ state }) => state);
  return { unitOfWork, scope, clock, turnId, events, drain, states };
}

test('a call whose process died after its turn was superseded ends as unknown, for staff to see', async () => {
  const { clock, turnId, events, drain, states } = await arrange();
  expect(await drain()).toEqual([]);
  expect(await states()).toEqual(['started', 'not-run']);

  await clock.advance(LEASE_SECONDS * 1000);
  await drain();

  expect(await states()).toEqual(['outcome_unknown', 'not-run']);
  expect(events).toMatchObject([{ type: 'tool-call.outcome-unknown', subject: { turnId }, data: { tool: 'send_letter' } }]);
});

test('a call that its process still finished keeps its outcome', async () => {
  const { unitOfWork, scope, clock, turnId, events, drain, states } = await arrange();
  await unitOfWork.write(scope, (tx) => finishCall(tx, { turnId, step: 0, ordinal: 0 }, { state: 'succeeded', result: 'Sent.' }));
  await clock.advance(LEASE_SECONDS * 1000);
  expect(await drain()).toEqual(['abandoned-calls.settle']);

  expect(await states()).toEqual(['succeeded', 'not-run']);
  expect(events).toEqual([]);
});
