import type { TokenUsage } from './chat-model.ts';

/** US dollars per million tokens, which are millionths of a dollar per token. */
export interface ModelPrice {
  input: number;
  output: number;
  /** What holds for a whole request whose input is longer than this. */
  above?: { inputTokens: number; input: number; output: number };
}

/** By the model's name, as it is asked for; a dated name such as `gpt-4.1-mini-2025-04-14` has the price of the name before its date. */
export type ModelPrices = Readonly<Record<string, ModelPrice>>;

/** When the lists below were read. Providers change their prices: what an installation knows better goes into its own list. */
export const PRICES_AS_OF = '2026-11-20';

/** The list prices of https://platform.claude.com/docs/en/about-claude/pricing, without caching, batches or discounts. */
const ANTHROPIC_PRICES: ModelPrices = {
  'claude-fable-5-1': { input: 10, output: 50 },
  'claude-opus-5-5': { input: 4, output: 20 },
  'claude-sonnet-5-5': { input: 2, output: 10 },
  'claude-haiku-5-5': { input: 0.1, output: 0.5, above: { inputTokens: 100_000, input: 0.5, output: 2.5 } },
  'claude-opus-5': { input: 5, output: 25 },
  'claude-sonnet-5': { input: 2, output: 10 },
  'claude-opus-4-8': { input: 5, output: 25 },
  'claude-opus-4-7': { input: 5, output: 25 },
  'claude-opus-4-6': { input: 5, output: 25 },
  'claude-opus-4-5': { input: 5, output: 25 },
  'claude-sonnet-4-6': { input: 3, output: 15 },
  'claude-sonnet-4-5': { input: 3, output: 15, above: { inputTokens: 200_000, input: 6, output: 22.5 } },
  'claude-haiku-4-5': { input: 1, output: 5 },
};

/** The list prices of https://developers.openai.com/api/docs/pricing, in the standard tier. */
const OPENAI_PRICES: ModelPrices = {
  'gpt-6-astra': { input: 10, output: 50 },
  'gpt-6-sol': { input: 2, output: 10 },
  'gpt-6-luna': { input: 0.1, output: 0.5 },
  'gpt-5.6-terra': { input: 2, output: 12, above: { inputTokens: 272_000, input: 4, output: 18 } },
  'gpt-5.6-luna': { input: 0.2, output: 1.2, above: { inputTokens: 272_000, input: 0.4, output: 1.8 } },
  'gpt-5.4': { input: 2.5, output: 15, above: { inputTokens: 272_000, input: 5, output: 22.5 } },
  'gpt-5.4-mini': { input: 0.75, output: 4.5 },
  'gpt-5.4-nano': { input: 0.2, output: 1.25 },
  'gpt-5.1': { input: 1.25, output: 10 },
  'gpt-5': { input: 1.25, output: 10 },
  'gpt-5-mini': { input: 0.25, output: 2 },
  'gpt-5-nano': { input: 0.05, output: 0.4 },
  'gpt-4.1': { input: 2, output: 8 },
  'gpt-4.1-mini': { input: 0.4, output: 1.6 },
  'gpt-4.1-nano': { input: 0.1, output: 0.4 },
  'gpt-4o': { input: 2.5, output: 10 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
};

export const LIST_PRICES: ModelPrices = { ...ANTHROPIC_PRICES, ...OPENAI_PRICES };

/** A date at the end of a model's name, with hyphens or without. */
const DATED = /-(\d{8}|\d{4}-\d{2}-\d{2})$/;

/** @param own what an installation or a tenant says, the strongest first; it wins over the lists of the providers */
export function costMicroUsd(
  model: string,
  { inputTokens, outputTokens }: TokenUsage,
  own: readonly ModelPrices[] = [],
): number | undefined {
  const price = [...own, LIST_PRICES].map((prices) => priceIn(prices, model)).find((found) => found !== undefined);
  if (!price) return undefined;
  const { input, output } = price.above && inputTokens > price.above.inputTokens ? price.above : price;
  return Math.round(inputTokens * input + outputTokens * output);
}

function priceIn(prices: ModelPrices, model: string): ModelPrice | undefined {
  const of = (name: string) => (Object.hasOwn(prices, name) ? prices[name] : undefined);
  return of(model) ?? of(model.replace(DATED, ''));
}

/** A price as settings write it: `0.40/1.60`, dollars per million tokens in and out. Undefined for anything else. */
export function parsePrice(text: string): ModelPrice | undefined {
  const [, input, output] = /^(\d{1,6}(?:\.\d{1,6})?)\/(\d{1,6}(?:\.\d{1,6})?)$/.exec(text.trim()) ?? [];
  return input === undefined || output === undefined ? undefined : { input: Number(input), output: Number(output) };
}
