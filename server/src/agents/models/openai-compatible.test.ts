import { afterEach, describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { collect, question, textOf } from './chat-model.contract.ts';
import { createOpenAiCompatibleModel, type OpenAiCompatibleOptions } from './openai-compatible.ts';
import { beginStream, chunk, DONE, event, type Handler, startWireServer, streamOf, type WireServer } from './openai-wire.testing.ts';
import type { ModelTimeLimits } from './time-limits.ts';

const servers: WireServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const stop = chunk({}, { finish_reason: 'stop' });
const answered = streamOf(chunk({ content: 'Eight.' }), stop, DONE);

async function arrange(handler: Handler, options: Partial<OpenAiCompatibleOptions> = {}) {
  const server = await startWireServer(handler);
  servers.push(server);
  const clock = createFakeClock();
  return { server, clock, model: createOpenAiCompatibleModel({ baseUrl: server.baseUrl, model: 'default-model', clock, ...options }) };
}

describe('what is asked', () => {
  test('a tool that has to be called is named', async () => {
    const { model, server } = await arrange(answered);
    const tools = [{ name: 'note', description: 'Notes it.', parameters: { type: 'object' as const, properties: {} } }];
    await collect(model, { ...question, tools, toolChoice: { name: 'note' } });
    expect(server.bodies[0]).toMatchObject({ tool_choice: { type: 'function', function: { name: 'note' } } });
    await collect(model, { ...question, tools });
    expect(server.bodies[1]).not.toHaveProperty('tool_choice');
  });

  test('messages, tools and settings go out as chat completions have them', async () => {
    const { model, server } = await arrange(answered);
    const call = { providerCallId: 'c1', name: 'find slot!', argumentsText: 'not JSON' };
    await collect(model, {
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Monday?' },
        { role: 'assistant', content: '', toolCalls: [call] },
        { role: 'tool', toolCallId: 'c1', name: 'find slot!', content: 'Unknown tool.', failed: true },
      ],
      tools: [{ name: 'find_slot', description: 'Finds one.', parameters: { type: 'object', properties: {} } }],
      settings: { model: 'tiny', temperature: 0.2, maxTokens: 50 },
    });

    expect(server.bodies[0]).toEqual({
      model: 'tiny',
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.2,
      max_tokens: 50,
      messages: [
        { role: 'system', content: 'Be kind.' },
        { role: 'user', content: 'Monday?' },
        // Servers parse a call's arguments and check its name, so both are made acceptable.
        { role: 'assistant', tool_calls: [{ id: 'c1', type: 'function', function: { name: 'find_slot_', arguments: '{}' } }] },
        { role: 'tool', tool_call_id: 'c1', content: 'Unknown tool.' },
      ],
      tools: [
        { type: 'function', function: { name: 'find_slot', description: 'Finds one.', parameters: { type: 'object', properties: {} } } },
      ],
    });
  });

  test.each([
    ['a key', { apiKey: 'sk-test' }, 'Bearer sk-test'],
    ['none', {}, undefined],
  ])('with %s, the credentials are what was configured', async (_which, options, expected) => {
    let authorization: string | undefined = 'not asked';
    const { model } = await arrange((response, body, request) => {
      authorization = request.headers.authorization;
      answered(response, body, request);
    }, options);
    await collect(model);
    expect(authorization).toBe(expected);
  });

  test('a deployment’s address keeps its query, as Azure wants its version', async () => {
    let url: string | undefined;
    const { server } = await arrange((response, body, request) => {
      url = request.url;
      answered(response, body, request);
    });
    const baseUrl = `${server.baseUrl}/openai/deployments/desk?api-version=2024-10-21`;
    await collect(createOpenAiCompatibleModel({ baseUrl, apiKey: 'key', model: 'desk', clock: createFakeClock() }));
    expect(url).toBe('/v1/openai/deployments/desk/chat/completions?api-version=2024-10-21');
  });

  test('a parameter that a model refuses is left out or renamed, and that is remembered', async () => {
    const refusals = [
      { param: 'max_tokens', code: 'unsupported_parameter', message: 'Use max_completion_tokens instead.' },
      { param: 'temperature', code: 'unsupported_value', message: 'Only the default is supported.' },
      { message: 'Unrecognized request argument supplied: stream_options' },
    ];
    const { model, server } = await arrange((response, body, request) => {
      const error = refusals.shift();
      if (!error) return answered(response, body, request);
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
    });
    const settings = { model: 'thinker', temperature: 0.7, maxTokens: 50 };
    await collect(model, { ...question, settings });
    await collect(model, { ...question, settings });

    expect(server.bodies).toHaveLength(5);
    for (const body of server.bodies.slice(3)) {
      expect(body).toMatchObject({ model: 'thinker', max_completion_tokens: 50 });
      for (const key of ['max_tokens', 'temperature', 'stream_options']) expect(body).not.toHaveProperty(key);
    }
  });

  test('a limit that is too high is refused, not mistaken for a parameter that is unknown', async () => {
    const { model, server } = await arrange((response) => {
      const error = { param: 'max_tokens', code: 'invalid_value', message: 'max_tokens is too large: 99999.' };
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
    });
    await expect(collect(model, { ...question, settings: { maxTokens: 99_999 } })).rejects.toMatchObject({ kind: 'rejected' });
    expect(server.bodies).toHaveLength(1);
  });
});

