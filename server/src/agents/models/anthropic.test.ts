import { afterEach, describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { type AnthropicOptions, createAnthropicModel } from './anthropic.ts';
import {
  anthropicError,
  anthropicEvent,
  blockStop,
  messageEnd,
  messageStart,
  refuse,
  textDelta,
  textStart,
  toolUse,
  wholeMessage,
} from './anthropic-wire.testing.ts';
import { collect, question, textOf } from './chat-model.contract.ts';
import type { ModelAttachment, SpentTokens } from './chat-model.ts';
import { type Handler, startWireServer, streamOf, type WireServer } from './openai-wire.testing.ts';

const servers: WireServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const answered = streamOf(wholeMessage('Eight.'));

async function arrange(handler: Handler = answered, options: Partial<AnthropicOptions> = {}) {
  const server = await startWireServer(handler);
  servers.push(server);
  return { server, model: createAnthropicModel({ baseUrl: server.baseUrl, model: 'default-model', clock: createFakeClock(), ...options }) };
}

const call = { providerCallId: 'call_1', name: 'find slot!', argumentsText: 'not JSON' };
const photo: ModelAttachment = { kind: 'image', contentType: 'image/png', name: 'knee.png', data: new Uint8Array([1, 2, 3]) };
const letter: ModelAttachment = { kind: 'document', contentType: 'application/pdf', name: 'letter.pdf', data: new Uint8Array([4]) };

describe('what is asked', () => {
  test('a tool that has to be called is named, but not to a model that thinks first: the wire refuses that', async () => {
    const { model, server } = await arrange((response, body, request) => {
      if (body.model !== 'thinker' || body.thinking === undefined) return answered(response, body, request);
      refuse(response, 400, 'invalid_request_error', '"thinking.type.disabled" is not supported for this model.');
    });
    const tools = [{ name: 'note', description: 'Notes it.', parameters: { type: 'object' as const, properties: {} } }];
    await collect(model, { ...question, tools, toolChoice: { name: 'note' } });
    expect(server.bodies[0]).toMatchObject({ tool_choice: { type: 'tool', name: 'note' } });
    await collect(model, { ...question, tools, toolChoice: { name: 'note' }, settings: { model: 'thinker' } });
    expect(server.bodies.at(-1)).not.toHaveProperty('tool_choice');
  });

  test('instructions, turns that alternate, tools and settings go out as the Messages API has them', async () => {
    const { model, server } = await arrange();
    await collect(model, {
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Monday?' },
        { role: 'user', content: 'Or Tuesday?' },
        { role: 'assistant', content: '', toolCalls: [call, { ...call, providerCallId: 'call_2', argumentsText: '{"day":1}' }] },
        { role: 'tool', toolCallId: 'call_1', name: 'find slot!', content: 'Unknown tool.', failed: true },
        { role: 'tool', toolCallId: 'call_2', name: 'find slot!', content: '' },
      ],
      tools: [{ name: 'find_slot', description: 'Finds one.', parameters: { type: 'object', properties: {} } }],
      settings: { model: 'tiny', temperature: 1.5, maxTokens: 50 },
    });

    expect(server.bodies[0]).toEqual({
      model: 'tiny',
      stream: true,
      thinking: { type: 'disabled' },
      max_tokens: 50,
      system: 'Be kind.',
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Monday?' },
            { type: 'text', text: 'Or Tuesday?' },
          ],
        },
        {
          role: 'assistant',
          content: [
            { type: 'tool_use', id: 'call_1', name: 'find_slot_', input: {} },
            { type: 'tool_use', id: 'call_2', name: 'find_slot_', input: { day: 1 } },
          ],
        },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 'call_1', content: 'Unknown tool.', is_error: true },
            { type: 'tool_result', tool_use_id: 'call_2', content: '[no text]' },
          ],
        },
      ],
      tools: [{ name: 'find_slot', description: 'Finds one.', input_schema: { type: 'object', properties: {} } }],
    });
  });

  test('a conversation that begins or ends with the assistant is put into turns that the wire takes; empty texts are left out', async () => {
    const { model, server } = await arrange();
    const welcome = { role: 'assistant' as const, content: 'Welcome.' };
    await collect(model, { ...question, messages: [welcome, { role: 'user', content: ' ' }, { role: 'assistant', content: ' ' }] });
    expect(server.bodies[0]?.messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: '[Earlier messages are left out.]' }] },
      { role: 'assistant', content: [{ type: 'text', text: 'Welcome.' }] },
      { role: 'user', content: [{ type: 'text', text: '[no text]' }] },
    ]);
  });

  test('tools that were called and may not be called any more are declared, as the wire insists, and switched off', async () => {
    const { model, server } = await arrange();
    const messages = [
      ...question.messages,
      { role: 'assistant' as const, content: '', toolCalls: [call] },
      { role: 'tool' as const, toolCallId: 'call_1', name: 'find slot!', content: 'At nine.' },
    ];
    await collect(model, { ...question, messages });
    expect(server.bodies[0]).toMatchObject({
      tools: [{ name: 'find_slot_', input_schema: { type: 'object' } }],
      tool_choice: { type: 'none' },
    });
  });

  test('images and PDF files go along', async () => {
    const { model, server } = await arrange();
    await collect(model, { ...question, messages: [{ role: 'user', content: 'Look:', attachments: [photo, letter] }] });
    expect(server.bodies[0]?.messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AQID' } },
          { type: 'document', title: 'letter.pdf', source: { type: 'base64', media_type: 'application/pdf', data: 'BA==' } },
          { type: 'text', text: 'Look:' },
        ],
      },
    ]);
  });

  test('a model that cannot leave thinking off is asked without that, and it is remembered', async () => {
    let refusals = 0;
    const { model, server } = await arrange((response, body, request) => {
      if (body.thinking === undefined) return answered(response, body, request);
      refusals += 1;
      refuse(response, 400, 'invalid_request_error', '"thinking.type.disabled" is not supported for this model.');
    });
    const settings = { model: 'claude-opus-5-5' };
    for (let round = 0; round < 2; round += 1) expect(textOf(await collect(model, { ...question, settings }))).toBe('Eight.');
    expect(refusals).toBe(1);
    expect(server.bodies).toHaveLength(3);
  });

  test.each([
    ['a key', { apiKey: 'sk-test' }, 'sk-test'],
    ['none', {}, undefined],
  ])('with %s, the credentials are what was configured', async (_which, options, expected) => {
    let headers: Record<string, unknown> = {};
    const { model } = await arrange((response, body, request) => {
      headers = request.headers;
      answered(response, body, request);
    }, options);
    await collect(model);
    expect(headers['x-api-key']).toBe(expected);
    expect(headers.authorization).toBe(expected && `Bearer ${expected}`);
    expect(headers['anthropic-version']).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('what comes back', () => {
  test('thoughts, pings and unknown events are passed over', async () => {
    const thought = anthropicEvent('content_block_start', { index: 0, content_block: { type: 'thinking', thinking: '' } });
    const thinking = anthropicEvent('content_block_delta', {
      index: 0,
      delta: { type: 'thinking_delta', thinking: 'They ask for hours.' },
    });
    const { model } = await arrange(
      streamOf(
        messageStart(),
        anthropicEvent('ping'),
        thought,
        thinking,
        blockStop(),
        anthropicEvent('something_new', { data: 1 }),
        textStart(1),
        textDelta('Eight.', 1),
        blockStop(1),
        messageEnd('end_turn', 5),
      ),
    );
    expect(await collect(model)).toEqual([
      { type: 'text-delta', delta: 'Eight.' },
      { type: 'finish', reason: 'stop', usage: { inputTokens: 1, outputTokens: 5 }, by: 'anthropic/default-model' },
    ]);
  });

  test('a call without arguments has none, and one that comes whole is taken whole', async () => {
    const whole = anthropicEvent('content_block_start', {
      index: 1,
      content_block: { type: 'tool_use', id: 'b', name: 'find', input: { day: 'monday' } },
    });
    const { model } = await arrange(streamOf(messageStart(), toolUse(0, 'a', 'now', []), whole, blockStop(1), messageEnd('tool_use')));
    expect(await collect(model)).toMatchObject([
      { type: 'tool-call', ordinal: 0, name: 'now', argumentsText: '{}' },
      { type: 'tool-call', ordinal: 1, name: 'find', argumentsText: '{"day":"monday"}' },
      { type: 'finish', reason: 'tool-calls' },
    ]);
  });

  test.each([
    ['overloaded_error', 'overloaded', true],
    ['rate_limit_error', 'rate-limited', true],
    ['api_error', 'overloaded', true],
    ['timeout_error', 'timeout', true],
    ['authentication_error', 'unauthorized', false],
    ['invalid_request_error', 'rejected', false],
    ['of_a_new_kind', 'broken-stream', true],
  ])('%s inside an answer', async (type, kind, retryable) => {
    const { model } = await arrange(streamOf(messageStart(), textStart(), textDelta('At '), anthropicError(type)));
    await expect(collect(model)).rejects.toMatchObject({ kind, retryable });
  });

  test('tokens are told once per answer, those of the cache included, also of an answer that broke off', async () => {
    const usage = { input_tokens: 10, cache_creation_input_tokens: 20, cache_read_input_tokens: 30, output_tokens: 1 };
    const begun = anthropicEvent('message_start', { message: { usage } });
    const { model, server } = await arrange(streamOf(begun, textStart(), textDelta('Eight.'), blockStop(), messageEnd('end_turn', 7)));
    const spent: SpentTokens[] = [];
    const onSpent = (tokens: SpentTokens) => spent.push(tokens);
    await collect(model, { ...question, onSpent });
    server.handle(streamOf(begun, textStart(), textDelta('At ')));
    await expect(collect(model, { ...question, onSpent })).rejects.toMatchObject({ kind: 'broken-stream' });

    const common = { provider: 'anthropic', model: 'default-model', inputTokens: 60, id: expect.any(String) };
    expect(spent).toEqual([
      { ...common, outcome: 'answered', outputTokens: 7 },
      { ...common, outcome: 'failed', outputTokens: 1 },
    ]);
    expect(spent[0]?.id).not.toBe(spent[1]?.id);
  });
});
