import { describe, expect, test } from 'vitest';
import { createBuiltinEngine } from '#agents/builtin-engine/builtin-engine.ts';
import { createModelChooser, type ModelEnvironment } from '#agents/models/choose-model.ts';
import { createFakeClock } from '#platform/clock.testing.ts';
import type { TenantTransaction } from '#platform/db/unit-of-work.ts';
import { newId } from '#platform/ids.ts';
import { createSecondOpinions } from './request-opinion.ts';

const OPENAI: ModelEnvironment = { openai: { baseUrl: 'http://127.0.0.1:9/v1' } };

interface World {
  environment?: ModelEnvironment;
  isOn?: boolean;
  tenant?: Record<string, unknown>;
  app?: Record<string, unknown>;
  message?: Record<string, unknown>;
  features?: Record<string, boolean>;
}

/** Whether a message is put on the list of those that a model judges. */
async function isRequested({ environment = OPENAI, isOn = true, tenant, app, message, features }: World = {}): Promise<boolean> {
  const builtin = { engine: createBuiltinEngine(), lastResort: createBuiltinEngine('last-resort') };
  const models = createModelChooser(environment, builtin, createFakeClock());
  const opinions = createSecondOpinions({ models, environmentSettings: {}, isOn });
  const appId = newId();
  const known: Record<string, unknown> = {
    tenant: { llmConfig: {}, profile: {}, ...tenant },
    features: { secondOpinion: true, ...features },
    'agent/agent': { llmConfig: {} },
    [`active-config/${appId}`]: { llmConfig: { ...app } },
  };
  const setUp = { read: async <T>(key: string): Promise<T> => known[key] as T };
  const keys: (string | undefined)[] = [];
  const tx = {
    enqueue: async (_job, _payload, options) => void keys.push(options?.key),
  } as Partial<TenantTransaction> as TenantTransaction;
  const id = newId();
  await opinions.request(tx, setUp, { appId, agentId: 'agent' }, { id, content: 'Hello', redFlags: null, ...message });
  expect(keys.every((key) => key === id)).toBe(true);
  return keys.length === 1;
}

describe('a second opinion', () => {
  test('is asked for where a model is configured', async () => {
    expect(await isRequested()).toBe(true);
    expect(await isRequested({ message: { redFlags: { urgency: 'urgent', rulesVersion: 1, matches: [] } } })).toBe(true);
  });

  test.each<[string, World]>([
    ['no provider is configured', { environment: {} }],
    ['the installation has it off', { isOn: false }],
    ['the tenant has the feature off', { features: { secondOpinion: false } }],
    ['the tenant declines', { tenant: { profile: { emergency: { secondOpinion: false } } } }],
    ['the tenant is answered by the built-in engine', { tenant: { llmConfig: { provider: 'builtin' } } }],
    ['the app is', { app: { provider: 'builtin' } }],
    ['the chosen provider is away and only the built-in engine would answer', { app: { provider: 'anthropic', fallback: ['builtin'] } }],
    ['the message is an emergency already', { message: { redFlags: { urgency: 'emergency', rulesVersion: 1, matches: [] } } }],
    ['the message has no letters', { message: { content: '12:30 👍' } }],
  ])('is not asked for where %s', async (_where, world) => {
    expect(await isRequested(world)).toBe(false);
  });
});