describe('what comes back', () => {
  test('an answer is whole once its finish reason came, also when the end of the stream is lost', async () => {
    const { model } = await arrange((response) => {
      beginStream(response, chunk({ content: 'Eight.' }));
      response.write(stop, () => setImmediate(() => response.destroy()));
    });
    const events = await collect(model);
    expect(textOf(events)).toBe('Eight.');
    expect(events.at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
  });

  test('token counts that never come hold nothing up for long', async () => {
    const { model, clock } = await arrange((response) => beginStream(response, chunk({ content: 'Eight.' }), stop));
    const reading = collect(model);
    await passTimeUntilSettled(clock, reading, 100);
    expect((await reading).at(-1)).toMatchObject({ type: 'finish', reason: 'stop' });
    expect(clock.monotonicMs()).toBeLessThan(30_000);
  });

  test('chunks without choices, thoughts and unknown fields are passed over', async () => {
    const { model } = await arrange(
      streamOf(
        ': a comment\n\n',
        event({ id: 'x', choices: [], prompt_filter_results: [] }),
        event({ id: 'x' }),
        chunk({ reasoning_content: 'They ask for hours.' }),
        chunk({ content: null }),
        chunk({ content: 'Eight.' }),
        stop,
        DONE,
      ),
    );
    expect(await collect(model)).toEqual([
      { type: 'text-delta', delta: 'Eight.' },
      { type: 'finish', reason: 'stop', by: 'openai-compatible/default-model' },
    ]);
  });

  test('a refusal is what the model says', async () => {
    const { model } = await arrange(streamOf(chunk({ refusal: 'I cannot help with that.' }), stop, DONE));
    expect(textOf(await collect(model))).toBe('I cannot help with that.');
  });

  test.each([
    ['something that is not JSON', 'data: {"choices": [{\n\n', 'broken-stream'],
    ['a rate limit', event({ error: { code: 429, message: 'Slow down.' } }), 'rate-limited'],
    ['an error without a code', event({ error: { message: 'Oh.' } }), 'broken-stream'],
  ])('%s inside an answer breaks it', async (_what, frame, kind) => {
    const { model } = await arrange(streamOf(chunk({ content: 'At ' }), frame));
    await expect(collect(model)).rejects.toMatchObject({ kind, retryable: true });
  });

  test('an account without credit is not worth asking again', async () => {
    const { model } = await arrange((response) => {
      const error = { code: 'insufficient_quota', type: 'insufficient_quota', message: 'You exceeded your quota.' };
      response.writeHead(429, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
    });
    await expect(collect(model)).rejects.toMatchObject({ kind: 'rate-limited', retryable: false });
  });

  test.each([
    ['retry-after-ms', '1500', 1_500],
    ['retry-after', '2', 2_000],
    ['retry-after', 'Mon, 02 Mar 2026 09:00:05 GMT', 5_000],
    ['retry-after', 'soon', undefined],
  ])('%s: %s is understood', async (name, value, expected) => {
    const { model } = await arrange((response) => response.writeHead(429, { [name]: value }).end());
    const error: unknown = await collect(model).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'rate-limited' });
    expect((error as { retryAfterMs?: number }).retryAfterMs).toBe(expected);
  });
});

describe('every limit holds by itself', () => {
  const never = 1e12;
  const none: ModelTimeLimits = { headersMs: never, firstTokenMs: never, idleMs: never, trailerMs: never, totalMs: never };

  test.each<[keyof ModelTimeLimits, Handler]>([
    ['headersMs', () => {}],
    ['firstTokenMs', (response) => beginStream(response, chunk({ role: 'assistant' }))],
    ['idleMs', (response) => beginStream(response, chunk({ content: 'At ' }))],
    ['totalMs', () => {}],
  ])('%s', async (limit, handler) => {
    const { model, clock } = await arrange(handler, { timeLimits: { ...none, [limit]: 1_000 } });
    const reading = collect(model);
    const failing = expect(reading).rejects.toMatchObject({ kind: 'timeout' });
    await passTimeUntilSettled(clock, reading, 250);
    await failing;
    expect(clock.pendingTimers()).toBe(0);
  });
});

/** Lets the clock run while sockets do their work, because nobody outside can see when a timer starts. */
async function passTimeUntilSettled(clock: { advance(ms: number): Promise<void> }, work: Promise<unknown>, stepMs: number): Promise<void> {
  let settled = false;
  const settle = () => {
    settled = true;
  };
  work.then(settle, settle);
  while (!settled) {
    await clock.advance(stepMs);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
