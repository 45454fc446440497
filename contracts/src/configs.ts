import { z } from 'zod';
import { Flag, ListQuery } from './lists.ts';
import { Id, jsonObject, Moment, text } from './text.ts';

/** Whose model answers. Those between `openai` and `anthropic` speak OpenAI's wire at the configured address. */
export const LlmProvider = z.enum(['openai', 'openai-compatible', 'azure', 'ollama', 'vllm', 'anthropic', 'builtin']);
export type LlmProvider = z.output<typeof LlmProvider>;

const REMOTE_PROVIDERS = LlmProvider.options.filter((provider) => provider !== 'builtin');
const FALLBACK_ENTRY = new RegExp(`^(builtin|(${REMOTE_PROVIDERS.join('|')})(/.+)?)$`);

const FallbackEntry = text({ min: 1, max: 220 })
  .refine((entry) => FALLBACK_ENTRY.test(entry), 'Must be a provider, alone or with a model after a slash')
  .meta({ examples: ['anthropic'] });

/** Settings of the model. What is left out comes from the agent, the tenant or the environment. */
export const LlmConfig = z.strictObject({
  provider: LlmProvider.optional(),
  model: text({ min: 1, max: 200 }).optional(),
  temperature: z.number().min(0, 'Must be at least 0').max(2, 'Must be at most 2').optional(),
  maxTokens: z.int('Must be a whole number').min(1, 'Must be at least 1').max(100_000, 'Must be at most 100000').optional(),
  /**
   * Who answers where the provider does not, in order: a provider, or with one of its models `anthropic/claude-haiku-5-5`. `builtin` at
   * the end says at once that the assistant is away. Who names a provider and no fallback has none.
   */
  fallback: z.array(FallbackEntry).max(5, 'Must name at most 5').optional(),
});
export type LlmConfig = z.output<typeof LlmConfig>;

/** US dollars per million tokens. */
const Price = z.number().min(0, 'Must be at least 0').max(100_000, 'Must be at most 100000');

/** What a tenant pays for models, by their names; it wins over the installation's list and those of the providers. */
const ModelPrices = z
  .record(text({ min: 1, max: 200 }), z.strictObject({ input: Price, output: Price }))
  .refine((prices) => Object.keys(prices).length <= 100, 'Must name at most 100 models');

export const TenantLlmConfig = LlmConfig.extend({ prices: ModelPrices.optional() });
export type TenantLlmConfig = z.output<typeof TenantLlmConfig>;

/** What is switched on, by name: `chat`, `voice`, `extraction`, `attachments` and what is added later. */
export const Features = z
  .record(z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/, 'Must be the name of a feature'), z.boolean('Must be true or false'))
  .refine((features) => Object.keys(features).length <= 100, 'Must name at most 100 features');
export type Features = z.output<typeof Features>;

/** What holds where a configuration says nothing: there is a chat, and nothing else. */
export const FEATURE_DEFAULTS = { chat: true, voice: false, extraction: false, attachments: false } as const;

const appearance = { maxBytes: 64 * 1024, maxDepth: 10 };

/** A new version of an app's configuration. Versions are never changed; unless it says otherwise, a new one takes effect at once. */
export const NewAppConfig = z.strictObject({
  features: Features.default({}),
  uiTheme: jsonObject(appearance).default({}),
  llmConfig: LlmConfig.default({}),
  voiceConfig: jsonObject(appearance).default({}),
  isActive: z.boolean().default(true),
});
export type NewAppConfig = z.output<typeof NewAppConfig>;

export const AppConfig = z.object({
  id: Id,
  appId: Id,
  version: z.int().min(1),
  features: z.record(z.string(), z.boolean()),
  uiTheme: z.record(z.string(), z.unknown()),
  llmConfig: LlmConfig,
  voiceConfig: z.record(z.string(), z.unknown()),
  isActive: z.boolean(),
  createdAt: Moment,
});
export type AppConfig = z.output<typeof AppConfig>;

export const AppConfigListQuery = z.strictObject({ ...ListQuery.shape, isActive: Flag.optional() });
export type AppConfigListQuery = z.output<typeof AppConfigListQuery>;
