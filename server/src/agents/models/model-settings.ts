import { providerNamed } from './provider-names.ts';

/** What one layer says; what it leaves out comes from the layer below. */
export interface ModelSettings {
  provider?: string | undefined;
  model?: string | undefined;
  temperature?: number | undefined;
  maxTokens?: number | undefined;
  /** Who answers where the provider does not, in order: see `parseFallback`. An empty list says that nobody does. */
  fallback?: readonly string[] | undefined;
}

export interface EffectiveModelSettings {
  provider?: string;
  model?: string;
  temperature: number;
  maxTokens: number;
  fallback: readonly string[];
}

/** From the weakest to the strongest. */
export interface SettingLayers {
  environment?: ModelSettings | undefined;
  tenant?: ModelSettings | undefined;
  agent?: ModelSettings | undefined;
  /** The active configuration's `llmConfig`. */
  app?: ModelSettings | undefined;
}

export const DEFAULT_TEMPERATURE = 0.7;
export const DEFAULT_MAX_TOKENS = 2_000;
export const TEMPERATURE_BOUNDS = { min: 0, max: 2 } as const;
export const MAX_TOKENS_BOUNDS = { min: 1, max: 100_000 } as const;

/** Key by key, the strongest layer that says something wins. Numbers that were stored out of bounds are brought into them. */
export function effectiveModelSettings(layers: SettingLayers): EffectiveModelSettings {
  const weakestFirst = [layers.environment, layers.tenant, layers.agent, layers.app].map((layer) => layer ?? {});
  const pick = <K extends keyof ModelSettings>(key: K, among = weakestFirst) => among.findLast((layer) => layer[key] !== undefined)?.[key];
  const provider = pick('provider');
  const model = modelOf(provider, weakestFirst);
  // Who chose a provider has not agreed to the others that a weaker layer names.
  const sinceProvider = weakestFirst.slice(
    Math.max(
      0,
      weakestFirst.findLastIndex((layer) => layer.provider !== undefined),
    ),
  );
  return {
    ...(provider !== undefined && { provider }),
    ...(model !== undefined && { model }),
    temperature: clamp(pick('temperature') ?? DEFAULT_TEMPERATURE, TEMPERATURE_BOUNDS),
    maxTokens: Math.round(clamp(pick('maxTokens') ?? DEFAULT_MAX_TOKENS, MAX_TOKENS_BOUNDS)),
    fallback: pick('fallback', sinceProvider) ?? [],
  };
}

/** The strongest model that was named for this provider: one that a layer names belongs to the provider that holds at that layer. */
function modelOf(provider: string | undefined, weakestFirst: readonly ModelSettings[]): string | undefined {
  let atLayer: string | undefined;
  let found: string | undefined;
  for (const layer of weakestFirst) {
    atLayer = layer.provider ?? atLayer;
    if (layer.model !== undefined && isSame(atLayer, provider)) found = layer.model;
  }
  return found;
}

const isSame = (one: string | undefined, other: string | undefined): boolean => familyOf(one) === familyOf(other);
const familyOf = (name: string | undefined): string | undefined => (name === undefined ? undefined : (providerNamed(name) ?? name));

interface Bounds {
  min: number;
  max: number;
}

const clamp = (value: number, { min, max }: Bounds) => Math.min(max, Math.max(min, value));
