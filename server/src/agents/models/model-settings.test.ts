import { describe, expect, test } from 'vitest';
import { effectiveModelSettings, modelSettingsProblems } from './model-settings.ts';

describe('effective model settings', () => {
  test('without any, the defaults hold', () => {
    expect(effectiveModelSettings({})).toEqual({ temperature: 0.7, maxTokens: 2_000 });
  });

  test('the app wins over the agent, the agent over the tenant, the tenant over the environment, key by key', () => {
    const layers = {
      environment: { provider: 'openai', model: 'environment', temperature: 0.1, maxTokens: 100 },
      tenant: { model: 'tenant', temperature: 0.2, maxTokens: 200 },
      agent: { temperature: 0.3, maxTokens: 300 },
      app: { maxTokens: 400 },
    };
    expect(effectiveModelSettings(layers)).toEqual({ provider: 'openai', model: 'tenant', temperature: 0.3, maxTokens: 400 });
  });

  test('zero is a temperature', () => {
    expect(effectiveModelSettings({ tenant: { temperature: 1 }, app: { temperature: 0 } }).temperature).toBe(0);
  });

  test('what was stored out of bounds is brought into them', () => {
    expect(effectiveModelSettings({ app: { temperature: 9, maxTokens: 0 } })).toEqual({ temperature: 2, maxTokens: 1 });
  });
});

describe('settings that somebody wants to save', () => {
  test('sound ones have no problems', () => {
    expect(modelSettingsProblems({ provider: 'openai', model: 'm', temperature: 2, maxTokens: 1 })).toEqual([]);
    expect(modelSettingsProblems({})).toEqual([]);
  });

  test('every wrong one is named', () => {
    const problems = modelSettingsProblems({ provider: ' ', model: 'm'.repeat(201), temperature: Number.NaN, maxTokens: 1.5 });
    expect(problems.map(({ path }) => path)).toEqual(['provider', 'model', 'temperature', 'maxTokens']);
  });
});
