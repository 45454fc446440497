/** Names of providers as settings have them, and what they mean here. */
export type Provider = 'openai' | 'anthropic' | 'builtin';

/** Several names for whatever serves chat completions at the configured address. */
const PROVIDERS: Readonly<Record<string, Provider>> = {
  openai: 'openai',
  'openai-compatible': 'openai',
  azure: 'openai',
  ollama: 'openai',
  vllm: 'openai',
  anthropic: 'anthropic',
  builtin: 'builtin',
};

export const providerNamed = (name: string): Provider | undefined => PROVIDERS[name.trim().toLowerCase()];

/** An entry of a fail-over list: `anthropic`, or with one of its models `anthropic/claude-haiku-5-5`. */
export interface FallbackEntry {
  provider: Provider;
  model?: string;
}

/** Undefined for what is no entry. Model names may have slashes of their own. */
export function parseFallback(text: string): FallbackEntry | undefined {
  const [, name = '', model] = /^([^/]+)(?:\/(.+))?$/.exec(text.trim()) ?? [];
  const provider = providerNamed(name);
  if (provider === undefined || (provider === 'builtin' && model !== undefined)) return undefined;
  return { provider, ...(model !== undefined && { model }) };
}
