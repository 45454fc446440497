import { describe, expect, test } from 'vitest';
import { costMicroUsd, LIST_PRICES, parsePrice } from './model-prices.ts';

const tokens = { inputTokens: 1_000, outputTokens: 200 };

describe('what an answer costs', () => {
  test('is in millionths of a dollar', () => {
    expect(costMicroUsd('gpt-4.1-mini', tokens)).toBe(1_000 * 0.4 + 200 * 1.6);
  });

  test('is the same under a dated name', () => {
    expect(costMicroUsd('claude-haiku-4-5-20251001', tokens)).toBe(costMicroUsd('claude-haiku-4-5', tokens));
    expect(costMicroUsd('gpt-4.1-mini-2025-04-14', tokens)).toBe(costMicroUsd('gpt-4.1-mini', tokens));
  });

  test('is more for a long request where the provider says so', () => {
    const long = { inputTokens: 100_001, outputTokens: 10 };
    expect(costMicroUsd('claude-haiku-5-5', long)).toBe(Math.round(100_001 * 0.5 + 10 * 2.5));
  });

  test('is not known of a model that no list has', () => {
    expect(costMicroUsd('llama3.1', tokens)).toBeUndefined();
    expect(costMicroUsd('toString', tokens)).toBeUndefined();
  });

  test('is what the tenant says, then what the installation says, then the list', () => {
    const installation = { 'llama3.1': { input: 1, output: 1 }, 'gpt-5': { input: 0, output: 0 } };
    const tenant = { 'llama3.1': { input: 2, output: 0 } };
    expect(costMicroUsd('llama3.1', tokens, [tenant, installation])).toBe(2_000);
    expect(costMicroUsd('gpt-5', tokens, [tenant, installation])).toBe(0);
  });

  test.each(Object.entries(LIST_PRICES))('%s has a price that is one', (_model, { input, output, above }) => {
    expect(input).toBeGreaterThan(0);
    expect(output).toBeGreaterThan(input);
    if (above) expect(above.input).toBeGreaterThan(input);
  });
});

test.each([
  ['0.40/1.60', { input: 0.4, output: 1.6 }],
  ['0/0', { input: 0, output: 0 }],
  ['1', undefined],
  ['-1/2', undefined],
  ['1e9/2', undefined],
])('a price in settings: %s', (text, expected) => {
  expect(parsePrice(text)).toEqual(expected);
});
