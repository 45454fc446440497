import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OutcomeUnknown } from '#messaging/tool.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import type { ChatMessage } from '../models/chat-model.ts';
import { addContact, createTurnWorld, remoteTool, scriptedModel, type TurnWorld } from './turn-world.testing.ts';

let database: TestDatabase;
let world: TurnWorld;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  world = await createTurnWorld(database);
});

const toolMessages = (messages: ChatMessage[] | undefined) => (messages ?? []).filter((message) => message.role === 'tool');

describe('a turn', () => {
  test('speaks, uses tools and speaks again: one text, whose parts fit together', async () => {
    const model = scriptedModel([
      ['Let me see.', { call: 'add_contact', args: { name: 'Ana' } }, { call: 'add_contact', args: { name: 'Luis' } }],
      ['Both are added.'],
    ]);
    const claim = await world.newTurn();
    const { answer, streamed, events } = await world.run(claim, { model });

    expect(answer).toMatchObject({ text: 'Let me see.\n\nBoth are added.', finishReason: 'stop', lastStep: { step: 1, calls: [] } });
    expect(streamed).toBe(answer?.text);
    expect(await world.contactNames()).toEqual(['Ana', 'Luis']);
    expect(events.filter(({ type }) => type !== 'text-delta').map(({ type }) => type)).toEqual([
      'tool-call',
      'tool-result',
      'tool-call',
      'tool-result',
      'answer',
    ]);
    expect(await world.steps(claim)).toMatchObject([
      { step: 0, text: 'Let me see.', inputTokens: 10, calls: [{ state: 'succeeded', result: 'Added Ana.' }, { state: 'succeeded' }] },
    ]);
  });

  test('shows the model its own calls with what they answered, in order', async () => {
    const model = scriptedModel([
      ['@', { call: 'add_contact', args: { name: 'Ana' } }, { call: 'add_contact', args: { name: 'Nobody' } }],
      ['Done.'],
    ]);
    await world.run(await world.newTurn(), { model });

    const [, asked, ...answers] = model.requests[1]?.messages ?? [];
    expect(asked).toMatchObject({
      role: 'assistant',
      content: 'a',
      toolCalls: [{ name: 'add_contact' }, { argumentsText: '{"name":"Nobody"}' }],
    });
    expect(answers).toMatchObject([
      { role: 'tool', content: 'Added Ana.', failed: false },
      { role: 'tool', content: 'Nobody cannot be added.', failed: true },
    ]);
    const ids = asked?.role === 'assistant' ? (asked.toolCalls ?? []).map(({ providerCallId }) => providerCallId) : [];
    expect(toolMessages(answers).map((message) => message.role === 'tool' && message.toolCallId)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });

  test.each([
    ['arguments that are not JSON', { call: 'add_contact', raw: '{"name": An' }, /not valid JSON/],
    ['arguments of the wrong shape', { call: 'add_contact', args: { name: 7 } }, /`name`/],
    ['a tool that there is not', { call: 'fly_away' }, /no tool called "fly_away"/],
  ])('tells the model about %s and goes on', async (_what, call, told) => {
    const model = scriptedModel([[call], [{ call: 'add_contact', args: { name: 'Ana' } }], ['Now it worked.']]);
    const { answer } = await world.run(await world.newTurn(), { model });

    expect(toolMessages(model.requests[1]?.messages)).toMatchObject([{ content: expect.stringMatching(told), failed: true }]);
    expect(answer?.text).toBe('Now it worked.');
    expect(await world.calls()).toMatchObject([{ state: 'refused' }, { state: 'succeeded' }]);
    expect(await world.contactNames()).toEqual(['Ana']);
  });

  test('runs a remote tool outside any transaction, with a key that names the call', async () => {
    const { tool, keys } = remoteTool();
    const claim = await world.newTurn();
    const { answer } = await world.run(claim, { model: scriptedModel([[{ call: 'send_letter' }], ['Sent.']]), tools: [tool] });

    expect(answer?.text).toBe('Sent.');
    expect(keys).toEqual([`${claim.turnId}-0-0`]);
    expect(await world.calls()).toMatchObject([{ state: 'succeeded', result: 'Sent.' }]);
  });

  test('tells the model what a remote tool refused', async () => {
    const { tool } = remoteTool(() => ({ ok: false, content: 'No stamps.' }));
    const model = scriptedModel([[{ call: 'send_letter' }], ['Sorry.']]);
    await world.run(await world.newTurn(), { model, tools: [tool] });

    expect(toolMessages(model.requests[1]?.messages)).toMatchObject([{ content: 'No stamps.', failed: true }]);
    expect(await world.calls()).toMatchObject([{ state: 'refused', result: 'No stamps.' }]);
  });

  test.each([
    ['says so', () => new OutcomeUnknown('send_letter')],
    ['breaks', () => new Error('socket hang up, secret address')],
  ])('does not know how a remote call ended that %s, and lets the team know', async (_what, error) => {
    const { tool } = remoteTool(() => Promise.reject(error()));
    const model = scriptedModel([[{ call: 'send_letter' }], ['The team will check.']]);
    const { answer, events } = await world.run(await world.newTurn(), { model, tools: [tool] });

    expect(answer?.text).toBe('The team will check.');
    expect(events).toContainEqual({ type: 'tool-result', step: 0, ordinal: 0, name: 'send_letter', outcome: 'outcome_unknown' });
    expect(await world.calls()).toMatchObject([{ state: 'outcome_unknown' }]);
    expect(world.events.map(({ type }) => type)).toEqual(['tool-call.outcome-unknown']);
    expect(JSON.stringify(model.requests[1])).not.toContain('secret address');
  });

  test('writes what it was told to the record of the successful ones only', async () => {
    const handOver = {
      ...addContact,
      run: async () => ({ ok: true as const, content: 'Yes.', effects: [{ type: 'handed-over' as const, reason: 'x' }] }),
    };
    await world.run(await world.newTurn(), {
      model: scriptedModel([[{ call: 'add_contact', args: { name: 'A' } }], ['Ok.']]),
      tools: [handOver],
    });
    expect(await world.calls()).toMatchObject([{ effects: [{ type: 'handed-over', reason: 'x' }] }]);
  });
});
