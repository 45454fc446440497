import type { Judgement, Outcome } from './judge.ts';

export interface Figures {
  right: number;
  wrong: number;
  invented: number;
  missed: number;
  traps: number;
  quotes: number;
  validQuotes: number;
}

export function figuresOf(judged: readonly Judgement[]): Figures {
  const count = (outcome: Outcome) => judged.filter((one) => one.outcome === outcome).length;
  const sum = (of: (one: Judgement) => number) => judged.reduce((total, one) => total + of(one), 0);
  return {
    right: count('right'),
    wrong: count('wrong'),
    invented: count('invented'),
    missed: count('missed'),
    traps: judged.filter((one) => one.trap).length,
    quotes: sum((one) => one.quotes),
    validQuotes: sum((one) => one.validQuotes),
  };
}

export function figuresBy(judged: readonly Judgement[], of: (one: Judgement) => string): [string, Figures][] {
  const groups = Map.groupBy(judged, of);
  return [...groups].sort(([one], [other]) => one.localeCompare(other)).map(([name, group]) => [name, figuresOf(group)]);
}

/** Of what was proposed, how much is right. */
export const precision = ({ right, wrong, invented }: Figures): number =>
  right + wrong + invented === 0 ? 1 : right / (right + wrong + invented);
/** Of what was said, how much was found. */
export const recall = ({ right, wrong, missed }: Figures): number => (right + wrong + missed === 0 ? 1 : right / (right + wrong + missed));
export const evidenceValidity = ({ quotes, validQuotes }: Figures): number => (quotes === 0 ? 1 : validQuotes / quotes);
