import type { Clock } from '#platform/clock.ts';
import { createAnthropicModel } from './anthropic.ts';
import type { ReadableKinds } from './attachment-words.ts';
import type { ChatModel } from './chat-model.ts';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts';
import { type Candidate, withFailOver } from './fail-over.ts';
import type { EffectiveModelSettings } from './model-settings.ts';
import { type ModelWatch, watched } from './model-watch.ts';
import { createOpenAiCompatibleModel } from './openai-compatible.ts';
import { type FallbackEntry, type Provider, parseFallback, providerNamed } from './provider-names.ts';
import { DEFAULT_RETRY_POLICY, withRetries } from './retrying-model.ts';
import type { ModelTimeLimits } from './time-limits.ts';

interface ProviderEnvironment {
  apiKey?: string;
  baseUrl?: string;
  model?: string;
}

/** What the installation's environment says about models. */
export interface ModelEnvironment {
  openai?: ProviderEnvironment & { reads?: ReadableKinds };
  anthropic?: ProviderEnvironment;
  timeLimits?: Partial<ModelTimeLimits>;
}

/** What answers without a provider. */
export interface BuiltinEngines {
  /** Where no provider is configured, or where the built-in engine was chosen. */
  engine: ChatModel;
  /** At the end of a fail-over list: it says that the assistant is away. */
  lastResort: ChatModel;
}

export interface ChosenModel {
  model: ChatModel;
  /** A language model of a provider answers, and not the built-in engine. */
  isRemote?: true;
  /** Another model was asked for than the one that answers; staff should see why. */
  problem?: ModelProblem;
}

export interface ModelProblem {
  code: 'PROVIDER_NOT_CONFIGURED';
  provider: string;
  detail: string;
}

type Wanted = Pick<EffectiveModelSettings, 'provider' | 'model'> & Partial<Pick<EffectiveModelSettings, 'fallback'>>;

export interface ModelChooser {
  /** @param failures how often the turn has failed: a new attempt begins with the next provider of the list */
  choose(settings: Wanted, failures?: number): ChosenModel;
  /** Of each configured provider, as this process finds it. */
  status?(): Record<string, 'available' | 'resting'>;
}

/** Small, cheap, knows tools, and takes a temperature. */
export const DEFAULT_OPENAI_MODEL = 'gpt-4.1-mini';
/** The fastest and cheapest of its family. */
export const DEFAULT_ANTHROPIC_MODEL = 'claude-haiku-5-5';

type RemoteProvider = Exclude<Provider, 'builtin'>;

interface Endpoint {
  model: ChatModel;
  breaker: CircuitBreaker;
}

export function createModelChooser(environment: ModelEnvironment, builtin: BuiltinEngines, clock: Clock, watch?: ModelWatch): ModelChooser {
  const endpoints = new Map<RemoteProvider, Endpoint>();
  for (const provider of ['openai', 'anthropic'] as const) {
    const adapter = isConfigured(environment[provider]) && createAdapter(provider, environment, clock);
    if (!adapter) continue;
    const breaker = createCircuitBreaker(clock, (isResting) => watch?.rested(adapter.id, isResting));
    endpoints.set(provider, { model: watch ? watched(adapter, watch, clock) : adapter, breaker });
  }

  return {
    choose: ({ provider: name, model, fallback = [] }, failures = 0) => {
      const provider = name === undefined ? defaultProvider(environment) : providerNamed(name);
      if (provider === 'builtin') return { model: builtin.engine };
      const entries = [...(provider ? [{ provider, ...(model !== undefined && { model }) }] : []), ...fallback.flatMap(parsed)];
      const remote = withoutRepetition(entries).flatMap(toCandidate);
      const missing = [name ?? provider, ...fallback].find((each) => each !== undefined && !isThere(each));
      const problem = missing !== undefined && { problem: notConfigured(missing, remote.length > 0) };
      const inOrder = rotated(remote, failures).map(withPatience);
      const last = entries.some((entry) => entry.provider === 'builtin') ? [lastResort()] : [];
      const [first, ...others] = [...inOrder, ...last];
      if (!first || remote.length === 0) return { model: builtin.engine, ...problem };
      return { model: withFailOver([first, ...others], clock), isRemote: true, ...problem };
    },
    status: () =>
      Object.fromEntries([...endpoints].map(([provider, { breaker }]) => [provider, breaker.isResting ? 'resting' : 'available'])),
  };

  function toCandidate({ provider, model }: FallbackEntry): Candidate[] {
    const endpoint = provider === 'builtin' ? undefined : endpoints.get(provider);
    return endpoint ? [{ ...endpoint, ...(model !== undefined && { modelName: model }) }] : [];
  }

  /** Whoever comes last is worth waiting for; before that, the next one answers sooner than a second try. */
  function withPatience(candidate: Candidate, position: number, all: readonly Candidate[]): Candidate {
    const attempts = position === all.length - 1 ? DEFAULT_RETRY_POLICY.attempts : 1;
    return { ...candidate, model: withRetries(candidate.model, clock, { ...DEFAULT_RETRY_POLICY, attempts }) };
  }

  /** It is always there, so it never rests; what happens to it is nobody else's business. */
  function lastResort(): Candidate {
    return { model: builtin.lastResort, breaker: createCircuitBreaker(clock), isLastResort: true };
  }

  function isThere(name: string): boolean {
    const provider = parseFallback(name)?.provider ?? providerNamed(name);
    return provider === 'builtin' || (provider !== undefined && endpoints.has(provider));
  }
}

/** Who answers where nobody has chosen. */
export function defaultProvider({ openai, anthropic }: ModelEnvironment): Provider {
  if (isConfigured(openai)) return 'openai';
  return isConfigured(anthropic) ? 'anthropic' : 'builtin';
}

const isConfigured = (provider: ProviderEnvironment | undefined): boolean => Boolean(provider?.apiKey || provider?.baseUrl);

function createAdapter(provider: RemoteProvider, environment: ModelEnvironment, clock: Clock): ChatModel {
  const { apiKey, baseUrl, model } = environment[provider] ?? {};
  const common = { ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }), timeLimits: environment.timeLimits ?? {}, clock };
  if (provider === 'anthropic') return createAnthropicModel({ ...common, model: model || DEFAULT_ANTHROPIC_MODEL });
  const reads = environment.openai?.reads;
  return createOpenAiCompatibleModel({ ...common, model: model || DEFAULT_OPENAI_MODEL, ...(reads && { reads }) });
}

function parsed(text: string): FallbackEntry[] {
  const entry = parseFallback(text);
  return entry ? [entry] : [];
}

const withoutRepetition = (entries: readonly FallbackEntry[]): FallbackEntry[] =>
  entries.filter(
    (entry, index) => entries.findIndex(({ provider, model }) => provider === entry.provider && model === entry.model) === index,
  );

/** What failed in the middle of an answer would do so again; the next attempt begins with the next one. */
function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const first = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

function notConfigured(provider: string, othersAnswer: boolean): ModelProblem {
  const instead = othersAnswer ? 'the others of its list answer' : 'the built-in engine answers';
  const detail = `The model provider “${provider}” is not configured on this installation, so ${instead} instead.`;
  return { code: 'PROVIDER_NOT_CONFIGURED', provider, detail };
}
