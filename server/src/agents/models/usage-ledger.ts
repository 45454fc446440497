import type { SpentTokens } from './chat-model.ts';
import { costMicroUsd, type ModelPrices } from './model-prices.ts';

export interface PricedTokens extends SpentTokens {
  /** Millionths of a US dollar; null where no price is known. */
  costMicroUsd: number | null;
}

/** What the answers of one attempt at a turn took, until it is written down. */
export interface UsageLedger {
  add(spent: SpentTokens): void;
  /** What is not written down yet. */
  pending(): readonly PricedTokens[];
  /** Say so only after the commit: what was written and taken back is still pending. */
  written(spent: readonly PricedTokens[]): void;
}

/** @param prices those of the tenant and of the installation, the strongest first */
export function createUsageLedger(prices: readonly ModelPrices[] = []): UsageLedger {
  let rows: PricedTokens[] = [];
  return {
    add: (spent) => {
      rows.push({ ...spent, costMicroUsd: costMicroUsd(spent.model, spent, prices) ?? null });
    },
    pending: () => [...rows],
    written: (spent) => {
      rows = rows.filter((row) => !spent.includes(row));
    },
  };
}
