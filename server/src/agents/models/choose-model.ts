import type { Clock } from '#platform/clock.ts';
import type { ChatModel } from './chat-model.ts';
import type { EffectiveModelSettings } from './model-settings.ts';
import { createOpenAiCompatibleModel } from './openai-compatible.ts';
import { withRetries } from './retrying-model.ts';
import type { ModelTimeLimits } from './time-limits.ts';

/** What the installation's environment says about models. */
export interface ModelEnvironment {
  openai?: {
    apiKey?: string;
    baseUrl?: string;
    model?: string;
  };
  timeLimits?: Partial<ModelTimeLimits>;
}

export interface ChosenModel {
  model: ChatModel;
  /** Another model was asked for than the one that answers; staff should see why. */
  problem?: ModelProblem;
}

export interface ModelProblem {
  code: 'PROVIDER_NOT_CONFIGURED';
  provider: string;
  detail: string;
}

export interface ModelChooser {
  choose(settings: Pick<EffectiveModelSettings, 'provider'>): ChosenModel;
}

/** Small, cheap, knows tools, and takes a temperature. */
export const DEFAULT_OPENAI_MODEL = 'gpt-4.1-mini';

/** Names for whatever serves chat completions at the configured address. */
const OPENAI_PROVIDERS: ReadonlySet<string> = new Set(['openai', 'openai-compatible', 'azure', 'ollama', 'vllm']);
const BUILTIN_PROVIDER = 'builtin';

/** @param builtin answers wherever no configured model can */
export function createModelChooser(environment: ModelEnvironment, builtin: ChatModel, clock: Clock): ModelChooser {
  const openai = openAiModel(environment, clock);

  return {
    choose: ({ provider }) => {
      if (provider === undefined) return { model: openai ?? builtin };
      const name = provider.trim().toLowerCase();
      if (name === BUILTIN_PROVIDER) return { model: builtin };
      if (openai && OPENAI_PROVIDERS.has(name)) return { model: openai };
      return { model: builtin, problem: notConfigured(provider) };
    },
  };
}

function openAiModel({ openai, timeLimits = {} }: ModelEnvironment, clock: Clock): ChatModel | undefined {
  if (!openai?.apiKey && !openai?.baseUrl) return undefined;
  const { apiKey, baseUrl, model } = openai;
  const adapter = createOpenAiCompatibleModel({
    ...(apiKey && { apiKey }),
    ...(baseUrl && { baseUrl }),
    model: model || DEFAULT_OPENAI_MODEL,
    timeLimits,
    clock,
  });
  return withRetries(adapter, clock);
}

function notConfigured(provider: string): ModelProblem {
  const detail = `The model provider “${provider}” is not configured on this installation, so the built-in engine answers instead.`;
  return { code: 'PROVIDER_NOT_CONFIGURED', provider, detail };
}
