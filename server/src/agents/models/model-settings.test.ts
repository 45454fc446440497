import { describe, expect, test } from 'vitest';
import { effectiveModelSettings } from './model-settings.ts';

describe('effective model settings', () => {
  test('without any, the defaults hold', () => {
    expect(effectiveModelSettings({})).toEqual({ temperature: 0.7, maxTokens: 2_000, fallback: [] });
  });

  test('the app wins over the agent, the agent over the tenant, the tenant over the environment, key by key', () => {
    const layers = {
      environment: { provider: 'openai', model: 'environment', temperature: 0.1, maxTokens: 100 },
      tenant: { model: 'tenant', temperature: 0.2, maxTokens: 200 },
      agent: { temperature: 0.3, maxTokens: 300 },
      app: { maxTokens: 400 },
    };
    expect(effectiveModelSettings(layers)).toMatchObject({ provider: 'openai', model: 'tenant', temperature: 0.3, maxTokens: 400 });
  });

  test('zero is a temperature', () => {
    expect(effectiveModelSettings({ tenant: { temperature: 1 }, app: { temperature: 0 } }).temperature).toBe(0);
  });

  test('what was stored out of bounds is brought into them', () => {
    expect(effectiveModelSettings({ app: { temperature: 9, maxTokens: 0 } })).toMatchObject({ temperature: 2, maxTokens: 1 });
  });
});

describe('a model that was named for one provider', () => {
  const environment = { provider: 'openai', model: 'gpt' };

  test('is not asked for at another', () => {
    expect(effectiveModelSettings({ environment, app: { provider: 'anthropic' } })).not.toHaveProperty('model');
    expect(
      effectiveModelSettings({ environment, tenant: { provider: 'anthropic', model: 'claude' }, app: { provider: 'openai' } }),
    ).toMatchObject({
      provider: 'openai',
      model: 'gpt',
    });
  });

  test('stays where only the name of the same provider changes', () => {
    expect(effectiveModelSettings({ environment, app: { provider: 'azure' } })).toMatchObject({ provider: 'azure', model: 'gpt' });
  });

  test('belongs to the provider that holds where it is named', () => {
    const tenant = { provider: 'anthropic' };
    expect(effectiveModelSettings({ environment, tenant, agent: { model: 'claude' } })).toMatchObject({ model: 'claude' });
  });
});

describe('who answers in place of the provider', () => {
  const environment = { provider: 'openai', fallback: ['anthropic'] };

  test('is what the strongest layer says, an empty list included', () => {
    expect(effectiveModelSettings({ environment }).fallback).toEqual(['anthropic']);
    expect(effectiveModelSettings({ environment, tenant: { fallback: [] } }).fallback).toEqual([]);
    expect(effectiveModelSettings({ environment, tenant: { model: 'gpt' } }).fallback).toEqual(['anthropic']);
  });

  test('is nobody where a stronger layer has chosen the provider and named nobody', () => {
    expect(effectiveModelSettings({ environment, tenant: { provider: 'openai' } }).fallback).toEqual([]);
    expect(effectiveModelSettings({ environment, tenant: { provider: 'openai' }, app: { fallback: ['builtin'] } }).fallback).toEqual([
      'builtin',
    ]);
  });
});
