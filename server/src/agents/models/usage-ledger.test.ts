import { expect, test } from 'vitest';
import type { SpentTokens } from './chat-model.ts';
import { createUsageLedger } from './usage-ledger.ts';

const spent = (id: string, model: string): SpentTokens => ({
  id,
  model,
  provider: 'openai-compatible',
  outcome: 'answered',
  inputTokens: 10,
  outputTokens: 1,
});

test('what was spent is pending with its price until it is written down, and what came meanwhile still is', () => {
  const ledger = createUsageLedger([{ 'llama3.1': { input: 1, output: 2 } }]);
  ledger.add(spent('a', 'llama3.1'));
  ledger.add(spent('b', 'unheard-of'));
  const pending = ledger.pending();
  expect(pending).toMatchObject([
    { id: 'a', costMicroUsd: 12 },
    { id: 'b', costMicroUsd: null },
  ]);
  ledger.add(spent('c', 'llama3.1'));
  ledger.written(pending);
  expect(ledger.pending()).toMatchObject([{ id: 'c' }]);
});
