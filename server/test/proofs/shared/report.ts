/** What a proof prints, and whether it held. */
export interface Report {
  say(line: string): void;
  /** Each is printed, and fails the proof. */
  violations: string[];
  violate(what: string): void;
}

export function createReport(): Report {
  const violations: string[] = [];
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  return {
    say,
    violations,
    violate: (what) => {
      violations.push(what);
      say(`  VIOLATION: ${what}`);
    },
  };
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const spread = (valuesMs: readonly number[]): string =>
  `p50 ${(quantile(valuesMs, 0.5) / 1000).toFixed(1)} s, p95 ${(quantile(valuesMs, 0.95) / 1000).toFixed(1)} s, longest ${(Math.max(...valuesMs) / 1000).toFixed(1)} s`;
