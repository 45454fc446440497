import { afterEach, describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { wholeMessage } from './anthropic-wire.testing.ts';
import { collect, question, textOf } from './chat-model.contract.ts';
import type { ChatModel } from './chat-model.ts';
import { createModelChooser, type ModelEnvironment } from './choose-model.ts';
import type { EffectiveModelSettings } from './model-settings.ts';
import { chunk, DONE, type Handler, startWireServer, streamOf, type WireServer } from './openai-wire.testing.ts';

const saying = (id: string, text: string): ChatModel => ({
  id,
  capabilities: { tools: true, images: false, documents: false },
  stream: async function* () {
    yield { type: 'text-delta', delta: text };
    yield { type: 'finish', reason: id === 'builtin' ? 'stop' : 'degraded' };
  },
});
const engine = saying('builtin', 'No model.');
const lastResort = saying('last-resort', 'Away.');

const servers: WireServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
async function serve(handler: Handler): Promise<WireServer> {
  const server = await startWireServer(handler);
  servers.push(server);
  return server;
}

const chooser = (environment: ModelEnvironment) => createModelChooser(environment, { engine, lastResort }, createFakeClock());
const withKey: ModelEnvironment = { openai: { apiKey: 'sk-test' } };
const choose = (environment: ModelEnvironment, provider?: string, fallback: readonly string[] = []) =>
  chooser(environment).choose({ ...(provider !== undefined && { provider }), fallback });

const gpt = streamOf(chunk({ content: 'GPT.' }), chunk({}, { finish_reason: 'stop' }), DONE);
const claude = streamOf(wholeMessage('Claude.'));
const down: Handler = (response) => response.writeHead(500).end();

describe('which model answers', () => {
  test('with nothing configured, the built-in engine', () => {
    expect(choose({})).toEqual({ model: engine });
    expect(choose({ openai: { apiKey: '', model: 'gpt' } })).toEqual({ model: engine });
  });

  test('with a key, or just the address of a server that asks for none, the configured provider', () => {
    expect(choose(withKey).model.id).toBe('openai-compatible');
    expect(choose({ openai: { baseUrl: 'http://127.0.0.1:11434/v1' } }).model.id).toBe('openai-compatible');
    expect(choose({ anthropic: { apiKey: 'key' } }).model.id).toBe('anthropic');
    expect(choose(withKey, 'OpenAI').model.id).toBe('openai-compatible');
  });

  test('with both, the one that settings name', () => {
    const both = { ...withKey, anthropic: { apiKey: 'key' } };
    expect(choose(both).model.id).toBe('openai-compatible');
    expect(choose(both, 'anthropic').model.id).toBe('anthropic');
    expect(choose(both, 'ollama').model.id).toBe('openai-compatible');
  });

  test('the built-in engine where somebody wants it in spite of a key', () => {
    expect(choose(withKey, 'builtin')).toEqual({ model: engine });
  });

  test.each([
    [withKey, 'anthropic'],
    [{}, 'openai'],
    [withKey, 'somebody'],
  ])('a provider that is not configured is named, and the built-in engine answers in its place', (environment, provider) => {
    const chosen = choose(environment, provider);
    expect(chosen.model).toBe(engine);
    expect(chosen.problem).toMatchObject({ code: 'PROVIDER_NOT_CONFIGURED', provider });
    expect(chosen.problem?.detail).toContain(`“${provider}”`);
  });

  test('a fallback that is not configured is named, and the others answer', () => {
    const chosen = choose(withKey, 'openai', ['anthropic']);
    expect(chosen.model.id).toBe('openai-compatible');
    expect(chosen.problem).toMatchObject({ provider: 'anthropic', detail: expect.stringContaining('the others') });
  });
});

describe('where the first provider does not answer', () => {
  const settings: Partial<EffectiveModelSettings> = { provider: 'openai', model: 'gpt-x', fallback: ['anthropic/claude-x', 'builtin'] };
  const ask = async (first: Handler, second: Handler, failures = 0) => {
    const openai = await serve(first);
    const anthropic = await serve(second);
    const models = chooser({ openai: { baseUrl: openai.baseUrl }, anthropic: { baseUrl: anthropic.baseUrl } });
    const { model } = models.choose({ fallback: [], ...settings }, failures);
    return { openai, anthropic, models, answer: () => collect(model, { ...question, settings: { model: 'gpt-x' } }) };
  };

  test('the next one does, with a model of its own, and says that it was it', async () => {
    const { openai, anthropic, answer } = await ask(down, claude);
    const events = await answer();
    expect(textOf(events)).toBe('Claude.');
    expect(events.at(-1)).toMatchObject({ by: 'anthropic/claude-x' });
    expect(openai.bodies).toMatchObject([{ model: 'gpt-x' }]);
    expect(anthropic.bodies).toMatchObject([{ model: 'claude-x' }]);
  });

  test('nobody else is asked while it does', async () => {
    const { anthropic, answer } = await ask(gpt, claude);
    expect(textOf(await answer())).toBe('GPT.');
    expect(anthropic.bodies).toEqual([]);
  });

  test('a new attempt at the turn begins with the next one', async () => {
    const { openai, answer } = await ask(gpt, claude, 1);
    expect(textOf(await answer())).toBe('Claude.');
    expect(openai.bodies).toEqual([]);
  });

  test('the last resort says so once both have failed', async () => {
    const { answer } = await ask(down, (response) => response.writeHead(401).end());
    const events = await answer();
    expect(textOf(events)).toBe('Away.');
    expect(events.at(-1)).toMatchObject({ reason: 'degraded' });
  });

  test('what failed in the middle is not continued by another one, and it is said that there is one', async () => {
    const { anthropic, answer } = await ask(streamOf(chunk({ content: 'At ' })), claude);
    await expect(answer()).rejects.toMatchObject({ kind: 'broken-stream', othersLeft: true });
    expect(anthropic.bodies).toEqual([]);
  });

  test('it is given a rest after some failures, and that can be seen', async () => {
    const { openai, models, answer } = await ask(down, claude);
    expect(models.status?.()).toEqual({ openai: 'available', anthropic: 'available' });
    for (let round = 0; round < 7; round += 1) expect(textOf(await answer())).toBe('Claude.');
    expect(openai.bodies).toHaveLength(5);
    expect(models.status?.()).toEqual({ openai: 'resting', anthropic: 'available' });
  });
});
