import { createBuiltinEngine } from '#agents/builtin-engine/builtin-engine.ts';
import {
  createModelChooser,
  DEFAULT_ANTHROPIC_MODEL,
  DEFAULT_OPENAI_MODEL,
  defaultProvider,
  type ModelChooser,
  type ModelEnvironment,
} from '#agents/models/choose-model.ts';
import type { ModelSettings } from '#agents/models/model-settings.ts';
import { createModelWatch } from '#agents/models/model-watch.ts';
import type { Clock } from '#platform/clock.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import type { Config, ModelsConfig, ProviderConfig } from './config.ts';

/** The models of this installation, and what answers without any. */
export function createModels({ models }: Pick<Config, 'models'>, clock: Clock, metrics: Metrics): ModelChooser {
  const builtin = { engine: createBuiltinEngine(), lastResort: createBuiltinEngine('last-resort') };
  return createModelChooser(modelEnvironment(models), builtin, clock, createModelWatch(metrics));
}

/** What holds where neither tenant nor agent nor app says anything. */
export const environmentModelSettings = (models: ModelsConfig): ModelSettings => ({
  provider: models.provider ?? defaultProvider(modelEnvironment(models)),
  temperature: models.temperature,
  maxTokens: models.maxTokens,
  fallback: models.fallback,
});

/** Whether this process finds its providers answering, as one word for `/status`; nothing where none is configured. */
export function modelServices({ status }: ModelChooser): { models?: 'available' | 'degraded' | 'unavailable' } {
  const states = Object.values(status?.() ?? {});
  if (states.length === 0) return {};
  if (states.every((state) => state === 'available')) return { models: 'available' };
  return { models: states.includes('available') ? 'degraded' : 'unavailable' };
}

/** For the person who starts the server. */
export function describeModel(models: ModelsConfig): string {
  const provider = models.provider ?? defaultProvider(modelEnvironment(models));
  if (provider === 'builtin')
    return 'none: the built-in engine answers, and says so. Set OPENAI_API_KEY, OPENAI_BASE_URL or ANTHROPIC_API_KEY.';
  const otherwise = { openai: DEFAULT_OPENAI_MODEL, anthropic: DEFAULT_ANTHROPIC_MODEL }[provider];
  const then = models.fallback.length === 0 ? '' : `, then ${models.fallback.join(', ')}`;
  return `${provider}, ${models[provider].model ?? otherwise}${then}`;
}

function modelEnvironment({ openai, anthropic, openaiReads, timeLimits }: ModelsConfig): ModelEnvironment {
  return {
    openai: { ...given(openai), ...(openaiReads && { reads: openaiReads }) },
    anthropic: given(anthropic),
    timeLimits,
  };
}

const given = ({ apiKey, baseUrl, model }: ProviderConfig) => ({
  ...(apiKey !== undefined && { apiKey }),
  ...(baseUrl !== undefined && { baseUrl }),
  ...(model !== undefined && { model }),
});
