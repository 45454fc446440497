/** What one layer says; what it leaves out comes from the layer below. */
export interface ModelSettings {
  provider?: string | undefined;
  model?: string | undefined;
  temperature?: number | undefined;
  maxTokens?: number | undefined;
}

export interface EffectiveModelSettings {
  provider?: string;
  model?: string;
  temperature: number;
  maxTokens: number;
}

/** From the weakest to the strongest. */
export interface SettingLayers {
  environment?: ModelSettings | undefined;
  tenant?: ModelSettings | undefined;
  agent?: ModelSettings | undefined;
  /** The active configuration's `llmConfig`. */
  app?: ModelSettings | undefined;
}

export interface SettingProblem {
  path: 'provider' | 'model' | 'temperature' | 'maxTokens';
  message: string;
}

export const DEFAULT_TEMPERATURE = 0.7;
export const DEFAULT_MAX_TOKENS = 2_000;
export const TEMPERATURE_BOUNDS = { min: 0, max: 2 } as const;
export const MAX_TOKENS_BOUNDS = { min: 1, max: 128_000 } as const;
const MAX_NAME_LENGTH = 200;

/** Key by key, the strongest layer that says something wins. Numbers that were stored out of bounds are brought into them. */
export function effectiveModelSettings(layers: SettingLayers): EffectiveModelSettings {
  const strongestFirst = [layers.app, layers.agent, layers.tenant, layers.environment];
  const pick = <K extends keyof ModelSettings>(key: K) => strongestFirst.find((layer) => layer?.[key] !== undefined)?.[key];
  const provider = pick('provider');
  const model = pick('model');
  return {
    ...(provider !== undefined && { provider }),
    ...(model !== undefined && { model }),
    temperature: clamp(pick('temperature') ?? DEFAULT_TEMPERATURE, TEMPERATURE_BOUNDS),
    maxTokens: Math.round(clamp(pick('maxTokens') ?? DEFAULT_MAX_TOKENS, MAX_TOKENS_BOUNDS)),
  };
}

/** What is wrong with settings that somebody wants to save; empty when nothing is. */
export function modelSettingsProblems(settings: ModelSettings): SettingProblem[] {
  const { provider, model, temperature, maxTokens } = settings;
  const problems: SettingProblem[] = [];
  if (provider !== undefined && !isName(provider)) problems.push({ path: 'provider', message: 'must be a name of 1 to 200 characters' });
  if (model !== undefined && !isName(model)) problems.push({ path: 'model', message: 'must be a name of 1 to 200 characters' });
  if (temperature !== undefined && !isWithin(temperature, TEMPERATURE_BOUNDS)) {
    problems.push({ path: 'temperature', message: 'must be a number from 0 to 2' });
  }
  if (maxTokens !== undefined && !(Number.isInteger(maxTokens) && isWithin(maxTokens, MAX_TOKENS_BOUNDS))) {
    problems.push({ path: 'maxTokens', message: 'must be a whole number from 1 to 128000' });
  }
  return problems;
}

interface Bounds {
  min: number;
  max: number;
}

const isName = (text: string) => text.trim() !== '' && text.length <= MAX_NAME_LENGTH;
const isWithin = (value: number, { min, max }: Bounds) => value >= min && value <= max;
const clamp = (value: number, { min, max }: Bounds) => Math.min(max, Math.max(min, value));
