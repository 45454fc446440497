import { describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import type { ChatModel } from './chat-model.ts';
import { createModelChooser, type ModelEnvironment } from './choose-model.ts';

/** Never asked here: only which model is chosen matters. */
const builtin: ChatModel = {
  id: 'builtin',
  capabilities: { tools: true, images: false, documents: false },
  stream: () => {
    throw new Error('not asked');
  },
};
const withKey: ModelEnvironment = { openai: { apiKey: 'sk-test' } };
const choose = (environment: ModelEnvironment, provider?: string) =>
  createModelChooser(environment, builtin, createFakeClock()).choose(provider === undefined ? {} : { provider });

describe('which model answers', () => {
  test('with nothing configured, the built-in engine', () => {
    expect(choose({})).toEqual({ model: builtin });
    expect(choose({ openai: { apiKey: '', model: 'gpt' } })).toEqual({ model: builtin });
  });

  test('with a key, or just the address of a server that asks for none, the configured provider', () => {
    expect(choose(withKey).model.id).toBe('openai-compatible');
    expect(choose({ openai: { baseUrl: 'http://127.0.0.1:11434/v1' } }).model.id).toBe('openai-compatible');
    expect(choose(withKey, 'OpenAI').model.id).toBe('openai-compatible');
  });

  test('the built-in engine where somebody wants it in spite of a key', () => {
    expect(choose(withKey, 'builtin')).toEqual({ model: builtin });
  });

  test.each([
    [withKey, 'anthropic'],
    [{}, 'openai'],
  ])('a provider that is not configured is named, and the built-in engine answers in its place', (environment, provider) => {
    const chosen = choose(environment, provider);
    expect(chosen.model).toBe(builtin);
    expect(chosen.problem).toMatchObject({ code: 'PROVIDER_NOT_CONFIGURED', provider });
    expect(chosen.problem?.detail).toContain(`“${provider}”`);
  });
});
