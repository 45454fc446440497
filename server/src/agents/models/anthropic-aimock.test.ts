import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { createAnthropicModel } from './anthropic.ts';
import { collect, textOf } from './chat-model.contract.ts';
import type { ChatRequest } from './chat-model.ts';

const provider = new LLMock({ port: 0, host: '127.0.0.1' });
beforeAll(() => provider.start());
afterAll(() => provider.stop());
beforeEach(() => {
  provider.clearFixtures().clearRequests();
});

const ask = (content: string): ChatRequest => ({
  messages: [
    { role: 'system', content: 'Be kind.' },
    { role: 'user', content },
  ],
  tools: [],
  settings: { temperature: 0.7, maxTokens: 100 },
});
const model = () => createAnthropicModel({ apiKey: 'test', baseUrl: provider.url, model: 'claude-haiku-4-5', clock: createFakeClock() });

describe("against a server that speaks the vendor's protocol", () => {
  test('a text streams in pieces, accents and emoji whole', async () => {
    const content = '¡Hola! 👩‍⚕️ Abrimos a las ocho 😀😀 — mañana también.';
    provider.onMessage('hola', { content }, { chunkSize: 3 });
    const events = await collect(model(), ask('hola'));

    expect(textOf(events)).toBe(content);
    expect(events.length).toBeGreaterThan(5);
    expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'stop', usage: { outputTokens: expect.any(Number) } });
  });

  test('several tools are called at once, and their results go back', async () => {
    const calls = [
      { id: 'toolu_a', name: 'find_slot', arguments: '{"day":"monday","time":"after four"}' },
      { id: 'toolu_b', name: 'find_price', arguments: '{"service":"check-up"}' },
    ];
    provider.on({ userMessage: 'book', hasToolResult: false }, { toolCalls: calls }, { chunkSize: 4 });
    provider.on({ toolCallId: 'toolu_b' }, { content: 'Monday at five, 40 euros.' });

    const tools = calls.map(({ name }) => ({ name, description: name, parameters: { type: 'object' as const, properties: {} } }));
    const asked = { ...ask('Please book me in'), tools };
    const called = await collect(model(), asked);
    expect(called).toMatchObject([
      { type: 'tool-call', ordinal: 0, providerCallId: 'toolu_a', argumentsText: calls[0]?.arguments },
      { type: 'tool-call', ordinal: 1, providerCallId: 'toolu_b', argumentsText: calls[1]?.arguments },
      { type: 'finish', reason: 'tool-calls' },
    ]);

    const toolCalls = called.flatMap((event) => (event.type === 'tool-call' ? [event] : []));
    const results = toolCalls.map(({ providerCallId, name }) => ({
      role: 'tool' as const,
      toolCallId: providerCallId,
      name,
      content: 'yes',
    }));
    const messages = [...asked.messages, { role: 'assistant' as const, content: '', toolCalls }, ...results];
    expect(textOf(await collect(model(), { ...asked, messages }))).toBe('Monday at five, 40 euros.');
  });

  test('its faults are told apart', async () => {
    provider.onMessage('cut', { content: 'This answer is long enough to be cut.' }, { chunkSize: 4, truncateAfterChunks: 5, latency: 5 });
    provider.onMessage('busy', { error: { message: 'Slow down.', type: 'rate_limit_error' }, status: 429, retryAfter: 3 });
    provider.onMessage('down', { error: { message: 'Overloaded.', type: 'overloaded_error' }, status: 529 });

    await expect(collect(model(), ask('cut'))).rejects.toMatchObject({ kind: 'broken-stream' });
    await expect(collect(model(), ask('busy'))).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 3_000 });
    await expect(collect(model(), ask('down'))).rejects.toMatchObject({ kind: 'overloaded', retryable: true });
  });
});
