import { describe, expect, test } from 'vitest';
import { REPOSITORY } from '#test/processes/checkout.ts';
import { runChaos } from './run-chaos.ts';

const SEED = Number(process.env.FOYER_CHAOS_SEED ?? Math.floor(Math.random() * 1e9) + 1);

// The same harness, at its full size and with every kind of kill, is the proof `kills`. Processes are found by /proc.
describe.runIf(process.platform === 'linux')('visitors whose server is killed again and again', () => {
  test(`lose nothing, see nothing twice, and get one answer each (seed ${SEED})`, { timeout: 120_000 }, async () => {
    const report = await runChaos({
      seed: SEED,
      clients: 6,
      phase: { topology: 'whole', kills: { server: 3, 'server-term': 1, postgres: 1, watchdog: 1 } },
      calmMs: [200, 800],
      longestMs: 60_000,
      directory: REPOSITORY,
      say: (line) => process.stdout.write(`${line}\n`),
    });

    expect(report.problems).toEqual([]);
    expect(report.kills).toHaveLength(6);
    expect(report.counts.answers).toBeGreaterThan(0);
  });
});
