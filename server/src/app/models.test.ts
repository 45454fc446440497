import { describe, expect, test } from 'vitest';
import { createFakeClock } from '#platform/clock.testing.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { readConfig } from './config.ts';
import { createModels, describeModel, environmentModelSettings, modelServices } from './models.ts';

const modelsOf = (env: Record<string, string>) => readConfig({ NODE_ENV: 'test', ...env }).models;
const built = (env: Record<string, string>) =>
  createModels({ models: modelsOf(env) }, createFakeClock(), createMetrics({ ofProcess: false }));

describe('who answers where nobody has chosen', () => {
  test.each<[Record<string, string>, string, string]>([
    [{}, 'builtin', 'none: the built-in engine answers'],
    [{ OPENAI_API_KEY: 'key' }, 'openai', 'openai, gpt-4.1-mini'],
    [{ ANTHROPIC_API_KEY: 'key' }, 'anthropic', 'anthropic, claude-haiku-5-5'],
    [{ OPENAI_API_KEY: 'key', ANTHROPIC_API_KEY: 'key', FOYER_MODEL_PROVIDER: 'anthropic' }, 'anthropic', 'anthropic'],
    [
      { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'llama3.1', FOYER_MODEL_FALLBACK: 'openai/tiny, builtin' },
      'openai',
      'openai, llama3.1, then openai/tiny, builtin',
    ],
  ])('%j', (env, provider, words) => {
    expect(environmentModelSettings(modelsOf(env))).toMatchObject({ provider });
    expect(describeModel(modelsOf(env))).toContain(words);
    expect(built(env).choose(environmentModelSettings(modelsOf(env)) as { provider: string }).problem).toBeUndefined();
  });
});

describe('what is wrong with settings of models', () => {
  test.each<[Record<string, string>, string]>([
    [
      { FOYER_MODEL_PROVIDER: 'anthropic' },
      'FOYER_MODEL_PROVIDER names anthropic, and neither ANTHROPIC_API_KEY nor ANTHROPIC_BASE_URL is set.',
    ],
    [{ FOYER_MODEL_FALLBACK: 'openai' }, 'FOYER_MODEL_FALLBACK names openai, and neither OPENAI_API_KEY nor OPENAI_BASE_URL is set.'],
    [{ FOYER_MODEL_FALLBACK: 'somebody' }, 'FOYER_MODEL_FALLBACK must be'],
    [{ FOYER_MODEL_PRICES: 'llama=free' }, 'FOYER_MODEL_PRICES must be a list of model=in/out'],
    [{ FOYER_MODEL_PRICES: '=1/2' }, 'FOYER_MODEL_PRICES must be'],
    [{ OPENAI_READS: 'videos' }, 'OPENAI_READS must be'],
    [{ FOYER_MODEL_IDLE_SECONDS: '0' }, 'FOYER_MODEL_IDLE_SECONDS must be'],
  ])('%j', (env, words) => {
    expect(() => modelsOf(env)).toThrow(words);
  });

  test('nothing, where they are right', () => {
    const env = {
      OPENAI_API_KEY: 'key',
      FOYER_MODEL_PRICES: 'llama3.1=0/0, a=b=0.5/1',
      OPENAI_READS: 'images',
      FOYER_MODEL_TOTAL_SECONDS: '0.5',
    };
    expect(modelsOf(env)).toMatchObject({
      prices: { 'llama3.1': { input: 0, output: 0 }, 'a=b': { input: 0.5, output: 1 } },
      openaiReads: { images: true, documents: false },
      timeLimits: { totalMs: 500 },
    });
  });
});

test('the status says in one word how providers are', () => {
  const withStates = (...states: ('available' | 'resting')[]) => ({
    ...built({}),
    status: () => Object.fromEntries(states.map((state, index) => [`provider-${index}`, state])),
  });
  expect(modelServices(built({}))).toEqual({});
  expect(modelServices(built({ ANTHROPIC_API_KEY: 'key' }))).toEqual({ models: 'available' });
  expect(modelServices(withStates('available', 'resting'))).toEqual({ models: 'degraded' });
  expect(modelServices(withStates('resting'))).toEqual({ models: 'unavailable' });
});
